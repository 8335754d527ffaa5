import Reporting
import Rostering
import Workforce

/// The labor rules of a scenario with the numbers by which other commands call them.
public struct RuleNumbers: Sendable {
  private let loaded: LoadedScenario

  /// Takes a scenario.
  public init(_ loaded: LoadedScenario) { self.loaded = loaded }

  /// A line per entry: its number, what it demands, whom it binds, and where it stands.
  public var text: String {
    let rules = loaded.inputs.settings.labor.rules
    guard !rules.isEmpty else {
      return "\(loaded.inputs.settings.name) has no labor rules.\n"
    }
    let week = FixedWeek(
      inputs: loaded.inputs,
      week: ISOWeek(containing: LocalDate(daysSinceEpoch: 0))
    )
    let places = MemberPlaces(week, files: loaded.files, locks: ("", []))
    let words = RuleWords(week)
    return rules.indices.map { position in
      ConflictReport.folded(
        "\(words.entry(position)) [\(places.place(of: .rule(position)))]"
          + (rules[position].price.map { ", price \(amount($0))" } ?? "")
      ) + "\n"
    }.joined()
  }

  /// A price in the scenario's currency, without needless places.
  private func amount(_ price: Double) -> String {
    money(price, loaded.inputs.settings.currency, places: price == price.rounded() ? 0 : 2)
  }
}
