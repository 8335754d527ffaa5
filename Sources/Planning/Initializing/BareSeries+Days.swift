import Workforce

extension BareSeries {
  /// Counts by time of day on the wall clock, for each date from the first to the last.
  func days(in zone: Zone) -> [OpeningInference.Day] {
    let locals = records.map { zone.local(at: $0.start) }
    guard let first = locals.first?.date, let last = locals.last?.date else { return [] }
    let cells = 1440 / intervalMinutes
    var days = (first.daysSinceEpoch...last.daysSinceEpoch).map {
      OpeningInference.Day(
        date: LocalDate(daysSinceEpoch: $0),
        counts: Array(repeating: 0, count: cells)
      )
    }
    for (local, record) in zip(locals, records) {
      let day = local.date.daysSinceEpoch - first.daysSinceEpoch
      days[day].counts[local.minuteOfDay / intervalMinutes] += record.arrivals
    }
    return days
  }
}
