import Testing
import Workforce

@testable import Interchange

/// What replaces what, and what is looser than what.
@Suite struct RuleStrengthTests {
  /// A strict rule and a looser one of the same topic.
  static let pairs: [(strict: LaborRule, loose: LaborRule)] = [
    (.minimumRest(.hours(12)), .minimumRest(.hours(11))),
    (
      .restBetween(after: ["late"], before: ["early"], .hours(14)),
      .restBetween(after: ["late"], before: ["early"], .hours(12))
    ),
    (.weeklyRest(.hours(35)), .weeklyRest(.hours(24))),
    (.startChange(.hours(2)), .startChange(.hours(3))),
    (.workRun(least: 2, most: 5), .workRun(least: nil, most: 5)),
    (.workRun(least: nil, most: 5), .workRun(least: 2, most: 6)),
    (.freeRun(least: 2, most: nil), .freeRun(least: 1, most: 3)),
    (.kindRun(["night"], most: 3), .kindRun(["night"], most: 4)),
    (.restAfter(["night"], days: 2), .restAfter(["night"], days: 1)),
    (.weekendsInARow(most: 1), .weekendsInARow(most: 2)),
    (.weekends(most: 2, weeks: 4), .weekends(most: 3, weeks: 4)),
    (
      .kindCount(["night", "late"], least: nil, most: 4, weeks: 4),
      .kindCount(["late", "night"], least: nil, most: 5, weeks: 4)
    ),
    (
      .kindBalance("early", "late", most: 1, weeks: 4),
      .kindBalance("late", "early", most: 2, weeks: 4)
    ),
    (
      .weeklyHours(least: .hours(20), most: .hours(40)),
      .weeklyHours(least: .hours(20), most: nil)
    ),
    (.weeklyDays(least: 4, most: 5), .weeklyDays(least: 3, most: 5)),
    (
      .periodHours(least: nil, most: .hours(816), weeks: 17),
      .periodHours(least: nil, most: .hours(820), weeks: 17)
    ),
    (.monthlyOvertime(most: .hours(36)), .monthlyOvertime(most: .hours(37))),
    (
      .shiftHours(least: nil, most: .hours(11)),
      .shiftHours(least: .hours(4), most: .hours(11.25))
    ),
    (
      .mealBreak(over: .hours(6), by: .hours(5), least: .minutes(30)),
      .mealBreak(over: .hours(6), by: .hours(6), least: .minutes(30))
    ),
    (
      .mealBreak(over: .hours(6), by: .hours(5), least: .minutes(30)),
      .mealBreak(over: .hours(6), by: .hours(5), least: .minutes(20))
    ),
  ]

  @Test(arguments: pairs)
  func `a looser rule of a topic is told`(pair: (strict: LaborRule, loose: LaborRule)) {
    let (strict, loose) = (RuleEntry(pair.strict), RuleEntry(pair.loose))
    #expect(strict.rule.topic == loose.rule.topic)
    #expect(loose.isLooser(than: strict))
    #expect(!strict.isLooser(than: strict))
    #expect(!loose.isLooser(than: loose))
  }

  @Test func `a window is looser where it does not lie inside the other`() throws {
    let entry = { (text: String) throws in
      RuleEntry(.startWindow(try #require(ClockWindow(text)), weekdays: []))
    }
    let (day, night) = (try entry("07:00-10:00"), try entry("22:00-06:00"))
    #expect(try !entry("08:00-10:00").isLooser(than: day))
    #expect(try entry("06:30-09:00").isLooser(than: day))
    #expect(try entry("08:00-10:15").isLooser(than: day))
    #expect(try !entry("01:00-05:00").isLooser(than: night))
    #expect(try !entry("23:00-02:00").isLooser(than: night))
    #expect(day.isLooser(than: night))
  }

  @Test func `a price makes a rule looser, unless the other one has a lower`() {
    let hard = RuleEntry(.wholeWeekends)
    let (cheap, dear) = (
      RuleEntry(.wholeWeekends, price: 5), RuleEntry(.wholeWeekends, price: 50)
    )
    #expect(cheap.isLooser(than: hard))
    #expect(cheap.isLooser(than: dear))
    #expect(!dear.isLooser(than: cheap))
    #expect(!hard.isLooser(than: cheap))
  }

  @Test(arguments: [
    (
      "kind_count, kinds: [a], most: 2, weeks: 1", "kind_count, kinds: [a], most: 5, weeks: 4", true
    ),
    ("kind_count, kinds: [a, b], most: 2", "kind_count, kinds: [b, a], most: 5", false),
    ("kind_run, kinds: [a], most: 2", "kind_run, kinds: [a, b], most: 5", true),
    ("kind_order, after: [a], never: [b]", "kind_order, after: [b], never: [a]", true),
    ("weekends, most: 2, weeks: 4", "weekends, most: 3, weeks: 5", true),
    (
      "start_window, window: \"07:00-10:00\", weekdays: [sat]",
      "start_window, window: \"08:00-10:00\", weekdays: [mon-fri]", true
    ),
    (
      "meal_break, over_hours: 6, by_hours: 5, minutes: 30",
      "meal_break, over_hours: 9, by_hours: 5, minutes: 45", true
    ),
    ("work_run, most: 5", "work_run, least: 2", false),
  ])
  func `rules of different topics hold side by side`(first: String, second: String, areBoth: Bool) {
    var files = ScenarioTexts.files
    files["scenario.yaml"] = ScenarioTexts.yaml.replacing(
      "costs:\n",
      with: """
        shift_kinds: [{name: a, starts: "00:00-11:59"}, {name: b, starts: "12:00-23:59"}]
        labor_rules:
          - {rule: \(first)}
          - {rule: \(second)}
        costs:

        """
    )
    #expect(ScenarioTexts.load(files).diagnostics.isEmpty == areBoth)
  }
}
