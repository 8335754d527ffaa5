import Workforce

/// What an entry in force asks for.
struct Bound<Value> {
  let value: Value
  /// Price of a unit missed; `nil` where it must be kept.
  let price: Double?
}

/// A least and a most, where given.
struct Limits<Value> {
  var least: Value?
  var most: Value?
}

/// What an entry is about: entries of the same replace each other, others hold side by side.
struct RuleSubject: Hashable {
  private let name: String
  private let kinds: [[String]]
  private let numbers: [Int64]

  init(_ rule: LaborRule) {
    name = rule.name
    let lists: [[String]] =
      switch rule {
      case .restBetween(let after, let before, _): [after, before]
      case .kindOrder(let after, let never): [after, never]
      case .kindRun(let kinds, _), .restAfter(let kinds, _), .kindCount(let kinds, _, _, _):
        [kinds]
      case .kindBalance(let one, let other, _, _): [[one, other]]
      default: []
      }
    kinds = lists.map { Set($0).sorted() }
    numbers =
      switch rule {
      case .weekends(_, let weeks), .kindCount(_, _, _, let weeks),
        .kindBalance(_, _, _, let weeks),
        .periodHours(_, _, let weeks):
        [Int64(weeks)]
      case .startWindow(_, let weekdays): Set(weekdays).map { Int64($0.rawValue) }.sorted()
      case .mealBreak(let over, _, _): [over.components.seconds]
      default: []
      }
  }
}

/// The labor rules of a scenario, gathered by person once.
struct LaborIndex: Sendable {
  private let settings: LaborSettings
  private let closedDates: Set<LocalDate>
  private let locks: [String: [RosterLock]]
  private let rotations: [String: [RotationPlace]]

  init(_ inputs: PlanningInputs) {
    settings = inputs.settings.labor
    closedDates = Set(inputs.calendar.filter { $0.kind == .closed }.map(\.date))
    locks = Dictionary(grouping: inputs.locks, by: \.employee)
    rotations = Dictionary(grouping: inputs.rotationPlaces, by: \.employee)
  }

  func rules(for employee: Employee) -> BoundRules {
    BoundRules(
      entries: settings.rules.filter { $0.scope.means(employee) },
      kinds: settings.kinds,
      closedDates: closedDates,
      locks: locks[employee.id, default: []],
      rotations: rotations[employee.id, default: []]
    )
  }
}

/// The labor rules that name one person.
struct BoundRules: Sendable {
  /// The entries, in file order.
  let entries: [RuleEntry]
  /// The kinds of shift of the scenario.
  let kinds: [ShiftKind]
  /// Dates that the calendar closes.
  let closedDates: Set<LocalDate>
  /// The person's dates that are settled beforehand.
  let locks: [RosterLock]
  /// The rotations that the person follows.
  let rotations: [RotationPlace]

  /// What `read` understands of the entries in force on a date, in file order: the most specific of
  /// each subject, and of those of one rank the first.
  func inForce<Value>(on date: LocalDate, _ read: (LaborRule) -> Value?) -> [Bound<Value>] {
    var best: [(subject: RuleSubject, rank: Int, bound: Bound<Value>)] = []
    for entry in entries where entry.binds(on: date) {
      guard let value = read(entry.rule) else { continue }
      let found = (
        subject: RuleSubject(entry.rule), rank: entry.scope.rank,
        bound: Bound(value: value, price: entry.price)
      )
      guard let place = best.firstIndex(where: { $0.subject == found.subject }) else {
        best.append(found)
        continue
      }
      if best[place].rank < found.rank { best[place] = found }
    }
    return best.map(\.bound)
  }
}

extension RuleScope {
  /// Whether a person is meant: all lists that name somebody must hold.
  func means(_ employee: Employee) -> Bool {
    func holds(_ names: [String], _ name: String) -> Bool { names.isEmpty || names.contains(name) }
    return holds(contracts, employee.contract) && holds(teams, employee.team)
      && holds(employees, employee.id)
  }

  /// 3 for people, 2 for teams, 1 for contracts, 0 for everybody.
  fileprivate var rank: Int {
    if !employees.isEmpty { return 3 }
    if !teams.isEmpty { return 2 }
    return contracts.isEmpty ? 0 : 1
  }
}

extension RuleEntry {
  fileprivate func binds(on date: LocalDate) -> Bool {
    if case .startWindow(_, let weekdays) = rule, !weekdays.isEmpty,
      !weekdays.contains(date.weekday)
    {
      return false
    }
    return isWithin(date, from, until)
  }
}

/// True on the dates from the first to the last, both included, as far as they are given.
func isWithin(_ date: LocalDate, _ from: LocalDate?, _ until: LocalDate?) -> Bool {
  if let from, date < from { return false }
  if let until, date > until { return false }
  return true
}
