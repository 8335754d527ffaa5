public import Workforce

extension RosterRule: CaseIterable {
  /// Those that every scenario may have: all but entries of the labor rules.
  public static var allCases: [RosterRule] { names.map(\.rule) }

  private static let names: [(rule: RosterRule, name: String)] = [
    (.minimumRest, "minimum rest"), (.consecutiveDays, "consecutive days"),
    (.startChange, "start change"), (.shiftWindow, "shift window"),
    (.leastHours, "least weekly hours"), (.mostHours, "most weekly hours"),
    (.fewestDays, "fewest working days"), (.mostDays, "most working days"),
    (.availability, "availability"), (.overtimeBudget, "overtime budget"), (.presence, "presence"),
    (.locks, "locks"), (.rotations, "rotations"), (.heads, "heads"), (.siteSeats, "site seats"),
    (.startWishes, "wishes for starts"), (.dayOffWishes, "wishes for days off"),
    (.startChangePrice, "price of start changes"), (.weekendFairness, "weekend fairness"),
    (.overtimePremium, "overtime premium"),
  ]

  /// The name by which it is asked for: `labor 3` for the third entry of the labor rules.
  public var name: String {
    if case .labor(let position) = self { return LaborEntryName.text(position) }
    return Self.names.first { $0.rule == self }?.name ?? ""
  }

  /// Reads a name.
  public init?(name: String) {
    if let position = LaborEntryName.position(name) {
      self = .labor(position)
    } else if let found = Self.names.first(where: { $0.name == name }) {
      self = found.rule
    } else {
      return nil
    }
  }

  /// Those of a scenario, the entries of its labor rules last.
  public static func all(in inputs: PlanningInputs) -> [RosterRule] {
    allCases + inputs.settings.labor.rules.indices.map { .labor($0) }
  }

  /// The name, of an entry of the labor rules with what it demands.
  public func title(in inputs: PlanningInputs) -> String {
    guard let entry = entry(in: inputs) else { return name }
    return "\(name) (\(entry.rule.name): \(entry.rule.words))"
  }

  /// The entry of the labor rules; `nil` for others, and where there is none at that position.
  public func entry(in inputs: PlanningInputs) -> RuleEntry? {
    guard case .labor(let position) = self,
      inputs.settings.labor.rules.indices.contains(position)
    else { return nil }
    return inputs.settings.labor.rules[position]
  }

  /// Whether it may act on a person: entries that name others do not.
  func mayBind(_ person: Employee, in inputs: PlanningInputs) -> Bool {
    entry(in: inputs)?.scope.speaks(of: person) ?? true
  }
}

extension RuleEntry {
  /// The entry as one that demands and costs nothing, and still stands in the place of what it replaces.
  var demandingNothing: RuleEntry {
    var free = self
    switch rule {
    // with a price it would tell too many shifts apart
    case .weeklyRest: (free.rule, free.price) = (.weeklyRest(.zero), nil)
    default: free.price = 0
    }
    return free
  }
}
