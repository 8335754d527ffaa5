import Workforce

/// `calendar.ics`: days that differ from their weekday, as an iCalendar file (RFC 5545).
///
/// Read are the events with their dates, repetitions, names, categories and factors.
enum ICalendarFile {
  static let name = "calendar.ics"
  /// The property that holds a factor.
  static let factor = "X-SHIFTWRIGHT-FACTOR"

  /// Reads the entries, ascending by date.
  static func read(
    _ bytes: [UInt8],
    findings: FileFindings,
    years: ClosedRange<Int>,
    zone: Zone?
  ) -> [CalendarEntry] {
    guard let events = ICalendarReader.events(bytes, findings) else { return [] }
    var collector = ICalendarEntries(findings: findings, years: years, zone: zone)
    collector.collect(events)
    return collector.entries
  }
}

/// Turns events into calendar entries.
struct ICalendarEntries {
  let findings: FileFindings
  private var days: ICalendarDays
  private var found: [(entry: CalendarEntry, line: Int)] = []
  private var plain: (count: Int, line: Int)?

  init(findings: FileFindings, years: ClosedRange<Int>, zone: Zone?) {
    self.findings = findings
    days = ICalendarDays(findings: findings, years: years, zone: zone)
  }

  mutating func collect(_ events: [ICalendarEvent]) {
    let replaced = replacements(events)
    for event in events where event.property("STATUS")?.value.uppercased() != "CANCELLED" {
      add(event, without: replaced(event))
    }
    if let plain {
      findings.report(
        "no category",
        line: plain.line,
        severity: .note,
        .eventsWithoutCategory(plain.count)
      )
    }
  }

  /// Which occurrences of an event others replace (`RECURRENCE-ID`, §3.8.4.4).
  private mutating func replacements(_ events: [ICalendarEvent])
    -> (ICalendarEvent) -> [ICalendarTime]
  {
    var replaced: [String: [ICalendarTime]] = [:]
    for event in events {
      guard let identifier = event.property("UID")?.value, let time = days.replaced(event) else {
        continue
      }
      replaced[identifier, default: []].append(time)
    }
    return { event in
      guard event.property("RECURRENCE-ID") == nil else { return [] }
      return event.property("UID").flatMap { replaced[$0.value] } ?? []
    }
  }

  private mutating func add(_ event: ICalendarEvent, without replaced: [ICalendarTime]) {
    let kind = kind(event)
    let name = event.property("SUMMARY")?.text ?? ""
    let factor = factor(event)
    guard let dates = days.dates(event, without: replaced) else { return }
    for date in dates {
      let entry = CalendarEntry(date: date, kind: kind, name: name, factor: factor)
      found.append((entry, event.line))
    }
  }

  private mutating func kind(_ event: ICalendarEvent) -> CalendarEntry.Kind {
    let categories = event.all("CATEGORIES").flatMap { property in
      property.texts.map { (text: $0, line: property.line) }
    }.filter { !$0.text.allSatisfy(\.isWhitespace) }
    guard let first = categories.first else {
      plain = ((plain?.count ?? 0) + 1, plain?.line ?? event.line)
      return .holiday
    }
    if let kind = categories.lazy.compactMap({ CalendarEntry.Kind(category: $0.text) }).first {
      return kind
    }
    findings.report("category", line: first.line, severity: .note, .eventCategory(first.text))
    return .special
  }

  private func factor(_ event: ICalendarEvent) -> Double? {
    guard let property = event.property(ICalendarFile.factor) else { return nil }
    let reader = TextValue<Double>.number(atLeast: 0)
    if let factor = reader.read(property.value) { return factor }
    findings.report(
      "factor",
      line: property.line,
      reader.problem(ICalendarFile.factor, given: property.value)
    )
    return nil
  }

  // MARK: One entry per date and kind

  /// What was collected, ascending by date; of a date and kind several events become one.
  var entries: [CalendarEntry] {
    let order = found.indices.sorted { (found[$0].entry.date, $0) < (found[$1].entry.date, $1) }
    var merged: [(entry: CalendarEntry, line: Int)] = []
    for index in order {
      let next = found[index]
      let same = merged.lastIndex {
        $0.entry.date == next.entry.date && $0.entry.kind == next.entry.kind
      }
      if let same { merge(next, into: &merged[same]) } else { merged.append(next) }
    }
    return merged.map(\.entry)
  }

  private func merge(
    _ next: (entry: CalendarEntry, line: Int),
    into first: inout (entry: CalendarEntry, line: Int)
  ) {
    guard next.entry.factor == first.entry.factor else {
      findings.report(
        "duplicate day",
        line: next.line,
        .duplicateEvent(next.entry.date, next.entry.kind.rawValue, line: first.line)
      )
      return
    }
    let isKnown = first.entry.name.split(separator: " / ").contains { $0 == next.entry.name }
    guard !next.entry.name.isEmpty, !isKnown else { return }
    first.entry.name =
      first.entry.name.isEmpty ? next.entry.name : "\(first.entry.name) / \(next.entry.name)"
  }
}

extension CalendarEntry.Kind {
  /// Reads a category; letter case, spaces, hyphens and underscores do not matter.
  init?(category: String) {
    let letters = category.lowercased().filter { $0.isLetter || $0.isNumber }
    let others: [String: Self] = [
      "publicholiday": .holiday, "bankholiday": .holiday, "holidays": .holiday,
      "publicholidays": .holiday, "bankholidays": .holiday, "makeupworkingday": .makeUpDay,
    ]
    let kind =
      Self.allCases.first { $0.rawValue.filter(\.isLetter) == letters } ?? others[letters]
    guard let kind else { return nil }
    self = kind
  }
}
