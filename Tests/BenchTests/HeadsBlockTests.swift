import GLPKSolver
import Testing
import Workforce

@testable import Rostering
@testable import shiftwright_bench

/// Day programs where heads are limited, against all combinations of a block's shifts.
@Suite struct HeadsBlockTests {
  /// What the blocks of one instance came to.
  private struct Tally {
    var blocks = 0
    var limited = 0
    var best = 0
    var mended = 0
  }

  /// Every combination of the block's shifts with all placements of breaks, if they are few.
  private static func combinations(_ block: DayBlock, _ problem: RosterProblem)
    -> [[PlannedShift]]?
  {
    let none = [Double](repeating: 0, count: problem.slotCount)
    let table = ShiftTable(slotValues: none, entries: [], problem: problem)
    var all: [[PlannedShift]] = [[]]
    for choices in block.choices {
      let shifts = choices.flatMap { choice in
        table.placements(start: choice.start, shape: choice.shape, slack: 1, problem: problem)
          .map { placed in
            PlannedShift(
              day: block.day,
              start: choice.start,
              shape: choice.shape,
              group: block.group,
              pauses: placed.pauses
            )
          }
      }
      all = all.flatMap { done in shifts.map { done + [$0] } }
      if all.count > 2000 { return nil }
    }
    return all
  }

  private static func replacing(
    _ shifts: [PlannedShift],
    _ place: DayPlace,
    in state: RosterState
  ) -> RosterState {
    var state = state
    for (person, shift) in zip(place.people, shifts) {
      let week = state.tours[person].shifts.map { $0.day == place.day ? shift : $0 }
      let employee = state.problem.employees[person]
      state.replace(person, with: state.problem.tour(of: week, employee: employee))
    }
    return state
  }

  /// Random weeks of everyone; no budget is broken, since a day program leaves overtime as it is.
  private static func state(_ drawn: TeamInstance, seed: Int) throws -> RosterState? {
    var instance = drawn
    instance.otBudget = [10_000]
    let force = BruteForceTeam(instance)
    guard !force.hasPersonWithoutWeek else { return nil }
    var state = RosterState(try TeamProblem(instance: instance).problem())
    var random = RandomStream(seed: 29, name: "heads blocks", keys: seed)
    for (agent, weeks) in force.shifts.enumerated() {
      let shifts = weeks[random.below(weeks.count)]
      state.replace(agent, with: TinyTeamEngineTests.tour(shifts, of: agent, state.problem))
    }
    return state
  }

  private static func check(_ state: RosterState, _ tally: inout Tally) throws {
    var random = RandomStream(seed: 1, name: "places")
    let days = Array(0..<state.problem.dayCount)
    for place in DayPlace.all(state, days: days, &random) {
      let program = place.program(state, seed: 1, round: 1, nodes: 250)
      guard let all = combinations(program.block, state.problem) else { continue }
      let rosters = all.map { replacing($0, place, in: state) }
      let least = rosters.map(\.objective).min() ?? .infinity
      let fewest = rosters.map(\.use.penalty).min() ?? .infinity
      let outcome = try program.solve(GLPKSolver())
      let after = replacing(outcome.shifts ?? [], place, in: state)
      tally.blocks += 1
      if !program.rows.heads.rows.isEmpty { tally.limited += 1 }
      #expect(!outcome.isDropped)
      #expect(after.objective >= least - 1e-6)
      #expect(after.objective <= state.objective + 1e-6)
      if outcome.isProved { #expect(abs(state.objective - least) < 1e-4) }
      if after.objective < least + 1e-6 { tally.best += 1 }
      // no combination keeps the limits better
      #expect(after.use.penalty <= fewest + 1e-6)
      if after.use.penalty < state.use.penalty - 1e-6 { tally.mended += 1 }
    }
  }

  @Test func `agree with all combinations and keep the limits where that can be`() throws {
    var tally = Tally()
    for seed in 0..<400 {
      let instance = TinyTeam(seed: seed).instance
      guard instance.heads?.isEmpty == false, let state = try Self.state(instance, seed: seed)
      else { continue }
      try Self.check(state, &tally)
    }
    #expect(tally.limited > 60, "\(tally)")
    #expect(tally.mended > 5, "\(tally)")
    #expect(tally.best * 100 >= tally.blocks * 98, "\(tally)")
  }

  /// The running sums of a program's rows are those of the roster.
  @Test func `a program's value changes as the roster's objective does`() throws {
    for seed in 0..<80 {
      let instance = TinyTeam(seed: seed).instance
      guard let state = try Self.state(instance, seed: seed) else { continue }
      var random = RandomStream(seed: 1, name: "places")
      for place in DayPlace.all(state, days: Array(0..<7), &random) {
        let program = place.program(state, seed: 1, round: 1, nodes: 8)
        guard let all = Self.combinations(program.block, state.problem) else { continue }
        let columns = { (shifts: [PlannedShift]) in
          shifts.enumerated().map { person, shift -> DayColumn in
            let cost =
              program.block.choices[person].first {
                $0.start == shift.start && $0.shape == shift.shape
              }?.cost ?? .infinity
            return program.rows.column(person, shift: shift, cost: cost)
          }
        }
        let base = program.rows.value(of: columns(program.current))
        for shifts in all.prefix(20) {
          let change = program.rows.value(of: columns(shifts)) - base
          let after = Self.replacing(shifts, place, in: state)
          #expect(abs(change - (after.objective - state.objective)) < 1e-6)
        }
      }
    }
  }
}
