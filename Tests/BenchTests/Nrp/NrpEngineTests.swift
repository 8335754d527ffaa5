import Foundation
import GLPKSolver
import Testing
import Workforce

@testable import Rostering
@testable import shiftwright_bench

@Suite struct NrpEngineTests {
  private static func result(_ instance: NrpInstance, seed: UInt64 = 1, threads: Int = 1) throws
    -> (result: HorizonResult, roster: NrpRoster, constant: Double)
  {
    let model = NrpProblem(instance)
    let result = try model.problem().problem.optimizedOverHorizon(
      options: RosterOptions(effort: 1, threads: threads, seed: seed),
      grain: 1,
      solver: GLPKSolver(),
      stop: StopSignal()
    )
    return (result, model.roster(result.tours), Double(model.constant))
  }

  /// All rosters of two or three people over a week are tried.
  @Test(arguments: 0..<24)
  func `finds the best roster of tiny instances, with a bound below it`(seed: Int) throws {
    let instance = TinyNurses.drawn(seed: seed)
    let (result, roster, constant) = try Self.result(instance)
    guard let least = TinyNurses.least(instance) else {
      #expect(!result.impossible.isEmpty)
      return
    }
    let verdict = NrpChecker(instance: instance).verdict(on: roster)
    #expect(verdict.broken == [])
    #expect(abs(result.objective + constant - Double(verdict.cost)) < 1e-6)
    #expect(result.bound + constant <= Double(least) + 1e-6)
    #expect(verdict.cost == least)
  }

  @Test func `the same work gives the same roster with one thread and with two`() throws {
    let instance = try NrpReader.instance(TinyNurses.text, path: "tiny.txt")
    let (one, two) = (
      try Self.result(instance, threads: 1), try Self.result(instance, threads: 2)
    )
    #expect(one.roster == two.roster)
    #expect(one.result.bound == two.result.bound)
    #expect(!one.result.isCutShort)
  }

  @Test func `people without a legal horizon are named`() throws {
    let text = TinyNurses.text.replacing("2880,960,3,2,2,1", with: "2880,4000,3,2,2,1")
    let instance = try NrpReader.instance(text, path: "tiny.txt")
    let (result, roster, _) = try Self.result(instance)
    #expect(result.impossible == ["Ann"])
    #expect(
      NrpChecker(instance: instance).verdict(on: roster).broken.contains {
        $0.contains("employee Ann: 0 minutes, at least 4000")
      }
    )
  }
}
