import Testing
import Workforce

@testable import Simulation

/// A trace of deferred work in stages, played again: the record decides, nothing is added.
@Suite struct StageReplayTests {
  private func center(people: Int) -> TestCenter {
    var mail = TestCenter.Queue(name: "mail", perHour: 30, handleSeconds: 300, threshold: 3600)
    mail.channel = .deferred
    mail.dueHours = .clock
    var boss = TestCenter.Queue(name: "boss", perHour: 0, handleSeconds: 900, threshold: 7200)
    boss.channel = .deferred
    boss.dueHours = .clock
    boss.follows = FollowedQueue(queue: "mail", share: Fraction(0.4) ?? .zero)
    return TestCenter(mail, boss).staffed(by: people, work: 0..<600, queues: ["mail", "boss"])
  }

  private func records(_ trace: [TracedContact]) -> PastContacts {
    PastContacts(
      queues: ["mail", "boss"].map { name in
        trace.filter { $0.queue == name }.map { item in
          ContactRecord(
            arrived: item.arrived,
            wait: item.waitSeconds.map { .seconds($0) },
            outcome: .answered,
            handleTime: .seconds(item.handleSeconds),
            due: item.due,
            isUnfinished: item.employee == nil
          )
        }
      }
    )
  }

  /// With enough people an item is done as soon as it comes, with too few many are late: in both
  /// cases each stage has the items of the record, and as many of them in time but for the seconds
  /// that a trace rounds off.
  @Test(arguments: [(1 as UInt64, 12), (2, 12), (3, 4), (4, 4), (5, 3), (6, 3)])
  func `stages have the items of the record`(seed: UInt64, people: Int) throws {
    let center = center(people: people)
    let trace = try center.trace(seed: seed)
    var again = center
    again.replay = records(trace)
    let played = try again.playInDetail(seed: seed + 50, replications: 3).deferred
    for queue in played {
      let own = trace.filter { $0.queue == queue.queue }
      #expect(!own.isEmpty)
      #expect(queue.total.released == Double(own.count), "\(queue.queue)")
      let inTime = Double(own.count { $0.outcome == .done })
      #expect(
        abs(queue.total.doneInTime - inTime) <= 1 + 0.04 * Double(own.count),
        "\(queue.queue)"
      )
    }
  }

  @Test func `what is not recorded of a stage follows by chance`() throws {
    let center = center(people: 12)
    var again = center
    var records = records(try center.trace(seed: 7))
    records.queues[1] = []
    again.replay = records
    let played = try again.playInDetail(seed: 9, replications: 60).deferred
    let mail = Double(records.queues[0].count)
    #expect(played[0].total.released == mail)
    // a binomial mean of 60 replications: four standard errors
    let error = 4 * (mail * 0.4 * 0.6 / 60).squareRoot()
    #expect(abs(played[1].total.released - 0.4 * mail) < error)
  }

  @Test func `due times and work begun are kept`() throws {
    let center = center(people: 1)
    let start = try center.grid().start
    let at = { (second: Int) in Instant(secondsSinceEpoch: start.secondsSinceEpoch + second) }
    var again = center
    again.replay = PastContacts(queues: [
      [],
      [
        // done after 100 s, due before: late in spite of the queue's two hours
        ContactRecord(arrived: at(10), outcome: .answered, handleTime: .seconds(100), due: at(50)),
        // begun before: 20 hours at least, so it stays open
        ContactRecord(
          arrived: at(1000),
          outcome: .answered,
          handleTime: .hours(20),
          due: at(200_000),
          isUnfinished: true
        ),
      ],
    ])
    let boss = try again.playInDetail(seed: 1, replications: 2).deferred[1].total
    #expect([boss.released, boss.doneInTime, boss.late, boss.open] == [2, 0, 1, 1])
  }
}
