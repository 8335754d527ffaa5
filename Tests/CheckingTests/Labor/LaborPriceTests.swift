import Checking
import TestSupport
import Testing
import Workforce

/// Labor rules with a price: never broken, but dear.
@Suite struct LaborPriceTests {
  struct Priced: Sendable, CustomTestStringConvertible {
    var rule: LaborRule
    var strip: String
    var units: Double
    var also: Labor.Change = { _ in }

    var testDescription: String { "\(rule.name): \(units)" }
  }

  private static let late = "................####"
  private static let early = "......####"

  /// Weeks of Ada's, with the units by which each misses a rule; every rule is among them.
  static let priced: [Priced] = [
    Priced(rule: .minimumRest(.hours(12)), strip: "\(late)|\(early)", units: 2),
    Priced(rule: .startChange(.hours(9)), strip: "\(late)|.\(early)", units: 0),
    Priced(rule: .startChange(.hours(9)), strip: "\(late)|\(early)|\(late)", units: 2),
    Priced(
      rule: .restBetween(after: ["late"], before: ["early"], .minutes(630)),
      strip: "\(late)|\(early)",
      units: 0.5
    ),
    Priced(rule: .weeklyRest(.hours(150)), strip: "||||####", units: 54),
    Priced(
      rule: .weeklyHours(least: .hours(10), most: nil),
      strip: "####",
      units: 6,
      also: { $0.changeContract { $0.minimumDays = 1 } }
    ),
    Priced(rule: .weeklyHours(least: nil, most: .hours(7)), strip: "####|####", units: 1),
    Priced(rule: .weeklyDays(least: nil, most: 1), strip: "####|####|####", units: 2),
    Priced(rule: .workRun(least: 2, most: 3), strip: "|####|####|####|####", units: 1),
    Priced(rule: .workRun(least: 3, most: nil), strip: "|####||####|####", units: 3),
    Priced(
      rule: .workRun(least: nil, most: 2),
      strip: "####|####",
      units: 2,
      also: Labor.pastDates("2026-02-26", "2026-02-27", "2026-02-28", "2026-03-01")
    ),
    Priced(rule: .freeRun(least: nil, most: 2), strip: "####|||||####", units: 2),
    Priced(rule: .kindRun(["early"], most: 1), strip: "\(early)|\(early)|\(early)", units: 2),
    Priced(rule: .restAfter(["early"], days: 2), strip: "\(early)|\(late)", units: 2),
    Priced(
      rule: .kindOrder(after: ["late"], never: ["early"]),
      strip: "\(late)|\(early)|\(late)|\(early)",
      units: 2
    ),
    Priced(rule: .wholeWeekends, strip: "|||||####", units: 1),
    Priced(rule: .weekendsInARow(most: 0), strip: "|||||####|####", units: 1),
    Priced(
      rule: .weekends(most: 1, weeks: 3),
      strip: "|||||####|####",
      units: 1,
      also: Labor.pastDates("2026-02-22", "2026-02-28")
    ),
    Priced(rule: .kindCount(["late"], least: 3, most: nil, weeks: 1), strip: late, units: 2),
    Priced(
      rule: .kindBalance("early", "late", most: 1, weeks: 1),
      strip: "\(early)|\(early)|\(early)",
      units: 2
    ),
    Priced(
      rule: .periodHours(least: .minutes(270), most: nil, weeks: 1),
      strip: "####",
      units: 0.5
    ),
    Priced(
      rule: .monthlyOvertime(most: .hours(1)),
      strip: "####|####",
      units: 2,
      also: { $0.changeContract { $0.overtimeAfter = .hours(5) } }
    ),
    Priced(rule: .shiftHours(least: nil, most: .hours(3)), strip: "####|####", units: 2),
    Priced(
      rule: .startWindow(Make.window("06:00-07:00"), weekdays: []),
      strip: "\(early)|\(late)|####",
      units: 2
    ),
    Priced(
      rule: .mealBreak(over: .hours(3), by: .hours(2), least: .minutes(30)),
      strip: "####||####",
      units: 2
    ),
  ]

  static func inputs(_ change: Labor.Change) -> PlanningInputs {
    var inputs = Make.inputs(people: Make.people("ada"), templates: [Make.template(minutes: 240)])
    inputs.settings.labor.kinds = Labor.kinds
    change(&inputs)
    return inputs
  }

  static func report(_ inputs: PlanningInputs, _ strip: String) -> CheckReport {
    RosterChecker(inputs: inputs).check(
      RosterStrip(week: Make.week).roster(["ada": strip]),
      requirement: Make.requirement(inputs) { _, _ in 0 }
    )
  }

