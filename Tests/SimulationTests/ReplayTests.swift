import Testing
import Workforce

@testable import Simulation

@Suite struct ReplayTests {
  private let center = TestCenter(
    .init(name: "a", perHour: 80, handleSeconds: 150, patience: 70),
    .init(name: "b", perHour: 20, handleSeconds: 300)
  )
  .staffed(by: 3, work: 0..<240, 270..<500, queues: ["a"])
  .staffed(by: 3, work: 0..<480, queues: ["a", "b"])

  private func record(
    _ second: Int,
    wait: Double? = nil,
    _ outcome: ContactRecord.Outcome,
    _ work: Double? = nil
  )
    throws -> ContactRecord
  {
    ContactRecord(
      arrived: Instant(secondsSinceEpoch: try center.grid().start.secondsSinceEpoch + second),
      wait: wait.map { .seconds($0) },
      outcome: outcome,
      handleTime: work.map { .seconds($0) }
    )
  }

  @Test func `known times are kept and unknown ones drawn`() throws {
    var center = center
    center.replay = PastContacts(queues: [
      [
        try record(500, wait: 12, .abandoned), try record(100, wait: 30, .answered, 77),
        try record(9000, .answered), try record(9000, .abandoned), try record(50, .contained),
        try record(-5, .answered, 1), try record(200_000, .answered, 1),
      ],
      [try record(100, wait: 5, .answered, 11)],
    ])
    let contacts = try center.contacts()
    #expect(contacts.map(\.arrival) == [100, 100, 500, 9000, 9000])
    #expect(contacts.map(\.queue) == [0, 1, 0, 0, 0])
    #expect(contacts.map(\.interval) == [0, 0, 0, 2, 2])
    #expect(contacts[0].work == 77)
    #expect(contacts[1].work == 11)
    // One that was answered after 30 s would have waited longer; b's never leave.
    #expect(contacts[0].leaves > 130)
    #expect(contacts[1].leaves == .infinity)
    #expect(contacts[2].leaves == 512)
    let other = try center.contacts(replication: 1)
    #expect(other[0].leaves != contacts[0].leaves)
    #expect(other[2].leaves == contacts[2].leaves)
    #expect(other[2].work != contacts[2].work)
    #expect(other[0].work == contacts[0].work)
  }

  @Test func `what is drawn has the means of the forecast`() throws {
    var center = center
    let records = try (0..<4000).map { try record($0, wait: 20, .answered) }
    center.replay = PastContacts(queues: [records, []])
    let contacts = try center.contacts()
    let count = Double(contacts.count)
    let rest = contacts.reduce(0) { $0 + $1.leaves - $1.arrival - 20 } / count
    let work = contacts.reduce(0) { $0 + $1.work } / count
    // 4,000 contacts: standard errors 1.6 %.
    #expect(abs(rest / 70 - 1) < 0.07)
    #expect(abs(work / 150 - 1) < 0.07)
  }

  /// A simulated day, recorded to the second, and played again: the same service but for the
  /// seconds.
  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func `a recorded day gives its service again`(seed: UInt64) throws {
    let trace = try center.trace(seed: seed)
    var queues: [[ContactRecord]] = [[], []]
    for contact in trace {
      queues[contact.queue == "a" ? 0 : 1].append(
        ContactRecord(
          arrived: contact.arrived,
          wait: contact.waitSeconds.map { .seconds($0) },
          outcome: contact.outcome == .answered ? .answered : .abandoned,
          handleTime: contact.outcome == .answered ? .seconds(contact.handleSeconds) : nil
        )
      )
    }
    var again = center
    again.replay = PastContacts(queues: queues)
    let played = try again.playInDetail(seed: seed + 50, replications: 20).result
    let original = try center.tally(seed: seed).total
    let arrivals = played.queues.reduce(0) { $0 + $1.total.arrivals }
    #expect(abs(arrivals - original.arrivals) < 1e-6)
    let answered = played.queues.reduce(0) { $0 + $1.total.answeredInTarget }
    #expect(abs(answered - original.answeredInTarget) < 0.03 * original.arrivals)
  }

  @Test func `a trace is that of the simulation and does not depend on batches`() throws {
    let trace = try center.trace(replications: 3)
    #expect(Set(trace.map(\.replication)) == [1, 2, 3])
    for replication in 0..<3 {
      let total = try center.tally(replication: replication).total
      let rows = trace.filter { $0.replication == replication + 1 }
      #expect(rows.count == Int(total.arrivals))
      #expect(rows.count { $0.outcome == .abandoned } == Int(total.abandoned))
      let waits = rows.filter { $0.outcome == .answered }.reduce(0) { $0 + ($1.waitSeconds ?? 0) }
      #expect(abs(waits - total.waitSeconds) < 1e-6)
      #expect(rows.allSatisfy { ($0.employee == nil) == ($0.outcome == .abandoned) })
    }
  }
}
