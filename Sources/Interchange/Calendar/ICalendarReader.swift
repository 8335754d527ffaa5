import Workforce

/// The properties of one `VEVENT`.
struct ICalendarEvent {
  /// The line on which it begins.
  let line: Int
  var properties: [ICalendarLine] = []

  /// The first property of a name.
  func property(_ name: String) -> ICalendarLine? { properties.first { $0.name == name } }

  /// All properties of a name.
  func all(_ name: String) -> [ICalendarLine] { properties.filter { $0.name == name } }
}

/// Reads the events of an iCalendar file; other components are passed over.
struct ICalendarReader {
  let findings: FileFindings
  private var open: [(name: String, line: Int)] = []
  private var events: [ICalendarEvent] = []

  init(findings: FileFindings) { self.findings = findings }

  /// The events; reports and gives `nil` when the file is no iCalendar.
  static func events(_ bytes: [UInt8], _ findings: FileFindings) -> [ICalendarEvent]? {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      findings.report("text encoding", line: 1, .utf16)
      return nil
    }
    guard isICalendar(bytes) else {
      findings.report("no iCalendar", line: 1, .notICalendar)
      return nil
    }
    let lines = ICalendarUnfolding.lines(bytes)
    for line in lines {
      guard let index = TextEncoding.firstInvalid(line.bytes) else { continue }
      findings.report("text encoding", line: line.line, .invalidUTF8(line.bytes[index]))
      return nil
    }
    var reader = ICalendarReader(findings: findings)
    for line in lines { reader.read(String(decoding: line.bytes, as: UTF8.self), line.line) }
    if let last = reader.open.last {
      findings.report("open component", line: last.line, .openComponent(last.name))
    }
    if reader.events.isEmpty, findings.errorCount == 0 {
      findings.report("no events", severity: .warning, .noEvents)
    }
    return reader.events
  }

  /// Whether the first line that is not blank begins a calendar.
  static func isICalendar(_ bytes: [UInt8]) -> Bool {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let text = bytes[start...].drop { [9, 10, 13, 32].contains($0) }.prefix(15)
    return String(decoding: text, as: UTF8.self).uppercased() == "BEGIN:VCALENDAR"
  }

  private mutating func read(_ text: String, _ number: Int) {
    guard let line = ICalendarLine(line: number, text: text) else {
      return findings.report("no property", line: number, .noProperty(text))
    }
    switch line.name {
    case "BEGIN": begin(line)
    case "END": end(line)
    case "CALSCALE" where line.value.uppercased() != "GREGORIAN":
      findings.report("calendar scale", line: number, .calendarScale(line.value))
    default:
      if open.last?.name == "VEVENT" { events[events.count - 1].properties.append(line) }
    }
  }

  private mutating func begin(_ line: ICalendarLine) {
    let name = line.value.uppercased()
    open.append((name, line.line))
    if name == "VEVENT" { events.append(ICalendarEvent(line: line.line)) }
  }

  private mutating func end(_ line: ICalendarLine) {
    let name = line.value.uppercased()
    guard let last = open.last, last.name == name else {
      findings.report("wrong END", line: line.line, .wrongEnd(name, open: open.last?.name))
      return
    }
    open.removeLast()
  }
}
