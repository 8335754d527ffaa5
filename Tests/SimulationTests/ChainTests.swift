import Testing
import Workforce

@testable import Simulation

/// Queues that share people, against Markov chains solved exactly: 24 cases of 6 comparisons each,
/// so that all seeds new, something fails by chance once in 70 times.
@Suite struct ChainTests {
  enum Routing: CaseIterable { case longestWait, priority, preference }

  /// Queue a: short contacts, impatient; queue b: long ones.
  ///
  /// `threshold` 0 counts those answered at once.
  private func center(_ routing: Routing, _ people: [[String]]) -> TestCenter {
    var a = TestCenter.Queue(name: "a", perHour: 50, handleSeconds: 60, patience: 40)
    var b = TestCenter.Queue(name: "b", perHour: 30, handleSeconds: 90, patience: 70)
    (a.threshold, b.threshold) = (0, 0)
    switch routing {
    case .longestWait: break
    case .priority: b.priority = 1
    case .preference:
      a.preferredTeams = [["a"]]
      b.preferredTeams = [["a", "b"], ["b"]]
    }
    var center = TestCenter(a, b)
    for queues in people {
      center = center.staffed(by: 1, work: 0..<1440, queues: queues)
    }
    return center
  }

  private func expectAgreement(_ center: TestCenter, seed: UInt64) throws {
    let chain = SkillChain(center, room: 9)
    #expect(chain.fullness < 1e-5)
    let measured = try SettledMeasures.ofAll(center, seed: seed, replications: 500)
    for (index, queue) in center.queues.enumerated() {
      let measures = measured[index]
      expectNear(measures.level, chain.answeredAtOnce(index), "\(queue.name) at once")
      expectNear(measures.abandonment, chain.abandonment(index), "\(queue.name) abandonment")
      expectNear(measures.offeredWait, chain.wait(index), "\(queue.name) wait")
    }
  }

  @Test(arguments: Routing.allCases, [1, 2] as [UInt64])
  func `the N-model agrees with its chain`(routing: Routing, seed: UInt64) throws {
    try expectAgreement(center(routing, [["a"], ["a", "b"]]), seed: seed)
  }

  @Test(arguments: Routing.allCases, [3, 4] as [UInt64])
  func `the W-model agrees with its chain`(routing: Routing, seed: UInt64) throws {
    try expectAgreement(center(routing, [["a"], ["a", "b"], ["b"]]), seed: seed)
  }

  @Test(arguments: [1, 2, 3], [(5, 0), (6, 0), (7, 0.3), (8, 1.2)] as [(UInt64, Double)])
  func `chat with two slots agrees with its chain`(agents: Int, case: (UInt64, Double)) throws {
    let (seed, slowdown) = `case`
    let share = Double(agents) / 2
    var chat = TestCenter.Queue(name: "chat", perHour: 60 * share, handleSeconds: 90, patience: 50)
    var phone = TestCenter.Queue(name: "phone", perHour: 20 * share, patience: 80)
    (chat.threshold, phone.threshold) = (0, 0)
    chat.concurrency = 2
    chat.slowdown = slowdown
    chat.perHour /= 1 + slowdown / 2
    phone.handleSeconds = 60
    let center = TestCenter(chat, phone)
      .staffed(by: agents, work: 0..<1440, queues: ["chat", "phone"])
    let chain = ChatChain(center, room: 9)
    #expect(chain.fullness < 1e-5)
    let measured = try SettledMeasures.ofAll(center, seed: seed, replications: 500)
    for index in 0..<2 {
      expectNear(measured[index].level, chain.answeredAtOnce(index), "\(index) at once")
      expectNear(measured[index].abandonment, chain.abandonment(index), "\(index) abandonment")
      expectNear(measured[index].offeredWait, chain.wait(index), "\(index) wait")
    }
  }
}
