import TestSupport
import Workforce

extension RuleTests {
  /// Weekends.
  static let laborWeekendCases: [RuleCase] = [
    RuleCase(
      rule: "whole weekends",
      reason: "both dates",
      strips: ["|||||####|####"],
      change: Labor.rules(.wholeWeekends)
    ),
    RuleCase(
      rule: "whole weekends",
      reason: "neither date",
      strips: ["####|####"],
      change: Labor.rules(.wholeWeekends)
    ),
    RuleCase(
      rule: "whole weekends",
      reason: "Sunday alone",
      strips: ["||||||####"],
      change: Labor.rules(.wholeWeekends),
      expected: [
        "ada 2026-03-08 whole weekends: 1 of 2 dates of the weekend worked; "
          + "none or all are allowed"
      ]
    ),
    RuleCase(
      rule: "whole weekends",
      reason: "Sunday alone after a Saturday of leave",
      strips: ["||||||####"],
      change: Labor.rules(.wholeWeekends, also: Labor.away("2026-03-07", until: "2026-03-08"))
    ),
    RuleCase(
      rule: "whole weekends",
      reason: "where the weekend is Friday and Saturday, Friday alone",
      strips: ["||||####||####"],
      change: Labor.rules(.wholeWeekends) { $0.settings.labor.weekend = [.friday, .saturday] },
      expected: [
        "ada 2026-03-06 whole weekends: 1 of 2 dates of the weekend worked; "
          + "none or all are allowed"
      ]
    ),
    RuleCase(
      rule: "weekends in a row",
      reason: "the second in a row, and one three weeks ago",
      strips: ["||||||####"],
      change: Labor.rules(
        .weekendsInARow(most: 2),
        also: Labor.pastDates("2026-02-15", "2026-02-28")
      )
    ),
    RuleCase(
      rule: "weekends in a row",
      reason: "the third in a row",
      strips: ["||||||####"],
      change: Labor.rules(
        .weekendsInARow(most: 2),
        also: Labor.pastDates("2026-02-22", "2026-02-28")
      ),
      expected: ["ada weekends in a row: 3 weekends in a row; at most 2 allowed"]
    ),
    RuleCase(
      rule: "weekends in a row",
      reason: "a free weekend after three",
      strips: ["####"],
      change: Labor.rules(
        .weekendsInARow(most: 2),
        also: Labor.pastDates("2026-02-15", "2026-02-22", "2026-02-28")
      )
    ),
    RuleCase(
      rule: "weekends",
      reason: "both dates of one weekend, and one before the period",
      strips: ["|||||####|####"],
      change: Labor.rules(.weekends(most: 1, weeks: 2), also: Labor.pastDates("2026-02-22"))
    ),
    RuleCase(
      rule: "weekends",
      reason: "the second in two weeks",
      strips: ["|||||####"],
      change: Labor.rules(.weekends(most: 1, weeks: 2), also: Labor.pastDates("2026-03-01")),
      expected: ["ada weekends: 2 weekends in 2 weeks; at most 1 allowed"]
    ),
    RuleCase(
      rule: "weekends",
      reason: "two past ones alone",
      strips: ["####"],
      change: Labor.rules(
        .weekends(most: 1, weeks: 3),
        also: Labor.pastDates("2026-02-22", "2026-03-01")
      )
    ),
  ]
}
