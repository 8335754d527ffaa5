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
          certificates: held[employee.id]
        )
      }
    }
    withoutContract = inputs.employees.filter { contracts[$0.contract] == nil }
    queues = Dictionary(
      inputs.settings.queues.enumerated().map { ($1.name, $0) },
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

  func pastDuties(before monday: LocalDate) -> [PastDuty] {
    pastDuties.filter { $0.start.date < monday }
  }
}
