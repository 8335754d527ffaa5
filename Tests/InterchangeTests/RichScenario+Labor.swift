import Testing
import Workforce

extension RichScenario {
  /// Every labor rule, and all that goes with them.
  static func addLabor(to inputs: inout PlanningInputs) throws {
    inputs.settings.labor = LaborSettings(
      kinds: try kinds(),
      weekend: [.friday, .saturday],
      rules: try rules() + kindRules() + numberRules(),
      heads: try heads(),
      meetings: [
        Meeting(
          name: "huddle",
          scope: RuleScope(teams: ["red"]),
          length: .minutes(15),
          weekdays: [.tuesday, .thursday],
          hours: try window("09:00-16:00")
        ),
        Meeting(
          name: "all hands",
          scope: RuleScope(),
          length: .minutes(60),
          weekdays: [.monday],
          hours: try window("10:00-11:00"),
          attendance: .all
        ),
      ],
      onCall: [
        OnCallDuty(
          name: "duty manager",
          skill: "general",
          hours: OpeningHours(windows: Array(repeating: [try window("20:00-08:00")], count: 7)),
          most: 2,
          weeks: 4,
          rest: .hours(11),
          allowance: 30
        )
      ],
      rotations: [
        Rotation(
          name: "4 on 2 off",
          pattern: [.kind("early"), .kind("early"), .anyShift, .kind("late shift"), .off, .off],
          anchor: try date("2026-01-05"),
          price: 25
        )
      ],
      fairness: FairnessSettings(
        weeks: 13,
        lates: 1,
        lateKinds: ["late shift"],
        nights: 3,
        nightKinds: ["night"],
        refused: 0.5,
        seniorityPerYear: 0.05
      )
    )
    inputs.locks = [
      RosterLock(employee: "E,01", date: try date("2026-03-05"), kind: .off),
      RosterLock(employee: "E,01", date: try date("2026-03-06"), kind: .shift),
      RosterLock(
        employee: "Ünal",
        date: try date("2026-03-06"),
        kind: .times(start: try local("2026-03-06T22:00"), end: try local("2026-03-07T06:30"))
      ),
    ]
    inputs.rotationPlaces = [
      RotationPlace(employee: "E,01", rotation: "4 on 2 off", until: try date("2026-06-30")),
      RotationPlace(
        employee: "E,01",
        rotation: "4 on 2 off",
        ahead: 5,
        from: try date("2026-07-01")
      ),
    ]
    inputs.meetingTimes = [
      MeetingTime(
        meeting: "huddle",
        start: try local("2026-03-03T13:30"),
        end: try local("2026-03-03T13:45")
      )
    ]
    inputs.pastOnCall = [
      OnCallTurn(
        duty: "duty manager",
        start: try local("2026-02-23T20:00"),
        end: try local("2026-02-24T08:00"),
        employee: "Ünal"
      ),
      OnCallTurn(
        duty: "duty manager",
        start: try local("2026-02-24T20:00"),
        end: try local("2026-02-25T08:00")
      ),
    ]
    inputs.ledger = [
      LedgerEntry(
        employee: "E,01",
        until: try date("2026-02-22"),
        weeks: 25,
        weekends: 7,
        lates: 30,
        nights: 4,
        refused: 2,
        paid: .hours(950.5)
      ),
      LedgerEntry(employee: "Ünal", until: try date("2026-02-22"), weeks: 3),
    ]
  }

  private static func kinds() throws -> [ShiftKind] {
    [
      ShiftKind(name: "early", starts: try window("00:00-08:59")),
      ShiftKind(name: "late shift", ends: try window("20:00-04:00")),
      ShiftKind(
        name: "night",
        covers: try window("23:00-06:00"),
        leastCovered: .minutes(180)
      ),
    ]
  }

  private static func heads() throws -> [HeadRule] {
    let day = try window("08:00-20:00")
    return [
      HeadRule(
        name: "first aid",
        skill: "écrit, fin",
        site: "hill",
        hours: OpeningHours(windows: [[day], [day], [day], [day], [day], [], []]),
        least: 1,
        most: 3,
        price: 200,
        from: try date("2026-04-01")
      ),
      HeadRule(name: "anybody", scope: RuleScope(contracts: ["full_time"]), least: 1),
      HeadRule(name: "room", most: 2, until: try date("2026-12-31")),
    ]
  }

  private static func rules() throws -> [RuleEntry] {
    [
      RuleEntry(.minimumRest(.hours(12)), source: "agreement, \"part\" 7: §4"),
      RuleEntry(.minimumRest(.hours(10.5)), scope: RuleScope(employees: ["E,01"])),
      RuleEntry(.weeklyRest(.hours(35)), scope: RuleScope(contracts: ["full_time", "students"])),
      RuleEntry(.startChange(.hours(4)), scope: RuleScope(teams: ["red"]), price: 1.5),
      RuleEntry(
        .workRun(least: 2, most: 5),
        from: try date("2026-01-01"),
        until: try date("2026-12-31"),
        price: 40
      ),
      RuleEntry(.workRun(least: nil, most: 6), from: try date("2027-01-01")),
      RuleEntry(.freeRun(least: 2, most: nil)),
      RuleEntry(.wholeWeekends, scope: RuleScope(teams: ["red"]), price: 40),
      RuleEntry(.weekendsInARow(most: 2)),
      RuleEntry(.weekends(most: 3, weeks: 5)),
      RuleEntry(.startWindow(try window("06:00-10:00"), weekdays: [.monday, .friday])),
      RuleEntry(
        .startWindow(try window("22:00-02:00"), weekdays: []),
        scope: RuleScope(contracts: ["students"], employees: ["Ünal"])
      ),
    ]
  }

  private static func kindRules() -> [RuleEntry] {
    [
      RuleEntry(.restBetween(after: ["late shift", "night"], before: ["early"], .hours(14))),
      RuleEntry(.kindRun(["night"], most: 3)),
      RuleEntry(.restAfter(["night"], days: 2)),
      RuleEntry(.kindOrder(after: ["late shift"], never: ["early"])),
      RuleEntry(.kindCount(["early", "night"], least: 1, most: 10, weeks: 4)),
      RuleEntry(.kindBalance("early", "late shift", most: 2, weeks: 4)),
    ]
  }

  private static func numberRules() -> [RuleEntry] {
    [
      RuleEntry(.weeklyHours(least: .hours(20), most: .hours(44.25))),
      RuleEntry(.weeklyDays(least: 3, most: nil)),
      RuleEntry(.periodHours(least: nil, most: .hours(816), weeks: 17)),
      RuleEntry(.monthlyOvertime(most: .hours(36))),
      RuleEntry(.shiftHours(least: .hours(3), most: .hours(11))),
      RuleEntry(.mealBreak(over: .hours(6), by: .hours(5.5), least: .minutes(30))),
    ]
  }
}
