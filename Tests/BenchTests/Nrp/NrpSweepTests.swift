import GLPKSolver
import Testing
import Workforce

@testable import Rostering
@testable import shiftwright_bench

/// Horizons whose master would have too many rows: windows of dates instead.
@Suite struct NrpSweepTests {
  /// Eleven weeks of some people and twelve kinds of shift, early ones not after late ones.
  private static func drawn(seed: Int, people: Int) -> NrpInstance {
    var random = RandomStream(seed: 47, name: "long nurses", keys: seed)
    var instance = NrpInstance(name: "long \(seed)")
    instance.dayCount = 77
    instance.kinds = (0..<12).map { kind in
      NrpInstance.Kind(name: "k\(kind)", minutes: 480, forbiddenNext: kind < 6 ? [] : [0, 1, 2, 3])
    }
    for person in 0..<people {
      instance.people.append(
        NrpInstance.Person(
          name: "p\(person)",
          mostOfKind: (0..<12).map { $0 == 11 ? 9 : 77 },
          mostMinutes: 50 * 480,
          leastMinutes: 44 * 480,
          mostConsecutive: 5,
          leastConsecutive: 2,
          leastDaysOff: 2,
          mostWeekends: 6,
          daysOff: [random.below(77), 3]
        )
      )
      for day in 0..<77 where random.below(3) == 0 {
        instance.wanted.append(
          NrpInstance.Request(
            person: person,
            day: day,
            kind: random.below(12),
            weight: 10 + random.below(40)
          )
        )
      }
    }
    for day in 0..<77 {
      for kind in 0..<12 {
        instance.cover.append(
          NrpInstance.Cover(
            day: day,
            kind: kind,
            required: 1,
            underWeight: 20 + random.below(80),
            overWeight: 1
          )
        )
      }
    }
    return instance
  }

  private static func result(_ model: NrpProblem, threads: Int) throws -> HorizonResult {
    try model.problem().problem.optimizedOverHorizon(
      options: RosterOptions(effort: 4, threads: threads, seed: 1),
      grain: 1,
      solver: GLPKSolver(),
      stop: StopSignal()
    )
  }

  @Test func `sweeps are legal, followed by a bound, and the same with any threads`() throws {
    let instance = Self.drawn(seed: 1, people: 5)
    let model = NrpProblem(instance)
    let (one, two) = (
      try Self.result(model, threads: 1), try Self.result(model, threads: 2)
    )
    #expect(one.tours.map(\.shifts) == two.tours.map(\.shifts))
    #expect(one.bound == two.bound)
    #expect(!one.isCutShort)

    let verdict = NrpChecker(instance: instance).verdict(on: model.roster(one.tours))
    #expect(verdict.broken == [])
    #expect(abs(one.objective + Double(model.constant) - Double(verdict.cost)) < 1e-6)
    #expect(one.bound <= one.objective + 1e-6)
    #expect(one.bound.isFinite, "the bound comes after the sweeps")

    let sweeps = one.stages.filter { $0.name == "sweep" }
    #expect(sweeps.count >= 1)
    #expect(sweeps.allSatisfy { $0.detail.contains("windows of 28 days") })
  }

  /// Annealing leaves little to windows here; people who know nothing of each other leave more.
  @Test(arguments: 0..<3)
  func `a sweep of a poor roster makes it better and keeps it legal`(seed: Int) throws {
    let instance = Self.drawn(seed: seed, people: 12)
    let model = NrpProblem(instance)
    let problem = try model.problem().problem
    var state = RosterState(problem)
    for employee in problem.employees.indices {
      var alone = RosterState(problem)
      _ = BestResponse.improve(&alone, employee: employee)
      state.replace(employee, with: alone.tours[employee])
    }
    var pipeline = HorizonPipeline(
      problem: problem,
      options: try RosterOptions(effort: 60, threads: 2, seed: 1),
      grain: 1,
      solver: GLPKSolver(),
      stop: StopSignal(),
      progress: nil
    )
    let poor = state
    try pipeline.sweep(&state, round: 0)
    #expect(state.objective < poor.objective)
    // windows of dates 0–27 and 49–76 are decided side by side, 28–55 after them
    for days in [0..<28, 56..<77] {
      let changed = problem.employees.indices.contains { person in
        state.tours[person].shifts.filter { days.contains($0.day) }
          != poor.tours[person].shifts.filter { days.contains($0.day) }
      }
      #expect(changed, "\(days)")
    }
    let first = state.objective
    try pipeline.sweep(&state, round: 1)
    #expect(state.objective < first)
    let verdict = NrpChecker(instance: instance).verdict(on: model.roster(state.tours))
    #expect(verdict.broken == [])
    #expect(abs(state.objective + Double(model.constant) - Double(verdict.cost)) < 1e-6)
  }
}
