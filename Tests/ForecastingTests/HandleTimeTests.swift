import Foundation
import Testing
import Workforce

@testable import Forecasting

@Suite struct HandleTimeTests {
  private let grid = TimeGrid(
    from: LocalDate("2025-12-01")!,
    days: 91,
    stepMinutes: 30,
    zone: .utc
  )!

  /// Means of `contacts` lognormal handle times per open half hour.
  private func history(
    seed: UInt64,
    contacts: Int,
    variation: Double,
    dayVariation: Double = 0,
    _ mean: (LocalDate, Int) -> Double
  ) -> (QueueHistory, [PastDay]) {
    var random = RandomStream(seed: seed, name: "handle times")
    let sigma = log(1 + variation).squareRoot()
    var records: [HistoryRecord] = []
    for (date, range) in zip(grid.dates, grid.days) {
      let shift = 1 + dayVariation.squareRoot() * random.normal()
      for index in range {
        let minute = grid.local(at: index).minuteOfDay
        guard 480..<1080 ~= minute else { continue }
        let times = (0..<contacts).map { _ in
          mean(date, minute) * shift * exp(sigma * random.normal() - sigma * sigma / 2)
        }
        records.append(
          HistoryRecord(
            start: grid.instant(at: index),
            arrivals: Double(contacts),
            averageHandleTime: .seconds(times.reduce(0, +) / Double(contacts))
          )
        )
      }
    }
    let past = grid.dates.map { PastDay(date: $0, weekday: $0.weekday, arrivals: []) }
    return (QueueHistory(queue: "q", intervalMinutes: 30, records: records), past)
  }

  private func model(
    _ history: (QueueHistory, [PastDay]),
    staffMix: (LocalDate) -> Double = { _ in 1 }
  ) -> HandleTimeModel {
    let rows = HandleTimeObservations(
      history.0,
      past: history.1,
      weeks: HandleTimeModel.weeks,
      cellMinutes: 30,
      zone: .utc,
      staffMix: staffMix
    )
    return HandleTimeModel(rows, fallback: Fixture().queue)
  }

  /// A morning that is a tenth quicker, Mondays a tenth slower.
  private static func truth(_ date: LocalDate, _ minute: Int) -> Double {
    240 * (minute < 720 ? 0.9 : 1.05) * (date.weekday == .monday ? 1.1 : 1)
  }

  @Test(arguments: UInt64(1)...3)
  func `comes closer to the truth than raw means and the overall mean`(seed: UInt64) {
    let data = history(seed: seed, contacts: 4, variation: 0.8, Self.truth)
    let model = model(data)
    var raw: [Int: [Double]] = [:]
    var sum = (model: 0.0, raw: 0.0, mean: 0.0)
    for record in data.0.records {
      let local = Zone.utc.local(at: record.start)
      let key = local.date.weekday.rawValue * 1440 + local.minuteOfDay
      raw[key, default: []].append(record.averageHandleTime?.inSeconds ?? 0)
    }
    let overall = raw.values.joined().reduce(0, +) / Double(data.0.records.count)
    for date in grid.dates.suffix(7) {
      for minute in stride(from: 480, to: 1080, by: 30) {
        let truth = Self.truth(date, minute)
        let values = raw[date.weekday.rawValue * 1440 + minute] ?? []
        let fitted = model.seconds(date.weekday, minuteOfDay: minute, weeksAhead: 1)
        sum.model += (fitted - truth) * (fitted - truth)
        sum.mean += (overall - truth) * (overall - truth)
        let own = values.reduce(0, +) / Double(values.count)
        sum.raw += (own - truth) * (own - truth)
      }
    }
    #expect(sum.model < 0.5 * sum.raw)
    // Of the overall mean's 20 s, squared, chance leaves 0.21 for the times of day (364 contacts each,
    // 11 s), 0.11 for the weekdays (1040, 7 s) and 0.06 for the level a week ahead, together 0.38. It
    // strays by √(0.07² + 0.06² + 0.09²) = 0.12, since few of each are added up; three times that more.
    #expect(sum.model < 0.75 * sum.mean)
  }

  @Test(arguments: [(0.3, 1), (0.8, 5), (1.5, 40)])
  func `finds a single contact's variation in interval means`(variation: Double, contacts: Int) {
    let data = history(
      seed: 7,
      contacts: contacts,
      variation: variation,
      dayVariation: 0.002,
      Self.truth
    )
    let found = model(data).variation ?? 0
    #expect(abs(found / variation - 1) < 0.2, "\(found)")
  }

  @Test func `means written into every row are no single contact's variation`() {
    let data = history(seed: 1, contacts: 1, variation: 0) { _, _ in 240 }
    let model = model(data)
    #expect(model.variation == nil)
    #expect(abs(model.seconds(.monday, minuteOfDay: 600, weeksAhead: 1) - 240) < 1e-6)
  }

