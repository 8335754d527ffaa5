import Workforce

/// Tells of which kinds a shift is.
struct KindTest: Sendable {
  let kinds: [ShiftKind]
  let zone: Zone

  /// Names of the kinds of a shift.
  func kinds(from start: Instant, until end: Instant) -> Set<String> {
    Set(kinds.filter { isOne($0, start, end) }.map(\.name))
  }

  private func isOne(_ kind: ShiftKind, _ start: Instant, _ end: Instant) -> Bool {
    if let window = kind.starts, !shows(start, in: window) { return false }
    if let window = kind.ends, !shows(end, in: window) { return false }
    guard let window = kind.covers else { return true }
    return seconds(of: window, from: start, until: end) >= kind.leastCovered.inSeconds
  }

  private func shows(_ moment: Instant, in window: ClockWindow) -> Bool {
    window.includes(zone.local(at: moment).minuteOfDay)
  }

  /// Elapsed seconds in which the clock shows a time from the window's start to before its end.
  private func seconds(of window: ClockWindow, from start: Instant, until end: Instant) -> Double {
    guard zone.offsetSeconds(at: start) == zone.offsetSeconds(at: end) else {
      return stepped(window, from: start, until: end)
    }
    let first = zone.local(at: start).secondOfDay
    let last = first + end.secondsSinceEpoch - start.secondsSinceEpoch
    var sum = 0
    for midnight in stride(from: -86_400, through: last, by: 86_400) {
      let from = midnight + 60 * window.start.minutes
      let until = midnight + 60 * window.endMinutes
      sum += max(0, min(last, until) - max(first, from))
    }
    return Double(sum)
  }

  /// Minute by minute, for shifts in which the clock is changed.
  private func stepped(
    _ window: ClockWindow,
    from start: Instant,
    until end: Instant
  ) -> Double {
    var sum = 0
    var now = start
    while now < end {
      let next = min(end, now.adding(minutes: 1))
      let minute = zone.local(at: now).minuteOfDay
      let isInside = [minute, minute + 1440].contains {
        window.start.minutes <= $0 && $0 < window.endMinutes
      }
      if isInside { sum += next.secondsSinceEpoch - now.secondsSinceEpoch }
      now = next
    }
    return Double(sum)
  }
}

extension ClockWindow {
  /// True for a minute of the day from the start to the end, both included.
  func includes(_ minute: Int) -> Bool {
    [minute, minute + 1440].contains { start.minutes <= $0 && $0 <= endMinutes }
  }
}
