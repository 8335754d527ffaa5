public import Workforce
import Yams

/// What a scorecard is to show, `goals.yaml`.
public enum GoalsFile {
  static let keys = [
    "title", "time_zone", "baseline", "start", "owners", "due_weeks", "measures", "goals",
  ]
  static let goalKeys = ["name", "title", "measure", "bound", "change", "month", "date"]
  static let measureKeys = ["name", "title", "form", "better"]

  /// Reads a file.
  ///
  /// - Parameter path: The file.
  /// - Returns: The settings, the usual ones where the file says nothing, and what is wrong: with errors
  ///   the settings serve to read other files by, no more.
  public static func load(_ path: String) -> (
    settings: ScorecardSettings, diagnostics: [Diagnostic]
  ) {
    let findings = FileFindings(file: path)
    var settings = ScorecardSettings()
    guard let bytes = InputFile.bytes(path, findings: findings, missing: .missingGoals),
      let root = YAMLFile.compose(bytes, findings: findings),
      let map = YAMLMap(root, subject: "", keys: keys, findings: findings)
    else { return (settings, findings.diagnostics) }
    read(map, into: &settings)
    return (settings, findings.diagnostics)
  }

  private static func read(_ map: YAMLMap, into settings: inout ScorecardSettings) {
    let findings = map.findings
    settings.title = map.optional("title", .text) ?? ""
    settings.zone = map.optional("time_zone", .zone)
    settings.start = map.optional("start", .date)
    settings.dueWeeks = map.optional("due_weeks", .wholeNumber(5...104)) ?? settings.dueWeeks
    settings.baseline = baseline(map)
    readOwners(map, into: &settings)
    for (index, node) in map.optionalList("measures").enumerated() {
      if let measure = measure(node, index, settings.measures, findings) {
        settings.measures.append(measure)
      }
    }
    if map.has("goals") {
      var goals: [ScorecardGoal] = []
      var lines = FirstLines<String>()
      for (index, node) in (map.list("goals") ?? []).enumerated() {
        let item = YAMLMap(node, subject: "goal \(index + 1)", keys: goalKeys, findings: findings)
        if let item, let goal = goal(item, settings) {
          if let first = lines.earlier(goal.name, line: item.line) {
            item.report("name", at: "name", .duplicateName("goal", goal.name, line: first))
          }
          goals.append(goal)
        }
      }
      settings.goals = goals
    }
  }

  private static func baseline(_ map: YAMLMap) -> ClosedRange<ISOWeek>? {
    guard map.has("baseline"), let span = map.map("baseline", keys: ["from", "to"]) else {
      return nil
    }
    let from = span.required("from", .isoWeek)
    let to = span.required("to", .isoWeek)
    guard let from, let to else { return nil }
    guard from <= to else {
      span.report("order", at: "to", .baselineOrder(from, to))
      return nil
    }
    return from...to
  }

  private static func readOwners(_ map: YAMLMap, into settings: inout ScorecardSettings) {
    guard map.has("owners"), let owners = map.map("owners", keys: ["site", "queue", "team"]) else {
      return
    }
    settings.owners.site = owners.optional("site", .text) ?? settings.owners.site
    settings.owners.queue = owners.optional("queue", .text) ?? settings.owners.queue
    settings.owners.team = owners.optional("team", .text) ?? settings.owners.team
  }

  private static func measure(
    _ node: Node,
    _ index: Int,
    _ known: [ScorecardMeasure],
    _ findings: FileFindings
  ) -> ScorecardMeasure? {
    let subject = "measure \(index + 1)"
    guard let item = YAMLMap(node, subject: subject, keys: measureKeys, findings: findings) else {
      return nil
    }
    let name = item.required("name", .text)
    let form = item.required("form", TextValue<ScorecardMeasure.Form>.words)
    let better = item.required("better", TextValue<ScorecardMeasure.Better>.words)
    guard let name, let form, let better else { return nil }
    guard !known.contains(where: { $0.name == name }) else {
      item.report("name", at: "name", .knownMeasure(name))
      return nil
    }
    let title = item.optional("title", .text) ?? name
    return ScorecardMeasure(name: name, title: title, form: form, better: better)
  }

  private static func goal(_ item: YAMLMap, _ settings: ScorecardSettings) -> ScorecardGoal? {
    let name = item.required("name", .text)
    let bound = item.optional("bound", .number(above: 0))
    let change = item.optional("change", .change)
    let month = item.optional("month", .wholeNumber(1...120))
    let date = item.optional("date", .date)
    if item.has("month") == item.has("date") {
      let both = item.has("month")
      item.report("date", at: "month", .goalNeeds(item.subject, "month", "date", both: both))
    }
    if !item.has("bound"), !item.has("change") {
      item.report("bound", at: "name", .goalNeeds(item.subject, "bound", "change", both: false))
    }
    guard let text = item.required("measure", .text) else { return nil }
    guard let measure = settings.measure(text) else {
      item.report(
        "measure",
        at: "measure",
        .unknownMeasure(text, settings.measures.map(\.name))
      )
      return nil
    }
    if measure.form == .share, let bound, bound > 1 {
      item.report("bound", at: "bound", .boundOfShare)
    }
    if let change, (change > 0) != (measure.better == .higher) {
      item.report("change", at: "change", .wrongWay(item.subject, measure, change))
    }
    guard let name, let due = date.map(ScorecardGoal.Due.date) ?? month.map(ScorecardGoal.Due.month)
    else { return nil }
    return ScorecardGoal(
      name: name,
      title: item.optional("title", .text) ?? measure.title,
      measure: measure.name,
      bound: bound,
      change: change,
      due: due
    )
  }
}

extension Problem {
  static func knownMeasure(_ name: String) -> Problem {
    Problem("the measure '\(name)' is known already.", "Use it as it is, or choose another name.")
  }
}

extension TextValue where Value == Double {
  /// A change against a baseline.
  static var change: Self {
    Self(accepted: "a change from -0.99 to 10, not 0, such as -0.2 for a fifth less") { text in
      Numbers.number(text).flatMap { (-0.99...10).contains($0) && $0 != 0 ? $0 : nil }
    }
  }
}
