import GLPKSolver
import Rostering
import Synchronization
import Testing
import Workforce

@testable import shiftwright_bench

@Suite struct TinyTeamTests {
  static let seeds = 0..<160

  @Test(arguments: seeds)
  func `bound, best of all rosters and roster are in order`(seed: Int) throws {
    let instance = TinyTeam(seed: seed).instance
    let best = BruteForceTeam(instance).best()
    let problem = try TeamProblem(instance: instance).problem()
    let told = Mutex<[Double]>([])
    let result = try problem.optimized(
      options: RosterOptions(effort: 1, threads: 1),
      solver: GLPKSolver(),
      stop: StopSignal(),
      progress: { progress in
        guard let incumbent = progress.incumbent, told.withLock({ $0.last }) != incumbent else {
          return
        }
        told.withLock { $0.append(incumbent) }
      }
    )
    let incumbents = told.withLock { $0 }
    let verdict = TeamChecker(instance: instance)
      .verdict(on: TeamRoster(instance, tours: result.tours))
    #expect(verdict.isFeasible == result.isLegal, "\(verdict.errors)")
    guard let best else {
      #expect(!result.isLegal)
      #expect(incumbents == [], "a roster that breaks a limit was reported")
      return
    }
    #expect(problem.obstacles(missedBy: result.tours) == [])
    #expect(result.bound <= best + 1e-6)
    #expect(result.isLegal, "\(verdict.errors)")
    #expect(abs(verdict.objective - result.objective) < 1e-6)
    #expect(result.objective >= best - 1e-6)
    #expect(result.objective <= best * 1.1 + 20, "best \(best)")
    #expect(!incumbents.isEmpty && incumbents == incumbents.sorted(by: >))
    #expect(incumbents.allSatisfy { $0 >= best - 1e-6 }, "best \(best), told \(incumbents)")
  }

  /// The cases are worth something: in a good share of them the limits cost.
  @Test func `limits matter in many cases and leave no roster in some`() {
    var (dearer, impossible, total) = (0, 0, 0)
    for seed in Self.seeds {
      let force = BruteForceTeam(TinyTeam(seed: seed).instance)
      guard let free = force.best(withLimits: false) else { continue }
      total += 1
      if let best = force.best() {
        if best > free + 1e-6 { dearer += 1 }
      } else {
        impossible += 1
      }
    }
    #expect(dearer >= 30, "\(dearer) of \(total)")
    #expect(impossible >= 5, "\(impossible) of \(total)")
    #expect(total >= 100, "\(total)")
  }
}
