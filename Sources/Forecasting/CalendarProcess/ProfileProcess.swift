import Foundation
import Workforce

/// Day profiles with a Gaussian process per score: one fit of the calendar process.
struct ProfileProcess {
  let counts: RootCounts
  let profiles: DayProfiles
  let processes: [ScoreProcess]
  let leftover: LeftoverVariation
  /// Correlation of the scores' errors on one day.
  let correlation: Matrix

  private let features: [DayFeatures]
  private let kernel: CalendarKernel
  private let calendar: DayCalendar

  /// Fits days of a past, at least one, the targets' dates within `spanDays` of the first.
  init(
    _ past: [PastDay],
    calendar: DayCalendar,
    constants: ProcessConstants,
    spanDays: Int
  ) {
    self.calendar = calendar
    counts = RootCounts(past)
    let weekdays = past.map(\.weekday)
    profiles = DayProfiles(counts, weekdays: weekdays)
    leftover = LeftoverVariation(counts, residuals: profiles.residuals)
    features = past.map {
      DayFeatures($0.date, weekday: $0.weekday, special: $0.special, calendar: calendar)
    }
    let pastDays = (features.last?.day ?? 0) - (features.first?.day ?? 0)
    kernel = CalendarKernel(constants, hasYear: pastDays > 456, spanDays: spanDays)
    let matrix = kernel.matrix(features)
    let first = profiles.scores[0].map { max($0, 1e-3) }
    let scores = profiles.scores.enumerated().map { index, score in
      index == 0 ? first.map { log($0) } : zip(score, first).map { $0 / $1 }
    }
    processes = scores.enumerated().map { index, values in
      ScoreProcess(
        values,
        groups: weekdays.map(\.rawValue),
        variances: first.map { 0.25 / ($0 * $0) },
        kernel: matrix,
        noise: constants.noise,
        leastScale: past.count < 20 ? (index == 0 ? 0.05 : 0.02) : 1e-5
      )
    }
    correlation = Self.correlation(processes.map(\.residuals))
  }

  /// Correlation of standardized residuals, clipped at 3, shrunk by n/(n + 20).
  private static func correlation(_ residuals: [[Double]]) -> Matrix {
    let clipped = residuals.map { $0.map { min(max($0, -3), 3) } }
    var result = Matrix(rows: clipped.count, columns: clipped.count)
    for row in clipped.indices {
      for column in clipped.indices {
        let days = Double(clipped[row].count)
        let product = zip(clipped[row], clipped[column]).reduce(0) { $0 + $1.0 * $1.1 }
        let squares = [row, column].map { clipped[$0].reduce(0) { $0 + $1 * $1 } }
        let size = (squares[0] * squares[1]).squareRoot()
        result[row, column] =
          row == column ? 1 : size > 0 ? product / size * days / (days + 20) : 0
      }
    }
    return result
  }

  /// What is expected of target days.
  func forecast(_ targets: [TargetDay], inflation: Double) -> ForecastDays {
    let ahead = targets.map {
      DayFeatures($0.date, weekday: $0.weekday, special: $0.special, calendar: calendar)
    }
    let toPast = kernel.matrix(features, ahead)
    let among = kernel.matrix(ahead)
    let predictions = processes.map { $0.prediction(toPast: toPast, among: among) }
    let days = targets.enumerated().map { index, target in
      day(target, predictions.map { ($0.mean[index], $0.covariance[index, index]) }, inflation)
    }
    return ForecastDays(days: days, link: DayLink(correlations: predictions.map(Self.correlations)))
  }

  private static func correlations(_ prediction: ScoreProcess.Prediction) -> [[Double]] {
    let covariance = prediction.covariance
    return (0..<covariance.rows).map { row in
      (0..<covariance.columns).map { column in
        guard row != column else { return 1 }
        let size = (covariance[row, row] * covariance[column, column]).squareRoot()
        return size > 0 ? min(max(covariance[row, column] / size, -1), 1) : 0
      }
    }
  }

  /// A day's roots per group of intervals, before they are split into intervals.
  struct GroupDay {
    var roots: [Double]
    /// Per score, its effect on each root.
    var loadings: [[Double]]
    var scoreCovariance: [[Double]]
  }

  /// What is expected of one day per group (the design's step 7).
  func groupDay(_ target: TargetDay) -> GroupDay {
    let ahead = [
      DayFeatures(
        target.date,
        weekday: target.weekday,
        special: target.special,
        calendar: calendar
      )
    ]
    let toPast = kernel.matrix(features, ahead)
    let among = kernel.matrix(ahead)
    let predictions = processes.map { $0.prediction(toPast: toPast, among: among) }
    return groupDay(target, predictions.map { ($0.mean[0], $0.covariance[0, 0]) })
  }

  private func groupDay(
    _ target: TargetDay,
    _ scores: [(mean: Double, variance: Double)]
  ) -> GroupDay {
    let roots = groupRoots(scores.map(\.mean), target.weekday)
    let level = exp(scores[0].mean)
    let others = profiles.profiles.dropFirst().map { $0.map { level * $0 } }
    return GroupDay(
      roots: roots,
      loadings: [roots] + others,
      scoreCovariance: covariance(scores.map(\.variance))
    )
  }

  /// Roots per group from a day's scores.
  func groupRoots(_ scores: [Double], _ weekday: Weekday) -> [Double] {
    let level = exp(scores[0])
    let shape = profiles.weekdayShapes[weekday.rawValue - 1]
    return counts.groups.indices.map { column in
      var profile = profiles.profiles[0][column]
      for index in scores.indices.dropFirst() {
        profile += scores[index] * profiles.profiles[index][column]
      }
      return max(1e-3, level * profile + shape[column])
    }
  }

  /// One day from its scores' means and variances (the design's step 9).
  private func day(
    _ target: TargetDay,
    _ scores: [(mean: Double, variance: Double)],
    _ inflation: Double
  ) -> DayForecast {
    let whole = groupDay(target, scores)
    let shares = counts.shares(on: target.weekday)
    var roots = target.isOpen.map { _ in 0.0 }
    var loadings = scores.map { _ in roots }
    for (column, group) in counts.groups.enumerated() {
      for cell in group * counts.merged..<min((group + 1) * counts.merged, roots.count)
      where target.isOpen[cell] && counts.isSeen[cell] {
        let part = shares[cell].squareRoot()
        roots[cell] = max(1e-3, part * whole.roots[column])
        for index in loadings.indices {
          loadings[index][cell] = part * whole.loadings[index][column]
        }
      }
    }
    let spread = RootSpread(
      roots: roots,
      loadings: loadings,
      scoreCovariance: whole.scoreCovariance,
      leftoverVariance: leftover.variance,
      leftoverLength: leftover.length,
      mergedIntervals: counts.merged,
      inflation: inflation
    )
    return DayForecast(means: means(target, spread), spread: spread)
  }

  private func covariance(_ variances: [Double]) -> [[Double]] {
    variances.indices.map { row in
      variances.indices.map { column in
        correlation[row, column] * (variances[row] * variances[column]).squareRoot()
      }
    }
  }

  /// Means per interval; unknown where no past day knows an open interval.
  private func means(_ target: TargetDay, _ spread: RootSpread) -> [Double?] {
    target.isOpen.indices.map { cell in
      guard target.isOpen[cell] else { return 0 }
      return spread.roots[cell] > 0 ? spread.mean(of: cell) : nil
    }
  }
}
