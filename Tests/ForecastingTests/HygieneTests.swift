import Testing
import Workforce

@testable import Forecasting

@Suite struct HygieneTests {
  let week = ISOWeek("2026-W10")!
  let fixture = Fixture()

  /// Thirty contacts per open half hour but for what `change` says.
  private func forecast(
    _ change: (LocalDate, Int) -> Double?? = { _, _ in .none }
  ) throws -> Forecast {
    let records = fixture.records(from: "2026-01-05", days: 56) { date, minute in
      guard 480..<1080 ~= minute else { return nil }
      return change(date, minute) ?? 30
    }
    return try ForecastBuilder(inputs: fixture.inputs(records)).forecast(week)
  }

  private func isSteady(_ forecast: Forecast) -> Bool {
    forecast.queues[0].days.mean.allSatisfy { abs($0 - 600) < 1e-9 }
  }

  @Test func `finds a dead tail and leaves it out`() throws {
    let forecast = try forecast { date, _ in
      date >= LocalDate("2026-02-18")! ? .some(date.weekday == .friday ? 1 : 0) : .none
    }
    #expect(isSteady(forecast))
    #expect(
      forecast.diagnostics.first?.message == "queue 'phone': the history is dead from 2026-02-18"
        + " on: 12 days of zeros or near-zeros; left out."
    )
    #expect(forecast.diagnostics.contains { $0.message.contains("lies 2 weeks after") })
  }

  @Test func `leaves out zero days, low days and spikes`() throws {
    let forecast = try forecast { date, _ in
      switch date.description {
      case "2026-02-24": .some(0)
      case "2026-02-25": .some(7)
      case "2026-02-27": .some(200)
      default: .none
      }
    }
    #expect(isSteady(forecast))
    let messages = forecast.diagnostics.map(\.message)
    #expect(
      messages.contains {
        $0.contains("far fewer") && $0.contains("2026-02-24 (tue), 2026-02-25 (wed)")
      }
    )
    #expect(messages.contains { $0.contains("far more") && $0.contains("2026-02-27 (fri)") })
  }

  @Test func `leaves out hours of outage and interval spikes`() throws {
    let forecast = try forecast { date, minute in
      if date == LocalDate("2026-02-25")!, 600..<720 ~= minute { return .some(0) }
      if date == LocalDate("2026-02-26")!, minute == 600 { return .some(400) }
      return .none
    }
    #expect(isSteady(forecast))
    let messages = forecast.diagnostics.map(\.message)
    #expect(messages.contains { $0.contains("2026-02-25T10:00 (4 intervals)") })
    #expect(messages.contains { $0.contains("a spike: 2026-02-26T10:00") })
  }

  @Test func `reports days without rows`() throws {
    let missing: Set = [LocalDate("2026-02-10")!, LocalDate("2026-02-17")!]
    let forecast = try forecast { date, _ in missing.contains(date) ? .some(nil) : .none }
    #expect(isSteady(forecast))
    #expect(
      forecast.diagnostics.map(\.message) == [
        "queue 'phone': no rows on 2026-02-10 (tue), 2026-02-17 (tue), although the queue is open;"
          + " left out."
      ]
    )
  }

  @Test func `leaves out the last interval of a day cut short`() throws {
    let forecast = try forecast { date, minute in
      guard date == LocalDate("2026-03-01")! else { return .none }
      return minute > 840 ? .some(nil) : minute == 840 ? .some(3) : .none
    }
    #expect(isSteady(forecast))
    #expect(
      forecast.diagnostics.map(\.message).contains { $0.contains("ends at 2026-03-01T14:00") }
    )
  }

  @Test func `tells how much came outside the opening hours`() throws {
    let records = fixture.records(from: "2026-01-05", days: 56) { _, minute in
      480..<1080 ~= minute ? 9 : minute == 1140 ? 20 : 0
    }
    let forecast = try ForecastBuilder(inputs: fixture.inputs(records)).forecast(week)
    #expect(
      forecast.diagnostics.map(\.message) == [
        "queue 'phone': 1120 of 11200 contacts (10.0 %) came outside the opening hours and are left"
          + " out."
      ]
    )
  }

  @Test func `keeps a new level`() throws {
    let forecast = try forecast { date, _ in
      date >= LocalDate("2026-02-16")! ? .some(100) : .none
    }
    #expect(forecast.queues[0].days.mean[0] > 700)
    #expect(forecast.diagnostics.contains { $0.message.contains("taken as a new level and kept") })
  }

  @Test func `borrows from other days where a weekday is new`() throws {
    let records = fixture.records(from: "2026-01-05", days: 56) { date, minute in
      480..<1080 ~= minute && date.weekday != .sunday ? 30 : nil
    }
    let forecast = try ForecastBuilder(inputs: fixture.inputs(records)).forecast(week)
    #expect(isSteady(forecast))
    #expect(forecast.diagnostics.contains { $0.message.contains("20 open intervals of the week") })
  }

  @Test func `keeps special days, neither judges them nor compares others with them`() throws {
    var fixture = fixture
    let entry = { (date: String, kind: CalendarEntry.Kind, factor: Double?) in
      CalendarEntry(date: LocalDate(date)!, kind: kind, name: "day", factor: factor)
    }
    let holidays = ["2026-01-13", "2026-01-20", "2026-02-03", "2026-02-10", "2026-02-24"]
    fixture.calendar =
      holidays.map { entry($0, .holiday, nil) } + [
        entry("2026-02-27", .payDay, nil), entry("2026-02-27", .campaign, nil),
        entry("2026-02-28", .payDay, nil), entry("2026-03-01", .campaign, 0.01),
      ]
    // Five of eight Tuesdays are busy holidays; one of the others has an outage.
    let records = fixture.records(from: "2026-01-05", days: 56) { date, minute in
      guard 480..<1080 ~= minute else { return nil }
      if date == LocalDate("2026-02-17") { return 0 }
      return holidays.contains(date.description) ? 300 : 30
    }
    let inputs = fixture.inputs(records)
    let reader = HistoryReader(
      inputs: inputs,
      queue: fixture.queue,
      history: inputs.history[0]
    )
    var cleaner = Cleaner(queue: "phone", cellMinutes: 30)
    let past = cleaner.clean(try #require(reader.days(before: week.monday)))
    let special = past.days.filter { $0.special != nil }
    #expect(special.map(\.date.description) == holidays + ["2026-02-27", "2026-02-28"])
    #expect(special.map(\.isOrdinary) == [false, false, false, false, false, false, true])
    #expect(special.prefix(5).allSatisfy { $0.total == 6000 })
    #expect(
      past.findings.map(\.message) == [
        "queue 'phone': days of the past with a factor below 0.05 (2026-03-01 (sun)) are left out.",
        "queue 'phone': special days of the past without a factor (2026-01-13 (tue), 2026-01-20"
          + " (tue), 2026-02-03 (tue), 2026-02-10 (tue), 2026-02-24 (tue) and 1 more): the calendar"
          + " process learns from them, other methods leave them out.",
      ]
    )
    let forecast = try ForecastBuilder(inputs: inputs).forecast(week)
    // The outage stays: only two Tuesdays are left to compare it with.
    #expect(forecast.queues[0].days.mean[1] < 600)
    #expect(forecast.queues[0].days.mean[0] == 600)
  }
}
