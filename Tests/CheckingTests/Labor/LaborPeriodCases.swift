import TestSupport
import Workforce

extension RuleTests {
  private static let nights = LaborRule.kindCount(["night"], least: 1, most: 2, weeks: 2)
  private static let balance = LaborRule.kindBalance("early", "late", most: 1, weeks: 2)

  private static func overtime(also change: @escaping Labor.Change) -> Labor.Change {
    Labor.rules(.monthlyOvertime(most: .hours(2))) {
      $0.changeContract { $0.overtimeAfter = .hours(7) }
      change(&$0)
    }
  }

  /// Shifts of some kinds in a period.
  static let laborCountCases: [RuleCase] = [
    RuleCase(
      rule: "kind count",
      reason: "exactly two, one of them on the period's first date",
      strips: [".####"],
      change: Labor.rules(nights, also: Labor.past(("2026-02-23T01:00", "2026-02-23T05:00")))
    ),
    RuleCase(
      rule: "kind count",
      reason: "three",
      strips: [".####|.####"],
      change: Labor.rules(nights, also: Labor.past(("2026-02-23T01:00", "2026-02-23T05:00"))),
      expected: ["ada kind count: 3 shifts of night in 2 weeks; 1 to 2 are allowed"]
    ),
    RuleCase(
      rule: "kind count",
      reason: "a night of the Sunday before the period",
      strips: [".####|.####"],
      change: Labor.rules(nights, also: Labor.past(("2026-02-22T01:00", "2026-02-22T05:00")))
    ),
    RuleCase(
      rule: "kind count",
      reason: "none",
      strips: ["......####"],
      change: Labor.rules(nights),
      expected: ["ada kind count: 0 shifts of night in 2 weeks; 1 to 2 are allowed"]
    ),
    RuleCase(
      rule: "kind count",
      reason: "none of somebody hired in the period",
      strips: ["......####"],
      change: Labor.rules(nights) { $0.employees[0].hired = Make.date("2026-02-24") }
    ),
    RuleCase(
      rule: "kind balance",
      reason: "two early shifts, one late",
      strips: ["......####|................####|.......####"],
      change: Labor.rules(balance)
    ),
    RuleCase(
      rule: "kind balance",
      reason: "two early shifts, none late in the period",
      strips: ["......####|......####"],
      change: Labor.rules(balance, also: Labor.past(("2026-02-22T16:00", "2026-02-22T20:00"))),
      expected: [
        "ada kind balance: 2 shifts of early and 0 of late in 2 weeks; "
          + "a difference of 1 is allowed"
      ]
    ),
    RuleCase(
      rule: "kind balance",
      reason: "a past late one evens them out",
      strips: ["......####|......####"],
      change: Labor.rules(balance, also: Labor.past(("2026-02-23T16:00", "2026-02-23T20:00")))
    ),
  ]

  /// Hours of a period and a month.
  static let laborHoursCases: [RuleCase] = [
    RuleCase(
      rule: "period hours",
      reason: "exactly twelve hours",
      strips: ["####|####"],
      change: Labor.rules(
        .periodHours(least: nil, most: .hours(12), weeks: 2),
        also: Labor.pastDates("2026-02-22", "2026-02-23")
      )
    ),
    RuleCase(
      rule: "period hours",
      reason: "a past shift is paid as its row says",
      strips: ["####|####"],
      change: Labor.rules(.periodHours(least: nil, most: .hours(12), weeks: 2)) {
        $0.pastDuties = [
          PastDuty(
            employee: "ada",
            start: Make.time("2026-02-24T08:00"),
            end: Make.time("2026-02-24T16:00"),
            paid: .minutes(450)
          )
        ]
      },
      expected: [
        "ada period hours: 15 h 30 min of paid time in 2 weeks; at most 12 h allowed"
      ]
    ),
    RuleCase(
      rule: "period hours",
      reason: "half the time, and half the dates away",
      strips: ["####|####|####"],
      change: Labor.rules(.periodHours(least: nil, most: .hours(40), weeks: 2)) {
        $0.employees[0].fullTimeEquivalent = Make.share(0.5)
        Labor.away("2026-02-23", until: "2026-03-02")(&$0)
      },
      expected: [
        "ada period hours: 12 h of paid time in 2 weeks; at most 10 h allowed"
      ]
    ),
    RuleCase(
      rule: "period hours",
      reason: "too few",
      strips: ["####"],
      change: Labor.rules(.periodHours(least: .hours(8), most: nil, weeks: 1)),
      expected: ["ada period hours: 4 h of paid time in 1 week; at least 8 h required"]
    ),
    RuleCase(
      rule: "monthly overtime",
      reason: "exactly two hours, one of them in the week before",
      strips: ["####|####"],
      week: "2026-W11",
      change: overtime(also: Labor.pastDates("2026-03-02", "2026-03-03"))
    ),
    RuleCase(
      rule: "monthly overtime",
      reason: "three hours",
      strips: ["####|####"],
      week: "2026-W11",
      change: overtime(
        also: Labor.past(
          ("2026-03-02T10:00", "2026-03-02T15:00"),
          ("2026-03-03T10:00", "2026-03-03T14:00")
        )
      ),
      expected: ["ada monthly overtime: 3 h of overtime in the month; at most 2 h allowed"]
    ),
    RuleCase(
      rule: "monthly overtime",
      reason: "the week before has its Thursday in February",
      strips: ["####|####"],
      change: overtime(also: Labor.past(("2026-03-01T08:00", "2026-03-01T23:00")))
    ),
  ]
}
