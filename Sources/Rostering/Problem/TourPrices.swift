import Workforce

/// Prices of a tour apart from cover.
package struct TourPrices: Hashable, Sendable {
  /// Price of a minute of change of the start.
  package let startChangePerMinute: Double
  /// Premium of overtime as a share of the wage.
  package let overtimePremium: Double
  /// Price of weekend work.
  package let weekendFairness: Double
  /// Whether each date is a Saturday or Sunday.
  package let isWeekend: [Bool]

  /// Prices as given.
  package init(
    startChangePerMinute: Double,
    overtimePremium: Double,
    weekendFairness: Double,
    isWeekend: [Bool]
  ) {
    self.startChangePerMinute = startChangePerMinute
    self.overtimePremium = overtimePremium
    self.weekendFairness = weekendFairness
    self.isWeekend = isWeekend
  }

  /// The prices of a scenario in a week.
  init(_ settings: ScenarioSettings, dates: [LocalDate]) {
    let costs = settings.costs
    self.init(
      startChangePerMinute: costs.startChangePerHour / 60,
      overtimePremium: costs.overtimePremium,
      weekendFairness: settings.labor.fairness?.weekends ?? costs.weekendFairness,
      isWeekend: dates.map(\.weekday.isWeekend)
    )
  }

  /// Price of working a date, given whether the date before was worked too: s·((h + W)² − h²),
  /// split over the weekend's dates.
  func weekendCost(history: Double, day: Int, dayBeforeWorked: Bool) -> Double {
    guard isWeekend[day] else { return 0 }
    let second = dayBeforeWorked && day > 0 && isWeekend[day - 1]
    return weekendFairness * (2 * history + (second ? 3 : 1))
  }
}
