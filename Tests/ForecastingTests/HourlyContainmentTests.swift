import Testing
import Workforce

@testable import Forecasting

/// What self-service resolves by hour of the day, against shares that are known.
@Suite struct HourlyContainmentTests {
  /// Eight weeks of hourly rows of a channel that is always open; `counts` says how many contacts of
  /// an hour come and are resolved.
  private func history(
    _ counts: (LocalDate, Int) -> (all: Int, contained: Int)
  ) throws -> (records: [HistoryRecord], dates: [LocalDate]) {
    let first = try #require(LocalDate("2026-01-05"))
    let dates = (0..<56).map { first.adding(days: $0) }
    let records = dates.flatMap { date in
      (0..<24).map { hour in
        let (all, contained) = counts(date, hour)
        return HistoryRecord(
          start: Zone.utc.startOfDay(date).adding(minutes: 60 * hour),
          arrivals: Double(all),
          contained: Double(contained)
        )
      }
    }
    return (records, dates)
  }

  private func model(
    _ counts: (LocalDate, Int) -> (all: Int, contained: Int)
  ) throws -> ContainmentModel {
    let (records, dates) = try history(counts)
    return try #require(
      ContainmentModel(
        QueueHistory(queue: "bot", intervalMinutes: 60, records: records),
        past: dates.map { PastDay(date: $0, weekday: $0.weekday, arrivals: []) },
        zone: .utc,
        isPartOfArrivals: true
      )
    )
  }

  private func forecast(
    _ counts: (LocalDate, Int) -> (all: Int, contained: Int)
  ) throws -> Forecast {
    let half = try #require(Fraction(0.5))
    let window = try #require(ClockWindow("08:00-20:00"))
    let (records, _) = try history(counts)
    let phone = QueueSettings(
      name: "phone",
      channel: .phone,
      skill: "phone",
      openingHours: OpeningHours(windows: Array(repeating: [window], count: 7)),
      target: ServiceTarget(serviceLevel: half, threshold: .seconds(20)),
      averageHandleTime: .seconds(200)
    )
    let bot = SelfServiceSettings(
      name: "bot",
      openingHours: .always,
      containment: .zero,
      spills: [.init(queue: "phone", share: half)]
    )
    let calls = records.enumerated().filter { (8..<20).contains($0.offset % 24) }
      .map { HistoryRecord(start: $0.element.start, arrivals: 10) }
    let inputs = PlanningInputs(
      settings: ScenarioSettings(
        name: "test",
        zone: .utc,
        intervalMinutes: 30,
        forecastMethod: .weeklyNaive,
        queues: [phone],
        sites: [],
        shiftTemplates: [],
        contracts: [],
        costs: CostSettings(),
        selfService: [bot]
      ),
      history: [
        QueueHistory(queue: "phone", intervalMinutes: 60, records: calls),
        QueueHistory(queue: "bot", intervalMinutes: 60, records: records),
      ],
      employees: []
    )
    return try ForecastBuilder(inputs: inputs).forecast(try #require(ISOWeek("2026-W10")))
  }

  @Test func `the share follows the hours of the history, and so does the spill`() throws {
    let plain = try forecast { _, _ in (40, 40) }
    let forecast = try forecast { _, hour in (40, hour < 13 ? 36 : 12) }
    let channel = try #require(forecast.selfService.first)
    for index in channel.arrivals.indices {
      let hour = index / 2 % 24
      let share = try #require(channel.share(of: index..<index + 1))
      #expect(abs(share - (hour < 13 ? 0.9 : 0.3)) < 0.002)
      let evidence = channel.evidence[index]
      let days = evidence.isWeekend ? 16.0 : 40.0
      #expect(evidence.hour == hour)
      #expect(evidence.contacts == 40 * days)
      #expect(evidence.contained == (hour < 13 ? 36 : 12) * days)
      #expect(abs(evidence.share - share) < 1e-11)
    }
    // half of those left over call; at night they are lost
    let rest = channel.arrivals.indices.map { channel.arrivals[$0] - channel.contained[$0] }
    let expected = rest.enumerated().map { index, rest in
      (8..<20).contains(index / 2 % 24) ? rest / 2 : 0
    }
    let spill = try #require(channel.spilled.first)
    for (index, added) in expected.enumerated() {
      #expect(abs(spill.arrivals[index] - added) < 1e-9)
      let mean: Double = forecast.queues[0].intervals.mean[index]
      #expect(abs(mean - plain.queues[0].intervals.mean[index] - added) < 1e-9)
    }
    let all: Double = spill.arrivals.reduce(spill.lost, +)
    #expect(abs(all - rest.reduce(0, +) / 2) < 1e-6)
    let weekly = zip(channel.arrivals, channel.evidence).reduce(0) { $0 + $1.0 * $1.1.share }
    #expect(abs((channel.useShare ?? 0) - weekly / channel.arrivals.reduce(0, +)) < 1e-11)
  }

  @Test func `weekends have hours of their own`() throws {
    let model = try model { date, hour in
      (40, (hour < 13) != date.weekday.isWeekend ? 36 : 12)
    }
    for weekday in Weekday.allCases {
      for hour in 0..<24 {
        let truth = (hour < 13) != weekday.isWeekend ? 0.9 : 0.3
        #expect(abs(model.share(on: weekday, hour: hour) - truth) < 0.005)
      }
    }
  }

  /// Chance alone moves hours: the drawn ones stay nearer to the mean than the counts say.
  @Test(arguments: UInt64(1)...8)
  func `hours that do not differ have nearly the share of the day`(seed: UInt64) throws {
    var random = RandomStream(seed: seed, name: "even hours")
    let model = try model { _, _ in
      (20, (0..<20).count { _ in random.unit() < 0.6 })
    }
    let counts = model.hours.counts[0]
    let pooled = counts.reduce(0) { $0 + $1.contained } / counts.reduce(0) { $0 + $1.all }
    let raw = counts.map { abs($0.share - pooled) }.max() ?? 0
    let drawn = model.hours.shares[0].map { abs($0 - pooled) }.max() ?? 1
    #expect(drawn < 0.8 * raw && drawn < 0.03, "\(raw) \(drawn)")
    for weekday in Weekday.allCases {
      #expect(abs(model.share(on: weekday).value - 0.6) < 0.02)
    }
  }

  @Test func `thin hours stay near the mean, and empty ones have it`() throws {
    let model = try model { date, hour in
      switch hour {
      case 3: date.weekday == .monday ? (1, 1) : (0, 0)
      case 4: (0, 0)
      default: (50, hour < 12 ? 32 : 28)
      }
    }
    let shares = model.hours.shares[0]
    #expect(abs(shares[3] - model.hours.mean) < 0.05)
    #expect(shares[4] == model.hours.mean)
    #expect(abs(shares[9] - 0.64) < 0.01 && abs(shares[15] - 0.56) < 0.01)
  }

  /// True shares of hours from Beta(30, 21): the drawn shares are nearer to them than the counts of
  /// 40 contacts per hour, and than one share for all; ten histories together.
  @Test(arguments: UInt64(1)...3)
  func `drawn shares are nearer to the truth than counts and mean`(seed: UInt64) throws {
    var random = RandomStream(seed: seed, name: "beta hours")
    var (drawn, counted, flat) = (0.0, 0.0, 0.0)
    for _ in 0..<10 {
      // the 30th of 50 uniform numbers
      let truths = (0..<24).map { _ in (0..<50).map { _ in random.unit() }.sorted()[29] }
      let model = try model { date, hour in
        let all = date.weekday.isWeekend ? 0 : 1
        return (all, (0..<all).count { _ in random.unit() < truths[hour] })
      }
      for (hour, truth) in truths.enumerated() {
        let square = { (share: Double) in (share - truth) * (share - truth) }
        drawn += square(model.hours.shares[0][hour])
        counted += square(model.hours.counts[0][hour].share)
        flat += square(model.hours.mean)
      }
    }
    #expect(drawn < 0.75 * counted && drawn < 0.85 * flat, "\(drawn) \(counted) \(flat)")
  }

  @Test func `a share of all or nothing and rows of several hours are read`() throws {
    let all = try model { _, _ in (10, 10) }
    #expect(all.share(on: .monday, hour: 9) == 1)
    let none = try model { _, _ in (10, 0) }
    #expect(none.share(on: .sunday, hour: 9) == 0)
    let (records, dates) = try history { _, hour in (10, hour < 12 ? 9 : 3) }
    let wide = stride(from: 0, to: records.count, by: 3).map { first in
      HistoryRecord(
        start: records[first].start,
        arrivals: 30,
        contained: 3 * (records[first].contained ?? 0)
      )
    }
    let model = try #require(
      ContainmentModel(
        QueueHistory(queue: "bot", intervalMinutes: 180, records: wide),
        past: dates.map { PastDay(date: $0, weekday: $0.weekday, arrivals: []) },
        zone: .utc,
        isPartOfArrivals: true
      )
    )
    for hour in 0..<24 {
      #expect(abs(model.share(on: .friday, hour: hour) - (hour < 12 ? 0.9 : 0.3)) < 0.005)
    }
  }
}
