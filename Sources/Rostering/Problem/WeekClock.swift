import Workforce

/// The week on the clock of a zone in which people live: which shifts start on each of its dates.
///
/// A shift must begin inside the planned week, which is the scenario's. West of it, the evening of
/// the zone's Sunday lies after the week; east of it, the first hours of its Monday lie before.
struct WeekClock: Sendable {
  /// The zone.
  let zone: Zone
  /// Every shift that starts on each date, ascending by start, then shape.
  let candidates: [[CandidateShift]]
  /// Whether any queue is open on each date.
  let isOpenDate: [Bool]

  /// What the clocks of all zones share.
  struct Layout {
    let grid: TimeGrid
    /// The grid with a day before and two days after.
    let wide: TimeGrid
    /// Whether each queue is open in each slot of the wide grid.
    let open: [[Bool]]
    let shapes: [ShiftShape]
    /// Positions of the shapes whose breaks can be placed.
    let placeable: [Int]
    /// Minutes from midnight at whose multiples shifts may start.
    let startMinutes: Int
    /// Tells of which kinds shifts are.
    let kinds: ShiftKinds
  }

  /// Lays out the week of a zone.
  ///
  /// Throws when the zone's clock is off the scenario's by no whole number of roster slots.
  init(zone: Zone, layout: Layout) throws(ShiftwrightError) {
    let (grid, wide) = (layout.grid, layout.wide)
    let seconds = (zone.startOfDay(grid.dates[0]).secondsSinceEpoch, grid.start.secondsSinceEpoch)
    guard (seconds.0 - seconds.1) % (grid.stepMinutes * 60) == 0 else {
      throw ShiftwrightError(
        "time zone \(zone.identifier): its clock differs from that of \(grid.zone.identifier) by "
          + "\(abs(seconds.0 - seconds.1) / 60) minutes, no multiple of the roster slot.\n"
          + "Give a roster_slot_minutes that divides it."
      )
    }
    self.zone = zone
    let days = grid.dates.map { date in
      wide.index(of: zone.startOfDay(date))..<wide.index(of: zone.startOfDay(date.adding(days: 1)))
    }
    let first = wide.index(of: grid.start)
    isOpenDate = days.map { day in layout.open.contains { queue in queue[day].contains(true) } }
    candidates = days.indices.map { day in
      var own = days[day].clamped(to: first..<first + grid.count)
        .flatMap { slot -> [CandidateShift] in
          guard zone.local(at: wide.instant(at: slot)).minuteOfDay % layout.startMinutes == 0
          else { return [] }
          return layout.placeable.compactMap {
            Self.candidate(day: day, slot: slot, shape: $0, zone, layout)
          }
        }
      for position in own.indices { own[position].position = position }
      return own
    }
  }

  private static func candidate(
    day: Int,
    slot: Int,
    shape: Int,
    _ zone: Zone,
    _ layout: Layout
  ) -> CandidateShift? {
    let last = slot + layout.shapes[shape].length - 1
    guard last < layout.wide.count else { return nil }
    let start = layout.wide.instant(at: slot)
    let end = layout.wide.instant(at: last + 1)
    let local = zone.local(at: start)
    return CandidateShift(
      day: day,
      date: local.date,
      startSlot: layout.grid.index(of: start),
      shape: shape,
      start: local,
      end: zone.local(at: end),
      startInstant: start,
      endInstant: end,
      openAtStart: layout.open.map { $0[slot] },
      openAtEnd: layout.open.map { $0[last] },
      kinds: layout.kinds.bits(from: start, to: end, in: zone)
    )
  }
}
