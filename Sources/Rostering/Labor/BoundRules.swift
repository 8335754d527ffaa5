import Workforce

/// Which entries of the labor rules bind a person when: of those of one topic the most specific one.
struct BoundRules: Sendable {
  /// The entries that name the person, the most specific first; of one rank in the order of the settings.
  private let entries: [RuleEntry]

  init(of employee: Employee, in settings: LaborSettings) {
    let own = settings.rules.filter { Self.binds($0.scope, employee) }
    entries = [3, 2, 1, 0].flatMap { rank in own.filter { Self.rank($0.scope) == rank } }
  }

  /// Whether no entry names the person.
  var isEmpty: Bool { entries.isEmpty }

  /// The entries in force on a date, one of each topic, in an order that does not depend on the date.
  func entries(on date: LocalDate) -> [RuleEntry] {
    var topics: Set<RuleTopic> = []
    return entries.filter { entry in
      (entry.from.map { $0 <= date } ?? true) && (entry.until.map { date <= $0 } ?? true)
        && topics.insert(entry.rule.topic).inserted
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

  private static func binds(_ scope: RuleScope, _ employee: Employee) -> Bool {
    (scope.contracts.isEmpty || scope.contracts.contains(employee.sharedContract))
      && (scope.teams.isEmpty || scope.teams.contains(employee.team))
      && (scope.employees.isEmpty || scope.employees.contains(employee.id))
  }

  /// How specific a scope is: by people, team, contract, or for all.
  private static func rank(_ scope: RuleScope) -> Int {
    if !scope.employees.isEmpty { return 3 }
    if !scope.teams.isEmpty { return 2 }
    return scope.contracts.isEmpty ? 0 : 1
  }
}
