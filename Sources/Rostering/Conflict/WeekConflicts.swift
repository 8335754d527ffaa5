public import Optimization
public import Workforce

/// Finds everything in a week that cannot hold together: irreducible sets of members, one per person or
/// moment in trouble (`docs/concepts/conflicts.md`).
public struct WeekConflicts {
  let desk: WeekDesk
  let solver: any LinearSolver
  let stop: StopSignal

  /// Lays the week out.
  ///
  /// - Parameters:
  ///   - week: The scenario with what is fixed.
  ///   - solver: Solves the programs on presence through a day.
  ///   - stop: Ends the search.
  /// - Throws: `ShiftwrightError` when the week cannot be laid out on the roster grid.
  public init(
    _ week: FixedWeek,
    solver: any LinearSolver,
    stop: StopSignal = StopSignal()
  ) throws(ShiftwrightError) {
    try self.init(week, reusing: nil, solver: solver, stop: stop)
  }

  /// Lays the week out with the answers of another as far as they hold.
  init(
    _ week: FixedWeek,
    reusing earlier: WeekConflicts?,
    solver: any LinearSolver,
    stop: StopSignal
  ) throws(ShiftwrightError) {
    desk = try WeekDesk(week, reusing: earlier?.desk)
    self.solver = solver
    self.stop = stop
  }

  /// All conflicts: those of single people in their order, then seats, overtime and pay, then presence, heads
  /// and agents by time.
  ///
  /// - Throws: `SolverError` when the solver fails, `ShiftwrightError` when `stop` is cancelled.
  public func all(
    progress: (@Sendable (StageProgress) -> Void)? = nil
  ) throws -> [WeekConflict] {
    progress?(StageProgress(stage: "people"))
    var found = try people()
    progress?(StageProgress(stage: "seats, overtime, pay"))
    found += try seats() + overtime() + pay()
    progress?(StageProgress(stage: "presence"))
    found += try presence() + tooMany() + agents()
    var seen: Set<[WeekMember]> = []
    return found.filter { $0.members.isEmpty || seen.insert($0.members).inserted }
  }

  func throwIfCancelled() throws {
    guard stop.isStopped else { return }
    throw ShiftwrightError("Cancelled. Nothing was written.\nRun the command again.")
  }

  /// Conflicts of single people, disjoint ones of the same person one after the other; people with the same
  /// members have one together.
  ///
  /// - Throws: `ShiftwrightError` when `stop` is cancelled.
  public func people() throws -> [WeekConflict] {
    var places: [[WeekMember]: Int] = [:]
    var found: [WeekConflict] = []
    for answers in desk.people {
      try throwIfCancelled()
      for conflict in Self.conflicts(of: answers) {
        if let place = places[conflict.members], !conflict.members.isEmpty {
          found[place].others.append(answers.week.person.id)
        } else {
          places[conflict.members] = found.count
          found.append(conflict)
        }
      }
    }
    return found
  }

  static func conflicts(of answers: PersonAnswers) -> [WeekConflict] {
    var left = answers.week.members
    var found: [WeekConflict] = []
    while !answers.hasWeek(Set(left)) {
      let members = QuickExplain { answers.hasWeek($0) }.conflict(among: left)
      let demand = WeekDemand.week(employee: answers.week.person.id)
      found.append(WeekConflict(demand: demand, members: members))
      guard !members.isEmpty else { break }
      left.removeAll(where: members.contains)
    }
    return found
  }
}

extension WeekConflicts {
  /// Those who have a week by themselves.
  var possible: [PersonAnswers] {
    desk.people.filter { $0.hasWeek(Set($0.week.members)) }
  }

  /// Sites whose people cannot keep the budget of overtime.
  func overtime() throws -> [WeekConflict] {
    try desk.week.inputs.settings.sites.compactMap { site -> WeekConflict? in
      guard let budget = site.overtimeBudget else { return nil }
      try throwIfCancelled()
      let all = WeekDesk.united(
        possible.filter { $0.week.person.site == site.name }
          .map(\.week.members)
      )
      let member = WeekMember.overtimeBudget(site.name)
      let excess = excess(of: site.name, Set(all).union([member]))
      guard excess > 0 else { return nil }
      let finder = QuickExplain<WeekMember> { self.excess(of: site.name, $0) <= 0 }
      return WeekConflict(
        demand: .overtime(
          site: site.name,
          least: budget.wholeMinutes + Int(excess.rounded())
        ),
        members: narrowed(finder, member, all)
      )
    }
  }

