import Testing
import Workforce

@testable import Interchange

/// Every text is pinned whole: where, what, and what to do next.
@Suite struct ContactsProblemTests {
  @Test(arguments: cases1 + cases2)
  func `reports`(c: ProblemCase) {
    #expect(c.findings() == c.expected)
  }

  /// Two days at 30 minutes, then one at 15.
  static let mixedLengths: String = {
    let days = [("2026-02-02", 30), ("2026-02-03", 30), ("2026-02-04", 15)]
    let rows = ["phone", "chat"].flatMap { queue in
      days.filter { queue == "phone" || $0.1 == 30 }.flatMap { day, step in
        stride(from: 480, to: 720, by: step).map { minute in
          "\(queue),\(day)T\(ClockTime(minutes: minute)?.description ?? ""),5"
        }
      }
    }
    return (["queue,interval_start,arrivals"] + rows).joined(separator: "\n")
  }()
}
