import Testing
import Workforce

@testable import Forecasting

/// Every fault is found whether it is treated or not.
@Suite struct HygieneSwitchTests {
  let week = ISOWeek("2026-W10")!

  struct Case: Sendable, CustomTestStringConvertible {
    let fault: HygieneFault
    /// Days, intervals or rows that it touches.
    let count: Int
    /// What the queue records at a time of the 56 days from 5 January; 30 is usual.
    let value: @Sendable (LocalDate, Int) -> Double?
    /// Whether Tuesday's forecast changes when it is left as it is, up or down.
    let effect: Double
    var testDescription: String { fault.rawValue }
  }

  private static let tuesday = LocalDate("2026-02-24")!

  static let cases = [
    Case(fault: .gaps, count: 1, value: { date, _ in date == tuesday ? nil : 30 }, effect: -1),
    Case(
      fault: .outages,
      count: 4,
      value: { date, minute in date == tuesday && 600..<720 ~= minute ? 0 : 30 },
      effect: -1
    ),
    Case(
      fault: .spikes,
      count: 1,
      value: { date, minute in date == tuesday && minute == 600 ? 400 : 30 },
      effect: 1
    ),
    Case(
      fault: .lowDays,
      count: 1,
      value: { date, minute in date == tuesday ? Double(minute % 60) / 5 : 30 },
      effect: -1
    ),
    Case(
      fault: .deadTail,
      count: 8,
      value: { date, _ in date >= LocalDate("2026-02-22")! ? 0 : 30 },
      effect: -1
    ),
    Case(
      fault: .partialLast,
      count: 1,
      value: { date, minute in
        date < LocalDate("2026-03-01")! || minute < 840 ? 30 : minute == 840 ? 3 : nil
      },
      effect: 0
    ),
    Case(
      fault: .zeroFill,
      count: 2,
      value: { date, minute in date == tuesday && 600..<660 ~= minute ? nil : 30 },
      effect: 1
    ),
  ]

  private static func writesZeros(_ fault: HygieneFault) -> Bool {
    ![.zeroFill, .gaps, .partialLast].contains(fault)
  }

  private func forecast(_ c: Case, treated: Bool) throws -> Forecast {
    let fixture = Fixture(method: .weekdayMean)
    let records = fixture.records(from: "2026-01-05", days: 56) { date, minute in
      480..<1080 ~= minute ? c.value(date, minute) : Self.writesZeros(c.fault) ? 0 : nil
    }
    var inputs = fixture.inputs(records)
    // Zeros that were filled in are looked at like others: many in a row are an outage.
    let others: Set<HygieneFault> = c.fault == .zeroFill ? [.outages] : []
    inputs.settings.hygiene = HygieneSettings(
      untreated: treated ? others : others.union([c.fault])
    )
    return try ForecastBuilder(inputs: inputs).forecast(week)
  }

  @Test(arguments: cases)
  func `is found, treated or kept`(c: Case) throws {
    for isTreated in [true, false] {
      let forecast = try forecast(c, treated: isTreated)
      let entries = forecast.hygiene.filter { $0.fault == c.fault }
      #expect(entries.map(\.isTreated) == [isTreated])
      #expect(entries.map(\.count) == [c.count])
      #expect(entries.allSatisfy { $0.queue == "phone" && !$0.dates.isEmpty })
      let advice = forecast.diagnostics.filter {
        $0.suggestion.contains("hygiene.\(c.fault.rawValue) ")
      }
      #expect(advice.count == 1)
      #expect(advice.allSatisfy { $0.suggestion.contains(isTreated ? " to no " : " is no ") })
    }
    let change =
      try forecast(c, treated: false).queues[0].days.mean[1]
      - forecast(c, treated: true).queues[0].days.mean[1]
    #expect(c.effect == 0 ? change == 0 : change * c.effect > 0)
  }

  /// A day of zeros is a low day, and its hours are outages: one switch has the last word.
  @Test(arguments: [HygieneFault.lowDays, .gaps, .deadTail])
  func `days that one switch keeps are not left out by another`(fault: HygieneFault) throws {
    let fixture = Fixture(method: .weekdayMean)
    let isOdd = { (date: LocalDate) in
      switch fault {
      case .deadTail: date >= LocalDate("2026-02-22")!
      default: date == Self.tuesday
      }
    }
    let records = fixture.records(from: "2026-01-05", days: 56) { date, minute in
      guard 480..<1080 ~= minute else { return fault == .gaps ? nil : 0 }
      return isOdd(date) ? (fault == .gaps ? nil : 0) : 30
    }
    let forecast = { (untreated: Set<HygieneFault>) in
      var inputs = fixture.inputs(records)
      inputs.settings.hygiene = HygieneSettings(untreated: untreated)
      return try ForecastBuilder(inputs: inputs).forecast(week)
    }
    let kept = try forecast([fault])
    #expect(kept.hygiene.map(\.fault) == [fault])
    let tuesday = kept.queues[0].days.mean[1]
    #expect(try tuesday == forecast([fault, .lowDays, .outages]).queues[0].days.mean[1])
    #expect(try tuesday < forecast([]).queues[0].days.mean[1])
  }

