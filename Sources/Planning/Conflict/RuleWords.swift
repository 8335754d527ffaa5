import Rostering
import Workforce

/// Entries of the labor rules in words.
struct RuleWords {
  private let week: FixedWeek

  init(_ week: FixedWeek) { self.week = week }

  /// An entry with its number, what it demands, whom it binds and where it comes from.
  func entry(_ position: Int) -> String {
    let entry = week.inputs.settings.labor.rules[position]
    let parts = [
      "\(entry.rule.name): \(entry.rule.words)", Self.scope(entry.scope), Self.dates(entry),
      entry.source,
    ]
    let name = LaborEntryName.text(position)
    return "\(name) (\(parts.filter { !$0.isEmpty }.joined(separator: "; ")))"
  }

  /// Somebody's place in a rotation.
  func place(_ position: Int) -> String {
    let place = week.inputs.rotationPlaces[position]
    return "\(place.employee)'s place in rotation \(place.rotation)"
  }

  /// Another demand of an entry as something to do; that it may be missed where it is `nil`.
  func change(_ position: Int, to rule: LaborRule?, only person: String?) -> String {
    let entry = week.inputs.settings.labor.rules[position]
    let whom = person ?? Self.people(entry.scope)
    let name = "\(LaborEntryName.text(position)) (\(entry.rule.name))"
    guard let rule else {
      return "let \(whom) miss \(name), by an entry with a price"
    }
    return "have \(name) ask \(rule.words) of \(whom), instead of \(entry.rule.words)"
  }

  private static func scope(_ scope: RuleScope) -> String { "for \(people(scope))" }

  static func people(_ scope: RuleScope) -> String {
    let parts = [
      list("contract", scope.contracts), list("team", scope.teams), list("", scope.employees),
    ].compactMap(\.self)
    return parts.isEmpty ? "everybody" : parts.joined(separator: " and ")
  }

  private static func list(_ what: String, _ names: [String]) -> String? {
    guard !names.isEmpty else { return nil }
    return (what.isEmpty ? "" : what + " ") + names.joined(separator: ", ")
  }

  private static func dates(_ entry: RuleEntry) -> String {
    [entry.from.map { "from \($0)" }, entry.until.map { "until \($0)" }].compactMap(\.self)
      .joined(separator: " ")
  }
}
