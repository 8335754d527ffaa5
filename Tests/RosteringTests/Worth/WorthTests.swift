import GLPKSolver
import TestSupport
import Testing
import Workforce

@testable import Rostering

/// Worth by duals and by new searches, against rosters that were all tried.
@Suite struct WorthTests {
  @Test(arguments: 0..<60)
  func `what is proved of a worth holds for the exact one`(seed: Int) throws {
    guard let oracle = try WorthOracle(seed: seed) else { return }
    let settled = oracle.settled
    #expect(abs(settled.objective - oracle.best) < 1e-6)
    let gap = settled.objective - settled.boundAtDuals
    let asked = oracle.changes(of: oracle.estimates(), 12, seed: seed)
    let found = try settled.confirmed(asked.map(\.change))
    let estimates = Dictionary(uniqueKeysWithValues: asked.map { ($0.change, $0) })
    for entry in found {
      guard let exact = oracle.exact(entry.change) else { continue }
      let estimate = try #require(estimates[entry.change])
      let place = "\(entry.change): exact \(exact), \(estimate), \(entry)"
      #expect(entry.proved.lowerBound <= exact + 1e-5, "\(place)")
      #expect(entry.proved.upperBound >= exact - 1e-5, "\(place)")
      if entry.change.isLoss {
        #expect(entry.worth >= exact - 1e-6, "\(place)")
        #expect(exact >= estimate.dual - gap - 1e-3, "\(place)")
        #expect(entry.worth >= estimate.dual - gap - 1e-3, "\(place)")
      } else {
        #expect(entry.worth <= exact + 1e-6, "\(place)")
        #expect(exact <= estimate.dual + gap + 1e-3, "\(place)")
        #expect(entry.worth <= estimate.dual + gap + 1e-3, "\(place)")
      }
    }
  }

  /// The new search is a local one; on weeks of two people it finds nearly every exact worth.
  @Test func `most new searches find the exact worth`() throws {
    var hits = 0
    var count = 0
    for seed in 60..<100 {
      guard let oracle = try WorthOracle(seed: seed) else { continue }
      let asked = oracle.changes(of: oracle.estimates(), 6, seed: seed)
      for entry in try oracle.settled.confirmed(asked.map(\.change)) {
        guard let exact = oracle.exact(entry.change) else { continue }
        count += 1
        if abs(exact - entry.worth) < 1e-6 { hits += 1 }
      }
    }
    #expect(count > 60)
    #expect(Double(hits) >= 0.9 * Double(count), "\(hits) of \(count)")
  }

  @Test(arguments: 0..<40)
  func `no rule taken away and no certificate more makes a week dearer`(seed: Int) throws {
    guard let oracle = try WorthOracle(seed: seed) else { return }
    let settled = oracle.settled
    let skills = oracle.week.tiny.inputs.settings.queues.map(\.skill)
    let estimates = settled.rules() + settled.certificates(skills)
    #expect(!settled.rules().isEmpty)
    for estimate in estimates { #expect(estimate.dual >= -1e-3, "\(estimate)") }
    for entry in try settled.confirmed(estimates.map(\.change)) {
      #expect(entry.objective <= settled.objective + 1e-6, "\(entry)")
      #expect(entry.bound <= entry.objective + 1e-9)
    }
  }

  /// One more person helps by what the slots lack at most, and harms by what idleness costs.
  @Test(arguments: 0..<40)
  func `an hour is worth between idleness and the dearest missing person`(seed: Int) throws {
    guard let oracle = try WorthOracle(seed: seed) else { return }
    let settled = oracle.settled
    let slots = Double(60 / settled.grid.stepMinutes)
    let hours = settled.hours(every: 30)
    let range = -settled.problem.cover.idleCost * slots...settled.problem.cover.dearest * slots
    for estimate in hours {
      #expect(range.contains(estimate.dual))
      let marginal = try #require(estimate.marginal)
      #expect(marginal >= range.lowerBound - 1e-9)
      #expect(marginal <= range.upperBound + 1e-9)
      let parts = estimate.byQueue.reduce(0, +)
      #expect(abs(parts - estimate.dual) < 1e-9)
    }
  }

  /// The exact cover with one more person, counted anew from a week that has that person.
  @Test(arguments: 0..<30)
  func `the marginal worth of an hour is the change of the exact cover`(seed: Int) throws {
    guard let oracle = try WorthOracle(seed: seed) else { return }
    let settled = oracle.settled
    for estimate in oracle.changes(of: settled.hours(every: 30), 4, seed: seed) {
      let variant = try #require(settled.compiler.variant(estimate.change))
      let whole = variant.whole(of: settled.problem)
      var state = RosterState(whole)
      for (employee, tour) in settled.start.tours.enumerated() {
        state.replace(employee, with: tour)
      }
      let before = state.objective
      let added = try #require(
        BestResponse.response(of: settled.start.tours.count, in: fresh(state))
      )
      state.replace(settled.start.tours.count, with: added)
      #expect(abs(before - state.objective - (estimate.marginal ?? .nan)) < 1e-6)
    }
  }

  private func fresh(_ state: RosterState) -> RosterState {
    var state = state
    state.cover.refresh()
    return state
  }

  @Test(arguments: [0, 7, 11, 23])
  func `threads change nothing`(seed: Int) throws {
    guard let one = try WorthOracle(seed: seed), let three = try WorthOracle(seed: seed, threads: 3)
    else { return }
    let estimates = one.estimates()
    #expect(estimates == three.estimates())
    #expect(one.settled.noise == three.settled.noise)
    let changes = one.changes(of: estimates, 8, seed: seed).map(\.change)
    #expect(try one.settled.confirmed(changes) == three.settled.confirmed(changes))
  }

  @Test func `a roster that breaks rules is not valued`() throws {
    let week = TinyWeek(seed: 3)
    var roster = try week.optimizer().build().roster
    let place = try #require(roster.tours.firstIndex { !$0.shifts.isEmpty })
    let shift = roster.tours[place].shifts[0]
    let employee = roster.tours[place].employee
    var inputs = week.tiny.inputs
    inputs.absences.append(
      Absence(
        employee: employee,
        from: LocalDateTime(date: shift.date, secondOfDay: 0),
        until: LocalDateTime(date: shift.date, secondOfDay: 86_400),
        kind: "sick"
      )
    )
    roster.tours[place].shifts = [shift]
    #expect(throws: ShiftwrightError.self) {
      try RosterWorth(
        inputs: inputs,
        costs: week.costs,
        published: roster,
        effort: WorthEffort(),
        solver: GLPKSolver()
      )
    }
  }
}
