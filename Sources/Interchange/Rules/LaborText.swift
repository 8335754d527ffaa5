import Workforce

/// Writes the labor rules of `scenario.yaml`: a block per key, an item per line.
struct LaborText {
  private let labor: LaborSettings

  init(_ labor: LaborSettings) { self.labor = labor }

  /// The blocks that hold something, in the order of the keys.
  var blocks: [String] {
    let kinds = labor.kinds.dropFirst(labor.sets.reduce(0) { $0 + $1.kinds })
    let rules = labor.rules.dropFirst(labor.sets.reduce(0) { $0 + $1.rules })
    return [
      block("shift_kinds", kinds.map(kind)),
      weekend,
      labor.sets.isEmpty
        ? "" : "rule_sets: \(YAMLText.flow(labor.sets.map { YAMLText.text($0.file) }))\n",
      block("labor_rules", rules.map(Self.rule)),
      block("heads", labor.heads.map(head)),
      block("meetings", labor.meetings.map(meeting)),
      block("on_call", labor.onCall.map(duty)),
      block("rotations", labor.rotations.map(rotation)),
    ].filter { !$0.isEmpty }
  }

  private func block(_ key: String, _ items: [String]) -> String {
    items.isEmpty ? "" : "\(key):\n" + items.map { "  - \($0)\n" }.joined()
  }

  private var weekend: String {
    guard labor.weekend != [.saturday, .sunday] else { return "" }
    return "weekend: \(Self.days(labor.weekend))\n"
  }

  private static func days(_ days: [Weekday]) -> String {
    YAMLText.flow(days.map(\.abbreviation))
  }

  private static func names(_ names: [String]) -> String {
    YAMLText.flow(names.map(YAMLText.text))
  }

  private func kind(_ kind: ShiftKind) -> String {
    let least = kind.leastCovered == .minutes(1) ? nil : String(kind.leastCovered.wholeMinutes)
    return YAMLText.flow([
      ("name", YAMLText.text(kind.name)),
      ("starts", kind.starts.map { YAMLText.quoted($0.description) }),
      ("ends", kind.ends.map { YAMLText.quoted($0.description) }),
      ("covers", kind.covers.map { YAMLText.quoted($0.description) }),
      ("least_minutes", least),
    ])
  }

  /// A rule in one line.
  static func rule(_ entry: RuleEntry) -> String { YAMLText.flow(pairs(entry)) }

  /// The keys of a rule with their values.
  static func pairs(_ entry: RuleEntry) -> [(key: String, value: String?)] {
    let head: [(key: String, value: String?)] = [("rule", entry.rule.word)]
    let tail: [(key: String, value: String?)] = [
      ("from", entry.from?.description), ("until", entry.until?.description),
      ("price", entry.price.map(YAMLText.number)),
      ("source", entry.source.isEmpty ? nil : YAMLText.quoted(entry.source)),
    ]
    return head + entry.rule.values + scope(entry.scope) + tail
  }

  private static func scope(_ scope: RuleScope) -> [(key: String, value: String?)] {
    [
      ("contracts", scope.contracts.isEmpty ? nil : names(scope.contracts)),
      ("teams", scope.teams.isEmpty ? nil : names(scope.teams)),
      ("employees", scope.employees.isEmpty ? nil : names(scope.employees)),
    ]
  }

  private func head(_ head: HeadRule) -> String {
    let first: [(key: String, value: String?)] = [
      ("name", YAMLText.text(head.name)), ("skill", head.skill.map(YAMLText.text)),
      ("site", head.site.map(YAMLText.text)),
    ]
    let last: [(key: String, value: String?)] = [
      ("hours", head.hours.map(ScenarioText.openingHours)),
      ("least", head.least == 0 && head.most != nil ? nil : String(head.least)),
      ("most", head.most.map(String.init)), ("price", head.price.map(YAMLText.number)),
      ("from", head.from?.description), ("until", head.until?.description),
    ]
    return YAMLText.flow(first + Self.scope(head.scope) + last)
  }

  private func meeting(_ meeting: Meeting) -> String {
    let first: [(key: String, value: String?)] = [("name", YAMLText.text(meeting.name))]
    return YAMLText.flow(
      first + Self.scope(meeting.scope) + [
        ("minutes", String(meeting.length.wholeMinutes)),
        ("weekdays", Self.days(meeting.weekdays)),
        ("hours", YAMLText.quoted(meeting.hours.description)),
        ("who", meeting.attendance.rawValue),
      ]
    )
  }

  private func duty(_ duty: OnCallDuty) -> String {
    let limit = duty.most.map {
      YAMLText.flow([("most", String($0)), ("weeks", String(duty.weeks))])
    }
    let first: [(key: String, value: String?)] = [
      ("name", YAMLText.text(duty.name)), ("skill", YAMLText.text(duty.skill)),
    ]
    return YAMLText.flow(
      first + Self.scope(duty.scope) + [
        ("hours", ScenarioText.openingHours(duty.hours)),
        ("allowance", duty.allowance == 0 ? nil : YAMLText.number(duty.allowance)),
        ("most_per_weeks", limit),
        ("rest_hours", duty.rest == .zero ? nil : YAMLText.number(duty.rest.inHours)),
      ]
    )
  }

