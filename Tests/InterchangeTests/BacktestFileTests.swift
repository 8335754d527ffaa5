import Interchange
import Testing
import Workforce

@Suite struct BacktestFileTests {
  /// The hour that London shows twice has two rows with their offsets; all others stay plain.
  @Test func `the repeated hour has times that differ`() throws {
    let zone = try #require(Zone(identifier: "Europe/London"))
    let monday = try #require(LocalDate("2026-10-19"))
    let first = zone.instant(
      at: LocalDateTime(date: monday.adding(days: 6), secondOfDay: 1800)
    )
    let rows = (0..<6).map { index in
      BacktestInterval(
        start: first.adding(minutes: 30 * index),
        mean: Double(index),
        low95: 0,
        low80: 0,
        high80: 9,
        high95: 9
      )
    }
    var week = BacktestWeek(origin: monday, lead: 1)
    week.forecasts = [
      BacktestForecast(method: .weeklyNaive, seconds: 0, intervals: [rows], scores: [.init()])
    ]
    let result = BacktestResult(
      name: "calls",
      zone: zone,
      granularities: [30],
      leads: [1],
      methods: [.weeklyNaive],
      weeks: [week]
    )
    let times = BacktestFile.forecasts(result, method: 0).split(separator: "\n").dropFirst()
      .map { $0.split(separator: ",")[1] }
    #expect(
      times == [
        "2026-10-25 00:30:00", "2026-10-25 01:00:00+01:00", "2026-10-25 01:30:00+01:00",
        "2026-10-25 01:00:00+00:00", "2026-10-25 01:30:00+00:00", "2026-10-25 02:00:00",
      ]
    )
  }
}
