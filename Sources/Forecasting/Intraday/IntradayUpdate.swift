import Foundation
import Workforce

/// Re-forecasts the rest of a day from what it has brought so far.
///
/// The roots of the day's rates are jointly normal around the forecast of the day before; the
/// counts seen so far, whose roots have variance ¼ more, give the conditional distribution of the
/// rest (Shen & Huang 2008b treat the same task by penalized regression).
public struct IntradayUpdate: Sendable {
  private let before: RootDistribution
  private let isUsable: Bool

  /// Learns from the days before the target.
  ///
  /// - Parameters:
  ///   - target: The day, open intervals marked.
  ///   - past: Usable days before it, ascending.
  ///   - calendar: On which dates the queue is open.
  ///   - constants: Constants of the calendar process.
  public init(
    target: TargetDay,
    after past: [PastDay],
    calendar: DayCalendar,
    constants: ProcessConstants = .standard
  ) {
    let usable = Array(past.filter { $0.total > 0 }.suffix(CalendarProcess.mostDays))
    guard let first = usable.first else {
      isUsable = false
      before = RootDistribution(
        merged: 1,
        groups: [],
        roots: [],
        covariance: Matrix(rows: 0, columns: 0),
        shares: []
      )
      return
    }
    let fit = ProfileProcess(
      usable,
      calendar: calendar.judgingAssumptions(by: usable, constants: constants),
      constants: constants,
      spanDays: target.date.daysSinceEpoch - first.date.daysSinceEpoch
    )
    isUsable = true
    before = fit.distribution(of: target, weekdays: usable.map(\.weekday))
  }

  /// The day as it was expected the day before; `nil` without any usable past.
  public var dayAhead: RootDistribution? { isUsable ? before : nil }

  /// The day as it is expected after its first intervals.
  ///
  /// - Parameters:
  ///   - counts: What came, per interval of the day; `nil` where nothing is known.
  ///   - end: The interval of the day before which counts are known.
  /// - Returns: The distribution of all intervals; those before `end` are as known as the counts
  ///   make them. `nil` without any usable past.
  public func updated(with counts: [Double?], before end: Int) -> RootDistribution? {
    guard isUsable else { return nil }
    let seen = observations(counts, before: end)
    guard !seen.isEmpty else { return before }
    guard let factor = factor(of: seen) else { return before }
    let pull = factor.solve(seen.map(\.error))
    let size = before.groups.count
    let crosses = (0..<size).map { column in
      seen.map { before.covariance[column, $0.column] }
    }
    let halves = crosses.map(factor.forward)
    let roots = (0..<size).map { column in
      max(1e-3, before.roots[column] + dotProduct(crosses[column], 0, pull, 0, count: seen.count))
    }
    var covariance = before.covariance
    for row in 0..<size {
      for column in 0..<size {
        covariance[row, column] -= dotProduct(
          halves[row],
          0,
          halves[column],
          0,
          count: seen.count
        )
      }
      covariance[row, row] = max(0, covariance[row, row])
    }
    return RootDistribution(
      merged: before.merged,
      groups: before.groups,
      roots: roots,
      covariance: covariance,
      shares: before.shares
    )
  }

  /// The factor of the seen roots' covariance; noise grows until there is one, since a covariance
  /// that past days show need not be positive.
  private func factor(of seen: [Observation]) -> Cholesky? {
    var matrix = Matrix(rows: seen.count, columns: seen.count)
    for (row, one) in seen.enumerated() {
      for (column, other) in seen.enumerated() {
        matrix[row, column] = before.covariance[one.column, other.column]
      }
      matrix[row, row] += one.noise
    }
    for _ in 0..<8 {
      if let factor = Cholesky(matrix) { return factor }
      for index in seen.indices { matrix[index, index] *= 1.5 }
    }
    return nil
  }

  private struct Observation {
    let column: Int
    let error: Double
    let noise: Double
  }

  /// Groups that are at least half seen, their errors drawn to within four standard deviations.
  private func observations(_ counts: [Double?], before end: Int) -> [Observation] {
    before.groups.indices.compactMap { column in
      let group = before.groups[column]
      let cells = group * before.merged..<min((group + 1) * before.merged, before.shares.count)
      let known = cells.filter { $0 < end && counts[$0] != nil && before.shares[$0] > 0 }
      let share = known.reduce(0) { $0 + before.shares[$1] }
      guard share >= 0.5 else { return nil }
      let sum = known.reduce(0) { $0 + (counts[$1] ?? 0) }
      let root = (sum / share + 0.25).squareRoot()
      let variance = before.covariance[column, column] + 0.25 / share
      let limit = 4 * max(1, variance.squareRoot())
      return Observation(
        column: column,
        error: min(max(root - before.roots[column], -limit), limit),
        noise: 0.25 / share
      )
    }
  }
}