  @Test(arguments: priced)
  func `a missed unit costs the price and breaks nothing`(c: Priced) throws {
    var inputs = Self.inputs(c.also)
    let free = try #require(Self.report(inputs, c.strip).costs)
    inputs.settings.labor.rules = [RuleEntry(c.rule, price: 7)]
    let report = Self.report(inputs, c.strip)
    let costs = try #require(report.costs)
    #expect(report.isClean, "\(report.violations)")
    #expect(abs(costs.rules - 7 * c.units) < 1e-9, "\(costs.rules)")
    #expect(abs(costs.total - free.total - 7 * c.units) < 1e-9)
    inputs.settings.labor.rules = [RuleEntry(c.rule)]
    let hard = Self.report(inputs, c.strip)
    #expect(hard.isClean == (c.units == 0), "\(hard.violations)")
    #expect(hard.violations.allSatisfy { $0.rule == c.rule.name })
    #expect(try #require(hard.costs).rules == 0)
  }

  @Test func `every kind of entry is priced once at least`() {
    #expect(Set(Self.priced.map(\.rule.name)).count == 21)
  }

  @Test func `a rotation and heads have prices of their own`() throws {
    var inputs = Self.inputs { inputs in
      inputs.settings.labor.rotations = [
        Rotation(name: "r", pattern: [.off, .anyShift], anchor: Make.week.monday, price: 3)
      ]
      inputs.rotationPlaces = [RotationPlace(employee: "ada", rotation: "r")]
    }
    // Monday worked, Tuesday, Thursday and Saturday not
    #expect(try #require(Self.report(inputs, "####").costs).rules == 12)
    inputs.rotationPlaces = []
    var windows = Array(repeating: [ClockWindow](), count: 7)
    windows[0] = [Make.window("00:00-06:00")]
    let hours = OpeningHours(windows: windows)
    inputs.settings.labor.heads = [
      HeadRule(name: "two", hours: hours, least: 2, price: 5),
      HeadRule(name: "none", hours: hours, most: 0, price: 1),
    ]
    let report = Self.report(inputs, "####")
    // one of two missing for 4 h, two for 2 h; one too many for 4 h
    #expect(report.isClean)
    #expect(try #require(report.costs).rules == 5 * 8 + 4)
  }

  @Test func `who is not rostered costs nothing`() throws {
    let inputs = Self.inputs {
      $0.settings.labor.rules = [RuleEntry(.weeklyDays(least: 2, most: nil), price: 7)]
    }
    let checker = RosterChecker(inputs: inputs)
    let empty = Roster(week: Make.week, zone: .utc, tours: [])
    let requirement = Make.requirement(inputs) { _, _ in 0 }
    let idle = try #require(checker.check(empty, requirement: requirement).costs)
    #expect(idle.rules == 14)
    let out = checker.check(empty, requirement: requirement, impossible: ["ada"])
    #expect(try #require(out.costs).rules == 0)
  }

  @Test func `hours with a price are not among the pay that none can avoid`() throws {
    let entry = RuleEntry(.weeklyHours(least: .hours(4), most: nil))
    var inputs = Self.inputs {
      $0.settings.labor.rules = [entry]
      $0.changeContract { $0.minimumDays = 1 }
    }
    #expect(try #require(Self.report(inputs, "####").costs).contractPay == 80)
    inputs.settings.labor.rules[0].price = 1
    #expect(try #require(Self.report(inputs, "####").costs).contractPay == 0)
  }

  @Test func `overtime is dearer by steps, scaled, and none begins before overtime does`() throws {
    var inputs = Self.inputs {
      $0.changeContract { $0.overtimeAfter = .hours(6) }
      $0.settings.costs.overtimePremium = 0.25
      $0.settings.costs.overtimeSteps = [
        OvertimeStep(after: .hours(8), premium: 0.5), OvertimeStep(after: .hours(10), premium: 1),
      ]
    }
    // 12 h at 20 an hour: 2 h at a quarter, 2 h at half, 2 h at the whole
    let full = try #require(Self.report(inputs, "####|####|####").costs)
    #expect(abs(full.overtimePremium - 20 * (0.5 + 1 + 2)) < 1e-9)
    // half the time: 1 h at a quarter, 1 h at half, 7 h at the whole
    inputs.employees[0].fullTimeEquivalent = Make.share(0.5)
    let half = try #require(Self.report(inputs, "####|####|####").costs)
    #expect(abs(half.overtimePremium - 20 * (0.25 + 0.5 + 7)) < 1e-9)
    inputs.employees[0].fullTimeEquivalent = .one
    inputs.settings.costs.overtimeSteps = [OvertimeStep(after: .hours(2), premium: 0.5)]
    let late = try #require(Self.report(inputs, "####|####").costs)
    #expect(abs(late.overtimePremium - 20 * 1) < 1e-9)
  }
}
