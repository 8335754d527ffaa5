import Testing
import Workforce

@testable import Rostering
@testable import shiftwright_bench

/// Frank–Wolfe from 1,000 people on, where second steps come later than first ones.
@Suite struct LargeTeamTests {
  private static func relaxed(_ problem: RosterProblem, threads: Int) -> FrankWolfe {
    let tours = problem.employees.indices.map { employee in
      let tables = PricingTables(problem: problem, groups: problem.groups(of: employee)) { _ in
        [Double](repeating: 0, count: problem.slotCount)
      }
      return problem.cheapestTour(of: employee, tables: tables)?.tour ?? .empty
    }
    return FrankWolfe(problem, tours: tours, seed: 3, threads: threads)
  }

  @Test func `one and two threads reach the same mixes and prices`() throws {
    let instance = try TeamCase.draft(people: 1000, queues: 3, days: 1..<3)
    let problem = try TeamProblem(instance: instance).problem()
    var methods = [1, 2].map { Self.relaxed(problem, threads: $0) }
    for index in methods.indices {
      for _ in 0..<3 { methods[index].pass(stop: StopSignal()) }
    }
    let states = methods.map(\.state)
    #expect(states[0].marginals == states[1].marginals)
    let (first, second) = (states[0].mixes, states[1].mixes)
    #expect(first.map { $0.map(\.weight) } == second.map { $0.map(\.weight) })
    #expect(first.map { $0.map(\.tour) } == second.map { $0.map(\.tour) })
    #expect(first.contains { $0.count > 1 })
    for mix in first { #expect(abs(mix.reduce(0) { $0 + $1.weight } - 1) < 1e-9) }
  }

  /// What the steps keep up to date is what the mixes add up to.
  @Test func `the cover is that of the mixes, also when stopped`() throws {
    let instance = try TeamCase.draft(people: 1000, queues: 2, days: 1..<3)
    let problem = try TeamProblem(instance: instance).problem()
    var method = Self.relaxed(problem, threads: 2)
    let stop = StopSignal()
    method.pass(stop: stop)
    stop.stop(.cancelled)
    method.pass(stop: stop)
    let state = method.state
    var people = [Double](repeating: 0, count: problem.slotCount)
    for mix in state.mixes {
      for part in mix {
        for shift in part.tour.shifts {
          problem.forEachStretch(of: shift) { stretch in
            for slot in stretch { people[slot] += part.weight }
          }
        }
      }
    }
    for slot in 0..<problem.slotCount {
      let supplied = (0..<problem.queueCount).reduce(0.0) {
        $0 + state.supply[$1 * problem.slotCount + slot]
      }
      #expect(abs(supplied - people[slot]) < 1e-6)
    }
  }

  /// Sums over the slots give what adding up slot by slot gives.
  @Test(arguments: 1...10 as ClosedRange<UInt64>)
  func `weeks are worth what their slots are worth`(seed: UInt64) throws {
    let instance = try TeamCase.draft(people: 12, seed: seed, queues: 3, .tenths, .skills)
    let problem = try TeamProblem(instance: instance).problem()
    var random = RandomStream(seed: seed, name: "worths")
    let marginals = problem.cover.capacity.map { _ in 40 * random.unit() }
    var worths = WeekWorths(problem)
    worths.reset()
    for (employee, mix) in Self.relaxed(problem, threads: 1).state.mixes.enumerated() {
      let tour = mix[0].tour
      var expected = tour.cost
      for shift in tour.shifts {
        problem.forEachStretchInGroup(of: shift) { group, stretch in
          for slot in stretch {
            let values = problem.groups[group].queues.map {
              marginals[$0 * problem.slotCount + slot]
            }
            expected -=
              (values.max() ?? -problem.cover.idleCost) * problem.groups[group].weight
          }
        }
      }
      let cost = worths.netCost(of: tour, marginals)
      #expect(abs(cost - expected) < 1e-7, "\(employee)")
    }
  }
}
