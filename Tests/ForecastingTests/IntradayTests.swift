import Foundation
import Testing
import Workforce

@testable import Forecasting

@Suite struct IntradayTests {
  /// Sums of a way to forecast the rest of a day.
  private struct Tally {
    var error = 0.0
    var actual = 0.0
    var inside = 0
    var count = 0

    mutating func add(_ expected: Double, _ band: ClosedRange<Double>, _ came: Double) {
      error += abs(expected - came)
      actual += came
      inside += band.contains(came) ? 1 : 0
      count += 1
    }

    var percent: Double { 100 * error / actual }
    var coverage: Double { 100 * Double(inside) / Double(count) }
  }

  @Test(
    .enabled(if: BankSeries.file != nil, "the shared bank calls are absent"),
    arguments: [10, 12, 14]
  )
  func `what came by then sharpens the rest of the bank's days`(hour: Int) throws {
    let bank = try BankSeries()
    let now = hour * 12
    var (none, updated, ratio) = (Tally(), Tally(), Tally())
    for day in bank.days where day.date >= BankSeries.origins[0] {
      let target = targets([day])[0]
      let update = IntradayUpdate(
        target: target,
        after: bank.past(before: day.date),
        calendar: bank.calendar
      )
      let before = try #require(update.dayAhead)
      let after = try #require(update.updated(with: day.arrivals, before: now))
      let seen = day.arrivals[..<now].compactMap { $0 }.reduce(0, +)
      let factor = seen / before.quantiles(of: 0..<now).mean
      for start in stride(from: now, to: 288, by: 3) {
        let known = day.arrivals[start..<start + 3].compactMap { $0 }
        guard !known.isEmpty else { continue }
        let came = known.reduce(0, +)
        let old = before.quantiles(of: start..<start + 3)
        let new = after.quantiles(of: start..<start + 3)
        none.add(old.mean, old.low80...old.high80, came)
        updated.add(new.mean, new.low80...new.high80, came)
        ratio.add(old.mean * factor, old.low80...old.high80, came)
      }
    }
    #expect(updated.percent <= 0.96 * none.percent)
    #expect(updated.percent < ratio.percent)
    #expect(76...86 ~= updated.coverage)
  }
}
