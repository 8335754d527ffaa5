import TestSupport
import Workforce

extension RuleTests {
  private static let meal = LaborRule.mealBreak(
    over: .hours(3),
    by: .hours(2),
    least: .minutes(30)
  )

  private static func lunch(isPaid: Bool = true) -> Labor.Change {
    {
      $0.changeTemplate {
        $0.breaks = [BreakTemplate(kind: .lunch, length: .minutes(30), isPaid: isPaid)]
      }
    }
  }

  private static func start(_ window: String, _ weekdays: Weekday...) -> Labor.Change {
    Labor.rules(.startWindow(Make.window(window), weekdays: weekdays))
  }

  /// Single shifts.
  static let laborShiftCases: [RuleCase] = [
    RuleCase(
      rule: "shift hours",
      reason: "exactly four hours",
      strips: ["####"],
      change: Labor.rules(.shiftHours(least: .hours(4), most: .hours(4)))
    ),
    RuleCase(
      rule: "shift hours",
      reason: "an hour too many",
      strips: ["####"],
      change: Labor.rules(.shiftHours(least: nil, most: .hours(3))),
      expected: ["ada 2026-03-02 shift hours: 4 h of paid time; at most 3 h allowed"]
    ),
    RuleCase(
      rule: "shift hours",
      reason: "an unpaid meal does not count",
      strips: ["####l###"],
      step: 30,
      change: Labor.rules(
        .shiftHours(least: .hours(4), most: .hours(8)),
        also: lunch(isPaid: false)
      ),
      expected: ["ada 2026-03-02 shift hours: 3 h 30 min of paid time; 4 h to 8 h are allowed"]
    ),
    RuleCase(
      rule: "start window",
      reason: "on the window's ends, and on a weekday that has none",
      strips: ["........####|####|.........####"],
      change: start("08:00-09:00", .monday, .wednesday)
    ),
    RuleCase(
      rule: "start window",
      reason: "an hour later",
      strips: ["..........####"],
      change: start("08:00-09:00", .monday),
      expected: ["ada 2026-03-02 start window: a start at 10:00; 08:00-09:00 is allowed"]
    ),
    RuleCase(
      rule: "start window",
      reason: "a window over midnight, for all weekdays",
      strips: [".####|...####"],
      change: start("22:00-02:00"),
      expected: ["ada 2026-03-03 start window: a start at 03:00; 22:00-02:00 is allowed"]
    ),
    RuleCase(
      rule: "meal break",
      reason: "exactly after two hours",
      strips: ["####l###"],
      step: 30,
      change: Labor.rules(meal, also: lunch())
    ),
    RuleCase(
      rule: "meal break",
      reason: "half an hour late",
      strips: ["#####l##"],
      step: 30,
      change: Labor.rules(meal, also: lunch()),
      expected: [
        "ada 2026-03-02 meal break: 4 h without a break of 30 min that begins in the first 2 h; "
          + "one is required above 3 h"
      ]
    ),
    RuleCase(
      rule: "meal break",
      reason: "too short",
      strips: ["####l###"],
      step: 30,
      change: Labor.rules(
        .mealBreak(over: .hours(3), by: .hours(2), least: .minutes(45)),
        also: lunch()
      ),
      expected: [
        "ada 2026-03-02 meal break: 4 h without a break of 45 min that begins in the first 2 h; "
          + "one is required above 3 h"
      ]
    ),
    RuleCase(
      rule: "meal break",
      reason: "a shift of exactly four hours is not above four",
      strips: ["####"],
      change: Labor.rules(.mealBreak(over: .hours(4), by: .hours(2), least: .minutes(30)))
    ),
  ]
}
