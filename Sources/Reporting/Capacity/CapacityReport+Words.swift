import Workforce

extension CapacityReport {
  /// What to take from it.
  var verdict: [String] { [firstStep, chances, price].compactMap(\.self) }

  /// What to do first.
  private var firstStep: String {
    let steps = actions.filter { $0.kind != "classes" }
    guard let begin = steps.map(\.begin).min() else {
      return "Nothing needs doing: no hire, class or cross-training is worth its price."
    }
    let first = steps.filter { $0.begin == begin }.map { step in
      switch step.kind {
      case "hire":
        "open \(counted(step.count, "position", "positions")) (\(step.what)) to start in "
          + "\(step.month)"
      case "train": "train \(counted(step.count, "person", "people")) from \(step.what)"
      default: "renew \(counted(step.count, "certificate", "certificates")) (\(step.what))"
      }
    }
    return "First, in \(begin): \(listed(first))."
  }

  private var chances: String? {
    guard let last = months.indices.last else { return nil }
    let worst = months.indices.min { (all[$0].share, $0) < (all[$1].share, $1) } ?? last
    let end =
      "All targets are met over \(months[last]) with a chance of "
      + "\(percent(all[last].share, places: 0)); if nothing is done, with "
      + "\(percent(allOfNothing[last], places: 0))."
    guard worst != last else { return end }
    return end + " The chance is lowest in \(months[worst]), "
      + "\(percent(all[worst].share, places: 0))."
  }

  private var price: String {
    let parts = [
      (money.recruiting, "finding people"), (money.classes, "classes"),
      (money.pay, "pay of those hired"),
    ].filter { $0.0 > 0.5 }.map { "\(self.money($0.0)) \($0.1)" }
    let spent =
      parts.isEmpty
      ? "The plan spends nothing" : "The plan spends \(self.money(money.spent)): \(listed(parts))"
    let missing =
      money.missing > 0.5
      ? "; people who are missing on average are priced at \(self.money(money.missing))" : ""
    let proof =
      money.gap < 5e-5
      ? "No plan is cheaper."
      : "No plan is cheaper by more than \(percent(money.gap, places: 2))."
    let cut = money.isCutShort ? " The time limit ended the search; more time may find better." : ""
    return "\(spent)\(missing). \(proof)\(cut)"
  }

  private func money(_ amount: Double) -> String { Reporting.money(amount, currency) }

  /// The week beside its roster with names, in a sentence; `nil` when none was built.
  var checkText: String? {
    guard let check else { return nil }
    let place = { (value: Double) in decimal(value, places: 1) }
    let share = { (value: Double) in percent(value / max(1e-9, check.hours)) }
    return
      "\(check.week) without names takes at least \(place(check.needed)) people in the present mix "
      + "of contracts and skills (\(place(check.dedicated)) if everybody served one skill); "
      + "\(place(check.people)) are there. Of \(place(check.hours)) agent-hours they leave "
      + "\(place(check.uncovered)) uncovered (\(share(check.uncovered))) without names, and "
      + "\(place(check.rostered)) (\(share(check.rostered))) in a roster with names."
  }

  /// What an action is for people to read.
  func words(_ action: Action) -> String {
    switch action.kind {
    case "hire": "start: \(action.what)"
    case "train": "learn: \(action.what)"
    case "renew": "renew: \(action.what)"
    default: "classes: \(action.what)"
    }
  }

  /// The text, lines of at most 80 columns; `location` is where files are, if any were written.
  public func text(at location: String?) -> String {
    let span = [months.first, months.last].compactMap { $0?.description }.joined(separator: " to ")
    var lines = ["Capacity of \(title), \(span).", ""]
    for sentence in verdict { lines += wrapped(sentence, to: TextTable.columns) }
    lines += [""] + skillTable.lines + [""]
    lines += actions.isEmpty ? [] : actionTable.lines + [""]
    if let checkText { lines += wrapped(checkText, to: TextTable.columns) + [""] }
    for warning in warnings { lines += wrapped(warning, to: TextTable.columns) }
    let defaults = assumptions.filter { $0.source == "default" }
    if !defaults.isEmpty {
      let names = defaults.map { "\($0.name) \($0.text)" }.joined(separator: "; ")
      lines += wrapped("Assumed, because nothing else is given: \(names).", to: TextTable.columns)
    }
    while lines.last == "" { lines.removeLast() }
    if let location { lines += ["", "Files: \(location)"] }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The months; every so many of them where they would fill more than a screen.
  private var skillTable: TextTable {
    let step = max(1, (months.count * skills.count + 59) / 60)
    let shown = months.indices.filter { $0 % step == 0 || $0 == months.count - 1 }
    let rows = skills.flatMap { skill in
      shown.map { month in
        [
          skill.name, months[month].description, decimal(skill.need[month][1], places: 1),
          decimal(skill.need[month][0], places: 1) + "–"
            + decimal(skill.need[month][2], places: 1),
          decimal(skill.agents[month][2], places: 1), decimal(skill.nothing[month], places: 1),
          percent(skill.chance[month].share, places: 0),
          percent(skill.enough[month], places: 0),
        ]
      }
    }
    return TextTable(
      head: ["skill", "month", "need", "10–90%", "people", "if nothing", "on target", "enough"],
      rows: rows,
      textColumns: 2
    )
  }

  private var actionTable: TextTable {
    TextTable(
      head: ["what", "begin", "month", "number", "cost"],
      rows: actions.map {
        [
          words($0), "\($0.begin)", "\($0.month)", grouped($0.count),
          $0.cost > 0 ? decimal($0.cost) : "",
        ]
      }
    )
  }
}
