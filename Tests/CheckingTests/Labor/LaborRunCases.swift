import TestSupport
import Workforce

extension RuleTests {
  private static let work = LaborRule.workRun(least: 2, most: 3)
  private static let free = LaborRule.freeRun(least: 2, most: 3)

  /// Runs of worked dates.
  static let workRunCases: [RuleCase] = [
    RuleCase(
      rule: "work run",
      reason: "two dates, one off, exactly three dates",
      strips: ["####|####||####|####|####"],
      change: Labor.rules(work)
    ),
    RuleCase(
      rule: "work run",
      reason: "four dates",
      strips: ["|####|####|####|####"],
      change: Labor.rules(work),
      expected: [
        "ada 2026-03-06 work run: 4 worked dates in a row from 2026-03-03 to 2026-03-06; "
          + "2 to 3 are allowed"
      ]
    ),
    RuleCase(
      rule: "work run",
      reason: "a single date",
      strips: ["|####"],
      change: Labor.rules(work),
      expected: [
        "ada 2026-03-03 work run: 1 worked date in a row from 2026-03-03 to 2026-03-03; "
          + "2 to 3 are allowed"
      ]
    ),
    RuleCase(
      rule: "work run",
      reason: "Monday may have begun before what is known, Sunday may go on",
      strips: ["####||||||####"],
      change: Labor.rules(work)
    ),
    RuleCase(
      rule: "work run",
      reason: "a past shift tells that Monday is the first",
      strips: ["####"],
      change: Labor.rules(work, also: Labor.pastDates("2026-02-25")),
      expected: [
        "ada 2026-03-02 work run: 1 worked date in a row from 2026-03-02 to 2026-03-02; "
          + "2 to 3 are allowed"
      ]
    ),
    RuleCase(
      rule: "work run",
      reason: "two past dates count on",
      strips: ["####|####"],
      change: Labor.rules(work, also: Labor.pastDates("2026-02-28", "2026-03-01")),
      expected: [
        "ada 2026-03-03 work run: 4 worked dates in a row from 2026-02-28 to 2026-03-03; "
          + "2 to 3 are allowed"
      ]
    ),
    RuleCase(
      rule: "work run",
      reason: "a free Monday ends the past Sunday's run too soon",
      strips: ["||####|####"],
      change: Labor.rules(work, also: Labor.pastDates("2026-03-01")),
      expected: [
        "ada 2026-03-02 work run: 1 worked date in a row from 2026-03-01 to 2026-03-01; "
          + "2 to 3 are allowed"
      ]
    ),
    RuleCase(
      rule: "work run",
      reason: "four past dates alone are not held against a free Monday",
      strips: [],
      change: Labor.rules(
        work,
        also: Labor.pastDates("2026-02-26", "2026-02-27", "2026-02-28", "2026-03-01")
      )
    ),
    RuleCase(
      rule: "work run",
      reason: "a single date beside one of leave",
      strips: ["||####"],
      change: Labor.rules(work, also: Labor.away("2026-03-03", until: "2026-03-04"))
    ),
  ]

  /// Runs of dates without a shift.
  static let freeRunCases: [RuleCase] = [
    RuleCase(
      rule: "free run",
      reason: "exactly two free dates",
      strips: ["####|||####|####|####|####"],
      change: Labor.rules(free)
    ),
    RuleCase(
      rule: "free run",
      reason: "exactly three free dates, past ones included",
      strips: ["|####|####|####|####|####|####"],
      change: Labor.rules(free, also: Labor.pastDates("2026-02-27"))
    ),
    RuleCase(
      rule: "free run",
      reason: "one free date",
      strips: ["####||####|####|####|####|####"],
      change: Labor.rules(free),
      expected: [
        "ada 2026-03-03 free run: 1 free date in a row from 2026-03-03 to 2026-03-03; "
          + "2 to 3 are allowed"
      ]
    ),
    RuleCase(
      rule: "free run",
      reason: "four free dates",
      strips: ["####|||||####|####"],
      change: Labor.rules(free),
      expected: [
        "ada 2026-03-06 free run: 4 free dates in a row from 2026-03-03 to 2026-03-06; "
          + "2 to 3 are allowed"
      ]
    ),
    RuleCase(
      rule: "free run",
      reason: "a free Monday without past shifts, a free Sunday that may go on",
      strips: ["|####|####|####|####|####"],
      change: Labor.rules(free)
    ),
    RuleCase(
      rule: "free run",
      reason: "only the past Sunday is free",
      strips: ["####|####|####|####|####|####|####"],
      change: Labor.rules(free, also: Labor.pastDates("2026-02-28")),
      expected: [
        "ada 2026-03-02 free run: 1 free date in a row from 2026-03-01 to 2026-03-01; "
          + "2 to 3 are allowed"
      ]
    ),
    RuleCase(
      rule: "free run",
      reason: "a week without a shift is a run of seven",
      strips: [],
      change: Labor.rules(free),
      expected: [
        "ada 2026-03-05 free run: 7 free dates in a row from 2026-03-02 to 2026-03-08; "
          + "2 to 3 are allowed"
      ]
    ),
    RuleCase(
      rule: "free run",
      reason: "four dates with leave in them",
      strips: ["####|||||####|####"],
      change: Labor.rules(free, also: Labor.away("2026-03-04", until: "2026-03-05"))
    ),
    RuleCase(
      rule: "free run",
      reason: "one date, closed by the calendar",
      strips: ["####||####|####|####|####|####"],
      change: Labor.rules(free) {
        $0.calendar = [CalendarEntry(date: Make.date("2026-03-03"), kind: .closed, name: "Day")]
      }
    ),
  ]
}
