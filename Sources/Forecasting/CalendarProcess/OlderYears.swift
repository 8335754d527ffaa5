import Foundation
import Workforce

/// The season of the year that days too old for the process show, as a factor per date.
///
/// Each older day's level (half the logarithm of its total) is taken relative to the median of its
/// weekday in its own year, counted back from the last older day; days within about a week of the
/// same time of year are averaged, as if twenty more days had shown nothing.
struct OlderYears {
  /// Days from which on older days say something of a season.
  private static let leastDays = 200
  /// Standard deviation of the days of the year that are averaged.
  private static let width = 7.0
  /// Days that show nothing.
  private static let prior = 20.0
  private static let year = 365.2425

  /// Mean deviation and weight per day of the year.
  private let deviations: [Double]

  init(_ older: ArraySlice<PastDay>) {
    let days = older.filter { $0.isOrdinary && $0.total > 0 }
    guard days.count >= Self.leastDays, let last = days.last?.date else {
      deviations = []
      return
    }
    let levels = days.map { 0.5 * log($0.total + 0.25) }
    let groups = days.map { day -> Int in
      let back = Int(Double(last.daysSinceEpoch - day.date.daysSinceEpoch) / Self.year)
      return back * 8 + day.weekday.rawValue
    }
    let medians = (0...(groups.max() ?? 0)).map { group in
      median(groups.indices.filter { groups[$0] == group }.map { levels[$0] })
    }
    var sums = [Double](repeating: 0, count: 366)
    var counts = sums
    for (index, day) in days.enumerated() {
      let phase = Self.dayOfYear(day.date)
      sums[phase] += levels[index] - medians[groups[index]]
      counts[phase] += 1
    }
    deviations = (0..<366).map { Self.smoothed(at: $0, sums, counts) }
  }

  private static func smoothed(at day: Int, _ sums: [Double], _ counts: [Double]) -> Double {
    var sum = 0.0
    var weight = prior
    for offset in -21...21 {
      let other = ((day + offset) % 366 + 366) % 366
      let share = exp(-Double(offset * offset) / (2 * width * width))
      sum += share * sums[other]
      weight += share * counts[other]
    }
    return sum / weight
  }

  private static func dayOfYear(_ date: LocalDate) -> Int {
    let first = LocalDate(year: date.components.year, month: 1, day: 1) ?? date
    return min(365, max(0, date.daysSinceEpoch - first.daysSinceEpoch))
  }

  /// What the time of year does to the contacts of a date; 1 where older days say nothing.
  func factor(on date: LocalDate) -> Double {
    deviations.isEmpty ? 1 : exp(2 * deviations[Self.dayOfYear(date)])
  }

  /// A day with the effect of its time of year removed.
  func removed(from day: PastDay) -> PastDay {
    guard !deviations.isEmpty else { return day }
    let factor = factor(on: day.date)
    var day = day
    day.arrivals = day.arrivals.map { $0.map { $0 / factor } }
    return day
  }

  /// A forecast with the effect of the days' time of year put back.
  func restored(_ forecast: ForecastDays, on targets: [TargetDay]) -> ForecastDays {
    guard !deviations.isEmpty else { return forecast }
    var forecast = forecast
    for (index, target) in targets.enumerated() {
      let factor = factor(on: target.date)
      forecast.days[index].means = forecast.days[index].means.map { $0.map { $0 * factor } }
      forecast.days[index].spread = forecast.days[index].spread?.scaled(by: factor)
    }
    return forecast
  }
}
