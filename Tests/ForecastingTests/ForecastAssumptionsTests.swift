import TestSupport
import Testing
import Workforce

@testable import Forecasting

/// What a what-if expects, against sums made by hand.
@Suite struct ForecastAssumptionsTests {
  private typealias Make = ScenarioFixtures

  private let week = ScenarioFixtures.week("2026-W10")
  private let grid = TimeGrid(week: ISOWeek("2026-W10")!, stepMinutes: 30, zone: .utc)!

  private func hours(_ window: String) -> OpeningHours {
    OpeningHours(
      windows: Weekday.allCases.map { $0.isWeekend ? [] : [Make.window(window)] }
    )
  }

  private func inputs(_ assumptions: [ForecastAssumption], hours: String = "08:00-18:00")
    -> PlanningInputs
  {
    let queues = ["phone", "chat"].map { name in
      var queue = Make.queue(name)
      queue.openingHours = self.hours(name == "phone" ? hours : "08:00-18:00")
      queue.patience = .seconds(100)
      return queue
    }
    var inputs = Make.inputs(people: [], queues: queues, templates: [], contracts: [])
    inputs.settings.zone = .utc
    inputs.settings.intervalMinutes = 30
    inputs.assumptions = assumptions
    return inputs
  }

  private func forecast() -> Forecast {
    let queues = [("phone", 10.0), ("chat", 4)].map { name, rate in
      let isOpen = (0..<grid.count).map { index in
        let local = grid.local(at: index)
        return !local.date.weekday.isWeekend && 480..<1080 ~= local.minuteOfDay
      }
      let means = isOpen.enumerated().map { $1 ? rate * Double(1 + $0 % 3) / 2 : 0 }
      var queue = QueueForecast(
        queue: name,
        method: .weekdayMean,
        intervals: ErrorSpread(excessVariation: 0.04).band(around: means),
        days: ErrorSpread(excessVariation: 0.02)
          .band(around: grid.days.map { means[$0].reduce(0, +) }),
        averageHandleTime: means.indices.map { .seconds($0 % 2 == 0 ? 180 : 220) },
        dayVariation: 0.02,
        pastError: nil,
        isOpen: isOpen
      )
      let total = means.reduce(0, +)
      queue.weekTotal = .init(
        mean: [total],
        low95: [total * 0.7],
        low80: [total * 0.8],
        high80: [total * 1.25],
        high95: [total * 1.4]
      )
      return queue
    }
    return Forecast(grid: grid, queues: queues)
  }

  private func applied(_ assumptions: ForecastAssumption..., hours: String = "08:00-18:00")
    -> Forecast
  {
    ForecastAssumptions(inputs: inputs(assumptions, hours: hours), week: week)
      .applied(to: forecast())
  }

  private func total(_ forecast: Forecast, _ queue: Int) -> Double {
    forecast.queues[queue].intervals.mean.reduce(0, +)
  }

