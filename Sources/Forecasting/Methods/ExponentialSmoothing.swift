import Foundation
public import Workforce

/// Exponential smoothing of day totals with a weekly season, and of each weekday's shape.
///
/// Level and season multiply (Holt–Winters), with a damped trend where that did better. Errors are
/// drawn to within three robust deviations before they are learned from (Gelper, Fried & Croux
/// 2010). The weights are the calmest of a fixed grid whose errors a week ahead are within 5 % of the
/// smallest on the past.
public struct ExponentialSmoothing: Forecaster {
  /// How many days are looked at: a year of working days.
  static let dayLimit = 260

  /// Makes the method.
  public init() {}

  /// Exponential smoothing.
  public var method: ForecastMethod { .exponentialSmoothing }

  /// Level, trend, season and shape after the last day.
  public func forecast(
    _ targets: [TargetDay],
    after past: [PastDay],
    calendar: DayCalendar
  ) -> ForecastDays {
    let table = DayTable(past, atMost: Self.dayLimit)
    guard let last = table.days.last?.date else {
      return ForecastDays(means: targets.map { table.means($0) { _ in 0 } })
    }
    let sizes = IntradayProfile.roughSizes(table)
    let profile = IntradayProfile(table, sizes: sizes, weights: Self.shapeWeights(table))
    let series = DaySeries(table, exposures: profile.exposures(table))
    let state = series.best()
    return ForecastDays(
      means: targets.map { target in
        let weekday = target.weekday.rawValue - 1
        let days = target.date.daysSinceEpoch - last.daysSinceEpoch
        let size = state.expected(weekday, after: days)
        return table.means(target) { size * profile.shares[weekday][$0] }
      }
    )
  }

  /// Each same weekday counts 0.9 of the next; days far from their weekday's median count little.
  private static func shapeWeights(_ table: DayTable) -> [Double] {
    let sizes = IntradayProfile.roughSizes(table)
    var weights = [Double](repeating: 0, count: table.count)
    for rows in table.rowsOfWeekday {
      let center = median(rows.map { sizes[$0] })
      let typical = 1.4826 * median(rows.map { abs(sizes[$0] - center) })
      let reach = 3 * max(typical, max(center, 1).squareRoot())
      for (age, row) in rows.reversed().enumerated() {
        let ratio = reach / max(reach, abs(sizes[row] - center))
        weights[row] = pow(0.9, Double(age)) * ratio * ratio
      }
    }
    return weights
  }
}

/// Day totals to smooth.
struct DaySeries {
  /// What smoothing knows after a day.
  struct State {
    var level: Double
    /// Change of the level per calendar day.
    var trend = 0.0
    /// Per weekday, Monday first, around 1.
    var seasons: [Double]

    /// The size of a day `days` calendar days later; the trend fades by 2 % a day.
    func expected(_ weekday: Int, after days: Int) -> Double {
      let damping = DaySeries.damping
      let reach = damping * (1 - pow(damping, Double(max(days, 0)))) / (1 - damping)
      return max(0, level + trend * reach) * seasons[weekday]
    }
  }

  /// How fast the parts follow new days, each 0…1.
  struct Weights {
    var level: Double
    var trend: Double
    var season: Double
  }

  static let damping = 0.98

  static let grid: [Weights] = [0.02, 0.05, 0.1, 0.2, 0.4].flatMap { level in
    [0.0, 0.02, 0.1].flatMap { trend in
      [0.02, 0.05, 0.1, 0.2].map { Weights(level: level, trend: trend * level, season: $0) }
    }
  }

  /// Calendar days since the first day.
  private let times: [Int]
  private let weekdays: [Int]
  /// Known counts per day.
  private let totals: [Double]
  /// Share of each day that is known.
  private let exposures: [Double]

  init(_ table: DayTable, exposures: [Double]) {
    let first = table.days.first?.date.daysSinceEpoch ?? 0
    times = table.days.map { $0.date.daysSinceEpoch - first }
    weekdays = (0..<table.count).map(table.weekdayIndex)
    totals = (0..<table.count).map(table.total)
    self.exposures = exposures
  }

