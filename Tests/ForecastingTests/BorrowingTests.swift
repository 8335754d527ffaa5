import Testing
import Workforce

@testable import Forecasting

/// Queues with a short history, or none.
@Suite struct BorrowingTests {
  let week = ISOWeek("2026-W10")!
  let fixture = Fixture(method: .weekdayMean)

  /// The old queue has 30 contacts a half hour before noon and 20 after, half on Sundays; the new
  /// one `share` of it on its last `days` days.
  private func inputs(days: Int, share: Double = 0.5, _ similar: SimilarQueue?) -> PlanningInputs {
    let usual = { (date: LocalDate, minute: Int) -> Double? in
      guard 480..<1080 ~= minute else { return nil }
      return (minute < 720 ? 30 : 20) * (date.weekday == .sunday ? 0.5 : 1)
    }
    var inputs = fixture.inputs(fixture.records(from: "2026-01-05", days: 56, usual))
    var queue = fixture.queue
    queue.name = "new"
    queue.similar = similar
    inputs.settings.queues.append(queue)
    if days > 0 {
      let first = week.monday.adding(days: -days).description
      inputs.history.append(
        QueueHistory(
          queue: "new",
          intervalMinutes: 30,
          records: fixture.records(from: first, days: days) { date, minute in
            usual(date, minute).map { $0 * share }
          }
        )
      )
    }
    return inputs
  }

  private let sunday = (8.0 * 30 + 12 * 20) / 2

  @Test(arguments: [1, 5, 10, 20])
  func `has the similar queue's shape at its own level`(days: Int) throws {
    let forecast = try ForecastBuilder(inputs: inputs(days: days, .init(queue: "phone")))
      .forecast(week)
    let (old, new) = (forecast.queues[0], forecast.queues[1])
    for (mean, other) in zip(new.intervals.mean, old.intervals.mean) {
      #expect(abs(mean - other / 2) < 1e-9)
    }
    #expect(new.pastError == nil)
    let message = forecast.diagnostics.map(\.message).first { $0.contains("'new'") } ?? ""
    #expect(message.contains("has the shape of queue 'phone' times 0.5; own days count "))
  }

  @Test func `own days and the given level share out, and the band narrows`() throws {
    var variations: [Double] = []
    var means: [Double] = []
    for days in [0, 2, 7, 14, 20] {
      let inputs = inputs(days: days, .init(queue: "phone", factor: 1))
      let queue = try ForecastBuilder(inputs: inputs).forecast(week).queues[1]
      means.append(queue.days.mean[0])
      variations.append(queue.dayVariation)
      if days == 0 { #expect(queue.days.high80[0] - queue.days.low80[0] > 0.6 * 480) }
    }
    // From the setting's 480 a day to the 240 that come.
    #expect(means[0] == 480)
    #expect(zip(means, means.dropFirst()).allSatisfy { $0 > $1 })
    #expect(means[4] < 252)
    #expect(zip(variations, variations.dropFirst()).allSatisfy { $0 > $1 })
    #expect(variations[0] > 0.08)
  }

  @Test func `needs no row when its daily arrivals are given`() throws {
    let similar = SimilarQueue(queue: "phone", dailyArrivals: 120)
    let forecast = try ForecastBuilder(inputs: inputs(days: 0, similar)).forecast(week)
    let days = forecast.queues[1].days
    #expect(abs(days.mean.reduce(0, +) / 7 - 120) < 1e-9)
    #expect(abs(days.mean[6] / days.mean[0] - 0.5) < 1e-9)
    #expect(forecast.queues[1].averageHandleTime.allSatisfy { $0 == fixture.handleTime })
    #expect(
      forecast.diagnostics.map(\.message) == [
        "queue 'new': it has no usable day yet, so the week has the shape of queue 'phone' times"
          + " 0.269; own days count 0 %."
      ]
    )
  }

  @Test func `stands on its own after three weeks`() throws {
    let with = try ForecastBuilder(inputs: inputs(days: 21, .init(queue: "phone", factor: 9)))
      .forecast(week)
    let without = try ForecastBuilder(inputs: inputs(days: 21, nil)).forecast(week)
    #expect(with.queues == without.queues)
  }

  @Test func `asks for a level when nothing tells it`() {
    let error = #expect(throws: ShiftwrightError.self) {
      try ForecastBuilder(inputs: inputs(days: 0, .init(queue: "phone"))).forecast(week)
    }
    #expect(
      error?.message == """
        scenario.yaml: queue 'new' is like 'phone', but no day before 2026-03-02 has rows of both, \
        so its level is unknown.
        Give its like_factor or daily_arrivals, or add rows to contacts.csv.
        """
    )
  }
}
