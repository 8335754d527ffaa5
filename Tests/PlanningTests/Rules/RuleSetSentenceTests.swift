import Checking
import Interchange
import Planning
import TestSupport
import Testing
import Workforce

/// Every sentence of the rule sets that ship, kept and broken at its bound, in the eyes of the referee.
@Suite struct RuleSetSentenceTests {
  private typealias Make = ScenarioFixtures

  /// What a scenario reads from each file.
  private static let labors = Result {
    try Dictionary(
      uniqueKeysWithValues: ShippedRuleSet.allCases.map { ($0, try read($0)) }
    )
  }

  private static func read(_ set: ShippedRuleSet) throws -> LaborSettings {
    let options = try SampleOptions(people: 24, queues: 2, weeks: 4)
    var files = try ScenarioFolder.files(for: SampleScenario(options: options).inputs())
    let settings = String(decoding: files[0].bytes, as: UTF8.self)
    files[0] = OutputFile(
      name: files[0].name,
      text: settings + "\nrule_sets: [\(set.fileName)]\n"
    )
    files.append(OutputFile(name: set.fileName, text: set.text))
    let loaded = ScenarioFolder.load(files, named: "center")
    return try #require(loaded.value, "\(loaded.diagnostics)").settings.labor
  }

  private static func labor(_ set: ShippedRuleSet) throws -> LaborSettings {
    try #require(try labors.get()[set])
  }

  private static func violations(
    _ labor: LaborSettings,
    _ c: RuleSetSentence
  ) -> [Violation] {
    var inputs = Make.inputs(
      people: Make.people("ada"),
      contracts: [Make.contract(overtimeAfter: 40)]
    )
    inputs.settings.labor = labor
    let week = Make.week(c.week)
    inputs.pastDuties = c.past.map { back, day, hours in
      let date = week.monday.adding(days: day - 7 * back)
      let start = LocalDateTime(date: date, secondOfDay: 8 * 3600)
      return PastDuty(employee: "ada", start: start, end: start.adding(minutes: 60 * hours))
    }
    let strip = RosterStrip(week: week, stepMinutes: c.step)
    return RosterChecker(inputs: inputs).violations(in: strip.roster(["ada": c.strip]))
  }

  @Test(arguments: RuleSetSentence.all)
  func `a sentence is broken just beyond its bound`(c: RuleSetSentence) throws {
    let found = Self.violations(try Self.labor(c.set), c).filter { $0.rule == c.rule }
    #expect(found.isEmpty == c.isKept, "\(found)")
  }

  @Test(arguments: ShippedRuleSet.allCases)
  func `every sentence has a week that keeps it and one that does not`(set: ShippedRuleSet) throws {
    let rules = try Self.labor(set).rules
    #expect(rules.count >= 2)
    #expect(Set(rules.map(\.rule.name)).count == rules.count)
    let own = RuleSetSentence.all.filter { $0.set == set }
    #expect(Set(own.map(\.rule)) == Set(rules.map(\.rule.name)))
    for rule in rules {
      let cases = own.filter { $0.rule == rule.rule.name }
      #expect(cases.contains(where: \.isKept) && !cases.allSatisfy(\.isKept), "\(rule.source)")
    }
  }

  /// Article 2(4) of the directive: three hours of night time.
  @Test func `the directive's night shift has three hours between 23 and 6`() throws {
    var labor = try Self.labor(.euWorkingTime)
    labor.rules = [RuleEntry(.kindCount(["eu_night"], least: nil, most: 0, weeks: 1))]
    for (strip, isNight) in [
      ("....................######", true), ("...................######", false),
      ("...####", true), ("....####", false), ("..........####", false),
    ] {
      let c = RuleSetSentence(
        set: .euWorkingTime,
        rule: "kind count",
        reason: strip,
        strip: strip,
        isKept: !isNight
      )
      #expect(Self.violations(labor, c).contains { $0.rule == "kind count" } == isNight, "\(strip)")
    }
  }
}
