import Interchange
import TestSupport
import Testing
import Workforce

/// A week of Ada's that keeps or breaks one sentence of a rule set that ships with the program.
struct RuleSetSentence: Sendable {
  let set: ShippedRuleSet
  /// The rule's name, as the referee says it.
  let rule: String
  let reason: String
  /// The shifts, as ``RosterStrip`` draws them.
  let strip: String
  var step = 60
  /// Past shifts: weeks before this one, weekday from 0 on, hours from 08:00 on.
  var past: [(back: Int, day: Int, hours: Int)] = []
  var week = "2026-W13"
  let isKept: Bool
}

extension RuleSetSentence: CustomTestStringConvertible {
  var testDescription: String { "\(set.rawValue), \(rule): \(reason)" }

  /// A shift of so many hours from an hour on.
  private static func day(_ start: Int, _ hours: Int) -> String {
    String(repeating: ".", count: start) + String(repeating: "#", count: hours)
  }

  private static func week(_ days: [(start: Int, hours: Int)]) -> String {
    days.map { day($0.start, $0.hours) }.joined(separator: "|")
  }

  /// A shift of so many minutes with a break, in steps of five minutes.
  private static func shift(_ minutes: Int, pause: Int, at start: Int) -> String {
    let work = String(repeating: "#", count: start / 5)
    let rest = String(repeating: "b", count: pause / 5)
    return work + rest + String(repeating: "#", count: (minutes - start - pause) / 5)
  }

  static let all =
    dayOff(.chinaLabor) + dayOff(.usCalifornia) + dayOff(.usNewYork) + chinaHours
    + meals(.usCalifornia, over: 300, by: 300, least: 30)
    + meals(.usNewYork, over: 360, by: 360, least: 30)
    + meals(.euWorkingTime, over: 360, by: 360, least: 15) + euRest + euHours

  /// 24 hours without a shift in the week.
  private static func dayOff(_ set: ShippedRuleSet) -> [Self] {
    let rest = { (reason: String, days: [(start: Int, hours: Int)], isKept: Bool) in
      Self(set: set, rule: "weekly rest", reason: reason, strip: week(days), isKept: isKept)
    }
    let daily = Array(repeating: (start: 8, hours: 8), count: 7)
    let early = Array(repeating: (start: 4, hours: 8), count: 2)
    return [
      rest("a free Sunday", Array(daily.prefix(6)), true),
      rest("a shift each day", daily, false),
      rest("24 h", early + Array(repeating: (start: 12, hours: 8), count: 5), true),
      rest("23 h", early + Array(repeating: (start: 11, hours: 8), count: 5), false),
    ]
  }

  /// 11 hours a day; 36 hours of overtime a month, above the contract's 40 a week.
  private static let chinaHours: [Self] = {
    let hours = { (count: Int, isKept: Bool) in
      Self(
        set: .chinaLabor,
        rule: "shift hours",
        reason: "\(count) h",
        strip: day(8, count),
        isKept: isKept
      )
    }
    // three weeks of March with twelve hours of overtime each
    let past = (1...3).flatMap { back in
      (0..<5).map { (back: back, day: $0, hours: $0 == 0 ? 12 : 10) }
    }
    let month = { (reason: String, week: String, last: Int, isKept: Bool) in
      let days = Array(repeating: (start: 8, hours: 8), count: 4) + [(start: 8, hours: last)]
      return Self(
        set: .chinaLabor,
        rule: "monthly overtime",
        reason: reason,
        strip: Self.week(days),
        past: past,
        week: week,
        isKept: isKept
      )
    }
    return [
      hours(11, true), hours(12, false), month("36 h", "2026-W13", 8, true),
      month("37 h", "2026-W13", 9, false), month("in the next month", "2026-W14", 9, true),
    ]
  }()

  /// A break in every shift longer than so many minutes.
  private static func meals(
    _ set: ShippedRuleSet,
    over: Int,
    by: Int,
    least: Int
  ) -> [Self] {
    let meal = { (reason: String, strip: String, isKept: Bool) in
      Self(set: set, rule: "meal break", reason: reason, strip: strip, step: 5, isKept: isKept)
    }
    let none = { (minutes: Int) in shift(minutes, pause: 0, at: 0) }
    return [
      meal("\(over) min without one", none(over), true),
      meal("\(over + 5) min without one", none(over + 5), false),
      meal("begins at \(by) min", shift(over + 60, pause: least, at: by), true),
      meal("begins at \(by + 5) min", shift(over + 60, pause: least, at: by + 5), false),
      meal("is shorter", shift(over + 60, pause: least - 5, at: 60), false),
      meal("is early", shift(over + 60, pause: least, at: 60), true),
    ]
  }

  /// 11 hours between shifts, 35 once a week.
  private static let euRest: [Self] = {
    let rest = { (rule: String, reason: String, days: [(start: Int, hours: Int)], isKept: Bool) in
      Self(set: .euWorkingTime, rule: rule, reason: reason, strip: week(days), isKept: isKept)
    }
    let (early, day) = ((start: 4, hours: 8), (start: 8, hours: 8))
    return [
      rest("minimum rest", "11 h", [(start: 12, hours: 8), (start: 7, hours: 8)], true),
      rest("minimum rest", "10 h", [(start: 12, hours: 8), (start: 6, hours: 8)], false),
      rest("weekly rest", "35 h", [early, early, (start: 23, hours: 1), day, day, day, day], true),
      rest(
        "weekly rest",
        "34 h",
        [early, early, (start: 22, hours: 2), day, day, day, day],
        false
      ),
    ]
  }()

  /// 48 hours a week on average of 17 weeks.
  private static let euHours: [Self] = {
    let past = (1...16).flatMap { back in (0..<6).map { (back: back, day: $0, hours: 8) } }
    let average = {
      (reason: String, last: Int, past: [(back: Int, day: Int, hours: Int)], isKept: Bool) in
      let days = Array(repeating: (start: 8, hours: 8), count: 5) + [(start: 8, hours: last)]
      return Self(
        set: .euWorkingTime,
        rule: "period hours",
        reason: reason,
        strip: week(days),
        past: past,
        isKept: isKept
      )
    }
    return [
      average("816 h", 8, past, true), average("817 h", 9, past, false),
      average("more in one week", 12, Array(past.dropFirst(6)), true),
    ]
  }()
}
