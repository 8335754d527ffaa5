import Checking
import TestSupport
import Testing
import Workforce

/// Europe/London: Sunday 2026-03-29 has 23 hours, Sunday 2026-10-25 has 25.
@Suite struct ClockChangeTests {
  private static func london(_ inputs: inout PlanningInputs) {
    inputs.settings.zone = Make.zone("Europe/London")
  }

  private static let cases: [RuleCase] = [
    RuleCase(
      rule: "minimum rest",
      reason: "eleven hours on the clock are ten in March",
      strips: ["|||||..................####|........####"],
      week: "2026-W13",
      change: {
        london(&$0)
        $0.changeContract { $0.rules.minimumRest = .hours(11) }
      },
      expected: [
        "ada 2026-03-29 minimum rest: 10 h between 2026-03-28 22:00 and 2026-03-29 09:00; "
          + "11 h are required"
      ]
    ),
    RuleCase(
      rule: "minimum rest",
      reason: "ten hours on the clock are eleven in October",
      strips: ["|||||..................####|.........####"],
      week: "2026-W43",
      change: {
        london(&$0)
        $0.changeContract { $0.rules.minimumRest = .hours(11) }
      }
    ),
    RuleCase(
      rule: "start change",
      reason: "the same clock time on both sides of the change",
      strips: ["|||||........####|.......####"],
      week: "2026-W13",
      change: {
        london(&$0)
        $0.changeContract { $0.rules.maximumStartChange = .zero }
      }
    ),
    RuleCase(
      rule: "start change",
      reason: "24 hours later is an hour later on the clock",
      strips: ["|||||........####|........####"],
      week: "2026-W13",
      change: {
        london(&$0)
        $0.changeContract { $0.rules.maximumStartChange = .minutes(30) }
      },
      expected: [
        "ada 2026-03-29 start change: 1 h, from 08:00 to 09:00; 30 min are allowed"
      ]
    ),
    RuleCase(
      rule: "shift window",
      reason: "four hours from 22:00 end at 03:00 in March",
      strips: ["|||||......................##|##"],
      week: "2026-W13",
      change: {
        london(&$0)
        $0.changeContract { $0.shiftWindow = Make.window("22:00-02:00") }
      },
      expected: [
        "ada 2026-03-28 shift window: 22:00-03:00 (+1 d); the contract allows 22:00-02:00"
      ]
    ),
    RuleCase(
      rule: "shift window",
      reason: "four hours from 22:00 end at 01:00 in October, when it is one for the second time",
      strips: ["|||||......................##|##"],
      week: "2026-W43",
      change: {
        london(&$0)
        $0.changeContract { $0.shiftWindow = Make.window("22:00-01:00") }
      }
    ),
    RuleCase(
      rule: "weekly hours",
      reason: "a day of 23 hours away is a whole date",
      strips: [],
      week: "2026-W13",
      change: {
        london(&$0)
        $0.settings.queues[0] = Make.queue(on: [.sunday])
        $0.changeContract {
          $0.minimumWeeklyHours = .hours(4)
          $0.minimumDays = 1
        }
        $0.absences = [
          Absence(
            employee: "ada",
            from: Make.time("2026-03-29T00:00"),
            until: Make.time("2026-03-30T00:00"),
            kind: "leave"
          )
        ]
      }
    ),
  ]

  @Test(arguments: cases)
  func `measures rest in elapsed time and starts on the clock`(c: RuleCase) {
    #expect(c.found == c.expected)
  }

  @Test(arguments: [("2026-W13", 167), ("2026-W43", 169), ("2026-W10", 168)])
  func `prices every hour of the week`(week: String, hours: Int) throws {
    let week = Make.week(week)
    let zone = Make.zone("Europe/London")
    let inputs = Make.inputs(people: Make.people("ada"), zone: zone)
    let requirement = Make.requirement(inputs, week: week) { _, _ in 1 }
    let report = RosterChecker(inputs: inputs).check(
      Roster(week: week, zone: zone, tours: []),
      requirement: requirement
    )
    #expect(report.isClean)
    // One person missing all the time, at the first tier's 32 an hour.
    #expect(abs(try #require(report.costs).total - 32 * Double(hours)) < 1e-6)
  }
}
