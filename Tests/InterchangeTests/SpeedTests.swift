import Foundation
import Testing
import Workforce

@testable import Interchange

private let isBenchmark = ProcessInfo.processInfo.environment["BENCHMARK"] == "1"

/// Speed on a file of a million rows; `BENCHMARK=1`, in release.
@Suite struct SpeedTests {
  @Test(.enabled(if: isBenchmark, "BENCHMARK=1 runs it"))
  func `reads a million rows of contacts in a few seconds`() throws {
    var files = ScenarioTexts.files
    files["contacts.csv"] = contacts(days: 10_417 / 2)
    let clock = ContinuousClock()
    var loaded: Loaded<PlanningInputs>?
    let time = clock.measure { loaded = ScenarioTexts.load(files) }
    #expect(loaded?.diagnostics.map(\.description) == [])
    let rows = loaded?.value?.history.reduce(0) { $0 + $1.records.count } ?? 0
    print("\(rows) rows of contacts.csv in \(time)")
    #expect(rows >= 1_000_000)
    #expect(time < .seconds(5))
  }

  private func contacts(days: Int) -> String {
    let first = LocalDate(daysSinceEpoch: 16_000)
    var text = "queue,interval_start,arrivals,handled,abandoned,answered_in_target,aht_seconds\n"
    for queue in ["phone", "chat"] {
      for day in 0..<days {
        let date = first.adding(days: day).description
        for index in 0..<96 {
          let clock = ClockTime(minutes: index * 15)?.description ?? ""
          if clock.hasPrefix("01:") { continue }  // Clock changes are tested elsewhere.
          text +=
            "\(queue),\(date)T\(clock),\(index),\(index / 2),0,\(index / 3),24\(index % 9).5\n"
        }
      }
    }
    for day in 0..<500 {
      let date = first.adding(days: days + day).description
      for index in 8..<96 {
        text += "phone,\(date)T\(ClockTime(minutes: index * 15)?.description ?? ""),5,,,,\n"
      }
    }
    return text
  }
}
