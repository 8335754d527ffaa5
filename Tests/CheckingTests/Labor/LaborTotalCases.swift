import TestSupport
import Workforce

extension RuleTests {
  private static func contract(hours: ClosedRange<Int>, days: ClosedRange<Int>) -> Labor.Change {
    {
      $0.changeContract {
        $0.minimumWeeklyHours = .hours(hours.lowerBound)
        $0.maximumWeeklyHours = .hours(hours.upperBound)
        $0.minimumDays = days.lowerBound
        $0.maximumDays = days.upperBound
      }
    }
  }

  /// Weekly hours and working days by entries.
  static let laborTotalCases: [RuleCase] = [
    RuleCase(
      rule: "weekly hours",
      reason: "an entry of exactly twelve hours replaces the contract's ten",
      strips: ["####|####|####"],
      change: Labor.rules(
        .weeklyHours(least: nil, most: .hours(12)),
        also: contract(hours: 0...10, days: 0...7)
      )
    ),
    RuleCase(
      rule: "weekly hours",
      reason: "the number that an entry leaves out stays the contract's",
      strips: ["####"],
      change: Labor.rules(
        .weeklyHours(least: .hours(8), most: nil),
        also: contract(hours: 0...10, days: 1...7)
      ),
      expected: ["ada weekly hours: 4 h of paid time; 8 h to 10 h are allowed"]
    ),
    RuleCase(
      rule: "weekly hours",
      reason: "an entry's hours are scaled",
      strips: ["####|####"],
      change: Labor.rules(.weeklyHours(least: .hours(18), most: .hours(20))) {
        contract(hours: 0...10, days: 1...7)(&$0)
        $0.employees[0].fullTimeEquivalent = Make.share(0.5)
      },
      expected: ["ada weekly hours: 8 h of paid time; 9 h to 10 h are allowed"]
    ),
    RuleCase(
      rule: "weekly hours",
      reason: "a date away is credited a fifth of the entry's hours",
      strips: ["|##|##|##|##"],
      change: Labor.rules(.weeklyHours(least: .hours(10), most: .hours(10))) {
        contract(hours: 20...20, days: 5...5)(&$0)
        $0.changeTemplate { $0.length = .hours(2) }
        Labor.away("2026-03-02", until: "2026-03-03")(&$0)
      }
    ),
    RuleCase(
      rule: "working days",
      reason: "an entry of exactly three replaces the contract's two",
      strips: ["####|####|####"],
      change: Labor.rules(
        .weeklyDays(least: nil, most: 3),
        also: contract(hours: 0...168, days: 1...2)
      )
    ),
    RuleCase(
      rule: "working days",
      reason: "an entry asks for one more",
      strips: ["####|####"],
      change: Labor.rules(.weeklyDays(least: 3, most: nil)),
      expected: ["ada working days: 2 shifts; 3 to 7 are allowed"]
    ),
  ]
}
