import Checking
import GLPKSolver
import TestSupport
import Testing
import Training
import Workforce

@testable import Planning

/// Classes in a roster that stays as it is.
@Suite struct RosterPlacementTests {
  /// A planned week of people of whom 30 % must renew, with classes placed in its roster.
  private struct Case {
    var inputs: PlanningInputs
    var run: PublishedRun
    var result: PlacementResult
  }

  private static func placed(seed: UInt64) throws -> Case {
    var inputs = try ClassPlacerTests.inputs(seed: seed)
    let plan = try WeekPlanner(
      inputs: inputs,
      findings: [],
      options: try PlanOptions(effort: 1, replications: 20),
      solver: GLPKSolver()
    ).plan(ScenarioFixtures.week)
    let run = try PublishedWeek.run(inputs: inputs, plan: plan, roster: plan.outcome.roster)
    inputs.skillSpans = SkillHolding(inputs).spans()
    let placer = ClassPlacer(
      inputs,
      chances: PassChances(TrainingBook(inputs: inputs, records: .none)),
      in: run,
      options: try PlacementOptions(replications: 200),
      solver: GLPKSolver()
    )
    return Case(inputs: inputs, run: run, result: try placer.place(ScenarioFixtures.week))
  }

  @Test func `serves better than the same people at one hour by hand`() throws {
    var gains: [Double] = []
    for seed in 1...4 as ClosedRange<UInt64> {
      let result = try Self.placed(seed: seed).result
      let service = try #require(result.service)
      #expect(service.people > 0)
      #expect(service.rows.allSatisfy { $0.levels.placed.mean <= $0.levels.without.mean + 1e-3 })
      #expect(result.summary(at: "x").contains("Placed − by hand"))
      gains.append(service.total.mean)
    }
    // of one case, less risk or fewer trainers may be worth a little service
    #expect(gains.reduce(0, +) > 0, "\(gains)")
    #expect(gains.allSatisfy { $0 > -0.002 }, "\(gains)")
  }

  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func `people and trainers leave work only while they are at it`(seed: UInt64) throws {
    let found = try Self.placed(seed: seed)
    let result = found.result
    #expect(PlacementReferee(inputs: found.inputs, result: result).faults() == [])
    #expect(!result.placed.isEmpty)
    let roster = try #require(result.roster)
    // the checker, which knows nothing of placing, finds every attendee in class and no rule broken
    let checker = RosterChecker(inputs: result.scenario)
    let before = RosterChecker(inputs: found.inputs).violations(in: found.run.roster)
    #expect(checker.violations(in: roster) == before)
    for (old, new) in zip(found.run.roster.tours, roster.tours) {
      #expect(old.shifts.map(\.start) == new.shifts.map(\.start))
      #expect(old.shifts.map(\.end) == new.shifts.map(\.end))
      let breaks = [old, new].map { $0.shifts.flatMap(\.segments).filter(\.isBreak) }
      #expect(breaks[0] == breaks[1])
    }
  }

  @Test func `a roster of another week is refused`() throws {
    let found = try Self.placed(seed: 1)
    let placer = ClassPlacer(
      found.inputs,
      chances: PassChances(TrainingBook(inputs: found.inputs, records: .none)),
      in: found.run,
      options: try PlacementOptions(),
      solver: GLPKSolver()
    )
    #expect(throws: ShiftwrightError.self) {
      try placer.place(ScenarioFixtures.week.adding(weeks: 1))
    }
  }
}

/// Who has a seat already, and whether later weeks have enough.
@Suite struct PlacementSequenceTests {
  private func placed(_ inputs: PlanningInputs, _ week: ISOWeek) throws -> PlacementResult {
    try ClassPlacer(
      inputs,
      chances: PassChances(TrainingBook(inputs: inputs, records: .none)),
      options: try PlacementOptions(),
      solver: GLPKSolver()
    ).place(week)
  }

  @Test func `week after week seats nobody twice`() throws {
    var inputs = try ClassPlacerTests.inputs(seed: 1, share: 0.5, on: "2026-03-12")
    inputs.training.placement?.sessionsPerWeek = 1
    let first = try placed(inputs, ScenarioFixtures.week)
    #expect(!first.placed.isEmpty)
    let warnings = first.shortages
    inputs.training.sessions = first.sessions
    let second = try placed(inputs, ScenarioFixtures.week.adding(weeks: 1))
    let seated = Set(first.placed.map(\.employee))
    #expect(!second.placed.contains { seated.contains($0.employee) })
    #expect(!second.unplaced.contains { seated.contains($0.employee) && $0.course == "aml" })
    // a warning of the first week is what the second then finds
    let left = second.unplaced.count { $0.isNeeded && $0.course == "aml" }
    #expect(warnings.isEmpty == (left == 0), "\(warnings), \(left)")
  }

  @Test func `remedies are joined where one does not suffice`() throws {
    var inputs = try ClassPlacerTests.inputs(seed: 1, share: 0.5)
    inputs.training.placement?.sessionsPerWeek = 1
    for index in inputs.training.courses.indices { inputs.training.courses[index].seats = 4 }
    let result = try placed(inputs, ScenarioFixtures.week)
    #expect(result.remedies.contains { $0.contains(" together would seat ") })
  }
}
