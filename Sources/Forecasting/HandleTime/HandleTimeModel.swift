import Foundation
import Workforce

/// A queue's mean handle time by weekday and time of day, where it goes, and how far it strays.
///
/// Rows are means h of n contacts. With σ² the variance of a single handle time and δ² that of a
/// day's common shift:
/// 1. σ²: the rows' squared distances from their weekday's time of day and from their day, times n,
///    divided by the degrees of freedom.
/// 2. Level and trend of the weekly means after taking out the time of day (``LevelTrend``).
/// 3. δ²: the variance of the days' means beyond σ² ÷ contacts.
/// 4. Time of day, then weekday, then time of day within the weekday: each drawn to what is above
///    it (``Shrinkage``), a group of N contacts on k days having the variance σ²/N + δ²/k.
///
/// The mean is that of the staff who worked: proficiency and tenure are in it. Who models them
/// apart gives `staffMix`, so that they do not count twice.
struct HandleTimeModel {
  /// Contacts that the mean rests on; 0 when the setting had to do.
  let contacts: Double
  /// Squared coefficient of variation of a single handle time; `nil` when the rows do not tell.
  let variation: Double?
  /// The level of the weekly means.
  let trend: LevelTrend

  /// Seconds by weekday and slot, the weekly level taken out.
  private let pattern: [[Double]]
  private let slotMinutes: Int
  /// Means of all, σ² and δ².
  private let mean: Double
  private let contactVariance: Double
  private let dayVariance: Double

  static let weeks = 13
  /// Estimates outside are no single contacts' variation: means written into every row, say.
  static let plausibleVariation = 0.05...10.0

  /// Learns from the rows; without any the fallback is the mean.
  init(_ rows: HandleTimeObservations, fallback: QueueSettings) {
    let count = rows.contacts
    slotMinutes = rows.slotMinutes
    contacts = count
    guard count > 0 else {
      mean = fallback.averageHandleTime.inSeconds
      variation = nil
      trend = LevelTrend([])
      let flat = [Double](repeating: mean, count: rows.slots)
      pattern = Array(repeating: flat, count: 7)
      contactVariance = fallback.handleTimeVariation * mean * mean
      dayVariance = 0
      return
    }
    let mean = rows.rows.reduce(0) { $0 + $1.contacts * $1.seconds } / count
    let noise = Self.contactVariance(rows)
    let given = noise.map { $0 / (mean * mean) }.flatMap { share in
      Self.plausibleVariation.contains(share) ? share : nil
    }
    let single = noise ?? fallback.handleTimeVariation * mean * mean
    let fit = HandleTimePattern(rows, contactVariance: single)
    self.mean = mean
    variation = given
    trend = fit.trend
    pattern = fit.seconds
    contactVariance = single
    dayVariance = fit.dayVariance
  }

  /// Mean seconds at a time of day, some weeks after the last one known.
  ///
  /// The level moves the mean by 40 % at most; a fifth of the mean is the least.
  func seconds(_ weekday: Weekday, minuteOfDay: Int, weeksAhead: Int) -> Double {
    let level = contacts > 0 ? trend.level(weeksAhead: weeksAhead) : 0
    let limited = min(max(level, -0.4 * mean), 0.4 * mean)
    return max(0.2 * mean, pattern[weekday.rawValue - 1][minuteOfDay / slotMinutes] + limited)
  }

  /// The factor between the mean handle time of a day and its 10 or 90 % quantile, at least 1:
  /// lognormal, with the chance of that many contacts, of the day and of the level.
  func spreadFactor(around seconds: Double, contacts: Double) -> Double {
    let chance = contacts > 0 ? contactVariance / contacts : 0
    let variance = dayVariance + trend.levelVariance + chance
    return exp(NormalPoint.inner * variance.squareRoot() / seconds)
  }

  /// σ², robust against no more than ``HandleTimeObservations`` is; `nil` below 100 degrees of
  /// freedom.
  private static func contactVariance(_ rows: HandleTimeObservations) -> Double? {
    let slots = rows.slots
    let group = { (row: HandleTimeObservations.Row) in row.weekday * slots + row.slot }
    let groups = rows.means(7 * slots, by: group, of: \.seconds)
    let rest = { (row: HandleTimeObservations.Row) in
      row.seconds - (groups[group(row)]?.mean ?? 0)
    }
    let days = rows.means(rows.days.count, by: \.day, of: rest)
    let freedom =
      rows.rows.count - groups.count(where: { $0 != nil }) - days.count(where: { $0 != nil }) + 1
    guard freedom >= 100 else { return nil }
    let squares = rows.rows.reduce(0.0) { sum, row in
      let error = rest(row) - (days[row.day]?.mean ?? 0)
      return sum + row.contacts * error * error
    }
    return squares / Double(freedom)
  }
}

