import Workforce

/// A date, or a local time in a zone (RFC 5545, §3.3.4 and §3.3.5).
struct ICalendarTime {
  /// As written; midnight for a date.
  var local: LocalDateTime
  /// Whether it is a date without a time.
  var isDate: Bool
  /// The zone of the time; `nil` where none is given: the reader's own.
  var zone: Zone?

  /// What is accepted, to follow "Write".
  static let accepted = "a date as YYYYMMDD or a time as YYYYMMDDTHHMMSS, with Z for UTC"

  /// Reads `YYYYMMDD`, `YYYYMMDDTHHMMSS` or the latter with `Z`; `nil` for anything else.
  init?(_ text: String, zone: Zone? = nil) {
    let bytes = Array(text.utf8)
    guard bytes.count == 8 || bytes.count == 15 || bytes.count == 16,
      let year = Self.number(bytes[0..<4]), let month = Self.number(bytes[4..<6]),
      let day = Self.number(bytes[6..<8]), let date = LocalDate(year: year, month: month, day: day)
    else { return nil }
    isDate = bytes.count == 8
    self.zone = isDate ? nil : zone
    local = LocalDateTime(date: date, secondOfDay: 0)
    if isDate { return }
    guard bytes[8] == UInt8(ascii: "T"), let hour = Self.number(bytes[9..<11]), hour < 24,
      let minute = Self.number(bytes[11..<13]), minute < 60,
      let second = Self.number(bytes[13..<15]), second <= 60
    else { return nil }
    local = LocalDateTime(date: date, secondOfDay: hour * 3600 + minute * 60 + min(second, 59))
    guard bytes.count == 16 else { return }
    guard bytes[15] == UInt8(ascii: "Z") else { return nil }
    self.zone = .utc
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard bytes.allSatisfy({ (48...57).contains($0) }) else { return nil }
    return bytes.reduce(0) { $0 * 10 + Int($1 - 48) }
  }

  /// What the wall clock of another zone shows then; unchanged where one of the two is not known.
  func local(in other: Zone?) -> LocalDateTime {
    guard !isDate, let zone, let other, zone != other else { return local }
    return other.local(at: zone.instant(at: local))
  }
}

/// A length of time (RFC 5545, §3.3.6), in days and seconds.
struct ICalendarDuration {
  var days = 0
  var seconds = 0

  /// Reads `P1D`, `P2W`, `PT8H30M`, `P1DT12H`; `nil` for anything else, and for negative lengths.
  init?(_ text: String) {
    var body = text.uppercased()[...]
    if body.first == "+" { body.removeFirst() }
    guard body.first == "P" else { return nil }
    body.removeFirst()
    guard let last = body.last, last.isLetter, last != "T" else { return nil }
    var digits = ""
    var isTime = false
    for character in body {
      if character == "T", digits.isEmpty, !isTime {
        isTime = true
      } else if character.isASCII, character.isNumber {
        digits.append(character)
      } else {
        guard let number = Int(digits), number < 100_000,
          add(number, character, isTime: isTime)
        else { return nil }
        digits = ""
      }
    }
  }

  private mutating func add(_ number: Int, _ unit: Character, isTime: Bool) -> Bool {
    switch (unit, isTime) {
    case ("W", false): days += 7 * number
    case ("D", false): days += number
    case ("H", true): seconds += 3600 * number
    case ("M", true): seconds += 60 * number
    case ("S", true): seconds += number
    default: return false
    }
    return true
  }
}
