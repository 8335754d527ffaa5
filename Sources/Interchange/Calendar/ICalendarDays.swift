import Workforce

/// Finds the dates that an event touches.
struct ICalendarDays {
  /// An event of more days than this is a typing error.
  static let longest = 366

  let findings: FileFindings
  /// The years for which repeated events are listed.
  let years: ClosedRange<Int>
  /// The zone whose dates are meant; `nil` when it is not known.
  let zone: Zone?
  /// Zones by the names that the file uses for them; looked up once.
  private var zones: [String: Zone?] = [:]

  init(findings: FileFindings, years: ClosedRange<Int>, zone: Zone?) {
    self.findings = findings
    self.years = years
    self.zone = zone
  }

  /// When an event begins and how long it lasts.
  private struct Span {
    var start: ICalendarTime
    /// Days of a date; 1 or more.
    var days = 1
    /// Seconds of a time.
    var seconds = 0
  }

  /// The dates, ascending, each once; reports and gives `nil` when they cannot be told.
  mutating func dates(_ event: ICalendarEvent, without replaced: [ICalendarTime]) -> [LocalDate]? {
    guard let property = event.property("DTSTART") else {
      findings.report("no DTSTART", line: event.line, .eventWithoutStart)
      return nil
    }
    guard let start = times(property)?.first, let span = span(event, start),
      let begins = begins(event, span.start)
    else { return nil }
    let gone = Set(replaced.map { begin($0, like: span.start) })
    let touched = begins.filter { !gone.contains($0) }.flatMap { days(beginning: $0, span) }
    let isRepeated = event.property("RRULE") != nil
    let listed = isRepeated ? touched.filter { years.contains($0.components.year) } : touched
    return Set(listed).sorted()
  }

  /// The occurrence of another event with the same identifier that an event replaces.
  mutating func replaced(_ event: ICalendarEvent) -> ICalendarTime? {
    event.property("RECURRENCE-ID").flatMap { times($0)?.first }
  }

  // MARK: Length

  private mutating func span(_ event: ICalendarEvent, _ start: ICalendarTime) -> Span? {
    if let end = event.property("DTEND") {
      return times(end)?.first.flatMap { self.span(start, until: $0, end) }
    }
    var span = Span(start: start)
    guard let property = event.property("DURATION") else { return span }
    guard let duration = ICalendarDuration(property.value) else {
      findings.report("DURATION", line: property.line, .eventDuration(property.value))
      return nil
    }
    if start.isDate, duration.seconds == 0 {
      span.days = max(1, duration.days)
    } else if start.isDate {
      findings.report("DURATION", line: property.line, .eventDuration(property.value))
      return nil
    }
    span.seconds = duration.days * 86_400 + duration.seconds
    return checked(span, property)
  }

  private func span(
    _ start: ICalendarTime,
    until end: ICalendarTime,
    _ property: ICalendarLine
  ) -> Span? {
    guard start.isDate == end.isDate else {
      findings.report("DTEND", line: property.line, .eventMixedEnds)
      return nil
    }
    let days = end.local.date.daysSinceEpoch - start.local.date.daysSinceEpoch
    var span = Span(start: start, days: max(1, days))
    span.seconds = days * 86_400 + end.local.secondOfDay - start.local.secondOfDay
    if let from = start.zone ?? zone, let to = end.zone ?? zone, from != to {
      span.seconds =
        to.instant(at: end.local).secondsSinceEpoch
        - from.instant(at: start.local).secondsSinceEpoch
    }
    guard span.seconds >= 0 else {
      findings.report("DTEND", line: property.line, .eventEndsEarly(end.text, start: start.text))
      return nil
    }
    if start.isDate, days == 0 {
      findings.report("DTEND", line: property.line, severity: .warning, .eventEmptyDay(end.text))
    }
    return checked(span, property)
  }

  private func checked(_ span: Span, _ property: ICalendarLine) -> Span? {
    let days = span.start.isDate ? span.days : span.seconds / 86_400
    guard days > Self.longest else { return span }
    findings.report("long event", line: property.line, .eventTooLong(days))
    return nil
  }

