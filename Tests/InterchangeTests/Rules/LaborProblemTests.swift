import Testing
import Workforce

@testable import Interchange

/// Every text is pinned whole: where, what, and what to do next.
@Suite struct LaborProblemTests {
  @Test(arguments: cases1 + cases2 + costCases + tableCases)
  func `reports`(c: ProblemCase) {
    #expect(c.findings() == c.expected)
  }

  /// Text before the costs of `scenario.yaml`, from line 42 on.
  static func labor(_ id: String, _ text: String, gives expected: [String]) -> ProblemCase {
    ProblemCase(
      id,
      in: "scenario.yaml",
      .changing("costs:\n", to: text + "costs:\n"),
      gives: expected
    )
  }

  static let costCases = [
    ProblemCase(
      "steps of overtime before overtime, for less",
      in: "scenario.yaml",
      .changing(
        "weekend_fairness: 6\n",
        to: "weekend_fairness: 6\n  overtime_steps: [{after_hours: 38, premium: 0.4}]\n"
      ),
      gives: [
        """
        center/scenario.yaml:45: premium of overtime step 1 is 0.4 but 0.5 before it.
        Premiums rise with the hours: write one of 0.5 or more.
        """,
        """
        center/scenario.yaml:45: overtime step 1 begins after 38 hours but overtime of contract \
        'full_time' after 40.
        Write an after_hours at or above the contract's overtime_after.
        """,
      ]
    ),
    ProblemCase(
      "steps of overtime out of order",
      in: "scenario.yaml",
      .changing(
        "weekend_fairness: 6\n",
        to: """
          weekend_fairness: 6
            overtime_steps:
              - {after_hours: 44, premium: 0.6}
              - {after_hours: 42, premium: 0.8}

          """
      ),
      gives: [
        """
        center/scenario.yaml:47: after_hours of overtime step 2 is 42 but that of the step before \
        is 44.
        Order the steps by rising hours.
        """
      ]
    ),
    ProblemCase(
      "fairness of kinds that are not named",
      in: "scenario.yaml",
      .changing("weekend_fairness: 6\n", to: "weekend_fairness: 6\n  fairness: {lates: 1}\n"),
      gives: [
        """
        center/scenario.yaml:45: lates of the fairness of costs has no late_kinds beside it.
        Name the kinds of shift that count, such as late_kinds: [late].
        """
      ]
    ),
  ]

  static let tableCases = [
    ProblemCase(
      "locks",
      in: "locks.csv",
      .replacing(
        """
        employee,date,kind,start,end
        E09,2026-03-02,off,,
        E01,2026-03-02,of,,
        E01,2026-03-03,off,08:00,16:00
        E01,2026-03-04,shift,08:00,
        E01,2026-03-05,shift,08:10,16:00
        E01,2026-03-05,off,,
        E01,2026-03-29,shift,01:30,10:00

        """
      ),
      gives: [
        "center/locks.csv:2: unknown employee 'E09'.\nThe employees are: E01, E02.",
        "center/locks.csv:3: kind is 'of'.\nDid you mean 'off'? Write shift or off.",
        """
        center/locks.csv:4: the lock off has a start or an end.
        Leave both empty, or write the kind shift.
        """,
        """
        center/locks.csv:5: start is '08:00' and end is ''.
        Write both as HH:MM, or leave both empty for any shift.
        """,
        """
        center/locks.csv:6: start is 08:10 but shifts start every 30 minutes from midnight.
        Write a start on that grid, or another shift_start_minutes in scenario.yaml.
        """,
        """
        center/locks.csv:7: employee 'E01' has a second lock on 2026-03-05 (the first is in line 6).
        Delete one of the rows.
        """,
        """
        center/locks.csv:8: start is 2026-03-29T01:30, a time that does not exist in Europe/London: \
        the clock goes forward from 01:00 to 02:00.
        Write a time before or after the gap.
        """,
      ]
    ),
    ProblemCase(
      "a rotation where there are none",
      in: "rotations.csv",
      .replacing("employee,rotation\nE01,six\n"),
      gives: [
        "center/rotations.csv:2: unknown rotation 'six'.\nThere are no rotations. Take it out."
      ]
    ),
    ProblemCase(
      "ledgers",
      in: "ledger.csv",
      .replacing(
        "employee,until,weeks,weekends\nE01,2026-02-27,10,3\nE01,2026-02-01,5,3\n"
          + "E02,2026-02-01,0,-1\n"
      ),
      gives: [
        """
        center/ledger.csv:2: the ledger of employee 'E01' counts up to 2026-02-27, but history.csv \
        has the person's shift of 2026-02-27 too.
        Write an until before the first shift there, or take those shifts out.
        """,
        """
        center/ledger.csv:3: employee 'E01' occurs a second time (the first is in line 2).
        Keep one row of each person.
        """,
        "center/ledger.csv:4: weeks is 0.\nWrite a whole number from 1 to 520.",
        "center/ledger.csv:4: weekends is -1.\nWrite a whole number from 0 to 10000.",
      ]
    ),
    ProblemCase(
      "more paid than the shift lasts",
      in: "history.csv",
      .replacing(
        "employee,shift_start,shift_end,paid_minutes\nE01,2026-02-27T08:00,2026-02-27T16:30,520\n"
          + "E01,2026-02-26T08:00,2026-02-26T16:30,\n"
      ),
      gives: [
        """
        center/history.csv:2: paid_minutes is 520 but the shift lasts 510.
        Write at most the length of the shift, or leave the field empty.
        """
      ]
    ),
  ]

  @Test func `places in a rotation lie in its pattern and do not overlap`() {
    var files = ScenarioTexts.files
    files["scenario.yaml"] = ScenarioTexts.yaml.replacing(
      "costs:\n",
      with: "rotations:\n  - {name: six, pattern: [any, any, off], anchor: 2026-01-05}\ncosts:\n"
    )
    files["rotations.csv"] = """
      employee,rotation,position,from,until
      E01,six,4,,
      E01,six,3,,2026-06-30
      E01,six,1,2026-06-30,
      E02,sixx,1,,

      """
    #expect(
      ScenarioTexts.load(files).diagnostics.map(\.description) == [
        "center/rotations.csv:2: position is 4.\nWrite a whole number from 1 to 3.",
        """
        center/rotations.csv:3: employee 'E01' is in a rotation on dates of line 2 too.
        Part the rows by from and until.
        """,
        """
        center/rotations.csv:4: employee 'E01' is in a rotation on dates of line 2 too.
        Part the rows by from and until.
        """,
        """
        center/rotations.csv:5: unknown rotation 'sixx'.
        Did you mean 'six'? The rotations are: six.
        """,
      ]
    )
  }
}
