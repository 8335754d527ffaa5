/// The clock that each person lives by: their site's.
public struct PersonalClocks: Hashable, Sendable {
  private let standard: Zone
  private let zones: [String: Zone]

  /// Looks up everybody's site.
  public init(_ inputs: PlanningInputs) {
    standard = inputs.settings.zone
    let own = Dictionary(
      inputs.settings.sites.compactMap { site in site.zone.map { (site.name, $0) } },
      uniquingKeysWith: { first, _ in first }
    )
    zones = Dictionary(
      inputs.employees.compactMap { person in own[person.site].map { (person.id, $0) } },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// The zone of a person; the scenario's for somebody unknown.
  public func zone(of employee: String) -> Zone { zones[employee] ?? standard }

  /// The same, but `nil` where it is the scenario's.
  public func ownZone(of employee: String) -> Zone? {
    zones[employee].flatMap { $0 == standard ? nil : $0 }
  }
}