  @Test func `repeated rows are told with their dates`() throws {
    let fixture = Fixture()
    var inputs = fixture.inputs(
      fixture.records(from: "2026-01-05", days: 56) { _, minute in
        480..<1080 ~= minute ? 30 : nil
      }
    )
    let rows = inputs.history[0].records
    inputs.history[0].repeatedRows = [rows[0].start, rows[1].start, rows[45].start]
    let forecast = try ForecastBuilder(inputs: inputs).forecast(week)
    #expect(
      forecast.hygiene == [
        HygieneEntry(
          queue: "phone",
          fault: .duplicates,
          dates: [LocalDate("2026-01-05")!, LocalDate("2026-01-07")!],
          count: 3,
          unit: .rows,
          isTreated: true
        )
      ]
    )
    #expect(
      forecast.diagnostics.map(\.message) == [
        "queue 'phone': 3 rows repeat others of the same start and counts, on 2026-01-05 (mon),"
          + " 2026-01-07 (wed); each is used once."
      ]
    )
  }

  @Test(arguments: [
    ("2026-W14", "2026-03-29", " skips 2 (unknown)"),
    ("2026-W44", "2026-10-25", " shows 2 twice (their mean counts)"),
  ])
  func `clock changes are told`(week: String, date: String, words: String) throws {
    var fixture = Fixture(window: "00:00-24:00")
    fixture.zone = Zone(identifier: "Europe/London")!
    let target = ISOWeek(week)!
    let records = fixture.records(
      from: target.monday.adding(days: -56).description,
      days: 56
    ) { _, _ in 20 }
    let forecast = try ForecastBuilder(inputs: fixture.inputs(records)).forecast(target)
    #expect(forecast.hygiene.map(\.fault) == [.clockChanges])
    #expect(forecast.hygiene[0].dates == [LocalDate(date)!])
    #expect(forecast.diagnostics.map(\.message).contains { $0.contains(date + words) })
  }

  private func handled(
    _ share: Double?,
    _ abandoned: @escaping (LocalDate) -> Double?
  ) throws -> Forecast {
    let fixture = Fixture()
    let records = fixture.records(from: "2026-01-05", days: 56) { _, minute in
      480..<1080 ~= minute ? 38 : nil
    }.map { record in
      var record = record
      record.abandoned = abandoned(fixture.zone.local(at: record.start).date)
      return record
    }
    var inputs = fixture.inputs(records)
    inputs.settings.queues[0].records = .handled
    inputs.settings.queues[0].abandonment = share.flatMap { Fraction($0) }
    return try ForecastBuilder(inputs: inputs).forecast(week)
  }

  @Test func `handled contacts become contacts offered`() throws {
    // 38 handled and 2 that left are 40 offered, known by row, by setting or from other rows.
    for forecast in [
      try handled(nil) { _ in 2 },
      try handled(0.05) { _ in nil },
      try handled(nil) { $0 < LocalDate("2026-01-20")! ? 2 : nil },
    ] {
      #expect(forecast.queues[0].days.mean.allSatisfy { abs($0 - 800) < 1e-9 })
      #expect(forecast.hygiene.map(\.fault) == [.handledOnly])
      #expect(forecast.hygiene[0].count == 56 * 20)
      #expect(forecast.hygiene[0].isTreated)
    }
    let unknown = try handled(nil) { _ in nil }
    #expect(unknown.queues[0].days.mean.allSatisfy { abs($0 - 760) < 1e-9 })
    #expect(unknown.hygiene.map(\.isTreated) == [false])
    #expect(unknown.diagnostics.map(\.severity) == [.warning])
    #expect(
      try handled(0.05) { _ in nil }.diagnostics.map(\.message) == [
        "queue 'phone': the history counts handled contacts; those offered are estimated: handled ÷"
          + " (1 − 5.0 %, by scenario.yaml) in 1120 rows."
      ]
    )
  }
}
