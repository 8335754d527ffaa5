package import Workforce

/// Tells whether a shift is of one of some kinds.
package struct BurdenKinds: Sendable {
  private let kinds: [ShiftKind]

  /// The kinds of these names.
  package init(_ names: [String], of all: [ShiftKind]) {
    kinds = all.filter { names.contains($0.name) }
  }

  /// Whether a shift between two moments is of one of the kinds, on the clock of a zone.
  package func hold(from start: Instant, until end: Instant, zone: Zone) -> Bool {
    kinds.contains { kind in
      lies(zone.local(at: start).minuteOfDay, in: kind.starts)
        && lies(zone.local(at: end).minuteOfDay, in: kind.ends)
        && (kind.covers.map { window in
          let covered = Self.minutes(of: window, from: start, until: end, zone: zone)
          return covered >= kind.leastCovered.inSeconds / 60
        } ?? true)
    }
  }

  private func lies(_ minute: Int, in window: ClockWindow?) -> Bool {
    guard let window else { return true }
    return window.start.minutes <= minute && minute <= window.endMinutes
      || minute + 1440 <= window.endMinutes
  }

  /// Minutes between two moments in which the clock shows a time of a window, its end not included.
  private static func minutes(
    of window: ClockWindow,
    from start: Instant,
    until end: Instant,
    zone: Zone
  ) -> Double {
    // the clock runs on between two changes of it: the shift is cut where it may have been changed
    let cuts = stride(from: start.secondsSinceEpoch, to: end.secondsSinceEpoch, by: 3600)
    let isPlain = zone.offsetSeconds(at: start) == zone.offsetSeconds(at: end)
    let moments =
      isPlain
      ? [start, end]
      : cuts.map(Instant.init(secondsSinceEpoch:)).flatMap { [$0, $0.adding(minutes: 30)] }
        .filter { $0 < end } + [end]
    return zip(moments, moments.dropFirst()).reduce(0) { sum, piece in
      let first = Double(zone.local(at: piece.0).secondOfDay) / 60
      let last = first + Double(piece.1.secondsSinceEpoch - piece.0.secondsSinceEpoch) / 60
      return sum
        + (-1...Int(last / 1440)).reduce(0.0) { inner, day in
          let low = max(first, Double(window.start.minutes + 1440 * day))
          return inner + max(0, min(last, Double(window.endMinutes + 1440 * day)) - low)
        }
    }
  }
}
