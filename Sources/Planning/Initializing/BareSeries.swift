import Workforce

/// A bare history on a regular grid: its interval length, its records and what was decided.
struct BareSeries {
  let intervalMinutes: Int
  let records: [HistoryRecord]
  private(set) var notes: [Diagnostic] = []

  private static let lengths = [5, 10, 15, 30, 60]

  /// Lays rows on a grid.
  ///
  /// - Parameters:
  ///   - rows: Times with counts, in any order.
  ///   - zone: The zone whose wall clock the times show.
  ///   - contactMinutes: The interval for rows that are single contacts.
  ///   - interval: The interval, where it is known already.
  /// - Throws: `ShiftwrightError` when there are no rows, or their steps are no interval.
  init(
    _ rows: [(time: LocalDateTime, count: Double)],
    zone: Zone,
    contactMinutes: Int = 15,
    interval: Int? = nil
  ) throws(ShiftwrightError) {
    guard !rows.isEmpty else {
      throw ShiftwrightError("The history has no rows.\nGive a file with a time and a count a row.")
    }
    let sorted = rows.sorted { $0.time < $1.time }
    let offGrid = sorted.filter { $0.time.secondOfDay % 300 != 0 }.count
    if let interval {
      intervalMinutes = interval
    } else if offGrid * 5 > sorted.count {
      intervalMinutes = contactMinutes
      notes.append(
        Self.note(
          "the times lie on no grid of 5 minutes, so each row is taken as contacts at that moment;"
            + " they are added up to intervals of \(contactMinutes) minutes"
        )
      )
    } else {
      intervalMinutes = try Self.intervalLength(sorted.map(\.time))
      notes.append(Self.note("the history's interval is \(intervalMinutes) minutes"))
    }
    var skipped = 0.0
    let isByContact = offGrid * 5 > sorted.count || sorted.allSatisfy { $0.count == 1 }
    let once = isByContact ? sorted : Self.usedOnce(sorted, zone, &notes)
    records = Self.records(once, intervalMinutes, zone, &skipped)
    if skipped > 0 {
      notes.append(
        Diagnostic(
          .warning,
          file: "",
          message: "\(Int(skipped.rounded())) contacts lie at local times that \(zone.identifier)"
            + " skips when its clock goes forward; they count at the moment of the change.",
          suggestion: "Check --time-zone."
        )
      )
    }
  }

  /// Rows that say the same as the row before of the same time are used once; others of one time
  /// are added up.
  ///
  /// Times that the clock shows twice may come twice.
  private static func usedOnce(
    _ rows: [(time: LocalDateTime, count: Double)],
    _ zone: Zone,
    _ notes: inout [Diagnostic]
  ) -> [(time: LocalDateTime, count: Double)] {
    var kept: [(time: LocalDateTime, count: Double)] = []
    var repeated = 0
    var differing = 0
    for row in rows {
      if let last = kept.last, last.time == row.time, case .unique = zone.resolve(row.time) {
        if last.count == row.count {
          repeated += 1
          continue
        }
        differing += 1
      }
      kept.append(row)
    }
    if repeated > 0 {
      notes.append(
        Diagnostic(
          .warning,
          file: "",
          message: "\(repeated) rows repeat the row of their time; they are used once.",
          suggestion: "Check the export for parts that overlap."
        )
      )
    }
    if differing > 0 {
      notes.append(
        Diagnostic(
          .warning,
          file: "",
          message:
            "\(differing) rows give another count for a time that has one; they are added up.",
          suggestion: "Keep one row per time unless they are parts of one count."
        )
      )
    }
    return kept
  }

  static func note(_ message: String, _ suggestion: String = "") -> Diagnostic {
    Diagnostic(.note, file: "", message: message + ".", suggestion: suggestion)
  }

  /// The most frequent step between successive times of a date; of equals the shortest.
  private static func intervalLength(_ times: [LocalDateTime]) throws(ShiftwrightError) -> Int {
    var counts: [Int: Int] = [:]
    for (earlier, later) in zip(times, times.dropFirst()) where earlier.date == later.date {
      let step = later.minuteOfDay - earlier.minuteOfDay
      if step > 0 { counts[step, default: 0] += 1 }
    }
    let best = counts.max { ($0.value, -$0.key) < ($1.value, -$1.key) }
    guard let step = best?.key else {
      throw ShiftwrightError(
        """
        The history has at most one row a day, so nothing says when contacts come in the day.
        Give counts by intervals of 5, 10, 15, 30 or 60 minutes.
        """
      )
    }
    guard lengths.contains(step) else {
      throw ShiftwrightError(
        """
        The history's rows lie \(step) minutes apart.
        Give counts by intervals of 5, 10, 15, 30 or 60 minutes.
        """
      )
    }
    return step
  }

  /// Adds rows up by interval; a local time that comes twice in the file and on the clock belongs
  /// to the earlier moment first.
  private static func records(
    _ rows: [(time: LocalDateTime, count: Double)],
    _ minutes: Int,
    _ zone: Zone,
    _ skipped: inout Double
  ) -> [HistoryRecord] {
    var totals: [(start: Instant, count: Double)] = []
    var last: LocalDateTime?
    for row in rows {
      let minute = row.time.minuteOfDay / minutes * minutes
      let start: Instant
      switch zone.resolve(LocalDateTime(date: row.time.date, secondOfDay: minute * 60)) {
      case .unique(let instant): start = instant
      case .ambiguous(let earlier, let later): start = last == row.time ? later : earlier
      case .skipped(let change):
        start = change
        skipped += row.count
      }
      last = row.time
      totals.append((start, row.count))
    }
    var records: [HistoryRecord] = []
    for total in totals.sorted(by: { $0.start < $1.start }) {
      if let index = records.indices.last, records[index].start == total.start {
        records[index].arrivals += total.count
      } else {
        records.append(HistoryRecord(start: total.start, arrivals: total.count))
      }
    }
    return records
  }
}
