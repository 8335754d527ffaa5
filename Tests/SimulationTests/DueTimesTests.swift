import Testing
import Workforce

@testable import Simulation

@Suite struct DueTimesTests {
  private func dueTimes(hours: Double, _ clock: DueHours, open: String) throws -> DueTimes {
    var queue = TestCenter.Queue(name: "q")
    queue.channel = .deferred
    queue.dueHours = clock
    queue.threshold = 3600 * hours
    let center = TestCenter(queue)
    let date = try #require(LocalDate(center.monday))
    let grid = try #require(
      TimeGrid(from: date, days: open.count / 24, stepMinutes: 60, zone: .utc)
    )
    let isOpen = open.map { $0 == "#" }
    return DueTimes(try center.settings().queues[0], isOpen: isOpen, grid)
  }

  /// Open from 8 to 18 on the first day, shut on the second.
  private let days =
    "........##########......" + "........................"

  /// When an item is received, how many hours it has, and when it is due.
  private struct Case {
    let at: Double
    let after: Double
    let due: Double
  }

  @Test func `service hours run while the queue is open`() throws {
    let cases = [
      Case(at: 9, after: 4, due: 13), Case(at: 16, after: 4, due: 58),
      Case(at: 2, after: 1, due: 9),
      Case(at: 20, after: 1, due: 57), Case(at: 8, after: 10, due: 18),
      Case(at: 8, after: 10.5, due: 56.5), Case(at: 30, after: 2, due: 58),
      Case(at: 17.5, after: 24, due: 155.5), Case(at: 0, after: 0.25, due: 8.25),
    ]
    for item in cases {
      let times = try dueTimes(hours: item.after, .service, open: days)
      #expect(abs(times.due(receivedAt: 3600 * item.at) / 3600 - item.due) < 1e-9)
    }
  }

  @Test func `clock hours always run and a queue that never opens has no due time`() throws {
    #expect(try dueTimes(hours: 24, .clock, open: days).due(receivedAt: 7200) == 7200 + 86_400)
    let never = try dueTimes(hours: 1, .service, open: String(repeating: ".", count: 24))
    #expect(never.due(receivedAt: 0) == .infinity)
  }

  @Test func `a backlog is due evenly over the time until due`() throws {
    let times = try dueTimes(hours: 4, .service, open: days)
    let dues = (0..<4).map { times.dueOfBacklog($0, of: 4) / 3600 }
    #expect(dues == [8.5, 9.5, 10.5, 11.5])
  }

  /// Against a walk in steps of a minute.
  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `agrees with a walk through the minutes`(seed: UInt64) throws {
    var stream = RandomStream(seed: seed, name: "due")
    let open = (0..<48).map { _ in stream.unit() < 0.4 }
    guard open.contains(true) else { return }
    let hours = Double(1 + stream.below(60)) / 4
    let text = open.map { $0 ? "#" : "." }.joined()
    let times = try dueTimes(hours: hours, .service, open: text)
    let received = stream.below(2 * 1440)
    var minute = received
    var left = Int(hours * 60)
    while left > 0 {
      if open[minute / 60 % 48] { left -= 1 }
      minute += 1
    }
    #expect(abs(times.due(receivedAt: Double(60 * received)) - Double(60 * minute)) < 1e-6)
  }
}
