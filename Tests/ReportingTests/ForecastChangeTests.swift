import Testing
import Workforce

@testable import Reporting

/// What the calendar and planners changed, as people read it.
@Suite struct ForecastChangeTests {
  private func report() throws -> PlanReport {
    let whole = try DemoReport().report()
    var forecast = whole.forecast
    let date = { (text: String) in try #require(LocalDate(text)) }
    forecast.calendarEffects = [
      effect(try date("2026-03-03"), .payDay, "Pay <day>", with: 1120, without: 1000),
      effect(try date("2026-03-04"), .closed, "Founding", with: 0, without: 900, others: 61.4),
      effect(try date("2026-02-27"), .closed, "Bridge", with: 0, without: 0, others: 84.6),
      effect(try date("2026-03-05"), .monthEnd, "Month end", with: 800, without: 800),
    ]
    forecast.overrides = [
      AppliedOverride(
        override: ForecastOverride(
          queue: forecast.queues[0].queue,
          from: LocalDateTime(date: try date("2026-03-02"), secondOfDay: 9 * 3600),
          until: LocalDateTime(date: try date("2026-03-02"), secondOfDay: 12 * 3600),
          change: .factor(1.25),
          reason: "Mailing & more"
        ),
        queue: forecast.queues[0].queue,
        contactsBefore: 400,
        contactsAfter: 500
      )
    ]
    forecast.queues[0].modelMean = forecast.queues[0].intervals.mean.map { $0 / 2 }
    return whole.with(forecast: forecast)
  }

  private func effect(
    _ date: LocalDate,
    _ kind: CalendarEntry.Kind,
    _ name: String,
    with: Double,
    without: Double,
    others: Double = 0
  ) -> CalendarEffect {
    CalendarEffect(
      date: date,
      kind: kind,
      name: name,
      queue: "phone_general",
      contactsWith: with,
      contactsWithout: without,
      contactsOnOtherDays: others
    )
  }

  @Test func `the terminal shows effects and changes`() throws {
    let text = ForecastSummary(forecast: try report().forecast).text()
    let expected = """
      Calendar   Day         Queue          Without   With  Change
      Pay <day>  Tue 3 Mar   phone_general    1,000  1,120    +120
      Founding   Wed 4 Mar   phone_general      900      0    −900
                 other days  phone_general                     +61
      Bridge     Fri 27 Feb  phone_general        –      –     +85
        Thu 5 Mar Month end: changes nothing

      Override        Time                   Queue          Change  Before  After
      Mailing & more  Mon 2 Mar 09:00–12:00  phone_general  × 1.25     400    500
      """
    #expect(text.contains(expected), "\(text)")
    #expect(text.contains(" before overrides), "))
    #expect(text.split(separator: "\n").allSatisfy { terminalWidth(String($0)) <= 80 })
  }

  @Test func `the plan's page and summary show them`() throws {
    let report = try report()
    let page = report.html()
    #expect(XMLReading(page).failure == nil)
    for part in [
      "What the calendar does", "Pay &lt;day&gt;", "<b>+120</b>", "+61",
      "Thu 5 Mar Month end: changes nothing", "What planners changed", "× 1.25",
      "Mailing &amp; more", "Mon 2 Mar 09:00–12:00", "before overrides)",
    ] { #expect(page.contains(part), "\(part)") }
    let summary = PlanSummary(report: report, timings: [], location: "x").text()
    #expect(summary.contains("Overrides     1 row of overrides.csv: "))
    let plain = try DemoReport().report().html()
    #expect(!plain.contains("What the calendar does"))
    #expect(!plain.contains("What planners changed"))
  }

  @Test(arguments: [
    ("2026-03-02T00:00", "2026-03-03T00:00", "Mon 2 Mar"),
    ("2026-03-02T00:00", "2026-03-05T00:00", "Mon 2 Mar – Wed 4 Mar"),
    ("2026-03-02T08:30", "2026-03-02T09:00", "Mon 2 Mar 08:30–09:00"),
    ("2026-03-02T08:30", "2026-03-03T00:00", "Mon 2 Mar 08:30 – Tue 3 Mar 00:00"),
  ])
  func `spans are short`(from: String, until: String, text: String) throws {
    let change = ForecastOverride(
      queue: nil,
      from: try #require(LocalDateTime(from)),
      until: try #require(LocalDateTime(until)),
      change: .value(3),
      reason: ""
    )
    #expect(change.spanText == text)
  }

  @Test func `accuracy is told by queue, interval and day`() throws {
    var sums = SnapshotAccuracy.Sums()
    sums.count = 10
    (sums.contacts, sums.published, sums.model) = (1000, 1040, 990)
    (sums.publishedError, sums.modelError, sums.naiveError) = (120, 100, nil)
    (sums.inside80, sums.inside95) = (8, 9)
    let score = { (week: String, isOverridden: Bool, count: Int) in
      var own = sums
      own.count = count
      return SnapshotAccuracy.Score(
        week: try #require(ISOWeek(week)),
        number: 1,
        isLast: true,
        dataBefore: try #require(LocalDate("2026-03-02")),
        queue: "phone",
        method: .weekdayMean,
        isOverridden: isOverridden,
        intervalMinutes: 30,
        intervals: own,
        days: count == 0 ? own : SnapshotAccuracy.Sums(),
        openDaysMissing: 0
      )
    }
    let accuracy = SnapshotAccuracy(
      scores: try [
        score("2026-W10", true, 10), score("2026-W11", false, 10), score("2026-W12", false, 0),
      ]
    )
    #expect(
      AccuracySummary(accuracy: accuracy).text() == """
        phone, by interval of 30 minutes
          Week      No.   Contacts  wMAPE  Model  Naive   Bias  In 80%  In 95%
          2026-W10  001      1,000  12.0%  10.0%      –  +4.0%     80%     90%
          2026-W11  001      1,000  12.0%  10.0%      –  +4.0%     80%     90%
          2 weeks   last     2,000  12.0%  10.0%      –  +4.0%     80%     90%

        Where planners changed the forecast, the error went from 10.0% to 12.0% by
        interval (last snapshot of each week).

        Nothing is recorded yet of 2026-W12.

        """
    )
  }
}
