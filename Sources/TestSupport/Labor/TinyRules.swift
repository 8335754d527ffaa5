import Workforce

/// States a random half of the labor rules with random limits.
struct TinyRules {
  private typealias Make = ScenarioFixtures
  private var random: RandomStream
  private let hasPrices: Bool
  private let week: ISOWeek

  init(seed: Int, hasPrices: Bool, week: ISOWeek) {
    random = RandomStream(seed: UInt64(bitPattern: Int64(seed)), name: "tiny rules")
    self.hasPrices = hasPrices
    self.week = week
  }

  private mutating func chance(_ one: Int) -> Bool { random.below(one) == 0 }

  private mutating func pick<Value>(_ values: [Value]) -> Value {
    values[random.below(values.count)]
  }

  private mutating func maybe<Value>(_ value: Value) -> Value? { chance(2) ? value : nil }

  mutating func state(in inputs: inout PlanningInputs) {
    inputs.settings.labor.kinds = kinds()
    if chance(5) { inputs.settings.labor.weekend = pick([[.friday, .saturday], [.sunday]]) }
    let ids = inputs.employees.map(\.id)
    inputs.settings.labor.rules = everyRule().flatMap { rule -> [RuleEntry] in
      guard chance(2) else { return [] }
      let scopes = [
        RuleScope(), RuleScope(contracts: ["contract"]), RuleScope(teams: ["blue"]),
        RuleScope(employees: [ids[0]]),
      ]
      let first = random.below(6)
      let general = first < 3 ? 0 : first - 2
      var entries = [entry(rule, scopes[general])]
      if general < 3, chance(4) {
        // the same with other limits for fewer people
        let other = everyRule().first { $0.name == rule.name && Self.kinds($0) == Self.kinds(rule) }
        if let other {
          entries.append(entry(other, scopes[general + 1 + random.below(3 - general)]))
        }
      }
      return chance(2) ? entries : entries.reversed()
    }
    if chance(2) { inputs.locks = [lock(ids)] }
    if chance(2) { rotate(ids, in: &inputs) }
  }

  private mutating func entry(_ rule: LaborRule, _ scope: RuleScope) -> RuleEntry {
    let isDated = chance(6)
    return RuleEntry(
      rule,
      scope: scope,
      from: isDated ? maybe(week.monday.adding(days: random.below(5) - 1)) : nil,
      until: isDated ? maybe(week.monday.adding(days: random.below(5) - 1)) : nil,
      price: hasPrices && chance(3) ? Double(1 + random.below(20)) : nil
    )
  }

  private mutating func kinds() -> [ShiftKind] {
    [
      ShiftKind(name: "early", starts: Make.window(pick(["05:00-09:00", "08:00-12:00"]))),
      ShiftKind(name: "late", ends: Make.window(pick(["20:00-24:00", "21:00-02:00"]))),
      ShiftKind(
        name: "night",
        covers: Make.window(pick(["23:00-06:00", "00:00-05:00"])),
        leastCovered: .minutes(pick([60, 180, 240]))
      ),
    ]
  }

  /// Every rule on one person, with limits that leave some weeks.
  private mutating func everyRule() -> [LaborRule] {
    shiftRules() + runRules() + weekendRules() + periodRules()
  }

  private mutating func shiftRules() -> [LaborRule] {
    [
      .minimumRest(.hours(pick([8, 9, 11, 16]))),
      .startChange(.hours(pick([0, 8, 8]))),
      .restBetween(after: ["late"], before: ["night", "early"], .hours(pick([8, 10, 12, 24]))),
      .kindOrder(after: [pick(["late", "night"])], never: [pick(["early", "night"])]),
      .shiftHours(least: maybe(.hours(pick([4, 6, 7]))), most: .minutes(pick([480, 450, 360]))),
      .startWindow(
        Make.window(pick(["06:00-17:00", "00:00-10:00", "15:00-02:00"])),
        weekdays: pick([[], [.monday, .tuesday], [.saturday, .sunday], [.wednesday]])
      ),
      .mealBreak(
        over: .hours(pick([5, 6, 8])),
        by: .minutes(pick([180, 210, 240])),
        least: .minutes(30)
      ),
    ]
  }

  private mutating func runRules() -> [LaborRule] {
    [
      .workRun(least: maybe(2), most: maybe(2 + random.below(4))),
      .freeRun(least: maybe(2), most: maybe(2 + random.below(4))),
      .kindRun([pick(["night", "late"])], most: 1 + random.below(3)),
      .restAfter([pick(["night", "early"])], days: 1 + random.below(2)),
      .weeklyRest(.hours(pick([24, 35, 48, 60]))),
    ]
  }

  private mutating func weekendRules() -> [LaborRule] {
    [
      .wholeWeekends,
      .weekendsInARow(most: 1 + random.below(3)),
      .weekends(most: random.below(4), weeks: 1 + random.below(4)),
    ]
  }

  private mutating func periodRules() -> [LaborRule] {
    [
      .kindCount(
        [pick(["night", "late", "early"])],
        least: maybe(1),
        most: maybe(1 + random.below(3)),
        weeks: 1 + random.below(3)
      ),
      .kindBalance("early", "night", most: 1 + random.below(3), weeks: 1 + random.below(3)),
      .weeklyHours(least: .hours(random.below(3) * 6), most: .hours(24 + random.below(24))),
      .weeklyDays(least: random.below(3), most: 3 + random.below(3)),
      .periodHours(
        least: maybe(.hours(6 * random.below(3))),
        most: .hours(30 + random.below(60)),
        weeks: 1 + random.below(3)
      ),
      .monthlyOvertime(most: .hours(random.below(12))),
    ]
  }

  /// What tells entries of one rule apart.
  private static func kinds(_ rule: LaborRule) -> [[String]] {
    switch rule {
    case .kindOrder(let after, let never): [after, never]
    case .kindRun(let kinds, _), .restAfter(let kinds, _), .kindCount(let kinds, _, _, _): [kinds]
    default: []
    }
  }

  private mutating func lock(_ ids: [String]) -> RosterLock {
    let date = pick(week.dates)
    let hour = pick([0, 8, 16])
    let start = LocalDateTime(date: date, secondOfDay: 3600 * hour)
    let kinds: [RosterLock.Kind] = [
      .off, .shift, .times(start: start, end: start.adding(minutes: 480)),
    ]
    return RosterLock(employee: pick(ids), date: date, kind: pick(kinds))
  }

  /// A pattern of two or three positions for somebody, on some dates of the week.
  private mutating func rotate(_ ids: [String], in inputs: inout PlanningInputs) {
    let positions: [Rotation.Position] = [.off, .anyShift, .kind("early"), .kind("night")]
    inputs.settings.labor.rotations = [
      Rotation(
        name: "turn",
        pattern: (0..<2 + random.below(2)).map { _ in pick(positions) },
        anchor: week.monday.adding(days: random.below(7) - 10),
        price: hasPrices && chance(2) ? Double(1 + random.below(9)) : nil
      )
    ]
    inputs.rotationPlaces = [
      RotationPlace(
        employee: pick(ids),
        rotation: "turn",
        ahead: random.below(3),
        from: week.monday.adding(days: random.below(5)),
        until: week.monday.adding(days: 3 + random.below(4))
      )
    ]
  }
}
