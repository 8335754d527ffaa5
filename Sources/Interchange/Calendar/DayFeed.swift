public import Workforce

/// Events that take whole days, as an iCalendar file (RFC 5545).
public enum DayFeed {
  /// Something on a day.
  public struct Event: Hashable, Sendable {
    /// What makes it unique and stays the same: the parts of its `UID`.
    public var identifier: [String]
    /// The day.
    public var date: LocalDate
    /// Its title.
    public var summary: String
    /// More words.
    public var description: String

    /// Makes an event.
    public init(identifier: [String], date: LocalDate, summary: String, description: String) {
      self.identifier = identifier
      self.date = date
      self.summary = summary
      self.description = description
    }
  }

  /// A calendar of events.
  ///
  /// - Parameters:
  ///   - events: The events, one at least.
  ///   - stamp: The day of making it; its midnight in Greenwich is the `DTSTAMP` of every event.
  /// - Returns: The file.
  public static func calendar(_ events: [Event], stamp: LocalDate) -> [UInt8] {
    var text = ICalendarText()
    text.append("BEGIN", raw: "VCALENDAR")
    text.append("VERSION", raw: "2.0")
    text.append("PRODID", raw: "-//Shiftwright//Training//EN")
    for event in events {
      let parts = event.identifier.map(ICalendarText.fileName)
      text.append("BEGIN", raw: "VEVENT")
      text.append("UID", parts.joined(separator: "/") + "@shiftwright")
      text.append("DTSTAMP", raw: digits(stamp) + "T000000Z")
      text.append("DTSTART;VALUE=DATE", raw: digits(event.date))
      text.append("DTEND;VALUE=DATE", raw: digits(event.date.adding(days: 1)))
      text.append("SUMMARY", event.summary)
      text.append("DESCRIPTION", event.description)
      text.append("TRANSP", raw: "TRANSPARENT")
      text.append("END", raw: "VEVENT")
    }
    text.append("END", raw: "VCALENDAR")
    return text.bytes
  }

  private static func digits(_ date: LocalDate) -> String {
    date.description.filter { $0 != "-" }
  }
}
