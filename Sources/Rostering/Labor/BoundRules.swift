import Workforce

/// Labor rules of a person that demand nothing, though they still stand in the place of what they replace.
struct LiftedRules: Hashable, Sendable {
  /// Entries, by their positions in the settings.
  var entries: Set<Int> = []
  /// Places in rotations, by their positions in the inputs.
  var places: Set<Int> = []
}

/// Which entries of the labor rules bind a person when: of those of one topic the most specific one.
struct BoundRules: Sendable {
  /// An entry with its position in the settings.
  struct Bound: Hashable, Sendable {
    let position: Int
    let entry: RuleEntry
  }

  /// The entries that name the person, the most specific first; of one rank in the order of the settings.
  private let entries: [Bound]
  private let lifted: Set<Int>

  init(of employee: Employee, in settings: LaborSettings, lifted: Set<Int> = []) {
    self.lifted = lifted
    let own = settings.rules.enumerated().map { Bound(position: $0.offset, entry: $0.element) }
      .filter { $0.entry.scope.speaks(of: employee) }
    entries = [3, 2, 1, 0].flatMap { rank in
      own.filter { Self.rank($0.entry.scope) == rank }
    }
  }

  /// Whether no entry names the person.
  var isEmpty: Bool { entries.isEmpty }

  /// The entries in force on a date with their positions, lifted ones too, one of each topic.
  func bound(on date: LocalDate) -> [Bound] {
    var topics: Set<RuleTopic> = []
    return entries.filter { bound in
      let entry = bound.entry
      return (entry.from.map { $0 <= date } ?? true) && (entry.until.map { date <= $0 } ?? true)
        && topics.insert(entry.rule.topic).inserted
    }
  }

  /// The entries in force on a date, one of each topic, in an order that does not depend on the date; of lifted
  /// ones what is left when they demand nothing.
  func entries(on date: LocalDate) -> [RuleEntry] {
    bound(on: date).compactMap { bound in
      lifted.contains(bound.position) ? bound.entry.standIn : bound.entry
    }
  }

  /// Per topic that is in force on one of the dates: the entry of each date, or `nil`.
  func topics(on dates: [LocalDate]) -> [[RuleEntry?]] {
    let byDate = dates.map(entries(on:))
    var order: [RuleTopic] = []
    for entry in byDate.joined() where !order.contains(entry.rule.topic) {
      order.append(entry.rule.topic)
    }
    return order.map { topic in byDate.map { day in day.first { $0.rule.topic == topic } } }
  }

  /// How specific a scope is: by people, team, contract, or for all.
  private static func rank(_ scope: RuleScope) -> Int {
    if !scope.employees.isEmpty { return 3 }
    if !scope.teams.isEmpty { return 2 }
    return scope.contracts.isEmpty ? 0 : 1
  }
}

extension RuleEntry {
  /// What stands in the place of the contract's number while the entry is lifted; `nil` where nothing has to.
  ///
  /// The week's totals stay: credits follow from them.
  fileprivate var standIn: RuleEntry? {
    var free = self
    switch rule {
    case .minimumRest: free.rule = .minimumRest(.zero)
    case .startChange: free.rule = .startChange(.hours(24))
    case .weeklyHours, .weeklyDays: break
    default: return nil
    }
    return free
  }
}
