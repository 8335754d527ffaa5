import GLPKSolver
import Rostering
import Testing
import Workforce

@testable import shiftwright_bench

/// Limits that cannot be kept together are named, against all rosters.
@Suite struct ConflictTests {
  /// The first weeks of everyone, and the reasons that are given for them.
  private static func obstacles(_ instance: TeamInstance) throws -> [RosterObstacle] {
    let problem = try TeamProblem(instance: instance).problem()
    let result = try problem.optimized(
      options: RosterOptions(effort: 1),
      solver: GLPKSolver(),
      stop: StopSignal(deadline: .now - .seconds(1))
    )
    return try problem.obstacles(missedBy: result.tours, solver: GLPKSolver())
  }

  private static func everyone(_ instance: TeamInstance) -> [Int] { instance.agents.map(\.id) }

  /// What is called a conflict is one: no roster at all keeps those limits alone.
  @Test func `no roster keeps the limits of a conflict`() throws {
    var (conflicts, together, needed, limits) = (0, 0, 0, 0)
    for seed in 0..<400 {
      let instance = TinyTeam(seed: seed).instance
      let force = BruteForceTeam(instance)
      guard !force.hasPersonWithoutWeek, force.best() == nil else { continue }
      for case .conflict(let found, let isSmallest) in try Self.obstacles(instance) {
        conflicts += 1
        if found.count > 1 { together += 1 }
        #expect(isSmallest)
        #expect(!found.isEmpty)
        #expect(BruteForceTeam(instance.keeping(found)).best() == nil, "seed \(seed)")
        for limit in found {
          limits += 1
          let rest = instance.keeping(found.filter { $0 != limit })
          if BruteForceTeam(rest).best() != nil { needed += 1 }
        }
      }
    }
    #expect(conflicts >= 5 && together >= 2, "\(conflicts), \(together)")
    // without one of them there is a mix of weeks; mostly that means a roster too
    #expect(needed * 10 >= limits * 8, "\(needed) of \(limits)")
  }

  /// Where there is a legal roster, nothing is called a conflict.
  @Test func `limits that a roster keeps are never in conflict`() throws {
    for seed in 0..<200 {
      let instance = TinyTeam(seed: seed).instance
      guard BruteForceTeam(instance).best() != nil else { continue }
      let found = try Self.obstacles(instance)
      guard !found.isEmpty else { continue }
      guard found.count == 1, case .notFound(let limits) = found[0] else {
        Issue.record("seed \(seed): \(found)")
        continue
      }
      #expect(!limits.isEmpty)
    }
  }

  @Test func `two limits on heads that each could be kept are named together`() throws {
    var drawn = try TeamCase.draft(people: 8)
    for index in drawn.agents.indices {
      drawn.agents[index].avail = (0..<7).map { $0 == 1 || $0 == 2 ? [28, 88] : nil }
      drawn.agents[index].training = nil
    }
    let ids = Self.everyone(drawn)
    drawn.heads = [
      TeamInstance.Heads(site: nil, agents: [ids[0]], from: 136, until: 138, least: nil, most: 0),
      TeamInstance.Heads(site: 0, agents: nil, from: 190, until: 191, least: nil, most: 8),
      TeamInstance.Heads(site: 0, agents: nil, from: 137, until: 138, least: 8, most: nil),
    ]
    let found = try Self.obstacles(drawn)
    #expect(found == [.conflict([.heads(limit: 0), .heads(limit: 2)], isSmallest: true)])
    #expect(
      drawn.reasons(found) == [
        "no roster keeps all of these together: heads limit 0 (day 1 10:00 to day 1 10:30, "
          + "at most 0); heads limit 2 (day 1 10:15 to day 1 10:30, at least 8)"
      ]
    )
  }

  @Test func `what is only missed is not called impossible`() throws {
    let drawn = try TeamCase.draft(people: 3)
    let names: [RosterLimit] = [.overtime(site: 0)]
    let words = drawn.reasons([.notFound(names)])
    #expect(
      words == [
        "no roster was found that keeps overtime of site 0 (at most \(drawn.otBudget[0]) slots); "
          + "it is not proved that there is none, more effort or another seed may find one"
      ]
    )
    #expect(
      drawn.reasons([.conflict([.overtime(site: 0)], isSmallest: true)])
        == ["no roster keeps overtime of site 0 (at most \(drawn.otBudget[0]) slots)"]
    )
  }
}

extension TeamInstance {
  /// The same instance with some of its limits only.
  fileprivate func keeping(_ limits: [RosterLimit]) -> TeamInstance {
    var fewer = self
    for site in otBudget.indices where !limits.contains(.overtime(site: site)) {
      fewer.otBudget[site] = 1_000_000
    }
    for session in sessions.indices where !limits.contains(.seats(session: session)) {
      fewer.sessions[session].cap = 1000
    }
    fewer.heads = (heads ?? []).enumerated().filter { limits.contains(.heads(limit: $0.offset)) }
      .map(\.element)
    return fewer
  }
}
