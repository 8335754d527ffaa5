import Workforce

/// The week that all people share: slots, shapes and every shift that could be worked.
struct WeekFrame: Sendable {
  /// The roster slots of the week.
  let grid: TimeGrid
  /// The shapes of all templates, in the order of the settings, then those that meal rules add.
  let shapes: [ShiftShape]
  /// Which of the shapes people under meal rules work.
  let meals: MealShapes
  /// Tells of which kinds shifts are.
  let kinds: ShiftKinds
  /// Automata of days that people share.
  let shelf = SequenceShelf()
  /// The week's classes.
  let classes: WeekClasses
  /// What the last weeks weigh.
  let balances: Balances
  /// The week on the scenario's clock.
  private let common: WeekClock
  /// The week on the clock of each site that has its own, by the site's name.
  private let clocks: [String: WeekClock]

  /// Lays the week out.
  ///
  /// Throws when a contract's rest is longer than the week's program can look back, or the clock of
  /// a site does not fit the roster slots.
  init(inputs: PlanningInputs, grid: TimeGrid) throws(ShiftwrightError) {
    let settings = inputs.settings
    guard
      let wide = TimeGrid(
        from: grid.dates[0].adding(days: -1),
        days: grid.dates.count + 3,
        stepMinutes: grid.stepMinutes,
        zone: grid.zone
      )
    else { throw ShiftwrightError("The roster slot does not divide the days around the week.") }
    try Self.checkRests(settings)
    self.grid = grid
    classes = WeekClasses(inputs: inputs, grid: grid)
    balances = Balances(inputs, monday: grid.dates[0])
    let meals = MealShapes(settings, slotMinutes: grid.stepMinutes)
    let shapes = meals.shapes
    (self.meals, self.shapes) = (meals, shapes)
    kinds = try ShiftKinds(checking: settings.labor)
    let layout = WeekClock.Layout(
      grid: grid,
      wide: wide,
      open: settings.queues.map { inputs.openIntervals(of: $0, on: wide) },
      shapes: shapes,
      placeable: shapes.indices.filter { BreakPlacement(shapes[$0]) != nil },
      startMinutes: settings.shiftStartMinutes,
      kinds: kinds
    )
    common = try WeekClock(zone: grid.zone, layout: layout)
    var clocks: [String: WeekClock] = [:]
    for site in settings.sites {
      guard let zone = site.zone, zone != grid.zone else { continue }
      clocks[site.name] = try WeekClock(zone: zone, layout: layout)
    }
    self.clocks = clocks
    for contract in settings.contracts {
      for site in settings.sites.map(\.name) {
        try checkRest(of: contract, on: clock(ofSite: site))
      }
    }
  }

  private static func checkRests(_ settings: ScenarioSettings) throws(ShiftwrightError) {
    for contract in settings.contracts where contract.rules.minimumRest > .hours(24) {
      throw ShiftwrightError(
        "contract \(contract.name): minimum rest is \(contract.rules.minimumRest.inHours) h.\n"
          + "Give at most 24 h."
      )
    }
  }

  /// The week on the clock of a site's people.
  func clock(ofSite name: String) -> WeekClock { clocks[name] ?? common }

  /// Throws where a rest reaches past a date off: the week's program looks back one date only.
  private func checkRest(
    of contract: ContractSettings,
    on clock: WeekClock
  ) throws(ShiftwrightError) {
    let own = clock.candidates.map { day in
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

  /// Which shapes are of the contract's templates.
  func shapes(of contract: ContractSettings) -> [Bool] {
    shapes.map { contract.shiftTemplates.contains($0.name) }
  }

  /// Whether someone has a legal week at all.
  func hasLegalWeek(_ employee: RosterEmployee) -> Bool {
    var pricer = TourPricer(unpriced: employee, shapes: shapes)
    return pricer.cheapest() != nil
  }
}
