import Workforce

/// The labor rules that bind one person in a week, as members of conflicts.
///
/// Members are the hard entries in force. One that is lifted demands nothing, and what it replaced does not
/// come back: it could be stricter, and fewer members would then leave fewer weeks.
struct OwnRules: Sendable {
  private let byDate: [[BoundRules.Bound]]
  private let places: [Int]
  /// Of entries that were added for one person alone: the entry that they change.
  private let origins: [Int: Int]

  init(of person: Employee, in own: OwnInputs, dates: [LocalDate]) {
    let rules = BoundRules(of: person, in: own.inputs.settings.labor)
    byDate = dates.map(rules.bound)
    let rotations = own.inputs.settings.labor.rotations
    places = own.inputs.rotationPlaces.indices.filter { position in
      let place = own.inputs.rotationPlaces[position]
      return place.employee == person.id
        && dates.contains { date in
          (place.from.map { $0 <= date } ?? true) && (place.until.map { date <= $0 } ?? true)
        }
        && rotations.contains { $0.name == place.rotation && $0.price == nil }
    }
    origins = own.origins
  }

  /// The entries that must be kept, in the order of the settings, then places in rotations.
  var members: [WeekMember] {
    var found: [Int] = []
    for (day, bounds) in byDate.enumerated() {
      for bound in bounds where bound.entry.price == nil && (day == 0 || bound.entry.rule.isDated) {
        let position = origins[bound.position] ?? bound.position
        if !found.contains(position) { found.append(position) }
      }
    }
    return found.sorted().map { .rule($0) } + places.map { .rotation($0) }
  }

  /// The rules that are not in force.
  func lifted(keeping active: Set<WeekMember>) -> LiftedRules {
    var lifted = LiftedRules()
    for bound in byDate.joined() where bound.entry.price == nil {
      let position = origins[bound.position] ?? bound.position
      if !active.contains(.rule(position)) { lifted.entries.insert(bound.position) }
    }
    lifted.places = Set(places.filter { !active.contains(.rotation($0)) })
    return lifted
  }

  /// Whether a contract's limit is in force on some date: no entry stands in its place.
  func leavesContract(_ limit: ContractLimit) -> Bool {
    switch limit {
    case .minimumRest: byDate.contains { !$0.contains { $0.entry.rule.name == "minimum rest" } }
    case .startChange: byDate.contains { !$0.contains { $0.entry.rule.name == "start change" } }
    case .leastHours, .mostHours, .fewestDays, .mostDays: total(limit) == nil
    default: true
    }
  }

  /// What gives a limit of the week's totals: an entry, or the contract of some name.
  func owner(of limit: ContractLimit, contract: String) -> WeekMember {
    guard let bound = total(limit) else { return .contract(contract, limit) }
    return .rule(origins[bound.position] ?? bound.position)
  }

  /// The entry that stands in the place of a limit of the week's totals.
  private func total(_ limit: ContractLimit) -> BoundRules.Bound? {
    byDate.first?.first { bound in
      let isPriced = bound.entry.price != nil
      return switch (bound.entry.rule, limit) {
      case (.weeklyHours(let least, _), .leastHours): isPriced || least != nil
      case (.weeklyHours(_, let most), .mostHours): isPriced || most != nil
      case (.weeklyDays(let least, _), .fewestDays): isPriced || least != nil
      case (.weeklyDays(_, let most), .mostDays): isPriced || most != nil
      default: false
      }
    }
  }
}

extension LaborRule {
  /// Whether it is in force by the date of a shift, and not by the week's Monday.
  fileprivate var isDated: Bool {
    switch self {
    case .shiftHours, .startWindow, .mealBreak, .minimumRest, .startChange, .restBetween,
      .kindOrder:
      true
    default: false
    }
  }
}