  @Test(arguments: UInt64(1)...3)
  func `follows a trend, damped, and only a real one`(seed: UInt64) {
    let first = grid.dates[0].daysSinceEpoch
    let growing = model(
      history(seed: seed, contacts: 20, variation: 0.8) { date, _ in
        240 + Double(date.daysSinceEpoch - first) / 7 * 3
      }
    )
    #expect(abs(growing.trend.slope - 3) < 0.6)
    // The last week's level is 240 + 3·12.4; a damped step of 0.8·3 s follows.
    let next = growing.seconds(.wednesday, minuteOfDay: 600, weeksAhead: 1)
    #expect(abs(next - 240 - 3 * 12.5 - 2.4) < 6)
    let far = growing.seconds(.wednesday, minuteOfDay: 600, weeksAhead: 50)
    #expect(far > next && far < next + 3 * 0.8 / 0.2)
    let steady = model(history(seed: seed, contacts: 20, variation: 0.8) { _, _ in 240 })
    #expect(abs(steady.seconds(.wednesday, minuteOfDay: 600, weeksAhead: 1) - 240) < 6)
  }

  @Test(arguments: UInt64(1)...4)
  func `the day's band holds four of five days`(seed: UInt64) {
    var hits = 0
    let all = history(seed: seed, contacts: 10, variation: 0.8, dayVariation: 0.002, Self.truth)
    let split = grid.dates[70]
    let past = all.1.filter { $0.date < split }
    let end = Zone.utc.startOfDay(split)
    let known = QueueHistory(
      queue: "q",
      intervalMinutes: 30,
      records: all.0.records.filter { $0.start < end }
    )
    let model = model((known, past))
    for date in grid.dates.suffix(21) {
      let rows = all.0.records.filter { Zone.utc.local(at: $0.start).date == date }
      let mean = rows.reduce(0) { $0 + ($1.averageHandleTime?.inSeconds ?? 0) } / Double(rows.count)
      let fitted = stride(from: 480, to: 1080, by: 30).map {
        model.seconds(date.weekday, minuteOfDay: $0, weeksAhead: 1)
      }
      let expected = fitted.reduce(0, +) / Double(fitted.count)
      let factor = model.spreadFactor(around: expected, contacts: 200)
      if (expected / factor)...(expected * factor) ~= mean { hits += 1 }
    }
    // 21 days, 80 %: 12…21 holds with a probability above 0.99.
    #expect(hits >= 12)
  }

  /// Published quantiles of Student's t.
  @Test(arguments: [(4, 2.776), (6, 2.447), (8, 2.306), (11, 2.201), (30, 2.042)])
  func `the limit of a trend is Student's`(freedom: Int, quantile: Double) {
    #expect(abs(LevelTrend.limit(freedom: freedom) - quantile) < 0.05)
  }

  @Test func `the staff's mix is taken out`() {
    let mix = { (date: LocalDate) in date.daysSinceEpoch % 2 == 0 ? 1.3 : 0.9 }
    let data = history(seed: 3, contacts: 30, variation: 0.5) { date, _ in 200 * mix(date) }
    let seconds = model(data, staffMix: mix).seconds(.friday, minuteOfDay: 600, weeksAhead: 1)
    #expect(abs(seconds - 200) < 5)
  }

  /// DerSimonian and Laird's estimate for three groups: weights 1, 1 and ½, so that the mean is 2,
  /// Q = 1 + 0 + ½·4 = 3 and the scale 2.5 − 2.25 ÷ 2.5 = 1.6.
  @Test func `shrinks as computed by hand`() {
    let shrinkage = Shrinkage([(1, 1), (2, 1), (4, 2), nil])
    #expect(abs(shrinkage.center - 2) < 1e-12)
    // τ² = (3 − 2) ÷ 1.6.
    #expect(abs(shrinkage.betweenVariance - 0.625) < 1e-12)
    let kept = 0.625 / 1.625
    #expect(abs(shrinkage.values[0] - (2 - kept)) < 1e-12)
    #expect(abs(shrinkage.values[2] - (2 + 2 * 0.625 / 2.625)) < 1e-12)
    #expect(shrinkage.values[3] == shrinkage.center)
    #expect(Shrinkage([nil, nil]).values == [0, 0])
    #expect(Shrinkage([(5, 0), (5, 0)]).values == [5, 5])
  }

  @Test(arguments: UInt64(1)...3)
  func `single contacts tell their variation`(seed: UInt64) {
    var random = RandomStream(seed: seed, name: "single")
    let sigma = log(1 + 0.6).squareRoot()
    let contacts = (0..<4000).map { second in
      ContactRecord(
        arrived: Instant(secondsSinceEpoch: second),
        outcome: second % 10 == 0 ? .abandoned : .answered,
        handleTime: second % 10 == 0 ? nil : .seconds(240 * exp(sigma * random.normal()))
      )
    }
    let (start, end) = (Instant(secondsSinceEpoch: 0), Instant(secondsSinceEpoch: 4000))
    let found = HandleTimeVariation(contacts, from: start, before: end)?.value ?? 0
    #expect(abs(found - 0.6) < 0.1)
    let few = HandleTimeVariation(
      contacts,
      from: start,
      before: Instant(secondsSinceEpoch: 100)
    )
    #expect(few == nil)
  }
}
