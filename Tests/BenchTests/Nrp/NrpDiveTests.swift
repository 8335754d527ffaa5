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
    let legs: Int
    let wasGuarded: Bool
  }

  private static func relaxed(_ problem: RosterProblem, threads: Int) throws -> MasterSolution {
    var state = RosterState(problem)
    for employee in problem.employees.indices {
      _ = BestResponse.improve(&state, employee: employee)
    }
    return try MasterSolution.solve(
      problem,
      pool: state.tours.map { [$0] },
      center: state.middlePrices(),
      threads: threads,
      budget: 1e8,
      rounds: 200,
      solver: GLPKSolver(),
      stop: StopSignal()
    )
  }

  private static func dived(
    _ problem: RosterProblem,
    threads: Int,
    budget: Double = 1e8,
    deadline: ContinuousClock.Instant? = nil
  ) throws -> Dived {
    let solution = try relaxed(problem, threads: threads)
    let dive = MasterDive(
      problem: problem,
      threads: threads,
      rounds: 10,
      noise: 0.1,
      seed: 7,
      budget: budget,
      followsClock: deadline != nil,
      center: solution.prices
    )
    let outcome = try dive.run(
      from: solution.starts(problem),
      solver: GLPKSolver(),
      stop: StopSignal(deadline: deadline)
    )
    let tours = try #require(outcome.tours)
    var found = RosterState(problem)
    for (employee, tour) in tours.enumerated() { found.replace(employee, with: tour) }
    return Dived(
      tours: tours,
      bound: solution.bound,
      objective: found.objective,
      legs: outcome.legs,
      wasGuarded: outcome.wasGuarded
    )
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
    #expect(dived.legs > 1)
    #expect(!dived.wasGuarded)
  }

  @Test func `a clock with time enough changes nothing`() throws {
    let problem = try NrpProblem(Self.drawn(seed: 3)).problem().problem
    let far = ContinuousClock.now + .seconds(36_000)
    let (free, clocked) = (
      try Self.dived(problem, threads: 2), try Self.dived(problem, threads: 2, deadline: far)
    )
    #expect(free.tours.map(\.shifts) == clocked.tours.map(\.shifts))
    #expect(!clocked.wasGuarded)
  }

  @Test func `settles everybody in few steps when the budget is used up`() throws {
    let instance = Self.drawn(seed: 2)
    let model = NrpProblem(instance)
    let hasty = try Self.dived(try model.problem().problem, threads: 2, budget: 1)
    let verdict = NrpChecker(instance: instance).verdict(on: model.roster(hasty.tours))
    #expect(verdict.broken == [])
    #expect(hasty.legs <= 2)
    #expect(!hasty.wasGuarded, "work alone decided")
  }

  @Test func `a stop before the first relaxation gives no roster`() throws {
    let problem = try NrpProblem(Self.drawn(seed: 2)).problem().problem
    let solution = try Self.relaxed(problem, threads: 2)
    let stop = StopSignal()
    stop.stop(.cancelled)
    let dive = MasterDive(
      problem: problem,
      threads: 2,
      rounds: 10,
      noise: 0.1,
      seed: 7,
      budget: 1e8,
      followsClock: false,
      center: solution.prices
    )
    let outcome = try dive.run(
      from: solution.starts(problem),
      solver: GLPKSolver(),
      stop: stop
    )
    #expect(outcome.tours == nil)
  }

  /// With the best labels alone a bound is lower; with all of them it is what the cheapest horizons
  /// cost.
  @Test func `more labels raise the bound to the cheapest horizons' cost`() throws {
    var (cut, raised) = (0, 0)
    for seed in 0..<6 {
      let problem = try NrpProblem(Self.drawn(seed: seed)).problem().problem
      let solution = try Self.relaxed(problem, threads: 2)
      let bounds = try [2, HorizonLabels.widestForBounds].map { labels in
        try #require(
          LagrangianBound(
            problem,
            prices: solution.prices,
            threads: 2,
            stop: StopSignal(),
            labels: labels
          )
        )
      }
      #expect(bounds[0].value <= bounds[1].value + 1e-6)
      #expect(bounds[1].cuts == 0)
      if bounds[0].cuts > 0 { cut += 1 }
      if bounds[0].value < bounds[1].value - 1e-6 { raised += 1 }
      let tables = LagrangianBound.tables(problem, prices: bounds[1].prices, threads: 1)
      var least = 0.0
      for cell in solution.prices.marginals.indices {
        let price = bounds[1].prices.marginals[cell]
        least += problem.cover.leastCost(cell: cell, price: price)
      }
      for tour in bounds[1].tours { least += problem.netCost(of: tour, tables: tables) }
      #expect(abs(least - bounds[1].value) < 1e-4)
    }
    #expect(cut > 0)
    #expect(raised > 0)
  }

  @Test func `gives the same with one thread and with two`() throws {
    let problem = try NrpProblem(Self.drawn(seed: 1)).problem().problem
    let (one, two) = (
      try Self.dived(problem, threads: 1), try Self.dived(problem, threads: 2)
    )
    #expect(one.tours.map(\.shifts) == two.tours.map(\.shifts))
  }
}
