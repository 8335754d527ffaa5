/// The keys of labor rules, in `scenario.yaml` and in rule sets.
extension ScenarioKeys {
  /// Keys of a file of rules.
  static let ruleSet = ["name", "notice", "shift_kinds", "labor_rules"]
  static let kind = ["name", "starts", "ends", "covers", "least_minutes"]
  /// Whom something binds.
  static let scope = ["contracts", "teams", "employees"]
  /// Keys of any labor rule beside its own.
  static let entry = scope + ["from", "until", "price", "source"]
  /// All keys that some labor rule has.
  static let laborRule: [String] = {
    var seen: Set<String> = []
    return (["rule"] + RuleWord.allCases.flatMap(\.keys) + entry).filter {
      seen.insert($0).inserted
    }
  }()
  static let head =
    ["name", "skill", "site"] + scope + ["hours", "least", "most", "price", "from", "until"]
  static let meeting = ["name"] + scope + ["minutes", "weekdays", "hours", "who"]
  static let onCall =
    ["name", "skill"] + scope + ["hours", "allowance", "most_per_weeks", "rest_hours"]
  static let mostPerWeeks = ["most", "weeks"]
  static let rotation = ["name", "pattern", "anchor", "price"]
  static let fairness = [
    "weeks", "weekends", "lates", "late_kinds", "nights", "night_kinds", "refused",
    "seniority_per_year", "seniority_most",
  ]
  static let overtimeStep = ["after_hours", "premium"]
}
