import Workforce

/// The inputs, gathered by person once.
struct InputIndex: Sendable {
  /// The inputs themselves.
  let inputs: PlanningInputs
  /// Everything about each person, in the order of the inputs.
  let people: [PersonFacts]
  /// People whose contract is not in the scenario.
  let withoutContract: [Employee]
  /// The position of each queue in the settings.
  let queues: [String: Int]
  /// All classes, in file order.
  let classes: [ClassFacts]

  init(_ inputs: PlanningInputs) {
    self.inputs = inputs
    let contracts = Dictionary(
      inputs.settings.contracts.map { ($0.name, ContractFacts($0, inputs.settings)) },
      uniquingKeysWith: { first, _ in first }
    )
    let skills = Dictionary(grouping: inputs.skills, by: \.employee)
    let availability = Dictionary(grouping: inputs.availability, by: \.employee)
    let absences = Dictionary(grouping: inputs.absences, by: \.employee)
    let preferences = Dictionary(grouping: inputs.preferences, by: \.employee)
    let duties = Dictionary(grouping: inputs.pastDuties, by: \.employee)
    let held = HeldCertificates.byEmployee(inputs)
    let classes = inputs.training.sessions.map { ClassFacts($0, inputs) }
    let own = ClassFacts.byPerson(classes)
    let enrolments = Dictionary(grouping: inputs.training.enrolments, by: \.employee)
    let labor = LaborIndex(inputs)
    self.classes = classes
    people = inputs.employees.compactMap { employee in
      contracts[employee.contract].map {
        PersonFacts(
          employee: employee,
          contract: $0,
          skills: skills[employee.id, default: []],
          availability: availability[employee.id, default: []],
          absences: absences[employee.id, default: []].map {
            TimeAway($0, inputs.settings.zone(ofSite: employee.site))
          },
          preferences: preferences[employee.id, default: []],
          pastDuties: duties[employee.id, default: []],
          zone: inputs.settings.zone(ofSite: employee.site),
          certificates: held[employee.id],
          queueSkills: inputs.settings.queues.map(\.skill),
          classes: own[employee.id, default: []],
          stages: StageFacts(enrolments[employee.id, default: []], inputs.training.curricula),
          labor: labor.rules(for: employee)
        )
      }
    }
    withoutContract = inputs.employees.filter { contracts[$0.contract] == nil }
    queues = Self.positions(inputs.settings.queues)
  }

  private static func positions(_ queues: [QueueSettings]) -> [String: Int] {
    Dictionary(
      queues.enumerated().map { ($1.name, $0) },
      uniquingKeysWith: { first, _ in first }
    )
  }
}

/// A contract with the shapes of its shifts.
struct ContractFacts: Sendable {
  let settings: ContractSettings
  let templates: [ShiftTemplate]

  init(_ contract: ContractSettings, _ scenario: ScenarioSettings) {
    settings = contract
    templates = contract.shiftTemplates.compactMap(scenario.shiftTemplate(named:))
  }
}

/// An absence with its moments.
struct TimeAway: Sendable {
  let absence: Absence
  let from: Instant
  let until: Instant

  init(_ absence: Absence, _ zone: Zone) {
    self.absence = absence
    from = zone.instant(at: absence.from)
    until = zone.instant(at: absence.until)
  }
}

/// Everything that the inputs say about one person.
struct PersonFacts: Sendable {
  let employee: Employee
  let contract: ContractFacts
  let skills: [SkillGrant]
  let availability: [Availability]
  let absences: [TimeAway]
  let preferences: [Preference]
  let pastDuties: [PastDuty]
  /// The zone whose clock the person lives by.
  let zone: Zone
  /// What certificates allow; `nil` where there are no courses.
  let certificates: HeldCertificates?
  /// The skills that queues ask for.
  let queueSkills: [String]
  /// The classes that list the person, or that they teach.
  let classes: [ClassFacts]
  /// The stages of curricula in which the person is.
  let stages: StageFacts
  /// The labor rules that name the person.
  let labor: BoundRules

  func isEmployed(on date: LocalDate) -> Bool {
    if let hired = employee.hired, date < hired { return false }
    if let leaves = employee.leaves, date > leaves { return false }
    return true
  }

  /// Whether a skill is given on a date; one that courses grant is left to the certificates.
  func holds(_ skill: String, on date: LocalDate) -> Bool {
    skills.contains { $0.skill == skill && $0.isHeld(on: date) }
      || certificates?.isGranted(skill, on: date) ?? false
  }

  /// True when the person can use no skill that a queue asks for through the whole of a date, and
  /// only for want of certificates in force.
  func isIdled(from midnight: Instant, until next: Instant) -> Bool {
    guard let certificates else { return false }
    let date = zone.local(at: midnight).date
    if comesAnyway(on: date) { return false }
    return !queueSkills.contains { certificates.isFree($0, from: midnight, until: next) }
      && queueSkills.contains { certificates.couldUse($0, on: date) }
  }

  /// True on dates on which the person may be at work without serving anything: for a class, or in
  /// a stage that counts for nothing.
  func comesAnyway(on date: LocalDate) -> Bool {
    hasClass(on: date) || stages.tenths(on: date) == 0
  }

  func pastDuties(before monday: LocalDate) -> [PastDuty] {
    pastDuties.filter { $0.start.date < monday }
  }
}
