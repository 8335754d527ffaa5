import Testing
import Workforce

@testable import Forecasting

/// Planners' changes, against sums made by hand.
@Suite struct ForecastOverridesTests {
  private let grid = TimeGrid(week: ISOWeek("2026-W10")!, stepMinutes: 30, zone: .utc)!

  /// Open from 08:00 to 18:00 on workdays, 20 half hours a day; `low` has next to nothing.
  private func forecast() -> Forecast {
    let rates: [(String, Double)] = [("phone", 10), ("chat", 4), ("low", 0)]
    let queues = rates.map { name, rate in
      let isOpen = (0..<grid.count).map { index in
        let local = grid.local(at: index)
        return !local.date.weekday.isWeekend && 480..<1080 ~= local.minuteOfDay
      }
      let means = isOpen.enumerated().map { $1 ? rate * Double(1 + $0 % 3) / 2 : 0 }
      return QueueForecast(
        queue: name,
        method: .weekdayMean,
        intervals: ErrorSpread(excessVariation: 0.04).band(around: means),
        days: ErrorSpread(excessVariation: 0.02)
          .band(around: grid.days.map { means[$0].reduce(0, +) }),
        averageHandleTime: means.map { _ in .seconds(200) },
        dayVariation: 0.02,
        pastError: nil,
        isOpen: isOpen
      )
    }
    return Forecast(grid: grid, queues: queues)
  }

  private func override(
    _ queue: String?,
    _ from: String,
    _ until: String,
    _ change: ForecastOverride.Change
  ) -> ForecastOverride {
    let time = { (text: String) in LocalDateTime(text) ?? LocalDateTime(text + "T00:00")! }
    return ForecastOverride(
      queue: queue,
      from: time(from),
      until: time(until),
      change: change,
      reason: "test"
    )
  }

  private func applied(_ overrides: ForecastOverride...) -> Forecast {
    ForecastOverrides(overrides).applied(to: forecast())
  }

  private func contacts(_ forecast: Forecast, _ queue: Int, _ hours: Range<Int>, day: Int)
    -> Double
  {
    forecast.grid.days[day].reduce(0) { sum, index in
      let hour = forecast.grid.local(at: index).minuteOfDay / 60
      return sum + (hours.contains(hour) ? forecast.queues[queue].intervals.mean[index] : 0)
    }
  }

  @Test func `without changes nothing changes`() {
    #expect(ForecastOverrides([]).applied(to: forecast()) == forecast())
    let other = applied(override(nil, "2026-03-09", "2026-03-16", .factor(2)))
    #expect(other == forecast())
  }

  @Test func `a factor multiplies its span and nothing else`() {
    let changed = applied(override("phone", "2026-03-03T09:00", "2026-03-03T12:00", .factor(1.5)))
    let before = contacts(forecast(), 0, 9..<12, day: 1)
    #expect(abs(contacts(changed, 0, 9..<12, day: 1) - 1.5 * before) < 1e-9)
    #expect(contacts(changed, 0, 12..<24, day: 1) == contacts(forecast(), 0, 12..<24, day: 1))
    #expect(changed.queues[1...] == forecast().queues[1...])
    #expect(changed.queues[0].modelMean == forecast().queues[0].intervals.mean)
    for day in grid.days.indices where day != 1 {
      #expect(changed.queues[0].days.mean[day] == forecast().queues[0].days.mean[day])
    }
    let entry = changed.overrides[0]
    #expect(changed.overrides.count == 1)
    #expect(abs(entry.contactsBefore - before) < 1e-9)
    #expect(abs(entry.contactsAfter - 1.5 * before) < 1e-9)
  }

  @Test(arguments: [0, 17.5, 400])
  func `a value is the contacts of its span, in the shape of the forecast`(value: Double) {
    let changed = applied(override("phone", "2026-03-02", "2026-03-04", .value(value)))
    let days = changed.queues[0].days.mean
    #expect(abs(days[0] + days[1] - value) < 1e-9)
    #expect(days[2] == forecast().queues[0].days.mean[2])
    let (old, new) = (forecast().queues[0].intervals.mean, changed.queues[0].intervals.mean)
    let span = grid.days[0].lowerBound..<grid.days[1].upperBound
    let ratio = value / old[span].reduce(0, +)
    for index in span { #expect(abs(new[index] - old[index] * ratio) < 1e-9) }
    #expect(abs(changed.overrides[0].contactsAfter - value) < 1e-9)
  }

  @Test func `a value for all queues is their sum`() {
    let changed = applied(override(nil, "2026-03-02T10:00", "2026-03-02T11:00", .value(90)))
    let parts = changed.queues.indices.map { contacts(changed, $0, 10..<11, day: 0) }
    #expect(abs(parts.reduce(0, +) - 90) < 1e-9)
    #expect(abs(parts[0] / parts[1] - 2.5) < 1e-9)
    #expect(changed.overrides.map(\.queue) == ["phone", "chat", "low"])
  }

  @Test func `where nothing was expected, a value is spread evenly over the open time`() {
    let changed = applied(override("low", "2026-03-02T17:00", "2026-03-02T20:00", .value(6)))
    let day = grid.days[0]
    let means = changed.queues[2].intervals.mean
    #expect(means[day].filter { $0 > 0 } == [3, 3])
    #expect(abs(changed.queues[2].days.mean[0] - 6) < 1e-9)
    #expect(changed.queues[2].intervals.high95[day.lowerBound + 34] > 4)
    let closed = applied(override("phone", "2026-03-07", "2026-03-08", .value(50)))
    #expect(closed.queues == forecast().queues)
    #expect(closed.overrides.isEmpty)
    #expect(
      closed.diagnostics.map(\.description) == [
        """
        overrides.csv: warning: the value from 2026-03-07T00:00 to 2026-03-08T00:00 (test) lies in \
        closed time and changes nothing.
        Open the day in calendar.csv or scenario.yaml, or take the row out.
        """
      ]
    )
  }

