public import Workforce

/// Writes iCalendar files (RFC 5545).
public enum ICalendarText {
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

  /// A calendar of events that take whole days.
  ///
  /// - Parameters:
  ///   - events: The events, one at least.
  ///   - stamp: The day of making it; its midnight in Greenwich is the `DTSTAMP` of every event.
  /// - Returns: The file; lines end with CR LF and are folded at 75 octets.
  public static func calendar(_ events: [Event], stamp: LocalDate) -> [UInt8] {
    var lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Shiftwright//Training//EN"]
    for event in events {
      lines += [
        "BEGIN:VEVENT",
        "UID:\(event.identifier.map(fileName).joined(separator: "/"))@shiftwright",
        "DTSTAMP:\(digits(stamp))T000000Z",
        "DTSTART;VALUE=DATE:\(digits(event.date))",
        "DTEND;VALUE=DATE:\(digits(event.date.adding(days: 1)))",
        "SUMMARY:\(escaped(event.summary))",
        "DESCRIPTION:\(escaped(event.description))",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
      ]
    }
    lines.append("END:VCALENDAR")
    return lines.flatMap(folded)
  }

  /// A name as it can stand in the name of a file: ASCII letters, digits, `-`, `_` and `.`, all other bytes
  /// as `%` with two hexadecimal digits.
  public static func fileName(_ name: String) -> String {
    var result = ""
    for byte in name.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
        UInt8(ascii: "."):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let hex = String(byte, radix: 16, uppercase: true)
        result += "%" + (hex.count < 2 ? "0" : "") + hex
      }
    }
    return result
  }

  private static func digits(_ date: LocalDate) -> String {
    date.description.filter { $0 != "-" }
  }

  /// A text with the escapes of §3.3.11; other control characters, which no text may hold, become blanks.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", ";", ",": result += "\\" + String(scalar)
      case "\n": result += "\\n"
      case "\u{0}"..."\u{1F}", "\u{7F}": result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// A line with its end, folded so that none has more than 75 octets (§3.1), between characters.
  private static func folded(_ line: String) -> [UInt8] {
    var bytes: [UInt8] = []
    var used = 0
    for scalar in line.unicodeScalars {
      let next = Array(String(scalar).utf8)
      if used + next.count > 75 {
        bytes += [13, 10, 32]
        used = 1
      }
      bytes += next
      used += next.count
    }
    return bytes + [13, 10]
  }
}
