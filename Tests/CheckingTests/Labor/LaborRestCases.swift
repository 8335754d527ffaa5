import TestSupport
import Workforce

extension RuleTests {
  private static func rest(_ hours: Int) -> LaborRule {
    .restBetween(after: ["late"], before: ["early"], .hours(hours))
  }

  /// Rest by entries, between kinds and once a week.
  static let laborRestCases: [RuleCase] = [
    RuleCase(
      rule: "minimum rest",
      reason: "an entry of eight hours replaces the contract's eleven",
      strips: ["..................####|......####"],
      change: Labor.rules(.minimumRest(.hours(8))) {
        $0.changeContract { $0.rules.minimumRest = .hours(11) }
      }
    ),
    RuleCase(
      rule: "minimum rest",
      reason: "an entry of twelve hours replaces the contract's none",
      strips: ["..................####|.........####"],
      change: Labor.rules(.minimumRest(.hours(12))),
      expected: [
        "ada 2026-03-03 minimum rest: 11 h between 2026-03-02 22:00 and 2026-03-03 09:00; "
          + "12 h are required"
      ]
    ),
    RuleCase(
      rule: "start change",
      reason: "an entry of two hours replaces the contract's none",
      strips: ["..####|####"],
      change: Labor.rules(.startChange(.hours(2))) {
        $0.changeContract { $0.rules.maximumStartChange = .zero }
      }
    ),
    RuleCase(
      rule: "start change",
      reason: "an entry of one hour, where the contract has none",
      strips: ["..####|####"],
      change: Labor.rules(.startChange(.hours(1))),
      expected: ["ada 2026-03-03 start change: 2 h, from 02:00 to 00:00; 1 h are allowed"]
    ),
    RuleCase(
      rule: "rest between",
      reason: "exactly twelve hours",
      strips: ["................####|........####"],
      change: Labor.rules(rest(12))
    ),
    RuleCase(
      rule: "rest between",
      reason: "ten hours from late to early",
      strips: ["................####|......####"],
      change: Labor.rules(rest(12)),
      expected: [
        "ada 2026-03-03 rest between: 10 h from late until 2026-03-02 20:00 to early "
          + "from 2026-03-03 06:00; 12 h are required"
      ]
    ),
    RuleCase(
      rule: "rest between",
      reason: "five hours from late to a night, and from a shift of no kind to early",
      strips: ["................####|.####|.............####|....####|.....####"],
      change: Labor.rules(rest(24))
    ),
    RuleCase(
      rule: "rest between",
      reason: "the past shift that ended last",
      strips: ["......####"],
      change: Labor.rules(
        rest(12),
        also: Labor.past(
          ("2026-03-01T16:00", "2026-03-01T20:00"),
          ("2026-02-28T16:00", "2026-02-28T20:00")
        )
      ),
      expected: [
        "ada 2026-03-02 rest between: 10 h from late until 2026-03-01 20:00 to early "
          + "from 2026-03-02 06:00; 12 h are required"
      ]
    ),
    RuleCase(
      rule: "weekly rest",
      reason: "exactly thirty-six hours from Monday 24:00 to Wednesday 12:00",
      strips: [
        "....................####||............####|............####|............####|"
          + "............####|............####"
      ],
      change: Labor.rules(.weeklyRest(.hours(36)))
    ),
    RuleCase(
      rule: "weekly rest",
      reason: "an hour short",
      strips: [
        "....................####||............####|............####|............####|"
          + "............####|............####"
      ],
      change: Labor.rules(.weeklyRest(.hours(37))),
      expected: [
        "ada weekly rest: 36 h without a shift at most; 37 h are required"
      ]
    ),
    RuleCase(
      rule: "weekly rest",
      reason: "a past shift runs into the Monday until six",
      strips: [
        "|.................####|.................####|.................####|"
          + ".................####|.................####|.................####"
      ],
      change: Labor.rules(
        .weeklyRest(.hours(36)),
        also: Labor.past(("2026-03-01T22:00", "2026-03-02T06:00"))
      ),
      expected: [
        "ada weekly rest: 35 h without a shift at most; 36 h are required"
      ]
    ),
  ]
}
