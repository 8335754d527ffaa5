import Testing
import Workforce

@testable import Reporting

@Suite struct BacktestReportTests {
  /// Weeks from 2026-03-09 on, with 30-minute intervals from 08:00 to 12:00 and made-up figures.
  private func result(
    name: String = "calls",
    zone: String = "UTC",
    granularities: [Int] = [30, 1440],
    methods: [ForecastMethod] = [.calendarProcess, .weeklyNaive, .automatic],
    leads: [Int] = [1, 3],
    weeks: Int = 4
  ) throws -> BacktestResult {
    let zone = try #require(Zone(identifier: zone))
    let first = try #require(LocalDate("2026-03-09"))
    let all = leads.flatMap { lead in
      (0..<weeks).map { number -> BacktestWeek in
        var week = BacktestWeek(origin: first.adding(days: 7 * number), lead: lead)
        if number == 2 {
          week.leftOut = "The history is <dead>."
          return week
        }
        week.findings = [
          Diagnostic(.note, file: "", message: "the interval is 30 minutes.", suggestion: "")
        ]
        if number == 1 { week.unrecorded = [week.origin] }
        week.forecasts = methods.enumerated().map { index, method in
          forecast(week.origin, zone, granularities, method, error: Double(index + number))
        }
        return week
      }
    }
    return BacktestResult(
      name: name,
      zone: zone,
      granularities: granularities,
      leads: leads,
      methods: methods,
      weeks: all
    )
  }

  private func forecast(
    _ monday: LocalDate,
    _ zone: Zone,
    _ granularities: [Int],
    _ method: ForecastMethod,
    error: Double
  ) -> BacktestForecast {
    let intervals = granularities.map { minutes in
      (0..<5).flatMap { day in
        (minutes == 1440 ? [0] : Array(stride(from: 480, to: 720, by: minutes))).map { minute in
          let time = LocalDateTime(date: monday.adding(days: day), secondOfDay: minute * 60)
          return BacktestInterval(
            start: zone.instant(at: time),
            mean: 40 + error,
            low95: 30,
            low80: 35,
            high80: 45,
            high95: 50,
            actual: 40
          )
        }
      }
    }
    let scores = intervals.map { rows in
      var score = BacktestScore()
      score.intervals = rows.count
      score.actual = 40 * Double(rows.count)
      score.forecast = (40 + error) * Double(rows.count)
      score.absoluteError = error * Double(rows.count)
      return score
    }
    return BacktestForecast(method: method, seconds: 0.25, intervals: intervals, scores: scores)
  }

  @Test(arguments: [
    (3.9, "Week of 2026-03-09, 1 week ahead: almost nothing came, 20 contacts where at least 200"),
    (4.1, nil),
  ])
  func `a week in which almost nothing came is told`(actual: Double, words: String?) throws {
    var result = try result(granularities: [1440], leads: [1], weeks: 1)
    for method in result.weeks[0].forecasts.indices {
      for day in result.weeks[0].forecasts[method].intervals[0].indices {
        result.weeks[0].forecasts[method].intervals[0][day].actual = actual
      }
    }
    let remarks = BacktestFigures(result: result).remarks
    #expect(remarks.count == (words == nil ? 0 : 1))
    #expect(remarks.allSatisfy { $0.hasPrefix(words ?? "") }, "\(remarks)")
    let text = BacktestSummary(results: [result], location: "x").text()
    #expect(text.contains("almost nothing came") == (words != nil))
    // four days say too little
    for method in result.weeks[0].forecasts.indices {
      result.weeks[0].forecasts[method].intervals[0][0].actual = nil
    }
    #expect(BacktestFigures(result: result).remarks.isEmpty)
  }

  @Test(arguments: [
    ("UTC", [5, 15, 30, 1440], 4), ("America/New_York", [30, 1440], 4), ("UTC", [1440], 4),
    ("Europe/Berlin", [60], 1), ("UTC", [30], 3),
  ])
  func `the page is well-formed XML and needs no network`(
    zone: String,
    granularities: [Int],
    weeks: Int
  ) throws {
    let page = BacktestReport(
      result: try result(
        name: "calls <1> & \"2\"",
        zone: zone,
        granularities: granularities,
        weeks: weeks
      )
    ).html()
    let reading = XMLReading(page)
    #expect(reading.failure == nil)
    let charts = reading.elements.filter { $0.name == "svg" && $0.attributes["role"] == "img" }
    #expect(charts.count == reading.count(of: "desc"))
    #expect(!page.contains("http") && !page.contains("<script") && !page.contains("src="))
    #expect(!page.contains("nan") && !page.contains("inf\""))
  }

  @Test func `marks the best, names what is left out, and shows no seconds`() throws {
    let page = BacktestReport(result: try result()).html()
    let reading = XMLReading(page)
    let cells = reading.texts(of: "td")
    #expect(cells.contains("The history is <dead>."))
    #expect(cells.contains("2026-03-23 (1 week ahead) and 2026-03-23 (3 weeks ahead)"))
    #expect(cells.contains("★ 3.33"))
    #expect(page.contains("calendar-process comes closest"))
    #expect(page.contains("nothing was recorded on 2026-03-16"))
    #expect(!page.contains("0.25") && !page.contains("seconds"))
  }

  @Test func `a page without any forecast says so`() throws {
    var nothing = try result()
    for index in nothing.weeks.indices {
      nothing.weeks[index].leftOut = "Too short."
      nothing.weeks[index].forecasts = []
    }
    let page = BacktestReport(result: nothing).html()
    #expect(XMLReading(page).failure == nil)
    #expect(page.contains("No week could be judged"))
    let text = BacktestSummary(results: [nothing], location: "x").text()
    #expect(text.contains("Too short."))
  }

  @Test func `the terminal's table fits eighty columns with every method`() throws {
    let all = try result(
      granularities: [5, 15, 30, 1440],
      methods: ForecastMethod.allCases
    )
    let text = BacktestSummary(results: [all], location: "out/").text()
    #expect(text.split(separator: "\n").allSatisfy { terminalWidth(String($0)) <= 80 })
    for method in ForecastMethod.allCases {
      #expect(text.contains("\n\(method.commandName.prefix(15))"))
    }
    #expect(text.contains("3 weeks ahead"))
    #expect(text.hasSuffix("Report        out/report.html\n"))
  }
}
