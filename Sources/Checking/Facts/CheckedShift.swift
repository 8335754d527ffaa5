import Workforce

/// A shift with what the clock and the contract say about it.
struct CheckedShift: Sendable {
  let shift: Shift
  /// The local date on which it really starts.
  let date: LocalDate
  /// Clock minutes from the date's midnight to the start.
  let startMinute: Int
  /// Clock minutes from the date's midnight to the end.
  let endMinute: Int
  /// True when it goes on after the date's end.
  let runsPastMidnight: Bool
  /// The shape of the contract that it has; `nil` when it has none.
  let template: ShiftTemplate?
  /// Paid time.
  let paid: Duration

  init(_ shift: Shift, templates: [ShiftTemplate], zone: Zone) {
    self.shift = shift
    let start = zone.local(at: shift.start)
    let end = zone.local(at: shift.end)
    date = start.date
    startMinute = start.minuteOfDay
    endMinute = (end.date.daysSinceEpoch - start.date.daysSinceEpoch) * 1440 + end.minuteOfDay
    runsPastMidnight = shift.end > zone.startOfDay(start.date.adding(days: 1))
    let shape = ShiftShape(shift)
    let fitting = templates.filter(shape.matches)
    template =
      fitting.first { shape.stretchFaults($0).isEmpty && shape.windowFaults($0).isEmpty }
      ?? fitting.first
    paid = template?.paidLength ?? shape.estimatedPaid(templates)
  }

  var start: Instant { shift.start }
  var end: Instant { shift.end }
  var shape: ShiftShape { ShiftShape(shift) }

  /// `HH:MM-HH:MM`, with the days that the end lies later.
  var clockText: String {
    let days = endMinute / 1440
    let later = days == 0 || endMinute == 1440 ? "" : " (+\(days) d)"
    let end = endMinute == 1440 ? 1440 : endMinute % 1440
    return clock(startMinute) + "-" + clock(end) + later
  }
}

/// Length, breaks and stretches of work of a shift.
struct ShiftShape: Sendable {
  let shift: Shift
  let length: Duration
  let breaks: [ShiftSegment]

  init(_ shift: Shift) {
    self.shift = shift
    length = shift.end.since(shift.start)
    breaks = shift.segments.filter { $0.kind != .work && $0.kind != .training }
  }

  /// True when parts follow each other without gaps from the start to the end.
  var isContiguous: Bool {
    guard shift.start < shift.end, shift.segments.first?.start == shift.start,
      shift.segments.last?.end == shift.end
    else { return false }
    return shift.segments.allSatisfy { $0.start < $0.end }
      && zip(shift.segments, shift.segments.dropFirst()).allSatisfy { $0.end == $1.start }
  }

  /// True when the template has this length and these breaks in this order.
  func matches(_ template: ShiftTemplate) -> Bool {
    isContiguous && length == template.length && breaks.count == template.breaks.count
      && zip(breaks, template.breaks).allSatisfy { segment, wanted in
        segment.kind.rawValue == wanted.kind.rawValue
          && segment.end.since(segment.start) == wanted.length
      }
  }

  /// Stretches of work: between the start, the breaks and the end.
  var stretches: [(start: Instant, length: Duration)] {
    let starts = [shift.start] + breaks.map(\.end)
    let ends = breaks.map(\.start) + [shift.end]
    return zip(starts, ends).map { (start: $0, length: $1.since($0)) }
  }

  /// Stretches of work that the template does not allow.
  func stretchFaults(_ template: ShiftTemplate) -> [(start: Instant, length: Duration)] {
    stretches.filter { $0.length < template.minimumStretch || $0.length > template.maximumStretch }
  }

  /// Breaks, with their template's, that start too early or too late.
  func windowFaults(_ template: ShiftTemplate) -> [(ShiftSegment, BreakTemplate)] {
    zip(breaks, template.breaks).filter { segment, wanted in
      let offset = segment.start.since(shift.start).inMinutes
      let earliest = wanted.earliestStart.map { $0.value * length.inMinutes } ?? 0
      let latest = wanted.latestStart.map { $0.value * length.inMinutes } ?? length.inMinutes
      return offset < earliest - 1e-6 || offset > latest + 1e-6
    }
  }

  /// Paid time of a shift that fits no template: breaks count when some template pays that kind.
  func estimatedPaid(_ templates: [ShiftTemplate]) -> Duration {
    let kinds = templates.flatMap(\.breaks).filter(\.isPaid).map(\.kind.rawValue)
    return shift.segments.filter {
      $0.kind == .work || $0.kind == .training || kinds.contains($0.kind.rawValue)
    }.reduce(.zero) { $0 + $1.end.since($1.start) }
  }
}
