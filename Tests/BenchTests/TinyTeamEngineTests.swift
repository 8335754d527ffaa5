import Testing
import Workforce

@testable import Rostering
@testable import shiftwright_bench

/// Parts of the engine on instances with all that couples people, against all rosters or weeks.
@Suite struct TinyTeamEngineTests {
  @Test(arguments: 0..<100)
  func `the bound at any prices stays below the best roster`(seed: Int) throws {
    let instance = TinyTeam(seed: seed).instance
    guard let best = BruteForceTeam(instance).best() else { return }
    let problem = try TeamProblem(instance: instance).problem()
    var random = RandomStream(seed: 23, name: "coupling prices", keys: seed)
    let rows = CouplingRows(problem.coupling)
    for round in 0..<12 {
      let high = [0.0, 5, 45, 200][round % 4]
      let prices = BoundPrices(
        marginals: problem.cover.capacity.map { _ in high * random.unit() - 1 },
        // prices that no bound may have are taken for none
        coupling: (0..<rows.count).map { _ in high * (random.unit() - 0.4) }
      )
      let bound = LagrangianBound(problem, prices: prices, threads: 1, stop: StopSignal())
      #expect(try #require(bound).value <= best + 1e-6)
    }
  }

  /// Random weeks of everyone, then one person's best response: no week of that person's gives a
  /// better roster.
  @Test(arguments: 0..<100)
  func `a best response is the best of all weeks`(seed: Int) throws {
    let instance = TinyTeam(seed: seed).instance
    let force = BruteForceTeam(instance)
    guard !force.hasPersonWithoutWeek else { return }
    let problem = try TeamProblem(instance: instance).problem()
    var random = RandomStream(seed: 23, name: "weeks", keys: seed)
    let tours = force.shifts.enumerated().map { agent, weeks in
      weeks.map { Self.tour($0, of: agent, problem) }
    }
    var state = RosterState(problem)
    for agent in tours.indices {
      state.replace(agent, with: tours[agent][random.below(tours[agent].count)])
    }
    for agent in tours.indices {
      let least =
        tours[agent].map { tour -> Double in
          var trial = state
          trial.replace(agent, with: tour)
          return trial.objective
        }.min() ?? .infinity
      _ = BestResponse.improve(&state, employee: agent)
      #expect(abs(state.objective - least) < 1e-6)
      #expect(abs(state.objective - state.recomputedObjective()) < 1e-6)
    }
  }

  /// The running price of limits that are not kept is the one counted from the shifts.
  @Test(arguments: 0..<100)
  func `penalties are those of a recount, and the cost is the checker's`(seed: Int) throws {
    let instance = TinyTeam(seed: seed).instance
    let force = BruteForceTeam(instance)
    guard !force.hasPersonWithoutWeek else { return }
    let problem = try TeamProblem(instance: instance).problem()
    var random = RandomStream(seed: 23, name: "penalties", keys: seed)
    var state = RosterState(problem)
    for agent in instance.agents.indices {
      state.replace(agent, with: Self.tour(force.shifts[agent][0], of: agent, problem))
    }
    for _ in 0..<20 {
      let agent = random.below(instance.agents.count)
      let weeks = force.shifts[agent]
      state.replace(agent, with: Self.tour(weeks[random.below(weeks.count)], of: agent, problem))
      let roster = TeamRoster(instance, tours: state.tours)
      let verdict = TeamChecker(instance: instance).verdict(on: roster)
      #expect(verdict.isFeasible == state.isLegal)
      #expect(abs(verdict.objective + state.use.penalty - state.objective) < 1e-6)
      #expect(abs(state.use.penalty - Self.penalty(roster, instance, problem)) < 1e-6)
    }
  }

  /// Overtime, seats and heads in the fractional roster too.
  @Test func `one, two and seven threads reach the same prices`() throws {
    let drawn = try TeamCase.draft(
      people: 24,
      queues: 3,
      .overtime,
      .seats,
      .heads,
      .tenths,
      .skills
    )
    let problem = try TeamProblem(instance: drawn).problem()
    let reached = [1, 2, 7].map { threads -> ([Double], [Double], Double, [[PlannedTour]]) in
      let tours = problem.employees.map { _ in PlannedTour.empty }
      var method = FrankWolfe(problem, tours: tours, seed: 3, threads: threads)
      method.run(passes: 20, incumbent: .infinity, stop: StopSignal()) { _, _ in }
      let state = method.state
      return (
        state.prices.marginals, state.prices.coupling, method.bound,
        state.mixes.map { $0.map(\.tour) }
      )
    }
    #expect(reached[0].1.contains { $0 != 0 })
    #expect(reached[0].2 > problem.contractPay)
    #expect(reached[1] == reached[0])
    #expect(reached[2] == reached[0])
  }

  static func tour(
    _ shifts: [TeamRoster.Shift],
    of agent: Int,
    _ problem: RosterProblem
  ) -> PlannedTour {
    let person = problem.employees[agent]
    let planned = shifts.map { shift -> PlannedShift in
      var pauses = SIMD8<UInt16>(repeating: 0)
      for (index, offset) in shift.breaks.enumerated() { pauses[index] = UInt16(offset) }
      return PlannedShift(
        day: shift.day,
        start: shift.day * 96 + shift.start,
        shape: shift.type,
        group: person.days[shift.day].group,
        agenda: shift.training ?? -1,
        pauses: pauses
      )
    }
    return problem.tour(of: planned, employee: person)
  }

  private static func penalty(
    _ roster: TeamRoster,
    _ instance: TeamInstance,
    _ problem: RosterProblem
  ) -> Double {
    let checker = TeamChecker(instance: instance)
    let weeks = zip(instance.agents, roster.agents).map { checker.week($1.shifts, of: $0) }
    let overtime = weeks.reduce(0) { $0 + $1.overtime } - instance.otBudget[0]
    let crowd = instance.sessions.reduce(0) { sum, session in
      sum + max(0, weeks.count { $0.sessions.contains(session.id) } - session.cap)
    }
    var heads = 0
    for limit in instance.heads ?? [] {
      for slot in limit.from..<limit.until {
        let present = zip(instance.agents, weeks).count {
          limit.counts($0) && $1.presence.contains(slot)
        }
        heads += max(0, (limit.least ?? 0) - present) + max(0, present - (limit.most ?? .max))
      }
    }
    return problem.penalties.overtimeMinute * Double(15 * max(0, overtime))
      + problem.penalties.seat * Double(crowd) + problem.penalties.head * Double(heads)
  }
}
