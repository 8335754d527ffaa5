import Interchange
import Rostering
import Workforce

extension WhatIfWork {
  mutating func labor(_ change: WhatIfLabor) -> String {
    let before = settings.labor.rules
    change.apply(to: &inputs.settings.labor)
    switch change {
    case .remove(let position):
      return "\(Self.title(position)) (\(Self.words(before[position]))) is taken away."
    case .set(let position, let entry):
      check(position)
      return "\(Self.title(position)) is \(Self.words(entry)), instead of "
        + "\(Self.words(before[position]))."
    case .add(let entry):
      check(before.count)
      return "One labor rule more: \(Self.words(entry))."
    }
  }

  /// `Labor 3`.
  private static func title(_ position: Int) -> String {
    let name = LaborEntryName.text(position)
    return name.prefix(1).uppercased() + name.dropFirst()
  }

  private static func words(_ entry: RuleEntry) -> String {
    let price = entry.price.map { "at a price of \(number($0)) a unit missed" }
    let parts: [String?] = [
      "\(entry.rule.name): \(entry.rule.words)", "for \(RuleWords.people(entry.scope))",
      entry.from.map { "from \($0)" }, entry.until.map { "until \($0)" }, price,
    ]
    return parts.compactMap(\.self).joined(separator: ", ")
  }

  /// Two of one rank cannot both bind somebody; one that binds nobody is worth a note.
  private mutating func check(_ position: Int) {
    let entry = settings.labor.rules[position]
    if let other = RivalRules.rival(of: position, in: inputs) {
      problems.append(
        Impossible(
          message: "\(LaborEntryName.text(other)) says the same of the same people "
            + "with equal right.",
          suggestion: "Change that entry, or name teams or people for whom this one holds."
        )
      )
    }
    let scope = entry.scope
    let binds = inputs.employees.contains { person in
      (scope.contracts.isEmpty || scope.contracts.contains(person.contract))
        && (scope.teams.isEmpty || scope.teams.contains(person.team))
        && (scope.employees.isEmpty || scope.employees.contains(person.id))
    }
    if !binds { notes.append("\(LaborEntryName.text(position)) binds nobody: it changes nothing.") }
  }
}
