public import Workforce

/// A person's shifts as an iCalendar feed (RFC 5545).
///
/// Times are in UTC: they mean the same moment everywhere, also where clocks change in the shift. An
/// event is known by person and date, so that a calendar program that reads a later feed changes it
/// instead of adding another one.
public struct ShiftFeed: Sendable {
  /// A shift, or one that was published once and is no more.
  public struct Event: Hashable, Sendable {
    /// The shift.
    public var shift: Shift
    /// Whether it is no more.
    public var isCancelled: Bool

    /// Makes an event.
    public init(shift: Shift, isCancelled: Bool = false) {
      self.shift = shift
      self.isCancelled = isCancelled
    }
  }

  private let employee: String
  private let zone: Zone
  private let events: [Event]
  private let classes: [String: ClassLabel]

  /// Takes a person's events, ascending.
  ///
  /// - Parameters:
  ///   - employee: The person's identifier.
  ///   - zone: The clock that the person lives by, for the description.
  ///   - events: The events.
  ///   - classes: What classes are called and where they are, by identifier.
  public init(
    employee: String,
    zone: Zone,
    events: [Event],
    classes: [String: ClassLabel] = [:]
  ) {
    self.employee = employee
    self.zone = zone
    self.events = events
    self.classes = classes
  }

  /// The file: the identifier, with what file systems forbid as `%` and two digits.
  ///
  /// - Parameters:
  ///   - sequence: How often the roster was published.
  ///   - stamp: When it was.
  /// - Returns: The feed.
  public func file(sequence: Int, stamp: Instant) -> OutputFile {
    var text = ICalendarText()
    text.append("BEGIN", raw: "VCALENDAR")
    text.append("VERSION", raw: "2.0")
    text.append("PRODID", raw: "-//Shiftwright//Roster//EN")
    text.append("CALSCALE", raw: "GREGORIAN")
    text.append("METHOD", raw: "PUBLISH")
    text.append("X-WR-CALNAME", "Shifts \(employee)")
    text.append("X-WR-TIMEZONE", raw: zone.identifier)
    var days: [LocalDate: Int] = [:]
    for event in events {
      days[event.shift.date, default: 0] += 1
      let place = days[event.shift.date] ?? 1
      append(event, place: place, sequence, stamp, to: &text)
    }
    text.append("END", raw: "VCALENDAR")
    return OutputFile(name: Self.fileName(employee), bytes: text.bytes)
  }

  private func append(
    _ event: Event,
    place: Int,
    _ sequence: Int,
    _ stamp: Instant,
    to text: inout ICalendarText
  ) {
    let shift = event.shift
    let number = place == 1 ? "" : "-\(place)"
    text.append("BEGIN", raw: "VEVENT")
    text.append("UID", "\(employee)-\(shift.date)\(number)@shiftwright")
    text.append("DTSTAMP", raw: ICalendarText.text(of: stamp))
    text.append("SEQUENCE", raw: "\(sequence)")
    text.append("DTSTART", raw: ICalendarText.text(of: shift.start))
    text.append("DTEND", raw: ICalendarText.text(of: shift.end))
    let queues = shift.queues.joined(separator: ", ")
    text.append("SUMMARY", queues.isEmpty ? "Shift" : "Shift: \(queues)")
    text.append("DESCRIPTION", description(shift))
    text.append("STATUS", raw: event.isCancelled ? "CANCELLED" : "CONFIRMED")
    text.append("TRANSP", raw: event.isCancelled ? "TRANSPARENT" : "OPAQUE")
    text.append("END", raw: "VEVENT")
  }

  /// Each part but work on a line, on the person's clock.
  private func description(_ shift: Shift) -> String {
    let whole = "\(clock(shift.start))-\(clock(shift.end)) \(zone.identifier)"
    let parts = shift.segments.filter { $0.kind != .work }.map { segment in
      let label = segment.session.flatMap { classes[$0] }
      return "\(segment.kind.rawValue) \(clock(segment.start))-\(clock(segment.end))"
        + (label.map { ": \($0.words)" } ?? "")
    }
    return ([whole] + parts).joined(separator: "\n")
  }

  private func clock(_ instant: Instant) -> String {
    String(zone.local(at: instant).description.dropFirst(11).prefix(5))
  }

  /// The name of a person's file.
  public static func fileName(_ employee: String) -> String {
    ICalendarText.fileName(employee) + ".ics"
  }
}
