import Workforce

/// The week that all people share: slots, shapes and every shift that could be worked.
struct WeekFrame: Sendable {
  /// The roster slots of the week.
  let grid: TimeGrid
  /// The shapes of all templates, in the order of the settings.
  let shapes: [ShiftShape]
  /// How each shape's breaks are placed; `nil` when they cannot be.
  let placements: [BreakPlacement?]
  /// Every shift that starts on each date, ascending by start, then shape.
  let candidates: [[CandidateShift]]
  /// Whether any queue is open on each date.
  let isOpenDate: [Bool]

  /// Lays the week out.
  ///
  /// Throws when a contract's rest is longer than the week's program can look back.
  init(inputs: PlanningInputs, grid: TimeGrid) throws(ShiftwrightError) {
    let settings = inputs.settings
    guard
      let longer = TimeGrid(
        from: grid.dates[0],
        days: grid.dates.count + 2,
        stepMinutes: grid.stepMinutes,
        zone: grid.zone
      )
    else { throw ShiftwrightError("The roster slot does not divide the days after the week.") }
    for contract in settings.contracts where contract.rules.minimumRest > .hours(24) {
      throw ShiftwrightError(
        "contract \(contract.name): minimum rest is \(contract.rules.minimumRest.inHours) h.\n"
          + "Give at most 24 h."
      )
    }
    self.grid = grid
    let shapes = settings.shiftTemplates.map { ShiftShape($0, slotMinutes: grid.stepMinutes) }
    self.shapes = shapes
    let placements = shapes.map { BreakPlacement($0) }
    self.placements = placements
    let open = settings.queues.map { inputs.openIntervals(of: $0, on: longer) }
    isOpenDate = grid.days.map { day in open.contains { queue in queue[day].contains(true) } }
    candidates = grid.dates.indices.map { day in
      grid.days[day].flatMap { slot -> [CandidateShift] in
        guard longer.local(at: slot).minuteOfDay % settings.shiftStartMinutes == 0 else {
          return []
        }
        return shapes.indices.compactMap { shape in
          guard placements[shape] != nil else { return nil }
          return Self.candidate(day: day, slot: slot, shape: shape, shapes: shapes, longer, open)
        }
      }
    }
    for contract in settings.contracts { try checkRest(of: contract) }
  }

  /// Throws where a rest reaches past a date off: the week's program looks back one date only.
  private func checkRest(of contract: ContractSettings) throws(ShiftwrightError) {
    let own = candidates.map { day in
      day.filter { candidate in
        contract.shiftTemplates.contains(shapes[candidate.shape].name)
          && candidate.openAtStart.contains(true) && candidate.openAtEnd.contains(true)
          && (contract.shiftWindow.map { ShiftWindow(window: $0).allows(candidate) } ?? true)
      }
    }
    for day in own.indices.dropLast(2) {
      guard let last = own[day].max(by: { $0.endInstant < $1.endInstant }),
        let next = own[day + 2].min(by: { $0.startInstant < $1.startInstant })
      else { continue }
      let rest = next.startInstant.minutes(since: last.endInstant)
      guard rest < contract.rules.minimumRest.wholeMinutes else { continue }
      throw ShiftwrightError(
        "contract \(contract.name): the minimum rest of \(contract.rules.minimumRest.inHours) h after "
          + "shift template \(shapes[last.shape].name), which can end at \(last.end), reaches past the "
          + "next date.\nGive a rest of at most \(Double(rest) / 60) h, or a narrower shift window."
      )
    }
  }

  /// Whether someone has a legal week at all.
  func hasLegalWeek(_ employee: RosterEmployee) -> Bool {
    var pricer = TourPricer(unpriced: employee, shapes: shapes)
    return pricer.cheapest() != nil
  }

  private static func candidate(
    day: Int,
    slot: Int,
    shape: Int,
    shapes: [ShiftShape],
    _ grid: TimeGrid,
    _ open: [[Bool]]
  ) -> CandidateShift? {
    let last = slot + shapes[shape].length - 1
    guard last < grid.count else { return nil }
    let start = grid.instant(at: slot)
    let end = grid.instant(at: last + 1)
    let local = grid.zone.local(at: start)
    return CandidateShift(
      day: day,
      date: local.date,
      startSlot: slot,
      shape: shape,
      start: local,
      end: grid.zone.local(at: end),
      startInstant: start,
      endInstant: end,
      openAtStart: open.map { $0[slot] },
      openAtEnd: open.map { $0[last] }
    )
  }
}