  private func rotation(_ rotation: Rotation) -> String {
    let words = rotation.pattern.map { position in
      switch position {
      case .off: "off"
      case .anyShift: "any"
      case .kind(let name): YAMLText.text(name)
      }
    }
    return YAMLText.flow([
      ("name", YAMLText.text(rotation.name)), ("pattern", YAMLText.flow(words)),
      ("anchor", rotation.anchor.description), ("price", rotation.price.map(YAMLText.number)),
    ])
  }

  /// The lines of the costs that go with labor rules.
  static func costs(_ costs: CostSettings, _ fairness: FairnessSettings?) -> String {
    let steps = costs.overtimeSteps.map {
      YAMLText.flow([
        ("after_hours", YAMLText.number($0.after.inHours)),
        ("premium", YAMLText.number($0.premium)),
      ])
    }
    let line = steps.isEmpty ? "" : "  overtime_steps: \(YAMLText.flow(steps))\n"
    guard let fairness else { return line }
    let pairs: [(key: String, value: String?)] = [
      ("weeks", String(fairness.weeks)), ("weekends", YAMLText.number(fairness.weekends)),
      ("lates", YAMLText.number(fairness.lates)),
      ("late_kinds", fairness.lateKinds.isEmpty ? nil : names(fairness.lateKinds)),
      ("nights", YAMLText.number(fairness.nights)),
      ("night_kinds", fairness.nightKinds.isEmpty ? nil : names(fairness.nightKinds)),
      ("refused", YAMLText.number(fairness.refused)),
      ("seniority_per_year", YAMLText.number(fairness.seniorityPerYear)),
      ("seniority_most", YAMLText.number(fairness.seniorityMost)),
    ]
    return line + "  fairness: \(YAMLText.flow(pairs))\n"
  }
}

extension LaborRule {
  /// Its numbers and kinds as files have them.
  fileprivate var values: [(key: String, value: String?)] {
    switch self {
    case .minimumRest(let time), .weeklyRest(let time), .startChange(let time):
      [("hours", Self.hours(time))]
    case .workRun(let least, let most), .freeRun(let least, let most),
      .weeklyDays(let least, let most):
      [("least", least.map(String.init)), ("most", most.map(String.init))]
    case .wholeWeekends: []
    case .weekendsInARow(let most): [("most", String(most))]
    case .weekends(let most, let weeks): [("most", String(most)), ("weeks", String(weeks))]
    case .weeklyHours(let least, let most), .shiftHours(let least, let most):
      [("least", least.map(Self.hours)), ("most", most.map(Self.hours))]
    case .periodHours(let least, let most, let weeks):
      [
        ("least", least.map(Self.hours)), ("most", most.map(Self.hours)),
        ("weeks", String(weeks)),
      ]
    case .monthlyOvertime(let most): [("most", Self.hours(most))]
    case .startWindow(let window, let weekdays):
      [
        ("window", YAMLText.quoted(window.description)),
        ("weekdays", weekdays.isEmpty ? nil : YAMLText.flow(weekdays.map(\.abbreviation))),
      ]
    case .mealBreak(let over, let by, let least):
      [
        ("over_hours", Self.hours(over)), ("by_hours", Self.hours(by)),
        ("minutes", String(least.wholeMinutes)),
      ]
    case .restBetween, .kindRun, .restAfter, .kindOrder, .kindCount, .kindBalance: kindValues
    }
  }

  /// The same of rules about kinds of shift.
  private var kindValues: [(key: String, value: String?)] {
    switch self {
    case .restBetween(let after, let before, let time):
      [
        ("after", Self.names(after)), ("before", Self.names(before)), ("hours", Self.hours(time)),
      ]
    case .kindRun(let kinds, let most): [("kinds", Self.names(kinds)), ("most", String(most))]
    case .restAfter(let kinds, let days): [("kinds", Self.names(kinds)), ("days", String(days))]
    case .kindOrder(let after, let never):
      [("after", Self.names(after)), ("never", Self.names(never))]
    case .kindCount(let kinds, let least, let most, let weeks):
      [
        ("kinds", Self.names(kinds)), ("least", least.map(String.init)),
        ("most", most.map(String.init)), ("weeks", String(weeks)),
      ]
    case .kindBalance(let first, let second, let most, let weeks):
      [
        ("kinds", Self.names([first, second])), ("most", String(most)), ("weeks", String(weeks)),
      ]
    default: []
    }
  }

  private static func names(_ names: [String]) -> String {
    YAMLText.flow(names.map(YAMLText.text))
  }

  private static func hours(_ time: Duration) -> String { YAMLText.number(time.inHours) }
}
