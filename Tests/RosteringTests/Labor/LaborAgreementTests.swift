import Checking
import TestSupport
import Testing
import Workforce

@testable import Rostering

/// The engine's labor rules against the checker's, which share no code.
@Suite struct LaborAgreementTests {
  private struct Tally {
    var cases = 0
    var legal = 0
    var illegal = 0
    var priced = 0
    /// Weeks in which a rule was missed.
    var missed: [String: Int] = [:]
  }

  @Test
  func `a week is legal for the engine just when the checker finds it clean, at the same price`()
    throws
  {
    var tally = Tally()
    for seed in 0..<400 { try compare(NightWeek(seed: seed, people: 1), seed: seed, &tally) }
    #expect(tally.cases >= 150)
    #expect(tally.legal > 1000)
    #expect(tally.illegal > 1000)
    #expect(tally.priced > 200)
    for name in Self.rules { #expect(tally.missed[name, default: 0] > 5, "\(name)") }
  }

  private static let rules = [
    "free run", "kind balance", "kind count", "kind order", "kind run", "lock", "meal break",
    "minimum rest", "monthly overtime", "period hours", "rest after", "rest between", "rotation",
    "shift hours", "start change", "start window", "weekends", "weekends in a row", "weekly hours",
    "weekly rest", "whole weekends", "work run", "working days",
  ]

  private func compare(_ week: NightWeek, seed: Int, _ tally: inout Tally) throws {
    let problem = try week.built().problem
    guard !problem.employees.isEmpty,
      let weeks = BruteForceWeeks(inputs: week.tiny.inputs, week: week.tiny.week)
    else { return }
    tally.cases += 1
    var random = RandomStream(seed: 41, name: "labor weeks", keys: seed)
    for round in 0..<40 {
      let roster = weeks.randomWeek(&random, isGuided: round % 3 != 0).roster
      try judge(roster, problem, week, seed, &tally)
    }
    guard let best = try legal(problem, seed) else { return }
    let decoder = RosterDecoder(problem: problem, week: week.tiny.week)
    var state = RosterState(problem)
    state.replace(0, with: best)
    try judge(decoder.roster(state), problem, week, seed, &tally)
  }

  private func legal(_ problem: RosterProblem, _ seed: Int) throws -> PlannedTour? {
    var weeks = RandomWeeks(problem, name: "labor", seed: seed)
    return weeks.tour(of: 0)
  }

  private func judge(
    _ roster: Roster,
    _ problem: RosterProblem,
    _ week: NightWeek,
    _ seed: Int,
    _ tally: inout Tally
  ) throws {
    let violations = week.checker.violations(in: roster)
    let read = PublishedWeeks(readable: roster, inputs: week.tiny.inputs, problem: problem)
    #expect(read.faults.isEmpty)
    let tour = read.tours(in: problem)[0]
    for name in Set(violations.map(\.rule)) { tally.missed[name, default: 0] += 1 }
    let dates = roster.tours.flatMap(\.shifts).map { "\($0.date) \($0.start)" }
    #expect((tour != nil) == violations.isEmpty, "\(seed) \(violations) \(dates)")
    guard let tour, violations.isEmpty else {
      tally.illegal += 1
      return
    }
    tally.legal += 1
    var state = RosterState(problem)
    state.replace(0, with: tour)
    let costs = RosterDecoder(problem: problem, week: week.tiny.week).costs(state)
    let judged = try #require(week.report(roster).costs)
    if judged.rules > 0 { tally.priced += 1 }
    #expect(
      abs(costs.rules - judged.rules) < 1e-6,
      "\(seed) \(costs.rules) \(judged.rules) \(dates)"
    )
    #expect(abs(costs.overtimePremium - judged.overtimePremium) < 1e-6)
    #expect(abs(state.objective - judged.total) < 1e-6, "\(seed)")
  }
}
