import Workforce

extension Problem {
  static let missingRunFile = Problem(
    "the file is missing.",
    "Give the path of a file that a run wrote; docs/reference/scenario-format.md lists them."
  )

  static let emptyRoster = Problem(
    "the roster has no shifts, so its week is unknown.",
    "Add at least one shift."
  )

  static func queuesOnBreak(_ text: String) -> Problem {
    Problem(
      "queue_or_session is '\(text)' on a row that is no work.",
      "Leave it empty, or write segment_kind work."
    )
  }

  static func severalWeeks(_ weeks: [ISOWeek], lines: [Int]) -> Problem {
    let parts = zip(weeks, lines).map { "\($0) (first in line \($1))" }
    return Problem(
      "the roster holds shifts of \(parts.joined(separator: ", ")).",
      "Keep one week in a file, Monday to Sunday."
    )
  }

  static func shiftEnds(_ end: String, _ other: String, line: Int) -> Problem {
    Problem(
      "shift_end is \(end) but line \(line) of the same shift has \(other).",
      "Write the same shift_end on all rows of a shift."
    )
  }

  static func shiftDate(_ date: LocalDate, starts: LocalDate) -> Problem {
    Problem(
      "date is \(date) but the shift starts on \(starts).",
      "Write the date on which the shift starts."
    )
  }

  static func outside(_ row: RosterRow, _ zone: Zone) -> Problem {
    Problem(
      "the segment \(zone.text(of: row.segment.start)) to \(zone.text(of: row.segment.end)) "
        + "lies outside its shift.",
      "The shift of '\(row.employee)' runs from \(zone.text(of: row.shiftStart)) "
        + "to \(zone.text(of: row.shiftEnd)). Correct one of them."
    )
  }

  static func segmentOverlap(_ row: RosterRow, until reached: String, _ zone: Zone) -> Problem {
    Problem(
      "the segment starts at \(zone.text(of: row.segment.start)) "
        + "but the one before ends at \(reached).",
      "Segments of a shift follow each other without overlap. Correct one of them."
    )
  }

  static func hole(_ employee: String, _ from: String, _ to: String) -> Problem {
    Problem(
      "the shift of '\(employee)' has no segment from \(from) to \(to).",
      "Add a row for that time, or change the segments beside it."
    )
  }

  static func shiftQueues(_ queues: [String], _ other: [String], line: Int) -> Problem {
    Problem(
      "queue_or_session is '\(queues.joined(separator: "+"))' "
        + "but line \(line) of the same shift has '\(other.joined(separator: "+"))'.",
      "Write the same queues on all work rows of a shift."
    )
  }

  static func unknownRow(_ place: String, week: ISOWeek, minutes: Int) -> Problem {
    Problem(
      "\(place) is not an interval of \(week).",
      "Write the start of a \(minutes)-minute interval of that week, or delete the row."
    )
  }

  static func duplicateRow(_ queue: String, _ place: String, line: Int) -> Problem {
    Problem(
      "queue '\(queue)' has a second row for \(place) (the first is in line \(line)).",
      "Delete one of them."
    )
  }

  static func missingRows(_ queue: String, _ count: Int, first: String) -> Problem {
    Problem(
      "queue '\(queue)' has no row for \(count == 1 ? first : "\(count) times, first \(first)").",
      "Add the missing rows, or make the file again."
    )
  }

  static let emptyRunFile = Problem("the file has no rows.", "Make the file again.")

  static func badGrid(_ minutes: Int, _ week: ISOWeek) -> Problem {
    Problem(
      "a day of \(week) is no multiple of \(minutes) minutes: the clock changes by less.",
      "Use a shorter interval_minutes."
    )
  }
}
