/// A rule that a roster breaks.
public struct Violation: Hashable, Sendable, CustomStringConvertible {
  /// The rule's name.
  public var rule: String
  /// The employee's identifier; `nil` when several are meant.
  public var employee: String?
  /// The date, where one is meant.
  public var date: LocalDate?
  /// What is given and what would be allowed, with numbers.
  public var detail: String

  /// Makes a violation.
  public init(rule: String, employee: String?, date: LocalDate?, detail: String) {
    self.rule = rule
    self.employee = employee
    self.date = date
    self.detail = detail
  }

  /// `employee date rule: detail`.
  public var description: String {
    let place = [employee, date?.description].compactMap(\.self).joined(separator: " ")
    return (place.isEmpty ? "" : place + " ") + "\(rule): \(detail)"
  }
}

/// What an independent look at a roster found.
public struct CheckReport: Hashable, Sendable {
  /// Every broken rule, by employee, date and rule.
  public var violations: [Violation]
  /// The objective, recomputed from the roster; `nil` when there is no requirement to compare
  /// with or the roster breaks rules that make a price meaningless.
  public var costs: RosterCosts?
  /// Names of all rules that were checked, sorted.
  public var rules: [String]
  /// Paid time of everybody together, in minutes.
  public var paidMinutes: Int
  /// The part of it that is overtime.
  public var overtimeMinutes: Int

  /// Makes a report.
  public init(
    violations: [Violation],
    costs: RosterCosts?,
    rules: [String],
    paidMinutes: Int = 0,
    overtimeMinutes: Int = 0
  ) {
    self.violations = violations
    self.costs = costs
    self.rules = rules
    self.paidMinutes = paidMinutes
    self.overtimeMinutes = overtimeMinutes
  }

  /// True when no rule is broken.
  public var isClean: Bool { violations.isEmpty }
}
