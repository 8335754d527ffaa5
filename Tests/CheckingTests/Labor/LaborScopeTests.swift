import Checking
import TestSupport
import Testing
import Workforce

/// Whom an entry binds on which date, and which one replaces which.
@Suite struct LaborScopeTests {
  private static let everybody = RuleScope()
  private static let contract = RuleScope(contracts: ["contract"])
  private static let team = RuleScope(teams: ["blue"])
  private static let ada = RuleScope(employees: ["ada"])

  /// Each entry asks for so many hours of rest after late before early; Ada has ten.
  private struct Asked: Sendable, CustomTestStringConvertible {
    var reason: String
    var entries: [(hours: Int, scope: RuleScope)]
    /// The hours that bind; `nil` where none do.
    var binding: Int?

    var testDescription: String { reason }
  }

  private static let asked: [Asked] = [
    Asked(reason: "all", entries: [(11, everybody)], binding: 11),
    Asked(reason: "contract before all", entries: [(11, everybody), (12, contract)], binding: 12),
    Asked(reason: "whatever the order", entries: [(12, contract), (11, everybody)], binding: 12),
    Asked(reason: "team before contract", entries: [(12, contract), (13, team)], binding: 13),
    Asked(
      reason: "the person before all",
      entries: [(14, ada), (13, team), (12, contract), (11, everybody)],
      binding: 14
    ),
    Asked(reason: "a looser one too", entries: [(11, everybody), (9, ada)], binding: nil),
    Asked(
      reason: "not of another person",
      entries: [(11, everybody), (9, RuleScope(employees: ["bo"]))],
      binding: 11
    ),
    Asked(
      reason: "not of another team of the contract",
      entries: [(11, everybody), (9, RuleScope(contracts: ["contract"], teams: ["red"]))],
      binding: 11
    ),
    Asked(
      reason: "of the team and the contract",
      entries: [(12, contract), (13, RuleScope(contracts: ["contract"], teams: ["red", "blue"]))],
      binding: 13
    ),
    Asked(
      reason: "of another contract",
      entries: [(11, RuleScope(contracts: ["x"]))],
      binding: nil
    ),
  ]

  private static func found(
    _ entries: [RuleEntry],
    strip: String = "................####|......####"
  ) -> [String] {
    var inputs = Make.inputs(people: Make.people("ada"), templates: [Make.template(minutes: 240)])
    inputs.employees[0].team = "blue"
    inputs.changeContract { $0.minimumDays = 1 }
    inputs.settings.labor.kinds = Labor.kinds
    inputs.settings.labor.rules = entries
    let roster = RosterStrip(week: Make.week).roster(["ada": strip])
    return RosterChecker(inputs: inputs).violations(in: roster).map(\.detail)
  }

  @Test(arguments: asked)
  private func `the most specific entry replaces the others`(c: Asked) {
    let between = { (hours: Int) in
      LaborRule.restBetween(after: ["late"], before: ["early"], .hours(hours))
    }
    let details = Self.found(c.entries.map { RuleEntry(between($0.hours), scope: $0.scope) })
    #expect(details.count == (c.binding == nil ? 0 : 1))
    if let hours = c.binding {
      #expect(details.allSatisfy { $0.hasSuffix("; \(hours) h are required") }, "\(details)")
    }
    // the same where the rule is one of contracts, which ask for none here
    let rest = Self.found(
      c.entries.map { RuleEntry(.minimumRest(.hours($0.hours)), scope: $0.scope) }
    )
    #expect(rest.count == details.count)
  }

  @Test func `entries about other kinds stand side by side`() {
    let entries = [
      RuleEntry(.restBetween(after: ["late"], before: ["early"], .hours(11))),
      RuleEntry(
        .restBetween(after: ["late", "night"], before: ["early"], .hours(12)),
        scope: Self.ada
      ),
    ]
    #expect(Self.found(entries).count == 2)
    let same = [
      RuleEntry(.restBetween(after: ["night", "late"], before: ["early"], .hours(11))),
      RuleEntry(
        .restBetween(after: ["late", "night"], before: ["early"], .hours(12)),
        scope: Self.ada
      ),
    ]
    #expect(Self.found(same).count == 1)
  }

