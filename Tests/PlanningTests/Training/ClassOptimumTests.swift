import Checking
import GLPKSolver
import Rostering
import Staffing
import TestSupport
import Testing
import Workforce

/// Classes in rosters, against all rosters of tiny cases.
@Suite struct ClassOptimumTests {
  private typealias Make = ScenarioFixtures

  /// A tiny case with classes on and off the roster slots, of several courses, with few seats.
  private static func inputs(_ tiny: TinyCase, seed: Int) -> PlanningInputs {
    var random = RandomStream(seed: 12, name: "tiny classes", keys: seed)
    var inputs = tiny.inputs
    let ids = inputs.employees.map(\.id)
    let open = tiny.week.dates.filter { date in
      inputs.settings.queues.contains { !$0.openingHours.windows(on: date.weekday).isEmpty }
    }
    let sites = inputs.settings.sites.map(\.name)
    for course in ["aml", "lead"].prefix(1 + random.below(2)) {
      for number in 0..<(1 + random.below(2)) {
        let date = open[random.below(open.count)]
        let start = 8 * 3600 + 900 * random.below(10)
        let trainer = random.below(4) == 0 ? ids[random.below(ids.count)] : nil
        inputs.training.sessions.append(
          ClassSession(
            id: "\(course)\(number)",
            course: course,
            start: LocalDateTime(date: date, secondOfDay: start),
            end: LocalDateTime(date: date, secondOfDay: start + 900 * (1 + random.below(4))),
            site: random.below(8) == 0 ? sites[random.below(sites.count)] : nil,
            trainer: trainer,
            seats: 1 + random.below(2),
            attendees: ids.filter { $0 != trainer && random.below(3) > 0 }
          )
        )
      }
    }
    return inputs
  }

  /// The checker objects to just the classes whose trainers have no week or are away.
  private static func expectTrainers(
    _ outcome: RosterOutcome,
    _ report: CheckReport,
    _ inputs: PlanningInputs
  ) throws {
    var missing = 0
    for item in outcome.classes {
      let session = try #require(inputs.training.sessions.first { $0.id == item.session })
      guard let trainer = session.trainer, item.trainer == nil else { continue }
      missing += 1
      let person = try #require(inputs.employees.first { $0.id == trainer })
      let mayBeAway =
        person.hired != nil || person.leaves != nil
        || inputs.absences.contains { $0.employee == trainer }
      #expect(mayBeAway || outcome.impossible.contains { $0.employee == trainer })
    }
    #expect(report.violations.count { $0.rule == "class trainer" } == missing)
  }

  @Test(arguments: 0..<150)
  func `finds the optimum of brute force, clean and priced right`(seed: Int) throws {
    let tiny = TinyCase(seed: seed, severalClocks: seed % 3 == 0)
    let inputs = Self.inputs(tiny, seed: seed)
    let force = BruteForceRoster(inputs: inputs, week: tiny.week, requirement: tiny.requirement)
    let outcome = try RosterOptimizer(
      inputs: inputs,
      costs: CoverCostBuilder(settings: inputs.settings).coverCosts(for: tiny.requirement),
      options: RosterOptions(effort: 6, threads: 1),
      solver: GLPKSolver()
    ).build()
    let report = RosterChecker(inputs: inputs).check(
      outcome.roster,
      requirement: tiny.requirement,
      impossible: outcome.impossible.map(\.employee)
    )
    #expect(report.violations.filter { $0.rule != "class trainer" } == [])
    try Self.expectTrainers(outcome, report, inputs)
    let costs = try #require(report.costs)
    #expect(abs(costs.total - outcome.costs.total) < 1e-6)
    #expect(outcome.bound <= outcome.costs.total + 1e-6)
    let named = outcome.impossible.filter { !force.impossible.contains($0.employee) }
    guard let best = force.best() else {
      #expect(!named.isEmpty)
      return
    }
    #expect(named == [])
    #expect(outcome.impossible.map(\.employee) == force.impossible)
    #expect(outcome.bound <= best.costs.total + 1e-6)
    #expect(abs(outcome.costs.total - best.costs.total) < 1e-6, "\(outcome.stages)")
  }
}
