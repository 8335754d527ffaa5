import TestSupport
import Workforce

extension RuleTests {
  private static let lunch = BreakTemplate(
    kind: .lunch,
    length: .minutes(30),
    isPaid: false,
    earliestStart: Make.share(0.4),
    latestStart: Make.share(0.6)
  )

  private static let short = BreakTemplate(kind: .rest, length: .minutes(30), isPaid: true)

  @Sendable private static func withLunch(_ inputs: inout PlanningInputs) {
    inputs.changeTemplate { $0.breaks = [lunch] }
  }

  @Sendable private static func withBoth(_ inputs: inout PlanningInputs) {
    inputs.changeTemplate {
      $0.breaks = [short, lunch]
      $0.minimumStretch = .minutes(60)
      $0.maximumStretch = .minutes(120)
      $0.length = .minutes(300)
    }
  }

  /// Rules about the shape of one shift; half an hour per character.
  static let shiftCases: [RuleCase] = [
    RuleCase(rule: "shift length", reason: "four hours as allowed", strips: ["...####"]),
    RuleCase(
      rule: "shift length",
      reason: "an hour short",
      strips: ["...###"],
      expected: [
        "ada 2026-03-02 shift length: 3 h without break; allowed are shift (4 h without break)"
      ]
    ),
    RuleCase(
      rule: "shift length",
      reason: "a break where the meal belongs",
      strips: ["......####b###"],
      step: 30,
      change: withLunch,
      expected: [
        "ada 2026-03-02 shift length: 4 h with break 30 min; "
          + "allowed are shift (4 h with lunch 30 min)"
      ]
    ),
    RuleCase(
      rule: "shift length",
      reason: "the right breaks in the wrong order",
      strips: ["......##l###b###"],
      step: 30,
      change: withBoth,
      expected: [
        "ada 2026-03-02 shift length: 5 h with lunch 30 min + break 30 min; "
          + "allowed are shift (5 h with break 30 min + lunch 30 min)"
      ]
    ),
    RuleCase(
      rule: "work stretch",
      reason: "an hour, two hours and an hour",
      strips: ["......##b#l#####"],
      step: 30,
      change: { inputs in
        withBoth(&inputs)
        inputs.changeTemplate {
          $0.minimumStretch = .minutes(30)
          $0.maximumStretch = .minutes(150)
        }
      }
    ),
    RuleCase(
      rule: "work stretch",
      reason: "half an hour, an hour and a half, and two hours and a half",
      strips: ["......#b###l####"],
      step: 30,
      change: withBoth,
      expected: [
        "ada 2026-03-02 work stretch: 30 min of work from 2026-03-02 03:00; "
          + "1 h to 2 h are allowed"
      ]
    ),
    RuleCase(
      rule: "work stretch",
      reason: "too long after the meal",
      strips: ["......##b#l#####"],
      step: 30,
      change: { inputs in
        withBoth(&inputs)
        inputs.changeTemplate { $0.minimumStretch = .minutes(30) }
      },
      expected: [
        "ada 2026-03-02 work stretch: 2 h 30 min of work from 2026-03-02 05:30; "
          + "30 min to 2 h are allowed"
      ]
    ),
    RuleCase(
      rule: "break window",
      reason: "a meal at half of the shift",
      strips: ["......####l###"],
      step: 30,
      change: withLunch
    ),
    RuleCase(
      rule: "break window",
      reason: "a meal at 37.5 % and one at 62.5 %",
      strips: ["......###l####|......#####l##"],
      step: 30,
      change: withLunch,
      expected: [
        "ada 2026-03-02 break window: lunch at 2026-03-02 04:30, 1 h 30 min after the start; "
          + "1 h 36 min to 2 h 24 min are allowed",
        "ada 2026-03-03 break window: lunch at 2026-03-03 05:30, 2 h 30 min after the start; "
          + "1 h 36 min to 2 h 24 min are allowed",
      ]
    ),
    RuleCase(rule: "one shift a day", reason: "one on each of two days", strips: ["####|####"]),
    RuleCase(
      rule: "one shift a day",
      reason: "morning and evening",
      strips: ["####......####"],
      expected: [
        "ada 2026-03-02 one shift a day: 2 shifts start on 2026-03-02; 1 is allowed"
      ]
    ),
    RuleCase(
      rule: "one shift a day",
      reason: "two rows that overlap over midnight",
      strips: [".......................#|###", "|..####"],
      expected: [
        "ada 2026-03-03 one shift a day: a shift until 2026-03-03 03:00 and one from "
          + "2026-03-03 02:00 overlap by 1 h; 0 min are allowed",
        "ada 2026-03-03 minimum rest: -1 h between 2026-03-03 03:00 and 2026-03-03 02:00; "
          + "0 min are required",
      ].sorted()
    ),
    RuleCase(
      rule: "shift start grid",
      reason: "on the half hour",
      strips: [".########"],
      step: 30
    ),
    RuleCase(
      rule: "shift start grid",
      reason: "half past where shifts start on the hour",
      strips: [".########"],
      step: 30,
      change: { $0.settings.shiftStartMinutes = 60 },
      expected: [
        "ada 2026-03-02 shift start grid: starts at 2026-03-02 00:30; "
          + "starts are every 60 min from 00:00"
      ]
    ),
    RuleCase(
      rule: "shift start grid",
      reason: "a break between slots",
      strips: ["......#######lll#########"],
      step: 10,
      change: {
        $0.changeTemplate {
          $0.breaks = [BreakTemplate(kind: .lunch, length: .minutes(30), isPaid: false)]
          $0.length = .minutes(190)
        }
      },
      expected: [
        "ada 2026-03-02 shift start grid: a segment begins or ends at 2026-03-02 02:10; "
          + "roster slots are 30 min"
      ]
    ),
    RuleCase(
      rule: "shift start grid",
      reason: "a shift of the week after",
      strips: ["|||||||####"],
      expected: [
        "ada 2026-03-09 shift start grid: starts on 2026-03-09; "
          + "the week is 2026-03-02 to 2026-03-08"
      ]
    ),
  ]
}
