import Foundation
import Testing
import Workforce

@testable import Forecasting

@Suite struct PatienceTests {
  /// Weeks of remission under 6-mercaptopurine (Freireich and others 1963), `+` still in remission.
  private static let remission = """
    6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+
    """

  @Test func `follows the textbook's curve`() {
    let waits = Self.remission.split(separator: " ").map { text in
      (seconds: Double(text.filter(\.isNumber)) ?? 0, left: !text.hasSuffix("+"))
    }
    let curve = SurvivalCurve(waits)
    #expect(curve.departures == 9)
    #expect(curve.steps.map(\.time) == [6, 7, 10, 13, 16, 22, 23])
    let published = [0.857, 0.807, 0.753, 0.690, 0.627, 0.538, 0.448]
    for (step, share) in zip(curve.steps, published) { #expect(abs(step.share - share) < 5e-4) }
    // 6·1 + 1·0.857 + 3·0.807 + 3·0.753 + 3·0.690 + 6·0.627 + 1·0.538 + 12·0.448.
    #expect(abs(curve.restrictedMean(upTo: 35) - 23.29) < 0.01)
    #expect(curve.restrictedMean(upTo: 0) == 0)
    #expect(curve.restrictedMean(upTo: 5) == 5)
    #expect(curve.share(after: 5.9) == 1)
  }

  private func contacts(seed: UInt64, patience: Double, wait: Double) -> [ContactRecord] {
    var random = RandomStream(seed: seed, name: "patience")
    return (0..<6000).map { second in
      let (gives, offered) = (patience * random.exponential(), wait * random.exponential())
      return ContactRecord(
        arrived: Instant(secondsSinceEpoch: second),
        wait: .seconds(min(gives, offered)),
        outcome: gives < offered ? .abandoned : .answered
      )
    }
  }

  /// An offered wait, and three standard errors of the estimate as a share.
  ///
  /// The curve is read up to T, where a fiftieth of the 6000 still waits; its tail hangs on −ln S(T),
  /// whose variance is Σ d ÷ n². 300 simulations in another language gave standard errors of 6.1 and
  /// 2.7 % of 150 s and means of 150.6 and 150.1 s.
  struct Offered: Sendable {
    let wait: Double
    let tolerance: Double
  }

  static let offers = [
    Offered(wait: 20, tolerance: 3 * 0.061), Offered(wait: 100, tolerance: 3 * 0.027),
  ]

  @Test(arguments: UInt64(1)...3, offers)
  func `finds the mean patience behind answered waits`(
    seed: UInt64,
    offered: Offered
  ) throws {
    let wait = offered.wait
    let contacts = contacts(seed: seed, patience: 150, wait: wait)
    let (start, end) = (Instant(secondsSinceEpoch: 0), Instant(secondsSinceEpoch: 6000))
    let found = PatienceEstimate(contacts, from: start, before: end)
    let mean = try #require(found).mean.inSeconds
    #expect(abs(mean / 150 - 1) < offered.tolerance)
    // What the waits of those who left say alone is far off.
    let left = contacts.filter { $0.outcome == .abandoned }.compactMap { $0.wait?.inSeconds }
    #expect(left.reduce(0, +) / Double(left.count) < 0.6 * 150)
    let few = Instant(secondsSinceEpoch: 20)
    #expect(PatienceEstimate(contacts, from: start, before: few) == nil)
  }

  @Test func `knows nothing where nobody leaves`() {
    #expect(SurvivalCurve((1...50).map { (Double($0), false) }).mean == nil)
    #expect(SurvivalCurve([]).mean == nil)
    // All leave after ten seconds: no tail.
    #expect(SurvivalCurve((0..<50).map { _ in (10, true) }).mean == 10)
  }

  /// Shares of self-service by weekday, drawn binomially from truths.
  @Test(arguments: UInt64(1)...3)
  func `finds what self-service keeps, by weekday`(seed: UInt64) throws {
    var random = RandomStream(seed: seed, name: "containment")
    let dates = (0..<56).map { LocalDate("2026-01-05")!.adding(days: $0) }
    let truth = { (date: LocalDate) in date.weekday.isWeekend ? 0.4 : 0.25 }
    let records = dates.map { date -> HistoryRecord in
      let contained = (0..<800).count { _ in random.unit() < truth(date) }
      return HistoryRecord(
        start: Zone.utc.startOfDay(date),
        arrivals: Double(800 - contained),
        contained: Double(contained)
      )
    }
    let past = dates.map { PastDay(date: $0, weekday: $0.weekday, arrivals: []) }
    let history = QueueHistory(queue: "q", intervalMinutes: 60, records: records)
    let model = try #require(ContainmentModel(history, past: past, zone: .utc))
    for date in dates.suffix(7) {
      #expect(abs(model.share(on: date.weekday).value - truth(date)) < 0.025)
    }
    let silent = QueueHistory(
      queue: "q",
      intervalMinutes: 60,
      records: records.map { HistoryRecord(start: $0.start, arrivals: $0.arrivals) }
    )
    #expect(ContainmentModel(silent, past: past, zone: .utc) == nil)
  }

  @Test func `self-service that just started counts with its recent level`() throws {
    let dates = (0..<56).map { LocalDate("2026-01-05")!.adding(days: $0) }
    let records = dates.enumerated().map { day, date in
      HistoryRecord(
        start: Zone.utc.startOfDay(date),
        arrivals: day < 28 ? 100 : 70,
        contained: day < 28 ? 0 : 30
      )
    }
    let past = dates.map { PastDay(date: $0, weekday: $0.weekday, arrivals: []) }
    let history = QueueHistory(queue: "q", intervalMinutes: 60, records: records)
    let model = try #require(ContainmentModel(history, past: past, zone: .utc))
    #expect(0.22...0.3 ~= model.share(on: .monday).value)
  }
}
