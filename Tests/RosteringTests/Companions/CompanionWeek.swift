import Checking
import GLPKSolver
import Staffing
import TestSupport
import Testing
import Workforce

@testable import Rostering

/// Weeks with trainees who need companions.
struct CompanionWeek {
  typealias Make = ScenarioFixtures

  /// The rules that this is about.
  static let rules = ["mentor overlap", "never alone"]

  var inputs: PlanningInputs
  var requirement: Requirement

  /// Enrols people in a stage, with mentors on record.
  mutating func enrol(
    _ ids: [String],
    _ stage: Curriculum.Stage,
    from: LocalDate,
    mentors: [String]
  ) {
    inputs.training.curricula.append(Curriculum(name: stage.name, stages: [stage]))
    for id in ids {
      inputs.training.enrolments.append(
        CurriculumEnrolment(employee: id, curriculum: stage.name, cohort: "", from: from)
      )
      inputs.training.mentorings += mentors.map {
        Mentoring(employee: id, mentor: $0, from: from, until: from.adding(days: 60))
      }
      // stages are given in days here, so that counting them is enough
      guard case .days(let days) = stage.length else { continue }
      inputs.traineeSpans.append(
        TraineeSpan(employee: id, from: from, until: from.adding(days: days), stage: stage)
      )
    }
  }

  var costs: CoverCosts {
    CoverCostBuilder(settings: inputs.settings).coverCosts(for: requirement)
  }

  func outcome(threads: Int = 1) throws -> RosterOutcome {
    try RosterOptimizer(
      inputs: inputs,
      costs: costs,
      options: RosterOptions(effort: 1, threads: threads),
      solver: GLPKSolver()
    ).build()
  }

  /// The greedy first roster with trainees moved: all that companions need, in little time.
  func quick() throws -> RosterOutcome {
    let built = try RosterProblemBuilder(inputs: inputs, costs: costs).build()
    var pipeline = try RosterPipeline(
      problem: built.problem,
      options: RosterOptions(effort: 1),
      solver: GLPKSolver(),
      stop: StopSignal(),
      progress: nil
    )
    var state = pipeline.greedy()
    var unaccompanied: [ImpossibleEmployee] = []
    if let rules = CompanionRules(inputs: inputs, problem: built.problem) {
      let penalty = state.use.penalty
      var pass = CompanionPass(rules: rules, roster: state, seed: 1)
      if let detail = pass.run() { pipeline.finish("companions", nil, detail) }
      state = pass.state.roster
      unaccompanied = pass.unaccompanied
      #expect(state.use.penalty <= penalty)
      #expect(abs(state.objective - state.recomputedObjective()) < 1e-6)
    }
    let decoder = RosterDecoder(
      problem: built.problem,
      week: ISOWeek(containing: requirement.grid.dates[0])
    )
    return RosterOutcome(
      roster: decoder.roster(state),
      costs: decoder.costs(state),
      bound: built.problem.contractPay,
      impossible: built.impossible,
      stages: pipeline.stages,
      stopReason: nil,
      unaccompanied: unaccompanied
    )
  }

  func check(_ outcome: RosterOutcome) -> CheckReport {
    RosterChecker(inputs: inputs).check(
      outcome.roster,
      requirement: requirement,
      impossible: outcome.impossible.map(\.employee)
    )
  }

  /// The roster keeps every rule but those that it names, and its cost and bound are true.
  func expectHonest(_ outcome: RosterOutcome, lacking: [String] = []) throws {
    let report = check(outcome)
    let (own, others) = (
      report.violations.filter { Self.rules.contains($0.rule) },
      report.violations.filter { !(Self.rules + lacking).contains($0.rule) }
    )
    #expect(others == [])
    let named = outcome.unaccompanied.flatMap { person in
      person.conflict.map { "\(person.employee) \($0.prefix { $0 != ":" })" }
    }
    #expect(Set(own.map { "\($0.employee ?? "") \($0.rule)" }) == Set(named))
    let costs = try #require(report.costs)
    #expect(abs(costs.total - outcome.costs.total) < 1e-6)
    #expect(outcome.bound <= outcome.costs.total + 1e-6)
  }
}

