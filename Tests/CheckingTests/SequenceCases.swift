import TestSupport
import Workforce

extension RuleTests {
  private static func duty(_ start: String, _ end: String) -> PastDuty {
    PastDuty(employee: "ada", start: Make.time(start), end: Make.time(end))
  }

  private static func rest(_ hours: Int) -> @Sendable (inout PlanningInputs) -> Void {
    { $0.changeContract { $0.rules.minimumRest = .hours(hours) } }
  }

  private static func pastDays(_ dates: String...) -> [PastDuty] {
    dates.map { duty("\($0)T08:00", "\($0)T12:00") }
  }

  /// Rules about successive shifts.
  static let sequenceCases: [RuleCase] = [
    RuleCase(
      rule: "minimum rest",
      reason: "exactly eleven hours",
      strips: ["..................####|.........####"],
      change: rest(11)
    ),
    RuleCase(
      rule: "minimum rest",
      reason: "nine hours and a half",
      strips: [
        "....................................########|...............########"
      ],
      step: 30,
      change: rest(11),
      expected: [
        "ada 2026-03-03 minimum rest: 9 h 30 min between 2026-03-02 22:00 and 2026-03-03 07:30; "
          + "11 h are required"
      ]
    ),
    RuleCase(
      rule: "minimum rest",
      reason: "a night shift of last week that ends on Monday",
      strips: ["............####"],
      change: {
        rest(11)(&$0)
        $0.pastDuties = [
          duty("2026-03-01T20:00", "2026-03-02T04:00"),
          duty("2026-02-28T08:00", "2026-02-28T12:00"),
          duty("2026-03-02T05:00", "2026-03-02T11:00"),
        ]
      },
      expected: [
        "ada 2026-03-02 minimum rest: 8 h between 2026-03-02 04:00 and 2026-03-02 12:00; "
          + "11 h are required"
      ]
    ),
    RuleCase(
      rule: "consecutive days",
      reason: "three past days, one off, three days",
      strips: ["|####|####|####"],
      change: {
        $0.changeContract { $0.rules.maximumConsecutiveDays = 3 }
        $0.pastDuties = pastDays("2026-02-27", "2026-02-28", "2026-03-01")
      }
    ),
    RuleCase(
      rule: "consecutive days",
      reason: "two past days count on",
      strips: ["####|####||####"],
      change: {
        $0.changeContract { $0.rules.maximumConsecutiveDays = 3 }
        $0.pastDuties = pastDays("2026-02-26", "2026-02-28", "2026-03-01")
      },
      expected: [
        "ada 2026-03-03 consecutive days: 4 days in a row from 2026-02-28 to 2026-03-03; "
          + "3 are allowed"
      ]
    ),
    RuleCase(
      rule: "start change",
      reason: "two hours from day to day, and any change after a day off",
      strips: ["..####|####|..####||..........####"],
      change: { $0.changeContract { $0.rules.maximumStartChange = .hours(2) } }
    ),
    RuleCase(
      rule: "start change",
      reason: "three hours earlier",
      strips: ["........####|.....####"],
      change: { $0.changeContract { $0.rules.maximumStartChange = .hours(2) } },
      expected: [
        "ada 2026-03-03 start change: 3 h, from 08:00 to 05:00; 2 h are allowed"
      ]
    ),
    RuleCase(
      rule: "start change",
      reason: "past duties do not count",
      strips: ["........####"],
      change: {
        $0.changeContract { $0.rules.maximumStartChange = .zero }
        $0.pastDuties = [duty("2026-03-01T06:00", "2026-03-01T10:00")]
      }
    ),
  ]
}