/// Steps 2 to 4 of ``HandleTimeModel``.
struct HandleTimePattern {
  let trend: LevelTrend
  /// By weekday and slot, the level taken out.
  let seconds: [[Double]]
  let dayVariance: Double

  init(_ rows: HandleTimeObservations, contactVariance: Double) {
    typealias Row = HandleTimeObservations.Row
    let raw = rows.means(rows.slots, by: \.slot, of: \.seconds)
    let overSlot = { (row: Row) in row.seconds - (raw[row.slot]?.mean ?? 0) }
    let last = rows.days.last.map(ISOWeek.init(containing:))?.monday.daysSinceEpoch ?? 0
    let weekOfDay = rows.days.map { day in
      (last - ISOWeek(containing: day).monday.daysSinceEpoch) / 7
    }
    let weekCount = (weekOfDay.first ?? 0) + 1
    let weekly = rows.means(weekCount, by: { weekOfDay[$0.day] }, of: overSlot)
    let trend = LevelTrend(
      weekly.enumerated().reversed().compactMap { back, week in
        week.map {
          .init(position: -Double(back), mean: $0.mean, variance: contactVariance / $0.contacts)
        }
      }
    )
    let level = weekOfDay.map { trend.slope == 0 ? 0 : trend.level - trend.slope * Double($0) }
    let steady = { (row: Row) in row.seconds - level[row.day] }
    let days = rows.means(rows.days.count, by: \.day) { overSlot($0) - level[$0.day] }
    let between = Shrinkage(days.map { $0.map { ($0.mean, contactVariance / $0.contacts) } })
      .betweenVariance
    self.trend = trend
    // Without a trend the pattern holds the mean level of all weeks, which recent ones then move.
    seconds = Self.drawn(rows, steady, contactVariance, between)
    dayVariance = between
  }

  /// Time of day, weekday, and time of day within the weekday, each drawn to what is above it.
  private static func drawn(
    _ rows: HandleTimeObservations,
    _ value: (HandleTimeObservations.Row) -> Double,
    _ single: Double,
    _ day: Double
  ) -> [[Double]] {
    let slots = rows.slots
    let group = { (mean: (mean: Double, contacts: Double, rows: Int)?, days: Int) in
      mean.map { ($0.mean, single / $0.contacts + day / Double(max(1, days))) }
    }
    let slotDays = rows.dayCounts(slots, by: \.slot)
    let bySlot = Shrinkage(
      zip(rows.means(slots, by: \.slot, of: value), slotDays).map { group($0, $1) }
    ).values
    let weekdayDays = rows.dayCounts(7, by: \.weekday)
    let byWeekday = Shrinkage(
      zip(rows.means(7, by: \.weekday) { value($0) - bySlot[$0.slot] }, weekdayDays)
        .map { group($0, $1) }
    ).values
    let cell = { (row: HandleTimeObservations.Row) in row.weekday * slots + row.slot }
    let cellDays = rows.dayCounts(7 * slots, by: cell)
    let byCell = Shrinkage(
      zip(
        rows.means(7 * slots, by: cell) { value($0) - bySlot[$0.slot] - byWeekday[$0.weekday] },
        cellDays
      ).map { group($0, $1) }
    ).values
    return (0..<7).map { weekday in
      (0..<slots).map { bySlot[$0] + byWeekday[weekday] + byCell[weekday * slots + $0] }
    }
  }
}

extension HandleTimeObservations {
  /// On how many days each group has rows; rows of a day follow each other.
  func dayCounts(_ groups: Int, by group: (Row) -> Int) -> [Int] {
    var counts = [Int](repeating: 0, count: groups)
    var lastDay = [Int](repeating: -1, count: groups)
    for row in rows where lastDay[group(row)] != row.day {
      lastDay[group(row)] = row.day
      counts[group(row)] += 1
    }
    return counts
  }
}
