import Foundation
import GLPKSolver
import Rostering
import Testing
import Workforce

@testable import shiftwright_bench

/// An instance with what the engine made of it and what the checker says.
struct TeamCase {
  let instance: TeamInstance
  let problem: RosterProblem
  let result: RosterResult
  let verdict: TeamVerdict

  init(
    _ instance: TeamInstance,
    threads: Int = 1,
    seed: UInt64 = 1,
    stop: StopSignal = StopSignal()
  ) throws {
    #expect(instance.faults == [])
    self.instance = instance
    problem = try TeamProblem(instance: instance).problem()
    result = try problem.optimized(
      options: RosterOptions(effort: 1, threads: threads, seed: seed),
      solver: GLPKSolver(),
      stop: stop
    )
    verdict = TeamChecker(instance: instance)
      .verdict(on: TeamRoster(instance, tours: result.tours))
  }

  /// A drawn instance, cut to three days, so that it is quick to solve.
  static func draft(
    people: Int,
    seed: UInt64 = 1,
    queues: Int = 1,
    sites: Int = 1,
    load: Double = 1,
    aroundTheClock: Bool = false,
    partTime: Bool = false,
    days: Range<Int> = 1..<4,
    _ tight: TeamDraftOptions.Tight...
  ) throws -> TeamInstance {
    let options = try TeamDraftOptions(
      seed: seed,
      people: people,
      queues: queues,
      sites: sites,
      load: load,
      aroundTheClock: aroundTheClock,
      partTime: partTime,
      tight: tight
    )
    return TeamDraft(options).instance.cut(to: days)
  }

  /// The roster as its file holds it.
  var roster: TeamRoster { TeamRoster(instance, tours: result.tours) }

  /// The bytes of the roster file.
  func bytes() throws -> Data { try roster.json() }

  /// Expects a roster that keeps everything, at the cost that the engine says.
  func expectClean(_ location: SourceLocation = #_sourceLocation) {
    #expect(verdict.errors == [], sourceLocation: location)
    #expect(result.isLegal, sourceLocation: location)
    #expect(abs(verdict.objective - result.objective) < 1e-6, sourceLocation: location)
    #expect(result.bound <= verdict.objective + 1e-6, sourceLocation: location)
    #expect(abs(verdict.basePay - result.contractPay) < 1e-6, sourceLocation: location)
  }

  /// People present per slot.
  var crowd: [Int] {
    let checker = TeamChecker(instance: instance)
    var count = [Int](repeating: 0, count: TeamChecker.slotCount)
    for (agent, given) in zip(instance.agents, roster.agents) {
      for slot in checker.week(given.shifts, of: agent).presence { count[slot] += 1 }
    }
    return count
  }

  /// Why no roster is legal, in words.
  var reasons: [String] { instance.reasons(problem.obstacles(missedBy: result.tours)) }
}

extension TeamInstance {
  /// The same instance with work on a few days only: contracts are cut to two of them.
  fileprivate func cut(to days: Range<Int>) -> TeamInstance {
    var short = self
    guard days.count < TeamChecker.dayCount else { return short }
    for queue in queues.indices {
      for slot in queues[queue].req.indices where !days.contains(slot / TeamChecker.daySlots) {
        short.queues[queue].req[slot] = 0
      }
    }
    short.heads = heads.map { $0.filter { days.contains($0.from / TeamChecker.daySlots) } }
    let offered = sessions.filter { days.contains($0.day) }.map(\.id)
    short.agents = agents.map { agent in
      var agent = agent.cut(to: days, paid: shiftTypes.map(\.paid))
      if let training = agent.training, !training.contains(where: offered.contains) {
        agent.training = nil
      }
      return agent
    }
    return short
  }
}

extension TeamInstance.Agent {
  fileprivate func cut(to days: Range<Int>, paid: [Int]) -> Self {
    var short = self
    for day in avail.indices where !days.contains(day) { short.avail[day] = nil }
    let own = types.map { paid[$0] }
    let count = min(2, short.avail.count { $0 != nil }, daysMax)
    short.daysMin = count
    short.daysMax = count
    short.paidMin = count * (own.min() ?? 0)
    short.paidMax = count * (own.max() ?? 0)
    if otAfter < 1_000_000 { short.otAfter = short.paidMin }
    if count == 0 { short.training = nil }
    return short
  }
}
