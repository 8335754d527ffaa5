import Workforce

/// A queue's mean handle time by time of day.
///
/// The mean of each time of day is weighted by contacts and drawn to the queue's mean as if 400
/// contacts more had taken that long: handle times spread about as widely as their mean, times of
/// day differ by about a twentieth of it, and (1 ÷ 0.05)² = 400.
struct HandleTimeProfile {
  /// Seconds per cell of the wall clock.
  let seconds: [Double]
  /// Contacts that the mean rests on; 0 when the setting had to do.
  let contacts: Double

  static let priorContacts = 400.0

  /// Learns from the records between two dates, both included.
  init(
    _ history: QueueHistory,
    from first: LocalDate,
    through last: LocalDate,
    fallback: Duration,
    cellMinutes: Int,
    zone: Zone
  ) {
    var weights = [Double](repeating: 0, count: 1440 / cellMinutes)
    var sums = weights
    let start = zone.startOfDay(first)
    let end = zone.startOfDay(last.adding(days: 1))
    for record in history.records where record.start >= start && record.start < end {
      guard let seconds = record.averageHandleTime?.inSeconds, seconds > 0 else { continue }
      let contacts = record.handled ?? record.arrivals
      let minute = zone.local(at: record.start).minuteOfDay
      let cells = minute / cellMinutes...(minute + history.intervalMinutes - 1) / cellMinutes
      for cell in cells {
        weights[cell % weights.count] += contacts / Double(cells.count)
        sums[cell % weights.count] += contacts / Double(cells.count) * seconds
      }
    }
    let total = weights.reduce(0, +)
    let mean = total > 0 ? sums.reduce(0, +) / total : fallback.inSeconds
    contacts = total
    seconds = zip(sums, weights).map { sum, weight in
      (sum + Self.priorContacts * mean) / (weight + Self.priorContacts)
    }
  }
}
