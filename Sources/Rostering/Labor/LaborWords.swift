public import Workforce

extension LaborRule {
  /// The checker's name, then the demand.
  var sentence: String { "\(name): \(words)" }

  /// What the rule demands, in words with its numbers.
  public var words: String {
    switch self {
    case .minimumRest(let time), .weeklyRest(let time): "at least \(Self.hours(time)) h"
    case .startChange(let time): "at most \(Self.hours(time)) h from one date to the next"
    case .restBetween(let after, let before, let time):
      "at least \(Self.hours(time)) h after \(Self.words(after)), before \(Self.words(before))"
    case .workRun(let least, let most): Self.range(least, most, "date") + " in a row"
    case .freeRun(let least, let most):
      Self.range(least, most, "date") + " in a row without a shift"
    case .kindRun(let kinds, let most):
      "at most \(Self.count(most, "date")) in a row of \(Self.words(kinds))"
    case .restAfter(let kinds, let days):
      "\(Self.count(days, "date")) without a shift after \(Self.words(kinds))"
    case .kindOrder(let after, let never):
      "no \(Self.words(never)) the date after \(Self.words(after))"
    case .wholeWeekends: "all dates of the weekend, or none"
    case .weekendsInARow(let most): "at most \(most)"
    case .weekends(let most, let weeks): "at most \(most) in \(Self.count(weeks, "week"))"
    case .kindCount(let kinds, let least, let most, let weeks):
      Self.range(least, most, "shift") + " of \(Self.words(kinds)) in \(Self.count(weeks, "week"))"
    case .kindBalance(let first, let second, let most, let weeks):
      "shifts of \(first) and \(second) differ by at most \(most) in \(Self.count(weeks, "week"))"
    case .weeklyHours(let least, let most):
      Self.range(least.map(Self.hours), most.map(Self.hours)) + " h"
    case .weeklyDays(let least, let most): Self.range(least, most, "day")
    case .periodHours(let least, let most, let weeks):
      Self.range(least.map(Self.hours), most.map(Self.hours))
        + " paid hours in \(Self.count(weeks, "week")) at full time"
    case .monthlyOvertime(let most): "at most \(Self.hours(most)) h"
    case .shiftHours(let least, let most):
      Self.range(least.map(Self.hours), most.map(Self.hours)) + " paid hours"
    case .startWindow(let window, let weekdays):
      "within \(window)" + (weekdays.isEmpty ? "" : " on ")
        + weekdays.map(\.abbreviation).joined(separator: ", ")
    case .mealBreak(let over, let by, let least):
      "\(least.wholeMinutes) min by \(Self.hours(by)) h after the start of shifts over \(Self.hours(over)) h"
    }
  }

  /// Hours without needless digits.
  static func hours(_ time: Duration) -> String {
    let hours = (time.inHours * 100).rounded() / 100
    return hours == hours.rounded() ? "\(Int(hours))" : "\(hours)"
  }

  private static func words(_ kinds: [String]) -> String { kinds.joined(separator: " or ") }

  /// `1 date`, `2 dates`.
  private static func count(_ number: Int, _ unit: String) -> String {
    "\(number) \(unit)" + (number == 1 ? "" : "s")
  }

  /// A range with its unit: `at most 1 shift`.
  private static func range(_ least: Int?, _ most: Int?, _ unit: String) -> String {
    range(least, most) + " \(unit)" + ((most ?? least) == 1 ? "" : "s")
  }

  private static func range<Value>(_ least: Value?, _ most: Value?) -> String {
    switch (least, most) {
    case (let least?, let most?) where "\(least)" == "\(most)": "exactly \(least)"
    case (let least?, let most?): "\(least) to \(most)"
    case (let least?, nil): "at least \(least)"
    case (nil, let most?): "at most \(most)"
    case (nil, nil): "any"
    }
  }
}

extension RosterLock.Kind {
  /// What is settled, in words.
  var words: String {
    switch self {
    case .off: "off"
    case .shift: "at work"
    case .times(let start, let end): "at work from \(start) until \(end)"
    }
  }
}
