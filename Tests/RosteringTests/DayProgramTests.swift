import GLPKSolver
import Testing
import Workforce

@testable import Rostering

@Suite struct DayProgramTests {
  /// Every combination of the block's shifts with all placements of breaks, if they are few.
  private static func combinations(_ block: DayBlock, _ state: RosterState) -> [[PlannedShift]]? {
    let problem = state.problem
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
      if all.count > 3000 { return nil }
    }
    return all
  }

  private static func replacing(
    _ shifts: [PlannedShift],
    _ block: DayBlock,
    in state: RosterState
  ) -> RosterState {
    var state = state
    for (person, shift) in zip(block.people, shifts) {
      let week = state.tours[person].shifts.map { $0.day == block.day ? shift : $0 }
      let employee = state.problem.employees[person]
      state.replace(person, with: state.problem.tour(of: week, employee: employee))
    }
    return state
  }

  private static func blocks(_ state: RosterState) -> [DayBlock] {
    (0..<state.problem.dayCount).flatMap { day in
      state.problem.groups.indices.compactMap { group in
        let people = state.tours.indices.filter { person in
          state.tours[person].shifts.contains { $0.day == day && $0.group == group }
        }
        guard !people.isEmpty else { return nil }
        return DayBlock(day: day, group: group, people: people, state: state)
      }
    }
  }

  /// A block's outcome is compared with every combination of shifts: what is proved optimal is,
  /// and what is proposed keeps every week legal and is no worse than before.
  @Test func `agrees with all combinations of a block's shifts`() throws {
    var (proved, best, enumerated) = (0, 0, 0)
    for seed in 0..<120 {
      let problem = try TinyWeek(seed: seed).built().problem
      var weeks = RandomWeeks(problem, name: "day program", seed: seed)
      let state = weeks.state()
      for block in Self.blocks(state) {
        guard let all = Self.combinations(block, state) else { continue }
        let least = all.map { Self.replacing($0, block, in: state).objective }.min() ?? .infinity
        let program = DayProgram(block, state: state, seed: 1, round: 1, nodes: 250)
        let outcome = try program.solve(GLPKSolver())
        #expect(!outcome.isDropped)
        enumerated += 1
        let shifts = outcome.shifts ?? []
        let after = Self.replacing(shifts, block, in: state)
        #expect(after.objective >= least - 1e-6)
        #expect(after.objective <= state.objective + 1e-6)
        #expect(shifts.isEmpty || all.contains(shifts))
        if outcome.isProved {
          proved += 1
          #expect(abs(state.objective - least) < 1e-4)
        }
        if after.objective < least + 1e-6 { best += 1 }
      }
    }
    #expect(enumerated > 100)
    #expect(proved > 20)
    #expect(best * 100 >= enumerated * 98, "\(best) of \(enumerated) blocks solved to the optimum")
  }

  @Test func `choices keep the rest of each week legal`() throws {
    for seed in 0..<100 {
      let problem = try TinyWeek(seed: seed).built().problem
      var weeks = RandomWeeks(problem, name: "choices", seed: seed)
      let state = weeks.state()
      for block in Self.blocks(state) {
        for (person, choices) in zip(block.people, block.choices) {
          let present = state.tours[person].shifts.first { $0.day == block.day }
          #expect(choices.contains { $0.start == present?.start && $0.shape == present?.shape })
          for choice in choices {
            let week = state.tours[person].shifts.map { shift in
              shift.day == block.day
                ? PlannedShift(
                  day: shift.day,
                  start: choice.start,
                  shape: choice.shape,
                  group: shift.group,
                  pauses: .zero
                ) : shift
            }
            #expect(problem.isLegal(week, of: problem.employees[person]))
          }
        }
      }
    }
  }

  @Test(arguments: 0..<60)
  func `sweeps never make a roster worse`(seed: Int) throws {
    let problem = try TinyWeek(seed: seed).built().problem
    var weeks = RandomWeeks(problem, name: "sweep", seed: seed)
    var state = weeks.state()
    let (before, overtime) = (state.objective, state.overtime)
    var sweep = DayProgramSweep(solver: GLPKSolver(), threads: 1, seed: 1)
    let gain = try sweep.sweep(
      &state,
      nodes: 60,
      stop: StopSignal(),
      isSpent: { _ in false },
      progress: { _ in }
    )
    #expect(abs(gain - sweep.tally.gain) < 1e-6)
    #expect(state.objective <= before + 1e-9)
    #expect(abs(before - sweep.tally.gain - state.objective) < 1e-6)
    #expect(abs(state.objective - state.recomputedObjective()) < 1e-6)
    #expect(problem.overtimeBudgets[0] == .max || state.overtime[0] <= overtime[0])
  }
}