  @Test func `intervals that lie partly in a span change by that part`() {
    let changed = applied(override("chat", "2026-03-02T09:10", "2026-03-02T09:40", .factor(3)))
    let (old, new) = (forecast().queues[1].intervals.mean, changed.queues[1].intervals.mean)
    let first = grid.days[0].lowerBound + 18
    #expect(abs(new[first] - old[first] * (1 + 2 * 2 / 3.0)) < 1e-9)
    #expect(abs(new[first + 1] - old[first + 1] * (1 + 2 / 3.0)) < 1e-9)
    let inside = old[first] * 2 / 3 + old[first + 1] / 3
    #expect(abs(changed.overrides[0].contactsBefore - inside) < 1e-9)
    #expect(abs(changed.overrides[0].contactsAfter - 3 * inside) < 1e-9)
  }

  @Test func `changes act one after another`() {
    let total = forecast().queues[0].days.mean[0]
    let day = { (change: ForecastOverride.Change) in
      self.override("phone", "2026-03-02", "2026-03-03", change)
    }
    let raised = applied(day(.value(500)), day(.factor(1.1)))
    #expect(abs(raised.queues[0].days.mean[0] - 550) < 1e-9)
    #expect(raised.overrides.map { ($0.contactsBefore * 10).rounded() / 10 } == [total, 500])
    let set = applied(day(.factor(1.1)), day(.value(500)))
    #expect(abs(set.queues[0].days.mean[0] - 500) < 1e-9)
    #expect(set.queues[0].modelMean == forecast().queues[0].intervals.mean)
  }

  /// Doubt about the rate stays the same share of it; the noise of counting is that of the mean.
  @Test(arguments: [0.1, 0.5, 2, 10])
  func `bands move with the mean`(factor: Double) {
    let changed = applied(override(nil, "2026-03-02", "2026-03-09", .factor(factor)))
    for queue in changed.queues {
      let bands = [queue.intervals, queue.days]
      for band in bands {
        for index in band.mean.indices {
          #expect(band.low95[index] <= band.low80[index])
          #expect(band.low80[index] <= band.mean[index])
          #expect(band.mean[index] <= band.high80[index])
          #expect(band.high80[index] <= band.high95[index])
        }
      }
    }
    let new = changed.queues[0].days
    let expected = ErrorSpread(excessVariation: 0.02).quantiles(around: new.mean[0])
    // The spread that gave the first band gives that of the new mean too.
    #expect(abs(new.low95[0] / expected[0] - 1) < 0.02)
    #expect(abs(new.high95[0] / expected[3] - 1) < 0.02)
  }

  @Test func `spans follow the wall clock of the zone`() throws {
    let zone = try #require(Zone(identifier: "Europe/London"))
    let week = try #require(ISOWeek("2026-W13"))
    let grid = try #require(TimeGrid(week: week, stepMinutes: 60, zone: zone))
    let ones = [Double](repeating: 1, count: grid.count)
    let band = ErrorSpread(excessVariation: 0).band(around: ones)
    let days = ErrorSpread(excessVariation: 0).band(around: grid.days.map { Double($0.count) })
    let queue = QueueForecast(
      queue: "phone",
      method: .weekdayMean,
      intervals: band,
      days: days,
      averageHandleTime: ones.map { .seconds($0) },
      dayVariation: 0,
      pastError: nil,
      isOpen: ones.map { _ in true }
    )
    let change = override("phone", "2026-03-29", "2026-03-30", .factor(0))
    let changed = ForecastOverrides([change]).applied(to: Forecast(grid: grid, queues: [queue]))
    #expect(changed.overrides[0].contactsBefore == 23)
    #expect(changed.queues[0].intervals.mean.reduce(0, +) == 6 * 24)
  }
}