  /// The state after all days with the calmest weights whose errors are within 5 % of the smallest.
  func best() -> State {
    let runs = Self.grid.map(run)
    let least = runs.map(\.loss).min() ?? 0
    return runs.first { $0.loss <= 1.05 * least }?.state ?? start()
  }

  /// The state after all days, and the squared errors of weeks from the third on, each seen from
  /// its beginning and relative to Poisson's.
  func run(_ weights: Weights) -> (state: State, loss: Double) {
    var state = start()
    var scale = startScale(state)
    var loss = 0.0
    var previous = times.first ?? 0
    var before = (state: state, day: 0)
    for day in totals.indices where exposures[day] > 0 {
      if times[day] / 7 > before.day / 7 { before = (state, previous) }
      if before.day >= 13 { loss += error(day, before.state, times[day] - before.day) }
      let gap = times[day] - previous
      previous = times[day]
      state.level = max(0, state.level + state.trend * reach(gap))
      state.trend *= pow(Self.damping, Double(gap))
      let expected = state.level * state.seasons[weekdays[day]] * exposures[day]
      let deviation = (max(expected, 1) + scale * scale * expected * expected).squareRoot()
      let score = (totals[day] - expected) / deviation
      let drawn = min(max(score, -3), 3)
      learn(drawn * deviation / exposures[day], weekdays[day], weights, &state)
      let relative = abs(drawn) * deviation / max(expected, 1)
      scale += 0.05 * (1.25 * relative - scale)
    }
    return (state, loss)
  }

  /// A day's squared error relative to Poisson's, drawn to within half of what was expected.
  private func error(_ day: Int, _ state: State, _ ahead: Int) -> Double {
    let expected = state.expected(weekdays[day], after: ahead) * exposures[day]
    let reach = max(expected / 2, 4 * max(expected, 1).squareRoot())
    let error = min(max(totals[day] - expected, -reach), reach)
    return error * error / max(expected, 1)
  }

  private func reach(_ days: Int) -> Double {
    Self.damping * (1 - pow(Self.damping, Double(days))) / (1 - Self.damping)
  }

  /// Holt–Winters' error-correction form with a multiplicative season.
  private func learn(_ error: Double, _ weekday: Int, _ weights: Weights, _ state: inout State) {
    let season = max(state.seasons[weekday], 1e-6)
    let level = state.level
    state.level = max(0, level + weights.level * error / max(season, 0.05))
    state.trend += weights.trend * error / max(season, 0.05)
    if level > 0 {
      state.seasons[weekday] = max(0, state.seasons[weekday] + weights.season * error / level)
    }
  }

  /// Medians of the first four weeks.
  private func start() -> State {
    let early = totals.indices.filter { times[$0] < 28 && exposures[$0] > 0 }
    var centers = [Double](repeating: 0, count: 7)
    var known: [Double] = []
    for weekday in 0..<7 {
      let sameDays = totals.indices.filter { weekdays[$0] == weekday && exposures[$0] > 0 }
      let first = sameDays.filter { times[$0] < 28 }
      let values = (first.isEmpty ? Array(sameDays.prefix(4)) : first)
        .map { totals[$0] / exposures[$0] }
      guard !values.isEmpty else { continue }
      centers[weekday] =
        early.count < 14 ? values.reduce(0, +) / Double(values.count) : median(values)
      known.append(centers[weekday])
    }
    let level = known.isEmpty ? 0 : known.reduce(0, +) / Double(known.count)
    return State(level: level, seasons: centers.map { level > 0 ? $0 / level : 1 })
  }

  /// The usual relative error of the first four weeks around their medians.
  private func startScale(_ state: State) -> Double {
    let errors = totals.indices.filter { times[$0] < 28 && exposures[$0] > 0 }.map { day in
      let expected = state.level * state.seasons[weekdays[day]] * exposures[day]
      return abs(totals[day] - expected) / max(expected, 1)
    }
    return 1.4826 * median(errors)
  }
}
