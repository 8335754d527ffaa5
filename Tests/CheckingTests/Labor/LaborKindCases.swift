import TestSupport
import Workforce

extension RuleTests {
  private static let run = LaborRule.kindRun(["night"], most: 2)
  private static let after = LaborRule.restAfter(["night"], days: 2)
  private static let order = LaborRule.kindOrder(after: ["late"], never: ["early"])

  /// Which kind may follow which.
  static let laborKindCases: [RuleCase] = [
    RuleCase(
      rule: "kind run",
      reason: "two nights, an early shift, a night",
      strips: [".####|.####|......####|.####"],
      change: Labor.rules(run)
    ),
    RuleCase(
      rule: "kind run",
      reason: "a past night and two more",
      strips: [".####|.####"],
      change: Labor.rules(run, also: Labor.past(("2026-03-01T01:00", "2026-03-01T05:00"))),
      expected: [
        "ada 2026-03-03 kind run: 3 dates in a row of night from 2026-03-01 to 2026-03-03; "
          + "at most 2 allowed"
      ]
    ),
    RuleCase(
      rule: "kind run",
      reason: "a night off ends a past run of three",
      strips: ["|.####"],
      change: Labor.rules(
        run,
        also: Labor.past(
          ("2026-02-27T01:00", "2026-02-27T05:00"),
          ("2026-02-28T01:00", "2026-02-28T05:00"),
          ("2026-03-01T01:00", "2026-03-01T05:00")
        )
      )
    ),
    RuleCase(
      rule: "rest after",
      reason: "two nights, exactly two dates off, early",
      strips: [".####|.####|||......####"],
      change: Labor.rules(after)
    ),
    RuleCase(
      rule: "rest after",
      reason: "one date off",
      strips: [".####||......####"],
      change: Labor.rules(after),
      expected: [
        "ada 2026-03-04 rest after: 1 free date after night on 2026-03-02; at least 2 required"
      ]
    ),
    RuleCase(
      rule: "rest after",
      reason: "a past night",
      strips: ["......####"],
      change: Labor.rules(after, also: Labor.past(("2026-03-01T01:00", "2026-03-01T05:00"))),
      expected: [
        "ada 2026-03-02 rest after: 0 free dates after night on 2026-03-01; at least 2 required"
      ]
    ),
    RuleCase(
      rule: "rest after",
      reason: "a night on Sunday, the rest lies in the next week",
      strips: ["||||||.####"],
      change: Labor.rules(after)
    ),
    RuleCase(
      rule: "kind order",
      reason: "a date off lies between late and early; early comes before late",
      strips: ["................####||......####|................####"],
      change: Labor.rules(order)
    ),
    RuleCase(
      rule: "kind order",
      reason: "early on the date after late",
      strips: ["................####|......####"],
      change: Labor.rules(order),
      expected: [
        "ada 2026-03-03 kind order: early on the date after late; it is not allowed"
      ]
    ),
    RuleCase(
      rule: "kind order",
      reason: "the past Sunday counts",
      strips: ["......####"],
      change: Labor.rules(order, also: Labor.past(("2026-03-01T16:00", "2026-03-01T20:00"))),
      expected: [
        "ada 2026-03-02 kind order: early on the date after late; it is not allowed"
      ]
    ),
    RuleCase(
      rule: "kind order",
      reason: "the past Saturday does not",
      strips: ["......####"],
      change: Labor.rules(order, also: Labor.past(("2026-02-28T16:00", "2026-02-28T20:00")))
    ),
  ]
}
