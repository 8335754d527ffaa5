public import Workforce

/// Draws shifts as text: one character is one step from Monday's midnight on.
///
/// `#` works, `b` breaks, `l` eats, `t` is in a class, `.` is off, `|` goes to the next midnight (steps left out before
/// it are off), and spaces only help the eye. Steps are elapsed time: a day on which the clock goes
/// forward has an hour less of them.
public struct RosterStrip: Sendable {
  /// The week that is drawn.
  public let week: ISOWeek
  /// The zone whose clock names the dates.
  public let zone: Zone
  /// Length of one character.
  public let stepMinutes: Int

  /// Makes a drawing board; a character is an hour unless told.
  public init(week: ISOWeek, zone: Zone = .utc, stepMinutes: Int = 60) {
    self.week = week
    self.zone = zone
    self.stepMinutes = stepMinutes
  }

  /// The shifts of a strip.
  ///
  /// Breaks belong to the shift; a shift ends where the strip is off.
  public func shifts(_ strip: String, queues: [String]) -> [Shift] {
    var shifts: [Shift] = []
    var open: [ShiftSegment] = []
    for (kind, start, end) in steps(strip) {
      guard let kind else {
        close(&open, into: &shifts, queues)
        continue
      }
      if let last = open.last, last.end != start { close(&open, into: &shifts, queues) }
      if let last = open.last, last.kind == kind {
        open[open.count - 1].end = end
      } else {
        open.append(ShiftSegment(kind: kind, start: start, end: end))
      }
    }
    close(&open, into: &shifts, queues)
    return shifts
  }

  /// The tour of one person.
  public func tour(_ employee: String, _ strip: String, queues: [String] = ["phone"]) -> Tour {
    Tour(employee: employee, shifts: shifts(strip, queues: queues))
  }

  /// The roster of several people, by identifier and strip, who all serve the same queues.
  public func roster(
    _ strips: KeyValuePairs<String, String>,
    queues: [String] = ["phone"]
  ) -> Roster {
    Roster(week: week, zone: zone, tours: strips.map { tour($0.key, $0.value, queues: queues) })
  }

  private typealias Step = (kind: ShiftSegment.Kind?, start: Instant, end: Instant)

  private func steps(_ strip: String) -> [Step] {
    var day = 0
    var now = zone.startOfDay(week.monday)
    var steps: [Step] = []
    for character in strip where character != " " {
      if character == "|" {
        day += 1
        now = zone.startOfDay(week.monday.adding(days: day))
        continue
      }
      let end = now.adding(minutes: stepMinutes)
      steps.append((Self.kind(character), now, end))
      now = end
    }
    return steps
  }

  private static func kind(_ character: Character) -> ShiftSegment.Kind? {
    switch character {
    case "#": .work
    case "b": .rest
    case "l": .lunch
    case "t": .training
    case ".": nil
    default: preconditionFailure("a strip has no character \(character)")
    }
  }

  private func close(_ open: inout [ShiftSegment], into shifts: inout [Shift], _ queues: [String]) {
    guard let first = open.first, let last = open.last else { return }
    shifts.append(
      Shift(
        date: zone.local(at: first.start).date,
        start: first.start,
        end: last.end,
        segments: open,
        queues: queues
      )
    )
    open = []
  }
}