  @Test func `a factor multiplies contacts, on its dates only`() {
    let (before, all) = (forecast(), applied(.volume(queue: nil, factor: 1.2, dates: nil)))
    for queue in 0..<2 {
      for (old, new) in zip(before.queues[queue].intervals.mean, all.queues[queue].intervals.mean) {
        #expect(abs(new - 1.2 * old) < 1e-12)
      }
      for day in grid.days.indices {
        #expect(
          abs(all.queues[queue].days.mean[day] - 1.2 * before.queues[queue].days.mean[day]) < 1e-9
        )
      }
    }
    let tuesday = grid.dates[1]
    let one = applied(.volume(queue: "chat", factor: 2, dates: tuesday...tuesday))
    #expect(one.queues[0] == before.queues[0])
    for (day, range) in grid.days.enumerated() {
      let sums = [before, one].map { $0.queues[1].intervals.mean[range].reduce(0, +) }
      #expect(abs(sums[1] - sums[0] * (day == 1 ? 2 : 1)) < 1e-9)
    }
    #expect(applied(.volume(queue: nil, factor: 1, dates: nil)) == before)
  }

  @Test func `bands move with their means`() {
    let (before, after) = (forecast(), applied(.volume(queue: "phone", factor: 1.5, dates: nil)))
    let (old, new) = (before.queues[0].days, after.queues[0].days)
    for day in 0..<5 {
      #expect(new.low95[day] < new.low80[day] && new.low80[day] < new.mean[day])
      #expect(new.mean[day] < new.high80[day] && new.high80[day] < new.high95[day])
      let widths = [old, new].map { ($0.high80[day] - $0.low80[day]) / $0.mean[day] }
      #expect(abs(widths[1] / widths[0] - 1) < 0.2)
    }
  }

  @Test func `growth compounds by the days since its date`() {
    let since = week.monday.adding(days: -731)
    let after = applied(.growth(queue: "phone", perYear: 0.1, since: since))
    // 731 days are 2.0014 years of 365.25
    #expect(abs(total(after, 0) / total(forecast(), 0) - 1.1 * 1.1 * 1.000131) < 1e-5)
    #expect(applied(.growth(queue: nil, perYear: 0.1, since: week.monday)) == forecast())
  }

  @Test func `who moves is neither lost nor counted twice`() {
    let before = forecast()
    let after = applied(
      .migration(from: "phone", to: "chat", share: Make.share(0.25), handleTimeFactor: 2)
    )
    #expect(abs(total(after, 0) - 0.75 * total(before, 0)) < 1e-9)
    #expect(
      abs(total(after, 0) + total(after, 1) - total(before, 0) - total(before, 1)) < 1e-9
    )
    for index in 0..<grid.count where before.queues[1].isOpen[index] {
      let own = before.queues[1].intervals.mean[index]
      let moved = 0.25 * before.queues[0].intervals.mean[index]
      let work = before.queues[1].averageHandleTime[index].inSeconds
      let mixed = (own * work + moved * 2 * work) / (own + moved)
      #expect(abs(after.queues[1].averageHandleTime[index].inSeconds - mixed) < 1e-9)
    }
  }

  @Test func `handle times and patience are multiplied or set`() {
    let before = forecast()
    let half = applied(.handleTime(queue: "phone", .factor(0.5)))
    #expect(half.queues[0].averageHandleTime[0] == .seconds(90))
    #expect(half.queues[1] == before.queues[1])
    let set = applied(.handleTime(queue: nil, .mean(.seconds(300))))
    for queue in set.queues {
      #expect(abs((queue.meanHandleTime?.inSeconds ?? 0) - 300) < 1e-9)
      #expect(
        abs(
          queue.averageHandleTime[1].inSeconds / queue.averageHandleTime[0].inSeconds - 220.0 / 180
        )
          < 1e-9
      )
    }
    #expect(
      applied(.patience(queue: "chat", .factor(0.5))).queues.map(\.patience) == [nil, .seconds(50)]
    )
    #expect(applied(.patience(queue: nil, .mean(.seconds(9)))).queues[0].patience == .seconds(9))
  }

  @Test func `what self-service resolves never asks for a person`() {
    let once = applied(.containment(channel: "phone", share: Make.share(0.2)))
    #expect(abs(total(once, 0) - 0.8 * total(forecast(), 0)) < 1e-9)
    #expect(once.queues[0].containment?.first == Make.share(0.2))
    // a second share is one of all contacts, not of those that are left
    let twice = applied(
      .containment(channel: "phone", share: Make.share(0.2)),
      .containment(channel: "phone", share: Make.share(0.5))
    )
    #expect(abs(total(twice, 0) - 0.5 * total(forecast(), 0)) < 1e-9)
  }

  @Test func `a quiet and a busy week lie at the ends of the band`() {
    #expect(abs(total(applied(.quantile(.p90)), 0) / total(forecast(), 0) - 1.25) < 1e-12)
    #expect(abs(total(applied(.quantile(.p10)), 1) / total(forecast(), 1) - 0.8) < 1e-12)
    #expect(applied(.quantile(.p50)) == forecast())
  }

  @Test func `hours opened get contacts, and hours closed lose them`() {
    let longer = applied(
      .openedHours(queue: "phone", before: hours("08:00-18:00"), arrivalsPerHour: 6),
      hours: "09:00-20:00"
    )
    for index in 0..<grid.count {
      let local = grid.local(at: index)
      let isDay = !local.date.weekday.isWeekend
      let before = forecast().queues[0].intervals.mean[index]
      let expected =
        switch local.minuteOfDay {
        case 540..<1080: before
        case 1080..<1200: isDay ? 3.0 : 0
        default: 0.0
        }
      #expect(abs(longer.queues[0].intervals.mean[index] - expected) < 1e-12)
      #expect(longer.queues[0].isOpen[index] == (isDay && 540..<1200 ~= local.minuteOfDay))
    }
  }
}
