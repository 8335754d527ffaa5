import TestSupport
import Workforce

extension RuleTests {
  private typealias Change = @Sendable (inout PlanningInputs) -> Void

  private static func limits(
    hours: ClosedRange<Int> = 0...168,
    days: ClosedRange<Int> = 0...7
  ) -> Change {
    {
      $0.changeContract {
        $0.minimumWeeklyHours = .hours(hours.lowerBound)
        $0.maximumWeeklyHours = .hours(hours.upperBound)
        $0.minimumDays = days.lowerBound
        $0.maximumDays = days.upperBound
      }
    }
  }

  private static func away(_ from: String, _ until: String) -> Absence {
    Absence(employee: "ada", from: Make.time(from), until: Make.time(until), kind: "leave")
  }

  private static func overtime(budget: Int) -> Change {
    {
      $0.changeContract { $0.overtimeAfter = .hours(7) }
      $0.settings.sites[0].overtimeBudget = .minutes(budget)
    }
  }

  /// Rules about the whole week.
  static let totalCases: [RuleCase] = [
    RuleCase(
      rule: "weekly hours",
      reason: "an unpaid meal does not count",
      strips: ["....####l###|....####l###"],
      step: 30,
      change: {
        limits(hours: 7...7)(&$0)
        $0.changeTemplate {
          $0.breaks = [BreakTemplate(kind: .lunch, length: .minutes(30), isPaid: false)]
        }
      }
    ),
    RuleCase(
      rule: "weekly hours",
      reason: "a shift too many",
      strips: ["####|####|####"],
      change: limits(hours: 0...10),
      expected: ["ada weekly hours: 12 h of paid time; 0 min to 10 h are allowed"]
    ),
    RuleCase(
      rule: "weekly hours",
      reason: "half the time, half the hours",
      strips: ["####|####"],
      change: {
        limits(hours: 18...20, days: 1...7)(&$0)
        $0.employees[0].fullTimeEquivalent = Make.share(0.5)
      },
      expected: ["ada weekly hours: 8 h of paid time; 9 h to 10 h are allowed"]
    ),
    RuleCase(
      rule: "weekly hours",
      reason: "two whole dates away are credited, the closed Sunday is not",
      strips: ["||####|####|####"],
      change: {
        limits(hours: 20...20, days: 5...5)(&$0)
        $0.settings.queues[0] = Make.queue(
          on: [.monday, .tuesday, .wednesday, .thursday, .friday, .saturday]
        )
        $0.absences = [
          away("2026-03-02T00:00", "2026-03-04T00:00"),
          away("2026-03-08T00:00", "2026-03-09T00:00"),
        ]
      }
    ),
    RuleCase(
      rule: "weekly hours",
      reason: "a public holiday is credited to everybody",
      strips: ["|####|####|####|####"],
      change: {
        limits(hours: 20...20, days: 5...5)(&$0)
        $0.calendar = [CalendarEntry(date: Make.week.monday, kind: .closed, name: "Holiday")]
      }
    ),
    RuleCase(
      rule: "weekly hours",
      reason: "two half dates away give no credit",
      strips: ["|####|####|####|####"],
      change: {
        limits(hours: 20...20, days: 5...5)(&$0)
        $0.absences = [
          away("2026-03-02T00:00", "2026-03-02T12:00"),
          away("2026-03-02T12:00", "2026-03-03T00:00"),
        ]
      },
      expected: [
        "ada weekly hours: 16 h of paid time; 20 h to 20 h are allowed",
        "ada working days: 4 shifts; 5 to 5 are allowed",
      ]
    ),
    RuleCase(
      rule: "working days",
      reason: "hired on Wednesday: two dates are credited",
      strips: ["||####|####|####"],
      change: {
        limits(days: 5...5)(&$0)
        $0.employees[0].hired = Make.date("2026-03-04")
      }
    ),
    RuleCase(
      rule: "working days",
      reason: "too few and too many",
      strips: ["####|####"],
      change: limits(days: 3...4),
      expected: ["ada working days: 2 shifts; 3 to 4 are allowed"]
    ),
    RuleCase(
      rule: "working days",
      reason: "too many",
      strips: ["####|####|####"],
      change: limits(days: 1...2),
      expected: ["ada working days: 3 shifts; 1 to 2 are allowed"]
    ),
    RuleCase(
      rule: "working days",
      reason: "someone missing from the roster must still work",
      strips: [],
      change: limits(hours: 8...20, days: 2...5),
      expected: [
        "ada weekly hours: 0 min of paid time; 8 h to 20 h are allowed",
        "ada working days: 0 shifts; 2 to 5 are allowed",
      ]
    ),
    RuleCase(
      rule: "working days",
      reason: "but not someone for whom no week exists",
      strips: [],
      impossible: ["ada"],
      change: limits(hours: 8...20, days: 2...5)
    ),
    RuleCase(
      rule: "working days",
      reason: "nor someone who starts next week, though only three dates are open",
      strips: [],
      change: {
        limits(hours: 8...20, days: 5...5)(&$0)
        $0.settings.queues[0] = Make.queue(on: [.monday, .tuesday, .wednesday])
        $0.employees[0].hired = Make.date("2026-03-09")
      }
    ),
    RuleCase(
      rule: "overtime budget",
      reason: "exactly the budget",
      strips: ["####|####"],
      change: overtime(budget: 60)
    ),
    RuleCase(
      rule: "overtime budget",
      reason: "half an hour over",
      strips: ["####|####"],
      change: overtime(budget: 30),
      expected: ["overtime budget: 1 h of overtime at site site; 30 min are allowed"]
    ),
  ]
}
