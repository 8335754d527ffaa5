import Workforce

/// Turns local times of files into moments.
struct LocalTimes {
  let zone: Zone

  /// What is wrong with a local time that the clock skips; `nil` when it exists.
  func skippedProblem(_ local: LocalDateTime, _ field: String) -> Problem? {
    guard case .skipped(let change) = zone.resolve(local) else { return nil }
    return .skippedTime(local, field, zone: zone, change: change)
  }

  /// The moment of a text with an offset, or of a local time that occurs exactly once.
  func instant(_ text: String, _ field: String) -> Result<Instant, ReportedProblem> {
    if let instant = Zone.instant(fromText: text) {
      guard zone.local(at: instant) == LocalDateTime(text.dropLast(6)) else {
        return .failure(ReportedProblem(.wrongOffset(text, field, zone: zone, instant: instant)))
      }
      return .success(instant)
    }
    guard let local = LocalDateTime(text) else {
      return .failure(ReportedProblem(Self.reader.problem(field, given: text)))
    }
    switch zone.resolve(local) {
    case .unique(let instant): return .success(instant)
    case .ambiguous(let earlier, let later):
      return .failure(
        ReportedProblem(.ambiguousTime(local, field, zone: zone, earlier: earlier, later: later))
      )
    case .skipped(let change):
      return .failure(ReportedProblem(.skippedTime(local, field, zone: zone, change: change)))
    }
  }

  private static var reader: TextValue<Instant> {
    TextValue(accepted: "a time as YYYY-MM-DDTHH:MM, with or without an offset such as +01:00") {
      _ in nil
    }
  }
}

/// A problem as an error, for results.
struct ReportedProblem: Error {
  let problem: Problem

  init(_ problem: Problem) { self.problem = problem }
}

extension CSVTable {
  /// The moment in a column; reports and gives `nil` when it cannot be told.
  func instant(_ column: CSVColumn, _ times: LocalTimes) -> Instant? {
    switch times.instant(text(column), column.name) {
    case .success(let instant): return instant
    case .failure(let failure):
      report(column.name, failure.problem)
      return nil
    }
  }
}

extension Problem {
  static func skippedTime(
    _ local: LocalDateTime,
    _ field: String,
    zone: Zone,
    change: Instant
  ) -> Problem {
    let before = zone.local(at: Instant(secondsSinceEpoch: change.secondsSinceEpoch - 1))
    let first = before.adding(minutes: 1)
    let from = LocalDateTime(date: first.date, secondOfDay: first.minuteOfDay * 60)
    return Problem(
      "\(field) is \(local), a time that does not exist in \(zone.identifier): "
        + "the clock goes forward from \(from.clock) to \(zone.local(at: change).clock).",
      "Write a time before or after the gap."
    )
  }

  static func ambiguousTime(
    _ local: LocalDateTime,
    _ field: String,
    zone: Zone,
    earlier: Instant,
    later: Instant
  ) -> Problem {
    Problem(
      "\(field) is \(local), which occurs twice in \(zone.identifier): the clock goes back.",
      "Write \(zone.text(of: earlier)) or \(zone.text(of: later))."
    )
  }

  static func wrongOffset(_ text: String, _ field: String, zone: Zone, instant: Instant)
    -> Problem
  {
    let local = LocalDateTime(text.dropLast(6))
    let right = local.map { zone.text(of: zone.instant(at: $0)) } ?? zone.text(of: instant)
    return Problem(
      "\(field) is \(text), but that is not the offset of \(zone.identifier) then.",
      "Write \(right), or leave the offset out."
    )
  }
}

extension LocalDateTime {
  /// `HH:MM` of the time of day.
  var clock: String { ClockTime(minutes: minuteOfDay)?.description ?? "" }
}
