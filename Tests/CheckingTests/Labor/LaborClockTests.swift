import Checking
import TestSupport
import Testing
import Workforce

/// Labor rules where the clock changes: in Europe/London Sunday 2026-03-29 has 23 hours, Sunday
/// 2026-10-25 has 25.
@Suite struct LaborClockTests {
  private static func between(_ hours: Int) -> Labor.Change {
    Labor.rules(
      .restBetween(after: ["late"], before: ["early"], .hours(hours)),
      also: Labor.london
    )
  }

  private static let cases: [RuleCase] = [
    RuleCase(
      rule: "rest between",
      reason: "twelve hours on the clock are eleven in March",
      strips: ["|||||................####|.......####"],
      week: "2026-W13",
      change: between(12),
      expected: [
        "ada 2026-03-29 rest between: 11 h from late until 2026-03-28 20:00 to early "
          + "from 2026-03-29 08:00; 12 h are required"
      ]
    ),
    RuleCase(
      rule: "rest between",
      reason: "eleven hours on the clock are twelve in October",
      strips: ["|||||................####|........####"],
      week: "2026-W43",
      change: between(12)
    ),
    RuleCase(
      rule: "weekly rest",
      reason: "the week in March has 167 hours",
      strips: [],
      week: "2026-W13",
      change: Labor.rules(.weeklyRest(.hours(168)), also: Labor.london),
      expected: ["ada weekly rest: 167 h without a shift at most; 168 h are required"]
    ),
    RuleCase(
      rule: "weekly rest",
      reason: "the week in October has 169 hours",
      strips: [],
      week: "2026-W43",
      change: Labor.rules(.weeklyRest(.hours(169)), also: Labor.london)
    ),
    RuleCase(
      rule: "start window",
      reason: "seven hours after midnight it is eight",
      strips: ["||||||.......####"],
      week: "2026-W13",
      change: Labor.rules(
        .startWindow(Make.window("08:00-08:30"), weekdays: [.sunday]),
        also: Labor.london
      )
    ),
    RuleCase(
      rule: "kind count",
      reason: "from 23:00 to 04:00 by the clock are four hours, two of them before two",
      strips: ["|||||.......................#|###"],
      week: "2026-W13",
      change: kind("23:00-02:00", leastMinutes: 121)
    ),
    RuleCase(
      rule: "kind count",
      reason: "those two hours are two",
      strips: ["|||||.......................#|###"],
      week: "2026-W13",
      change: kind("23:00-02:00", leastMinutes: 120),
      expected: ["ada kind count: 1 shift of dark in 1 week; at most 0 allowed"]
    ),
    RuleCase(
      rule: "kind count",
      reason: "the hour from one to two comes twice in October",
      strips: ["|||||.......................#|###"],
      week: "2026-W43",
      change: kind("01:00-02:00", leastMinutes: 120),
      expected: ["ada kind count: 1 shift of dark in 1 week; at most 0 allowed"]
    ),
  ]

  /// Allows no shift with so much in a window.
  private static func kind(_ window: String, leastMinutes: Int) -> Labor.Change {
    Labor.rules(.kindCount(["dark"], least: nil, most: 0, weeks: 1)) {
      Labor.london(&$0)
      $0.settings.labor.kinds = [
        ShiftKind(
          name: "dark",
          covers: Make.window(window),
          leastCovered: .minutes(leastMinutes)
        )
      ]
    }
  }

  @Test(arguments: cases)
  func `measures time as it elapses and windows on the clock`(c: RuleCase) {
    #expect(c.found == c.expected)
  }
}
