import GLPKSolver
import Testing
import Workforce

@testable import Rostering
@testable import shiftwright_bench

/// Dives of so many people that they take several legs.
@Suite struct NrpDiveTests {
  /// Two weeks of 24 people and three kinds of shift, with about as many needed as there are.
  private static func drawn(seed: Int) -> NrpInstance {
    var random = RandomStream(seed: 43, name: "many nurses", keys: seed)
    var instance = NrpInstance(name: "many \(seed)")
    instance.dayCount = 14
    instance.kinds = [
      NrpInstance.Kind(name: "E", minutes: 480, forbiddenNext: []),
      NrpInstance.Kind(name: "D", minutes: 480, forbiddenNext: [0]),
      NrpInstance.Kind(name: "L", minutes: 600, forbiddenNext: [0, 1]),
    ]
    for person in 0..<24 {
      instance.people.append(
        NrpInstance.Person(
          name: "p\(person)",
          mostOfKind: [14, random.below(3) == 0 ? 0 : 14, 2 + random.below(4)],
          mostMinutes: 4320,
          leastMinutes: 3360,
          mostConsecutive: 5,
          leastConsecutive: 2,
          leastDaysOff: 2,
          mostWeekends: 1,
          daysOff: [random.below(14)]
        )
      )
      for day in 0..<14 where random.below(4) == 0 {
        instance.wanted.append(
          NrpInstance.Request(
            person: person,
            day: day,
            kind: random.below(3),
            weight: 1 + random.below(3)
          )
        )
      }
    }
    for day in 0..<14 {
      for kind in 0..<3 {
        let required = (NrpInstance.isWeekend(day) ? 2 : 4) + random.below(3)
        instance.cover.append(
          NrpInstance.Cover(
            day: day,
            kind: kind,
            required: required,
            underWeight: 100,
            overWeight: 1
          )
        )
      }
    }
    return instance
  }

  private struct Dived {
    let tours: [PlannedTour]
    let bound: Double
    let objective: Double
  }

  private static func dived(_ problem: RosterProblem, threads: Int) throws -> Dived {
    var state = RosterState(problem)
    for employee in problem.employees.indices {
      _ = BestResponse.improve(&state, employee: employee)
    }
    let solution = try MasterSolution.solve(
      problem,
      pool: state.tours.map { [$0] },
      center: state.middlePrices(),
      threads: threads,
      budget: 1e8,
      rounds: 200,
      solver: GLPKSolver(),
      stop: StopSignal()
    )
    let dive = MasterDive(
      problem: problem,
      threads: threads,
      rounds: 10,
      noise: 0.1,
      seed: 7,
      budget: 1e8,
      center: solution.prices
    )
    let outcome = try dive.run(
      from: solution.starts(problem),
      solver: GLPKSolver(),
      stop: StopSignal()
    )
    let tours = try #require(outcome.tours)
    var found = RosterState(problem)
    for (employee, tour) in tours.enumerated() { found.replace(employee, with: tour) }
    return Dived(tours: tours, bound: solution.bound, objective: found.objective)
  }

  /// The checker for files shares no code with the engine.
  @Test(arguments: 0..<6)
  func `gives legal rosters near the bound, at the cost that the checker finds`(seed: Int) throws {
    let instance = Self.drawn(seed: seed)
    let model = NrpProblem(instance)
    let dived = try Self.dived(try model.problem().problem, threads: 2)
    let verdict = NrpChecker(instance: instance).verdict(on: model.roster(dived.tours))
    #expect(verdict.broken == [])
    #expect(abs(dived.objective + Double(model.constant) - Double(verdict.cost)) < 1e-6)
    #expect(dived.objective >= dived.bound - 1e-6)
    // one person who is missing for a shift costs 100
    #expect(dived.objective <= dived.bound + 300, "\(dived.objective) over \(dived.bound)")
  }

  @Test func `gives the same with one thread and with two`() throws {
    let problem = try NrpProblem(Self.drawn(seed: 1)).problem().problem
    let (one, two) = (
      try Self.dived(problem, threads: 1), try Self.dived(problem, threads: 2)
    )
    #expect(one.tours.map(\.shifts) == two.tours.map(\.shifts))
  }
}
