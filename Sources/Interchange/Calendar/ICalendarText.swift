import Workforce

/// Builds an iCalendar text (RFC 5545): lines end with CR LF and are folded at 75 octets.
struct ICalendarText {
  private static let width = 75
  private(set) var bytes: [UInt8] = []

  /// Adds `name:value`; the value is written as it is.
  mutating func append(_ name: String, raw value: String) {
    var room = Self.width
    for character in "\(name):\(value)".unicodeScalars {
      let units = Array(String(character).utf8)
      if units.count > room {
        bytes += [13, 10, 32]
        room = Self.width - 1
      }
      bytes += units
      room -= units.count
    }
    bytes += [13, 10]
  }

  /// Adds a text, with what has a meaning escaped (§3.3.11).
  mutating func append(_ name: String, _ text: String) {
    var escaped = ""
    for character in text.unicodeScalars {
      switch character {
      case "\\", ";", ",": escaped += "\\" + String(character)
      case "\n": escaped += "\\n"
      case "\t": escaped.unicodeScalars.append(character)
      case "\u{0}"..."\u{1F}", "\u{7F}": break  // §3.1 allows no other control characters
      default: escaped.unicodeScalars.append(character)
      }
    }
    append(name, raw: escaped)
  }

  /// `20260303T080000Z`.
  static func text(of instant: Instant) -> String {
    let local = Zone.utc.local(at: instant).description.filter { $0 != "-" && $0 != ":" }
    return (local.count == 13 ? local + "00" : local) + "Z"
  }

  /// Marks that some file system forbids, or that mean something at the beginning.
  private static let forbidden = Set("/\\:*?\"<>|%".utf8)

  /// A name as files can have it: what file systems forbid as `%` and two digits.
  static func fileName(_ name: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for (index, byte) in name.utf8.enumerated() {
      let isHidden = index == 0 && byte == UInt8(ascii: ".")
      if byte < 32 || byte == 127 || isHidden || forbidden.contains(byte) {
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
