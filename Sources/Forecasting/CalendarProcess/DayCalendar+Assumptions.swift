import Foundation
import Workforce

extension DayCalendar {
  /// The calendar in which each assumed closure is either a closure or, where the days around it
  /// speak against that, a gap in the records.
  ///
  /// A closure moves contacts to the days after it; a gap does not. Successive assumed closures are
  /// judged together, the later groups first, by the likelihood of the days' levels with and
  /// without them.
  func judgingAssumptions(by past: [PastDay], constants: ProcessConstants) -> DayCalendar {
    guard !assumedClosures.isEmpty, let first = past.first, let last = past.last else {
      return self
    }
    let inside = assumedClosures.filter { $0 > first.date && $0 < last.date }
    var kept = DayCalendar(self, assuming: assumedClosures)
    var best = kept.logLikelihood(of: past, constants)
    for group in groups(of: inside).suffix(8).reversed() {
      let without = DayCalendar(
        self,
        assuming: kept.assumedClosures.filter { !group.contains($0) }
      )
      let likelihood = without.logLikelihood(of: past, constants)
      guard likelihood > best else { continue }
      kept = without
      best = likelihood
    }
    return kept
  }

  /// Runs of dates without an open day between them.
  private func groups(of dates: [LocalDate]) -> [[LocalDate]] {
    var groups: [[LocalDate]] = []
    for date in dates {
      let last = groups.last?.last
      let between = last.map { last in
        (1..<max(1, date.daysSinceEpoch - last.daysSinceEpoch))
          .contains { isOpen(on: last.adding(days: $0)) }
      }
      if between == false {
        groups[groups.count - 1].append(date)
      } else {
        groups.append([date])
      }
    }
    return groups
  }

  /// How likely the days' levels are under this calendar.
  private func logLikelihood(of past: [PastDay], _ constants: ProcessConstants) -> Double {
    let levels = past.map { 0.5 * log($0.total + 0.25) }
    let groups = past.map(\.weekday.rawValue)
    let features = past.map {
      DayFeatures($0.date, weekday: $0.weekday, special: $0.special, calendar: self)
    }
    let span = (features.last?.day ?? 0) - (features.first?.day ?? 0)
    var matrix = CalendarKernel(constants, hasYear: span > 456, spanDays: span).matrix(features)
    let scale = max(1e-3, ScoreProcess.scale(of: levels, groups: groups))
    for index in past.indices {
      let counting = 0.25 / max(past[index].total, 1)
      matrix[index, index] += constants.noise + counting / (scale * scale)
    }
    guard let factor = Cholesky(matrix) else { return -.infinity }
    let center = median(levels)
    let half = factor.forward(levels.map { ($0 - center) / scale })
    return -0.5 * (dotProduct(half, 0, half, 0, count: half.count) + factor.logDeterminant)
  }
}
