import Workforce

/// What the independent checker says, who has no possible week, and findings in the data.
struct CheckSection {
  var report: PlanReport

  private static let limit = 200

  var markup: Markup {
    section(
      "checks",
      "Checks",
      lead: .none,
      [rules, impossible, findings]
    )
  }

  private var rules: Markup {
    let check = report.check
    let names = check.rules.map { rule -> Markup in
      let count = check.violations.count { $0.rule == rule }
      return count == 0
        ? "<li>✓ \(rule)</li>" : "<li class=\"bad\">✗ \(rule): \(grouped(count))</li>"
    }
    let verdict: Markup =
      check.isClean
      ? """
      <p>A second program that shares no code with the optimizer read the roster again: <b>it \
      keeps all \(counted(check.rules.count, "rule", "rules"))</b>\(exception).
      """
      : """
      <p class="warning">A second program that shares no code with the optimizer found \
      <b>\(counted(check.violations.count, "violation", "violations"))</b>.
      """
    return "\(verdict)\(recomputed)</p><ul class=\"rules\">\(names)</ul>\(violations)"
  }

  private var exception: String {
    let people = report.outcome.impossible.count
    return people == 0
      ? "" : " for all but \(counted(people, "person", "people")) without a possible week"
  }

  private var recomputed: Markup {
    guard let costs = report.check.costs else { return " The cost was not recomputed." }
    let currency = report.inputs.settings.currency
    let difference = abs(costs.total - report.outcome.costs.total)
    let agrees = difference <= 1e-6 * max(1, abs(costs.total))
    return agrees
      ? " It computed the same cost, \(money(costs.total, currency, places: 2))."
      : """
       <b>It computed another cost: \(money(costs.total, currency, places: 2)) instead of \
      \(money(report.outcome.costs.total, currency, places: 2)).</b>
      """
  }

  private var violations: Markup {
    let all = report.check.violations
    guard !all.isEmpty else { return .none }
    let rows = all.prefix(Self.limit).map { violation -> [Markup] in
      [
        "\(violation.employee ?? "–")", "\(violation.date?.shortText ?? "–")",
        "\(violation.rule)", "\(violation.detail)",
      ]
    }
    let columns: [TableColumn] = [
      .text("Employee"), .text("Day"), .text("Rule"), .sentence("What"),
    ]
    return "\(table("Violations", columns, rows))\(more(all.count - rows.count))"
  }

  private var impossible: Markup {
    let people = report.outcome.impossible
    guard !people.isEmpty else {
      return "<h3>Employees without a possible week</h3>\(nothing("None."))"
    }
    let rows = people.prefix(Self.limit).map { person -> [Markup] in
      let rules = person.conflict.map { rule -> Markup in "<li>\(rule)</li>" }
      return ["\(person.employee)", "<ul>\(rules)</ul>"]
    }
    return """
      <h3>Employees without a possible week</h3><p>Their rules contradict each other; dropping any \
      one of those listed would help. They have no shifts.</p>\(table(
        "Employees without a possible week",
        [.text("Employee"), .sentence("Rules that cannot be kept together")],
        rows
      ))\(more(people.count - rows.count))
      """
  }

  private var findings: Markup {
    let all = report.allFindings
    guard !all.isEmpty else { return "<h3>Findings in the data</h3>\(nothing("None."))" }
    let rows = all.prefix(Self.limit).map { finding -> [Markup] in
      let place = finding.file + (finding.line.map { ":\($0)" } ?? "")
      let suggestion: Markup =
        finding.suggestion.isEmpty ? .none : "<small class=\"block\">\(finding.suggestion)</small>"
      return [
        "\(finding.severity.rawValue)", "\(place.isEmpty ? "–" : place)",
        "\(finding.message)\(suggestion)",
      ]
    }
    let columns: [TableColumn] = [.text("Kind"), .text("Where"), .sentence("What")]
    return """
      <h3>Findings in the data</h3>\(table("Findings in the data", columns, rows))\
      \(more(all.count - rows.count))
      """
  }

  private func more(_ count: Int) -> Markup {
    count > 0 ? "<p class=\"note\">\(grouped(count)) more are not listed.</p>" : .none
  }
}
