import Checking
import TestSupport
import Testing
import Workforce

/// Every rule for everybody, a contract, a team and a person, hard and at a price, on the dates on which it holds.
@Suite struct LaborScopeTableTests {
  /// Ada is of team blue and has the only contract.
  private static let scopes: [(scope: RuleScope, binds: Bool)] = [
    (RuleScope(), true),
    (RuleScope(contracts: ["contract"]), true),
    (RuleScope(contracts: ["other", "contract"]), true),
    (RuleScope(contracts: ["other"]), false),
    (RuleScope(teams: ["blue"]), true),
    (RuleScope(teams: ["red"]), false),
    (RuleScope(employees: ["ada"]), true),
    (RuleScope(employees: ["bo"]), false),
    (RuleScope(contracts: ["contract"], teams: ["blue"], employees: ["bo", "ada"]), true),
    (RuleScope(contracts: ["contract"], teams: ["red"]), false),
    (RuleScope(contracts: ["other"], employees: ["ada"]), false),
  ]

  /// The week is that of 2026-03-02 to 2026-03-08.
  private static let dates: [(from: String?, until: String?, binds: Bool)] = [
    ("2026-03-02", "2026-03-08", true), ("2026-01-01", nil, true), (nil, "2026-12-31", true),
    ("2026-03-09", nil, false), (nil, "2026-03-01", false),
  ]

  /// Weeks that miss a rule.
  private static let missing = LaborPriceTests.priced.filter { $0.units > 0 }

  /// What an entry says of a week: the rules that are broken, and what is paid.
  private static func judge(
    _ c: LaborPriceTests.Priced,
    _ entry: RuleEntry
  ) throws -> (rules: Set<String>, paid: Double) {
    var inputs = LaborPriceTests.inputs(c.also)
    inputs.employees[0].team = "blue"
    inputs.settings.labor.rules = [entry]
    let report = LaborPriceTests.report(inputs, c.strip)
    return (Set(report.violations.map(\.rule)), try #require(report.costs).rules)
  }

  @Test func `every rule is in the table`() {
    #expect(Set(Self.missing.map(\.rule.name)).count == 21)
  }

  @Test(arguments: missing)
  func `a rule binds whom it names, hard and at a price`(c: LaborPriceTests.Priced) throws {
    for (scope, binds) in Self.scopes {
      let hard = try Self.judge(c, RuleEntry(c.rule, scope: scope))
      #expect(hard.rules == (binds ? [c.rule.name] : []), "\(scope)")
      #expect(hard.paid == 0, "\(scope)")
      let priced = try Self.judge(c, RuleEntry(c.rule, scope: scope, price: 7))
      #expect(priced.rules == [], "\(scope)")
      #expect(abs(priced.paid - (binds ? 7 * c.units : 0)) < 1e-9, "\(scope)")
    }
  }

  @Test(arguments: missing)
  func `a rule binds on its dates, hard and at a price`(c: LaborPriceTests.Priced) throws {
    for (first, last, binds) in Self.dates {
      let (from, until) = (first.map(Make.date), last.map(Make.date))
      let hard = try Self.judge(c, RuleEntry(c.rule, from: from, until: until))
      #expect(hard.rules == (binds ? [c.rule.name] : []), "\(first ?? "") \(last ?? "")")
      let priced = try Self.judge(c, RuleEntry(c.rule, from: from, until: until, price: 7))
      #expect(abs(priced.paid - (binds ? 7 * c.units : 0)) < 1e-9, "\(first ?? "") \(last ?? "")")
    }
  }

  @Test(arguments: missing)
  func `a rule on a week begins and ends with its Monday`(c: LaborPriceTests.Priced) throws {
    let ofShifts = [
      "minimum rest", "start change", "rest between", "kind order", "shift hours", "start window",
      "meal break",
    ]
    guard !ofShifts.contains(c.rule.name) else { return }
    let (monday, tuesday) = (Make.date("2026-03-02"), Make.date("2026-03-03"))
    #expect(try Self.judge(c, RuleEntry(c.rule, from: tuesday)).rules == [])
    #expect(try Self.judge(c, RuleEntry(c.rule, until: monday)).rules == [c.rule.name])
  }

  @Test func `shift hours and meal breaks are in force by the shift's date`() throws {
    let (monday, tuesday) = (Make.date("2026-03-02"), Make.date("2026-03-03"))
    for c in Self.missing where ["shift hours", "meal break"].contains(c.rule.name) {
      // one shift on Monday, one on another date
      let first = try Self.judge(c, RuleEntry(c.rule, until: monday, price: 7))
      let later = try Self.judge(c, RuleEntry(c.rule, from: tuesday, price: 7))
      #expect(first.paid == 7 && later.paid == 7, "\(c.rule.name)")
    }
  }

  @Test func `heads count people of a contract and named ones, at a price too`() throws {
    var windows = Array(repeating: [ClockWindow](), count: 7)
    windows[0] = [Make.window("00:00-04:00")]
    for (scope, isAda) in Self.scopes {
      var inputs = LaborPriceTests.inputs { _ in }
      inputs.employees[0].team = "blue"
      var rule = HeadRule(
        name: "desk",
        scope: scope,
        hours: OpeningHours(windows: windows),
        least: 1
      )
      for price in [nil, 5] as [Double?] {
        rule.price = price
        inputs.settings.labor.heads = [rule]
        let report = LaborPriceTests.report(inputs, "####")
        #expect(report.isClean == (isAda || price != nil), "\(scope)")
        let paid = isAda ? 0 : 4 * (price ?? 0)
        #expect(try #require(report.costs).rules == paid, "\(scope)")
      }
    }
  }

  @Test func `meetings mean people of a contract, of a team and named ones`() {
    for (scope, isAda) in Self.scopes {
      var inputs = LaborPriceTests.inputs { _ in }
      inputs.employees[0].team = "blue"
      inputs.settings.labor.meetings = [
        Meeting(
          name: "huddle",
          scope: scope,
          length: .hours(1),
          weekdays: [.monday],
          hours: Make.window("05:00-07:00"),
          attendance: .all
        )
      ]
      // Ada leaves an hour before
      let broken = LaborPriceTests.report(inputs, "####").violations.map(\.rule)
      #expect(broken == (isAda ? ["meeting"] : []), "\(scope)")
    }
  }

  @Test func `duties on call are for people of a contract, of a team and named ones`() {
    for (scope, isAda) in Self.scopes {
      var inputs = LaborPriceTests.inputs { _ in }
      inputs.employees[0].team = "blue"
      var windows = Array(repeating: [ClockWindow](), count: 7)
      windows[0] = [Make.window("20:00-22:00")]
      inputs.settings.labor.onCall = [
        OnCallDuty(
          name: "duty",
          skill: "phone",
          scope: scope,
          hours: OpeningHours(windows: windows)
        )
      ]
      let roster = RosterStrip(week: Make.week).roster(["ada": "####"])
      let turn = OnCallTurn(
        duty: "duty",
        start: Make.time("2026-03-02T20:00"),
        end: Make.time("2026-03-02T22:00"),
        employee: "ada"
      )
      let found = OnCallChecker(inputs: inputs, roster: roster).violations(in: [turn])
      #expect(found.isEmpty == isAda, "\(scope) \(found)")
    }
  }
}