  /// Minutes by which the least overtime of a site's people is more than its budget.
  func excess(of name: String, _ active: Set<WeekMember>) -> Double {
    let site = desk.week.inputs.settings.sites.first { $0.name == name }
    guard let budget = site?.overtimeBudget, active.contains(.overtimeBudget(name)) else {
      return 0
    }
    let sum = possible.filter { $0.week.person.site == name }
      .reduce(0) { $0 + ($1.leastOvertime(active) ?? 0) }
    return max(0, sum - Double(budget.wholeMinutes))
  }

  /// The limit on pay, where nobody's cheapest weeks keep it.
  func pay() throws -> [WeekConflict] {
    guard let most = desk.week.inputs.settings.costs.maximumPay else { return [] }
    try throwIfCancelled()
    let all = WeekDesk.united(possible.map(\.week.members))
    let excess = excessPay(Set(all).union([.maximumPay]))
    guard excess > 0 else { return [] }
    let finder = QuickExplain<WeekMember> { self.excessPay($0) <= 0 }
    return [
      WeekConflict(
        demand: .pay(least: most + excess),
        members: narrowed(finder, .maximumPay, all)
      )
    ]
  }

  /// By how much the least pay of everybody is more than the week may cost.
  func excessPay(_ active: Set<WeekMember>) -> Double {
    let costs = desk.week.inputs.settings.costs
    guard let most = costs.maximumPay, active.contains(.maximumPay) else { return 0 }
    let sum = possible.reduce(0) {
      $0 + ($1.leastPay(premium: costs.overtimePremium, active) ?? 0)
    }
    return sum > most + 1e-6 ? sum - most : 0
  }

  /// A conflict of a limit with members of people: among limits of contracts alone where those suffice.
  private func narrowed(
    _ finder: QuickExplain<WeekMember>,
    _ member: WeekMember,
    _ all: [WeekMember]
  ) -> [WeekMember] {
    let contracts = all.filter {
      switch $0 {
      case .contract, .rule: true
      default: false
      }
    }
    let few = [member] + contracts
    return finder.conflict(among: finder.isPossible(Set(few)) ? [member] + all : few)
  }

  /// Classes whose seats are not enough for those who can sit in no other.
  func seats() throws -> [WeekConflict] {
    let classes = desk.frame.classes
    let listed = possible.filter { !classes.attended(by: $0.week.person.id).isEmpty }
    guard !listed.isEmpty else { return [] }
    try throwIfCancelled()
    let people = listed.map(\.week.person.id)
    var left =
      classes.classes.map { WeekMember.seats($0.session.id) }
      + WeekDesk.united(listed.map(\.week.members))
    var found: [WeekConflict] = []
    while let blocked = unplaced(people, Set(left)) {
      let members = QuickExplain { self.unplaced(people, $0) == nil }.conflict(among: left)
      found.append(
        WeekConflict(
          demand: .seats(employees: blocked.people, sessions: blocked.sessions),
          members: members
        )
      )
      guard !members.isEmpty else { break }
      left.removeAll(where: members.contains)
    }
    return found
  }

  /// The first person for whom no seat is left, with those who hold the seats; `nil` when all sit.
  func unplaced(
    _ people: [String],
    _ active: Set<WeekMember>
  ) -> (people: [String], sessions: [String])? {
    let classes = desk.frame.classes
    let all = classes.classes
    var matching = PlaceMatching(
      room: all.map { active.contains(.seats($0.session.id)) ? $0.session.seats : .max }
    )
    var seated: [String] = []
    for answers in possible where people.contains(answers.week.person.id) {
      let name = answers.week.person.id
      for listed in classes.attended(by: name) where answers.hasWeek(active) {
        let member = WeekMember.attendance(employee: name, course: all[listed[0]].session.course)
        let choices = active.contains(member) ? listed.filter { answers.attends($0, active) } : []
        guard !choices.isEmpty else { continue }
        seated.append(name)
        guard let seen = matching.add(choices) else { continue }
        let others = matching.takers(of: seen).map { seated[$0] }
        return (others + [name], seen.sorted().map { all[$0].session.id })
      }
    }
    return nil
  }
}
