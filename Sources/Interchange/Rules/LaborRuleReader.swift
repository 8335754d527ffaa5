import Workforce

/// Reads the numbers and kinds of one labor rule.
struct LaborRuleReader {
  let map: YAMLMap
  let reader: ScenarioReader
  /// The kinds of shift that there are; `nil` when not known for certain.
  let kinds: [String]?

  /// The rule; `nil`, with a report, when a part is missing or wrong.
  func rule(_ word: RuleWord) -> LaborRule? {
    switch word {
    case .minimumRest: map.required("hours", .rest).map(LaborRule.minimumRest)
    case .weeklyRest: map.required("hours", .hoursOfWeek).map(LaborRule.weeklyRest)
    case .startChange: map.required("hours", .rest).map(LaborRule.startChange)
    case .workRun: bounds(.days).map { .workRun(least: $0.least, most: $0.most) }
    case .freeRun: bounds(.days).map { .freeRun(least: $0.least, most: $0.most) }
    case .weekendsInARow:
      map.required("most", .wholeNumber(0...52)).map { .weekendsInARow(most: $0) }
    case .weekends: weekends
    case .weeklyHours: bounds(.hoursOfWeek).map { .weeklyHours(least: $0.least, most: $0.most) }
    case .workingDays:
      bounds(.wholeNumber(0...7)).map { .weeklyDays(least: $0.least, most: $0.most) }
    case .periodHours: periodHours
    case .monthlyOvertime: map.required("most", .hours).map { .monthlyOvertime(most: $0) }
    case .shiftHours: bounds(.rest).map { .shiftHours(least: $0.least, most: $0.most) }
    case .wholeWeekends: .wholeWeekends
    case .startWindow: startWindow
    case .mealBreak: mealBreak
    case .restBetween, .kindRun, .restAfter, .kindOrder, .kindCount, .kindBalance: kindRule(word)
    }
  }

  /// Rules about kinds of shift.
  private func kindRule(_ word: RuleWord) -> LaborRule? {
    switch word {
    case .restBetween:
      let (after, before) = (names("after"), names("before"))
      let hours = map.required("hours", .rest)
      return both(after, before).flatMap { pair in
        hours.map { .restBetween(after: pair.0, before: pair.1, $0) }
      }
    case .kindOrder:
      return both(names("after"), names("never")).map { .kindOrder(after: $0.0, never: $0.1) }
    case .kindRun:
      let most = map.required("most", .wholeNumber(0...366))
      return both(names("kinds"), most).map { .kindRun($0.0, most: $0.1) }
    case .restAfter:
      let days = map.required("days", .wholeNumber(1...14))
      return both(names("kinds"), days).map { .restAfter($0.0, days: $0.1) }
    case .kindCount:
      let (bounds, weeks) = (bounds(.wholeNumber(0...366)), period(standard: 1))
      return both(names("kinds"), both(bounds, weeks)).map {
        .kindCount($0.0, least: $0.1.0.least, most: $0.1.0.most, weeks: $0.1.1)
      }
    default: return kindBalance
    }
  }

  private var kindBalance: LaborRule? {
    let most = map.required("most", .wholeNumber(0...366))
    let weeks = period(standard: 1)
    guard let kinds = names("kinds") else { return nil }
    guard kinds.count == 2, kinds[0] != kinds[1] else {
      map.report("two kinds", at: "kinds", .notTwoKinds(map.label("kinds")))
      return nil
    }
    return both(most, weeks).map { .kindBalance(kinds[0], kinds[1], most: $0.0, weeks: $0.1) }
  }

  private var weekends: LaborRule? {
    let (most, weeks) = (map.required("most", .wholeNumber(0...52)), period())
    return both(most, weeks).map { .weekends(most: $0.0, weeks: $0.1) }
  }

  private var periodHours: LaborRule? {
    let (bounds, weeks) = (bounds(.hours), period())
    return both(bounds, weeks).map {
      .periodHours(least: $0.0.least, most: $0.0.most, weeks: $0.1)
    }
  }

  private var startWindow: LaborRule? {
    let weekdays = reader.weekdays(map, "weekdays")
    return map.required("window", .window).map { .startWindow($0, weekdays: weekdays) }
  }

  private var mealBreak: LaborRule? {
    let over = map.required("over_hours", .rest)
    let by = map.required("by_hours", .rest)
    let least = map.required("minutes", .minutes)
    return both(over, both(by, least)).map {
      .mealBreak(over: $0.0, by: $0.1.0, least: $0.1.1)
    }
  }

  /// The weeks of a period; needed where there is no standard.
  private func period(standard: Int? = nil) -> Int? {
    let reader = TextValue<Int>.wholeNumber(1...52)
    guard let standard else { return map.required("weeks", reader) }
    return map.has("weeks") ? map.required("weeks", reader) : standard
  }

  /// The kinds of shift of a key; `nil` where none can be read.
  private func names(_ key: String) -> [String]? {
    guard map.has(key) else {
      _ = map.required(key, .text("a list of shift kinds"))
      return nil
    }
    let names = reader.names(map, key, "shift kind", kinds)
    return names.isEmpty ? nil : names
  }

  /// The least and the most; `nil`, with a report, where both are absent or they contradict.
  private func bounds<Value: Comparable>(_ reader: TextValue<Value>) -> (
    least: Value?, most: Value?
  )? {
    let least = map.optional("least", reader)
    let most = map.optional("most", reader)
    if !map.has("least"), !map.has("most") {
      if !map.hasUnknownKey { map.report("no bound", at: "rule", .noBound(map.subject)) }
      return nil
    }
    if let least, let most, most < least {
      map.report("bounds", at: "most", .boundOrder(map.subject))
      return nil
    }
    return (least, most)
  }

  private func both<One, Other>(_ one: One?, _ other: Other?) -> (One, Other)? {
    one.flatMap { one in other.map { (one, $0) } }
  }
}

extension TextValue where Value == Int {
  /// Dates in a row.
  fileprivate static var days: Self { wholeNumber(1...366) }
}

extension TextValue where Value == Duration {
  /// Hours of a day.
  static var rest: Self {
    hours(upTo: 24, beyond: "For longer rests write weekly_rest, rest_after or free_run.")
  }

  /// Hours of a week.
  static var hoursOfWeek: Self { hours(upTo: 168, beyond: "A week has no more.") }

  private static func hours(upTo most: Double, beyond: String) -> Self {
    let accepted = "a number of hours, 0 to \(Numbers.text(most))"
    return Self(
      accepted: accepted,
      read: { text in
        TextValue<Duration>.hours.read(text).flatMap { $0.inHours <= most ? $0 : nil }
      },
      hint: { text in
        Numbers.number(text).flatMap { $0 > most ? "Write \(accepted). \(beyond)" : nil }
      }
    )
  }
}