  @Test func `a window of other weekdays stands beside it, one of the same is replaced`() {
    let whole = Make.window("08:00-09:00")
    let own = Make.window("00:00-04:00")
    let details = { (weekdays: [Weekday]) in
      Self.found([
        RuleEntry(.startWindow(whole, weekdays: [.monday, .tuesday])),
        RuleEntry(.startWindow(own, weekdays: weekdays), scope: Self.ada),
      ])
    }
    let (late, early) = ("a start at 16:00", "a start at 06:00")
    #expect(
      details([.tuesday]).sorted() == [
        "\(early); 00:00-04:00 is allowed", "\(early); 08:00-09:00 is allowed",
        "\(late); 08:00-09:00 is allowed",
      ]
    )
    #expect(
      details([.tuesday, .monday]).sorted() == [
        "\(early); 00:00-04:00 is allowed", "\(late); 00:00-04:00 is allowed",
      ]
    )
  }

  private typealias Dates = (from: String?, until: String?, binds: Bool)

  /// The two shifts lie on Monday 2026-03-02 and Tuesday 2026-03-03.
  private static let datesOfPairs: [Dates] = [
    ("2026-03-03", nil, true), (nil, "2026-03-03", true), ("2026-03-03", "2026-03-03", true),
    (nil, "2026-03-02", false), ("2026-03-04", nil, false),
  ]

  private static let datesOfWeeks: [Dates] = [
    ("2026-03-02", nil, true), (nil, "2026-03-02", true), ("2026-03-03", nil, false),
    (nil, "2026-03-01", false),
  ]

  private static func isFound(_ rule: LaborRule, _ dates: Dates) -> Bool {
    let entry = RuleEntry(
      rule,
      from: dates.from.map(Make.date),
      until: dates.until.map(Make.date)
    )
    return !found([entry]).isEmpty
  }

  @Test func `a rule on two shifts is in force by the later one's date`() {
    let rules: [LaborRule] = [
      .minimumRest(.hours(11)), .startChange(.hours(9)),
      .restBetween(after: ["late"], before: ["early"], .hours(11)),
      .kindOrder(after: ["late"], never: ["early"]),
    ]
    for rule in rules {
      for dates in Self.datesOfPairs {
        #expect(Self.isFound(rule, dates) == dates.binds, "\(rule.name) \(dates)")
      }
    }
  }

  @Test func `a rule on one shift is in force by its date`() {
    let rules: [LaborRule] = [
      .startWindow(Make.window("16:00-17:00"), weekdays: []),
      .startWindow(Make.window("16:00-17:00"), weekdays: [.tuesday]),
    ]
    for rule in rules {
      for dates in Self.datesOfPairs {
        #expect(Self.isFound(rule, dates) == dates.binds, "\(rule.name) \(dates)")
      }
    }
  }

  @Test func `a rule on a week is in force by its Monday`() {
    let rules: [LaborRule] = [
      .weeklyHours(least: .hours(9), most: nil), .weeklyDays(least: 3, most: nil),
      .workRun(least: nil, most: 1), .freeRun(least: nil, most: 4),
      .kindRun(["late", "early"], most: 1), .kindCount(["late"], least: nil, most: 0, weeks: 1),
      .kindBalance("early", "night", most: 0, weeks: 1), .weeklyRest(.hours(160)),
      .periodHours(least: nil, most: .hours(7), weeks: 1), .restAfter(["late"], days: 1),
    ]
    for rule in rules {
      for dates in Self.datesOfWeeks {
        #expect(Self.isFound(rule, dates) == dates.binds, "\(rule.name) \(dates)")
      }
    }
  }

  @Test func `an entry out of force leaves the less specific one in place`() {
    let entries = [
      RuleEntry(.minimumRest(.hours(11))),
      RuleEntry(.minimumRest(.hours(9)), scope: Self.ada, until: Make.date("2026-03-02")),
    ]
    #expect(Self.found(entries).count == 1)
  }

  @Test func `who has no shift and no week is held to nothing`() {
    var inputs = Make.inputs(people: Make.people("ada"), templates: [Make.template(minutes: 240)])
    inputs.settings.labor.rules = [
      RuleEntry(.freeRun(least: nil, most: 3)),
      RuleEntry(.weeklyDays(least: 1, most: nil)),
    ]
    inputs.locks = [RosterLock(employee: "ada", date: Make.week.monday, kind: .shift)]
    let empty = Roster(week: Make.week, zone: .utc, tours: [])
    let checker = RosterChecker(inputs: inputs)
    #expect(checker.check(empty, requirement: nil).violations.count == 3)
    #expect(checker.check(empty, requirement: nil, impossible: ["ada"]).isClean)
  }
}
