import Workforce

/// Tells of which kinds shifts are; a kind is a bit by its position in the settings.
struct ShiftKinds: Sendable {
  /// Most kinds of shift.
  static let most = 64

  private let kinds: [ShiftKind]

  /// Takes the kinds that rules speak of.
  ///
  /// Throws where there are too many.
  init(checking settings: LaborSettings) throws(ShiftwrightError) {
    guard settings.kinds.count <= Self.most else {
      throw ShiftwrightError(
        "shift_kinds: there are \(settings.kinds.count) kinds of shift.\n"
          + "Give at most \(Self.most)."
      )
    }
    kinds = settings.kinds
  }

  /// The kinds of these names, as bits.
  func bits(_ names: [String]) -> UInt64 {
    kinds.indices.reduce(0) { names.contains(kinds[$1].name) ? $0 | 1 << UInt64($1) : $0 }
  }

  /// The kinds of a shift, as bits.
  func bits(from start: Instant, to end: Instant, in zone: Zone) -> UInt64 {
    guard !kinds.isEmpty else { return 0 }
    let (first, last) = (zone.local(at: start), zone.local(at: end))
    return kinds.indices.reduce(0) { bits, index in
      let kind = kinds[index]
      let isOne =
        Self.holds(kind.starts, first.minuteOfDay) && Self.holds(kind.ends, last.minuteOfDay)
        && (kind.covers.map {
          Self.covered($0, from: start, to: end, in: zone) >= kind.leastCovered.wholeMinutes
        } ?? true)
      return isOne ? bits | 1 << UInt64(index) : bits
    }
  }

  /// Whether a window, both ends included, holds a minute of the day; one that is not given holds all.
  static func holds(_ window: ClockWindow?, _ minute: Int) -> Bool {
    guard let window else { return true }
    return [minute, minute + 1440].contains {
      window.start.minutes <= $0 && $0 <= window.endMinutes
    }
  }

  /// Elapsed minutes in which the clock shows a time in a window, its end not included.
  private static func covered(
    _ window: ClockWindow,
    from start: Instant,
    to end: Instant,
    in zone: Zone
  ) -> Int {
    let minutes = end.minutes(since: start)
    let isIn = { (minute: Int) in
      [minute, minute + 1440].contains { window.start.minutes <= $0 && $0 < window.endMinutes }
    }
    let first = zone.local(at: start).minuteOfDay
    let isEven = zone.offsetSeconds(at: start) == zone.offsetSeconds(at: end)
    return (0..<max(0, minutes)).count { offset in
      if isEven { return isIn((first + offset) % 1440) }
      let moment = Instant(secondsSinceEpoch: start.secondsSinceEpoch + offset * 60)
      return isIn(zone.local(at: moment).minuteOfDay)
    }
  }
}
