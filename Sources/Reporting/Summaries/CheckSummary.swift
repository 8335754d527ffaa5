public import Workforce

/// A checker's report as text for a terminal.
public struct CheckSummary: Sendable {
  private let check: CheckReport
  private let currency: String

  /// Makes a summary; costs are shown in `currency`.
  public init(check: CheckReport, currency: String) {
    self.check = check
    self.currency = currency
  }

  /// The verdict, violations by rule, and every violation in full.
  public func text() -> String {
    let rules = counted(check.rules.count, "rule", "rules")
    let cost = check.costs.map { ["Cost: \(money($0.total, currency, places: 2))"] } ?? []
    guard !check.isClean else {
      return (["Clean: all \(rules) kept."] + cost).joined(separator: "\n") + "\n"
    }
    let count = counted(check.violations.count, "violation", "violations")
    let broken = Set(check.violations.map(\.rule)).sorted().map { rule in
      [rule, grouped(check.violations.count { $0.rule == rule })]
    }
    let table = TextTable(head: ["Rule", "Violations"], rows: broken).lines
    let details = check.violations.flatMap { violation in
      wrapped(printable(violation.description), to: TextTable.columns - 2)
        .enumerated().map { $0.offset == 0 ? $0.element : "  " + $0.element }
    }
    let blocks = [["\(count); \(rules) checked."] + cost, table, details]
    return blocks.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }
}
