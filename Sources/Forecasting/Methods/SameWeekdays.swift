/// What the last days with the target's operating weekday say, interval by interval: 0 where closed,
/// `nil` where none of them knows.
///
/// - Parameters:
///   - targets: The days to forecast.
///   - past: Usable days, ascending; only ordinary ones count.
///   - dayCount: How many of the last same weekdays count.
///   - value: What their known counts say, at least one of them, the oldest first.
/// - Returns: Means without spread.
func forecastFromSameWeekdays(
  _ targets: [TargetDay],
  after past: [PastDay],
  dayCount: Int,
  value: ([Double]) -> Double?
) -> ForecastDays {
  let means = targets.map { target -> [Double?] in
    let comparable = past.filter { $0.weekday == target.weekday && $0.isOrdinary }.suffix(dayCount)
    return target.isOpen.indices.map { cell in
      guard target.isOpen[cell] else { return 0 }
      let values = comparable.compactMap { $0.arrivals[cell] }
      return values.isEmpty ? nil : value(values)
    }
  }
  return ForecastDays(means: means)
}