extension CompanionWeek {
  /// Eight people on one or two sites, day and night, with budgets, presence and a class.
  init(seed: UInt64) {
    var random = RandomStream(seed: seed, name: "companion weeks")
    let ids = (0..<8).map { "p\($0)" }
    let open = ["08:00-20:00", "00:00-24:00", "16:00-06:00"][random.below(3)]
    inputs = Make.inputs(
      people: ids.flatMap { Make.people($0) },
      queues: [Make.queue("phone", open: open), Make.queue("chat", open: open)],
      templates: [Make.template(minutes: 480), Make.template("short", minutes: 300)],
      contracts: [
        Make.contract(
          hours: 20...44,
          overtimeAfter: 40,
          days: 4...5,
          templates: ["shift", "short"],
          rules: TourRuleSettings(
            minimumRest: .hours(11),
            maximumConsecutiveDays: 5,
            maximumStartChange: random.below(2) == 0 ? .hours(3) : nil
          )
        )
      ],
      costs: CostSettings(overstaffingPerHour: 2),
      zone: Make.zone(["UTC", "Europe/London"][random.below(2)]),
      startMinutes: 60,
      overtimeBudget: .hours(random.below(9))
    )
    if random.below(3) == 0 {
      inputs.settings.sites.append(Site(name: "hill"))
      for index in inputs.employees.indices where index % 3 == 2 {
        inputs.employees[index].site = "hill"
      }
    }
    requirement = Make.requirement(inputs) { queue, time in
      1 + (time.minuteOfDay / 60 + queue + Int(seed)) % 3
    }
    spread(&random, ids)
    let stages = [
      Curriculum.Stage(
        name: "practice",
        length: .days(3 + random.below(10)),
        tenths: 5 * random.below(3),
        isNeverAlone: true,
        mentorShare: Make.share([0, 0.5, 0.8][random.below(3)])
      ),
      Curriculum.Stage(
        name: "mentored",
        length: .days(30),
        mentorShare: Make.share([0.3, 0.75, 1][random.below(3)])
      ),
    ]
    let start = Make.week.monday.adding(days: random.below(5) - 3)
    enrol([ids[0]], stages[0], from: start, mentors: random.below(4) == 0 ? [] : [ids[2]])
    enrol([ids[1]], stages[random.below(2)], from: start, mentors: [ids[3], ids[4]])
    if random.below(2) == 0 { enrol([ids[5]], stages[1], from: start, mentors: [ids[2]]) }
  }

  /// Availability, absences, skills, presence and a class.
  private mutating func spread(_ random: inout RandomStream, _ ids: [String]) {
    let windows = ["08:00-16:00", "12:00-20:00", "00:00-24:00"]
    for id in ids where random.below(3) == 0 {
      inputs.availability.append(
        Availability(
          employee: id,
          days: .everyDay,
          window: Make.window(windows[random.below(3)])
        )
      )
    }
    let day = Make.week.monday.adding(days: random.below(5))
    inputs.absences.append(
      Absence(
        employee: ids[2],
        from: LocalDateTime(date: day, secondOfDay: 0),
        until: LocalDateTime(date: day.adding(days: 1 + random.below(2)), secondOfDay: 0),
        kind: "leave"
      )
    )
    inputs.skills.removeAll { $0.employee == ids[6] && $0.skill == "phone" }
    inputs.skills.removeAll { $0.employee == ids[1] && $0.skill == "chat" }
    if random.below(2) == 0 {
      inputs.skills += [3, 4, 6].map { SkillGrant(employee: ids[$0], skill: "lead") }
      inputs.training.presence = [PresenceRule(skill: "lead", site: nil, least: 1)]
    }
    let hour = (12 + random.below(3)) * 3600
    inputs.training.sessions = [
      ClassSession(
        id: "s1",
        course: "aml",
        start: LocalDateTime(date: Make.week.monday.adding(days: 2), secondOfDay: hour),
        end: LocalDateTime(date: Make.week.monday.adding(days: 2), secondOfDay: hour + 5400),
        seats: 2,
        attendees: [ids[0], ids[7]]
      )
    ]
  }
}
