import Foundation
public import Workforce

/// Multiplicative Poisson counts: a level, times the weekday, times the time of day.
///
/// The level of each past week, the weekdays' factors and each weekday's shape of the day (leaning
/// on the common one where days are few) are fitted by iterative proportional scaling, which is
/// maximum likelihood here (Deming & Stephan 1940). The level that goes on is the exponentially
/// weighted mean of days, its half-life the longest within 5 % of the best on past weeks. Days and
/// intervals far from the fit are drawn toward it.
public struct PoissonLevel: Forecaster {
  /// How many days are looked at: half a year of working days.
  static let dayLimit = 130

  /// Makes the method.
  public init() {}

  /// Poisson level.
  public var method: ForecastMethod { .poissonLevel }

  /// Level × weekday × time of day.
  public func forecast(
    _ targets: [TargetDay],
    after past: [PastDay],
    calendar: DayCalendar
  ) -> ForecastDays {
    let fit = PoissonFit(DayTable(past, atMost: Self.dayLimit))
    return ForecastDays(
      means: targets.map { target in
        let weekday = target.weekday.rawValue - 1
        let size = fit.level * fit.weekdayFactors[weekday]
        return fit.table.means(target) { size * fit.profile.shares[weekday][$0] }
      }
    )
  }
}

/// The fitted parts of ``PoissonLevel``.
struct PoissonFit {
  private static let rounds = 8
  private static let halfLives = [16.0, 8, 4, 2, 1]

  private(set) var table: DayTable
  private(set) var profile: IntradayProfile
  /// Per weekday, Monday first; their mean over the days is 1.
  private(set) var weekdayFactors: [Double]
  /// The level that goes on.
  private(set) var level = 0.0
  /// Weeks of the days, counted from 0.
  private let weeks: [Int]
  private var weekLevels: [Double]
  /// Share of each day that is known.
  private var exposures: [Double]
  /// Less than 1 for days far from the fit.
  private var weights: [Double]

  init(_ table: DayTable) {
    self.table = table
    let monday = table.days.first.map { ISOWeek(containing: $0.date).monday.daysSinceEpoch } ?? 0
    weeks = table.days.map { ($0.date.daysSinceEpoch - monday) / 7 }
    weekLevels = [Double](repeating: 1, count: (weeks.last ?? -1) + 1)
    weekdayFactors = [Double](repeating: 1, count: 7)
    weights = [Double](repeating: 1, count: table.count)
    profile = IntradayProfile(
      table,
      sizes: IntradayProfile.roughSizes(table),
      weights: weights
    )
    exposures = profile.exposures(table)
    guard !table.isEmpty else { return }
    for round in 0..<Self.rounds {
      scale()
      weigh()
      if round == Self.rounds / 2 { drawCells() }
      profile = IntradayProfile(table, sizes: sizes, weights: weights)
      exposures = profile.exposures(table)
    }
    level = level(before: table.count, halfLife: halfLife())
  }

  /// Per row, the expected count of the whole day.
  private var sizes: [Double] {
    (0..<table.count).map { weekLevels[weeks[$0]] * weekdayFactors[table.weekdayIndex($0)] }
  }

  /// One round of proportional scaling: the weeks' levels, then the weekdays' factors.
  private mutating func scale() {
    let totals = (0..<table.count).map(table.total)
    var sums = [(count: Double, size: Double)](repeating: (0, 0), count: weekLevels.count)
    for row in totals.indices {
      let factor = weekdayFactors[table.weekdayIndex(row)]
      sums[weeks[row]].count += weights[row] * totals[row]
      sums[weeks[row]].size += weights[row] * factor * exposures[row]
    }
    weekLevels = sums.map { $0.size > 0 ? $0.count / $0.size : 0 }
    for (weekday, rows) in table.rowsOfWeekday.enumerated() where !rows.isEmpty {
      let count = rows.reduce(0) { $0 + weights[$1] * totals[$1] }
      let size = rows.reduce(0) { $0 + weights[$1] * weekLevels[weeks[$1]] * exposures[$1] }
      weekdayFactors[weekday] = size > 0 ? count / size : 0
    }
    let known = table.rowsOfWeekday.indices.filter { !table.rowsOfWeekday[$0].isEmpty }
    let mean = known.reduce(0) { $0 + weekdayFactors[$1] } / Double(max(known.count, 1))
    if mean > 0 { weekdayFactors = weekdayFactors.map { $0 / mean } }
  }

  /// Days beyond 2.5 robust deviations count less, by the square of how far they are.
  private mutating func weigh() {
    let expected = zip(sizes, exposures).map { $0 * $1 }
    let errors = expected.indices.map { row in
      (table.total(row) - expected[row]) / max(expected[row], 1)
    }
    let typical = 1.4826 * median(errors.map(abs))
    for row in errors.indices {
      let limit = 2.5 * max(typical, 1 / max(expected[row], 1).squareRoot())
      let ratio = limit / max(abs(errors[row]), limit)
      weights[row] = ratio * ratio
    }
  }

  /// Draws counts to within four deviations of their expectation.
  private mutating func drawCells() {
    let width = table.cellCount
    let sizes = sizes
    let expected = table.counts.indices.map { index in
      sizes[index / width] * profile.shares[table.weekdayIndex(index / width)][index % width]
    }
    let known = expected.indices.filter { table.isKnown[$0] && expected[$0] >= 1 }
    let typical = median(
      known.map { abs(table.counts[$0] - expected[$0]) / expected[$0].squareRoot() }
    )
    for index in known {
      let reach = 4 * max(1, 1.4826 * typical) * expected[index].squareRoot()
      table.counts[index] = min(
        max(table.counts[index], expected[index] - reach),
        expected[index] + reach
      )
    }
  }

  /// The exponentially weighted level of the first `end` days; 0 of none.
  private func level(before end: Int, halfLife: Double) -> Double {
    guard end > 0 else { return 0 }
    let last = table.days[end - 1].date.daysSinceEpoch
    var sum = (count: 0.0, size: 0.0)
    for row in 0..<end {
      let age = Double(last - table.days[row].date.daysSinceEpoch) / 7
      let weight = weights[row] * pow(0.5, age / halfLife)
      sum.count += weight * table.total(row)
      sum.size += weight * weekdayFactors[table.weekdayIndex(row)] * exposures[row]
    }
    return sum.size > 0 ? sum.count / sum.size : 0
  }

  /// The longest half-life in weeks whose errors one week ahead are within 5 % of the smallest.
  private func halfLife() -> Double {
    let losses = Self.halfLives.map(loss)
    let best = losses.min() ?? 0
    return zip(Self.halfLives, losses).first { $0.1 <= 1.05 * best }?.0 ?? Self.halfLives[0]
  }

  /// Squared root errors of weeks from the fourth on, each from the days before it.
  private func loss(_ halfLife: Double) -> Double {
    var sum = 0.0
    var row = 0
    while row < table.count {
      let week = weeks[row]
      let end = (row..<table.count).first { weeks[$0] > week } ?? table.count
      if week >= 3, row > 0 {
        let level = level(before: row, halfLife: halfLife)
        for day in row..<end {
          let expected = level * weekdayFactors[table.weekdayIndex(day)] * exposures[day]
          let error = table.total(day).squareRoot() - expected.squareRoot()
          sum += weights[day] * error * error
        }
      }
      row = end
    }
    return sum
  }
}
