import Workforce

/// Mean handle times of past intervals, by day, weekday and time of day.
struct HandleTimeObservations {
  /// One interval's mean.
  struct Row {
    /// Position in ``days``.
    var day: Int
    /// 0 for Monday.
    var weekday: Int
    /// Position of its time of day.
    var slot: Int
    /// Contacts that the mean rests on.
    var contacts: Double
    var seconds: Double
  }

  /// Length of a time of day: the longer of the history's and the planning interval.
  let slotMinutes: Int
  /// Dates with rows, ascending.
  private(set) var days: [LocalDate] = []
  private(set) var rows: [Row] = []

  var slots: Int { 1440 / slotMinutes }

  /// Takes the records that have a handle time, on ordinary days of the last weeks.
  ///
  /// Means beyond twenty times their median, either way, are drawn to that limit.
  ///
  /// - Parameters:
  ///   - history: Where handled contacts are unknown, arrivals are the weights.
  ///   - past: The days that count, with the weekday that each followed.
  ///   - weeks: How many weeks up to the last of these days are looked at.
  ///   - cellMinutes: The planning interval.
  ///   - zone: The zone of the wall clock.
  ///   - staffMix: Relative handle time of those who worked on a date; observations are divided
  ///     by it.
  init(
    _ history: QueueHistory,
    past: [PastDay],
    weeks: Int,
    cellMinutes: Int,
    zone: Zone,
    staffMix: (LocalDate) -> Double
  ) {
    slotMinutes = max(cellMinutes, history.intervalMinutes)
    guard let last = past.last?.date else { return }
    let first = last.adding(days: 1 - 7 * weeks)
    let known = past.filter { $0.isOrdinary && $0.date >= first }
    let weekdays = Dictionary(
      known.map { ($0.date, $0.weekday.rawValue - 1) },
      uniquingKeysWith: { $1 }
    )
    let (start, end) = (zone.startOfDay(first), zone.startOfDay(last.adding(days: 1)))
    for record in history.records where record.start >= start && record.start < end {
      guard let seconds = record.averageHandleTime?.inSeconds, seconds > 0 else { continue }
      let contacts = record.handled ?? record.arrivals
      let local = zone.local(at: record.start)
      guard contacts > 0, let weekday = weekdays[local.date] else { continue }
      if days.last != local.date { days.append(local.date) }
      rows.append(
        Row(
          day: days.count - 1,
          weekday: weekday,
          slot: local.minuteOfDay / slotMinutes,
          contacts: contacts,
          seconds: seconds / staffMix(local.date)
        )
      )
    }
    drawIn()
  }

  private mutating func drawIn() {
    let usual = median(rows.map(\.seconds))
    for index in rows.indices {
      rows[index].seconds = min(max(rows[index].seconds, usual / 20), 20 * usual)
    }
  }

  var contacts: Double { rows.reduce(0) { $0 + $1.contacts } }

  /// Weighted means of some number of each row, by group; `nil` for groups without rows.
  func means(
    _ groups: Int,
    by group: (Row) -> Int,
    of value: (Row) -> Double
  ) -> [(mean: Double, contacts: Double, rows: Int)?] {
    var sums = [(value: Double, contacts: Double, rows: Int)](
      repeating: (0, 0, 0),
      count: groups
    )
    for row in rows {
      let index = group(row)
      sums[index].value += row.contacts * value(row)
      sums[index].contacts += row.contacts
      sums[index].rows += 1
    }
    return sums.map { sum in
      sum.contacts > 0 ? (sum.value / sum.contacts, sum.contacts, sum.rows) : nil
    }
  }
}
