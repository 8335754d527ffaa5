import Testing
import Workforce

@testable import Rostering

/// People whose skills change inside the week.
@Suite struct CompositeGroupTests {
  private static func problem(seed: Int) -> (RosterProblem, [Int]) {
    var random = RandomStream(seed: 12, name: "composite", keys: seed)
    let cuts = Set((0..<1 + random.below(3)).map { _ in 1 + random.below(39) }).sorted()
    let parts = ([0] + cuts).map { RosterGroup.Part(slot: $0, group: random.below(3)) }
    let shape = ShiftShape(
      name: "shape",
      length: 9,
      paidMinutes: 270,
      pauses: [ShiftShape.Pause(kind: .rest, length: 1, earliest: 0, latest: 9)],
      minimumStretch: 1,
      maximumStretch: 8
    )
    let option = ShiftOption(
      start: random.below(35),
      shape: 0,
      clock: 0,
      pay: 0,
      startWish: 0,
      dayOffWish: 0
    )
    let person = RosterEmployee(
      id: "ada",
      site: 0,
      days: [EmployeeDay(group: 3, options: [option])],
      totals: TotalsAutomaton(
        paidMinutes: [270],
        dayCount: 1,
        daysAllowed: 1...1,
        paidAllowed: 0...270
      ),
      sequence: SequenceAutomaton(maximumRun: 1, history: 0, dayCount: 1),
      minimumRest: 0,
      maximumStartChange: 0,
      overtimeAfter: 270,
      minimumPaid: 0,
      wagePerMinute: 0,
      weekendHistory: 0
    )
    let step = CoverCost(steps: [CoverCost.Step(people: 1, worth: 9)])
    let problem = PlainProblem.make(
      slotCount: 40,
      cover: (0..<2).map { _ in Array(repeating: step, count: 40) },
      crews: [
        RosterGroup(queues: [0]), RosterGroup(queues: [1]), RosterGroup(queues: [0, 1], tenths: 5),
        RosterGroup(parts: parts),
      ],
      shapes: [shape],
      employees: [person]
    )
    // the group in each slot, by the definition
    let groups = (0..<40).map { slot in parts.last { $0.slot <= slot }?.group ?? 0 }
    return (problem, groups)
  }

  @Test(arguments: 0..<200)
  func `each slot is worth what the group of that slot makes of it`(seed: Int) {
    let (problem, groups) = Self.problem(seed: seed)
    var random = RandomStream(seed: 12, name: "composite values", keys: seed)
    let values = (0..<3).map { _ in (0..<40).map { _ in Double(random.below(40) - 9) } }
    let tables = PricingTables(problem: problem, groups: [3]) { values[$0] }
    let start = problem.employees[0].days[0].options[0].start
    let worth = { (slot: Int) in slot < 40 ? values[groups[slot]][slot] : 0 }
    let whole = (start..<start + 9).reduce(0) { $0 + worth($1) }
    let best = (1...7).map { whole - worth(start + $0) }.max() ?? 0
    let found = problem.cheapestTour(of: 0, tables: tables)
    #expect(abs((found?.reducedCost ?? .infinity) + best) < 1e-9)
  }

  @Test(arguments: 0..<200)
  func `each slot of work counts in the group of that slot, once`(seed: Int) throws {
    let (problem, groups) = Self.problem(seed: seed)
    let tables = PricingTables(problem: problem, groups: [3]) { _ in
      (0..<40).map { Double($0 * 7 % 11) }
    }
    let tour = try #require(problem.cheapestTour(of: 0, tables: tables)?.tour)
    var counted: [Int: Int] = [:]
    problem.forEachStretchInGroup(of: tour.shifts[0]) { group, stretch in
      for slot in stretch {
        #expect(counted[slot] == nil)
        counted[slot] = group
      }
    }
    let shift = tour.shifts[0]
    let pause = shift.start + Int(shift.pauses[0])
    let expected = (shift.start..<min(40, shift.start + 9)).filter { $0 != pause }
    #expect(counted.keys.sorted() == expected)
    #expect(expected.allSatisfy { counted[$0] == groups[$0] })
    var state = RosterState(problem)
    let before = state.cover.cost
    state.replace(0, with: tour)
    // everyone given to a queue saves 9 for a whole person
    let saved = expected.reduce(0.0) { $0 + (groups[$1] == 2 ? 4.5 : 9) }
    #expect(abs(before - state.cover.cost - saved) < 1e-9)
    state.replace(0, with: .empty)
    #expect(state.cover.cost == before)
  }
}