  /// The dates of one occurrence.
  private func days(beginning begin: LocalDateTime, _ span: Span) -> [LocalDate] {
    if span.start.isDate { return (0..<span.days).map(begin.date.adding(days:)) }
    var time = span.start
    time.local = begin
    let first = time.local(in: zone)
    let last = LocalDateTime(
      date: first.date,
      secondOfDay: first.secondOfDay + max(0, span.seconds - 1)
    )
    let count = last.date.daysSinceEpoch - first.date.daysSinceEpoch
    return (0...count).map(first.date.adding(days:))
  }

  // MARK: Repetition

  /// When the occurrences begin, on the clock of the event's start.
  private mutating func begins(_ event: ICalendarEvent, _ start: ICalendarTime) -> [LocalDateTime]?
  {
    if let property = event.property("EXRULE") {
      findings.report("EXRULE", line: property.line, .eventUnsupported("EXRULE"))
      return nil
    }
    guard let dates = ruleDates(event, start) else { return nil }
    var begins = dates.map { LocalDateTime(date: $0, secondOfDay: start.local.secondOfDay) }
    for property in event.all("RDATE") {
      guard let more = times(property) else { return nil }
      begins += more.map { begin($0, like: start) }
    }
    var excluded: [LocalDateTime] = []
    for property in event.all("EXDATE") {
      guard let times = times(property) else { return nil }
      excluded += times.map { begin($0, like: start) }
    }
    return begins.filter { !excluded.contains($0) }
  }

  /// A time on the clock of the start; a date takes its time of day.
  private func begin(_ time: ICalendarTime, like start: ICalendarTime) -> LocalDateTime {
    time.isDate || start.isDate
      ? LocalDateTime(date: time.local.date, secondOfDay: start.local.secondOfDay)
      : time.local(in: start.zone ?? zone)
  }

  private func ruleDates(_ event: ICalendarEvent, _ start: ICalendarTime) -> [LocalDate]? {
    let first = start.local.date
    let properties = event.all("RRULE")
    guard let property = properties.first else { return [first] }
    if properties.count > 1 {
      findings.report("RRULE", line: properties[1].line, .eventTwoRules)
      return nil
    }
    do {
      let rule = try RecurrenceRule(property.value)
      if !rule.names(first) {
        findings.report("RRULE", line: property.line, severity: .warning, .ruleOffStart(first))
      }
      let end = LocalDate(year: years.upperBound, month: 12, day: 31) ?? first
      return rule.dates(from: first, through: end) { isAllowed($0, rule, start) }
    } catch {
      findings.report("RRULE", line: property.line, error.problem)
      return nil
    }
  }

  /// Whether an occurrence on a date begins no later than the rule's end.
  private func isAllowed(_ date: LocalDate, _ rule: RecurrenceRule, _ start: ICalendarTime) -> Bool
  {
    guard let until = rule.until else { return true }
    if until.isDate { return date <= until.local.date }
    if start.isDate { return date <= until.local(in: zone).date }
    let begin = LocalDateTime(date: date, secondOfDay: start.local.secondOfDay)
    return begin <= until.local(in: start.zone ?? zone)
  }

  // MARK: Values

  /// The dates or times of a property; reports and gives `nil` when one cannot be read.
  private mutating func times(_ property: ICalendarLine) -> [ICalendarTime]? {
    let named = property.parameter("TZID").flatMap { zone(named: $0, property.line) }
    let times = property.items.map { ICalendarTime($0, zone: named) }
    guard let index = times.firstIndex(where: { $0 == nil }) else {
      return times.compactMap(\.self)
    }
    findings.report(
      property.name,
      line: property.line,
      .eventTime(property.name, property.items[index])
    )
    return nil
  }

  private mutating func zone(named name: String, _ line: Int) -> Zone? {
    if let known = zones[name] { return known }
    let zone = Zone(identifier: name)
    zones[name] = .some(zone)
    if zone == nil {
      findings.report("time zone", line: line, severity: .note, .eventZone(name))
    }
    return zone
  }
}

extension ICalendarTime {
  /// The value in the form of our other files.
  var text: String { isDate ? local.date.description : local.description }
}
