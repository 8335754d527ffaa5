import Workforce

extension RosterReasons {
  /// What may be taken away to see whether it is what stops somebody.
  enum Obstacle: Hashable, Sendable, CaseIterable {
    case minimumRest, consecutiveDays, startChange, shiftWindow, leastHours, mostHours, fewestDays
    case mostDays, availability, overtimeBudget, presence, locks, rotations, absence
    /// An entry of the labor rules, by position.
    case labor(Int)

    /// Those that everybody may have.
    static let allCases: [Obstacle] = [
      .minimumRest, .consecutiveDays, .startChange, .shiftWindow, .leastHours, .mostHours,
      .fewestDays, .mostDays, .availability, .overtimeBudget, .presence, .locks, .rotations,
      .absence,
    ]

    var rule: RosterRule? {
      switch self {
      case .minimumRest: .minimumRest
      case .consecutiveDays: .consecutiveDays
      case .startChange: .startChange
      case .shiftWindow: .shiftWindow
      case .leastHours: .leastHours
      case .mostHours: .mostHours
      case .fewestDays: .fewestDays
      case .mostDays: .mostDays
      case .availability: .availability
      case .overtimeBudget: .overtimeBudget
      case .presence: .presence
      case .locks: .locks
      case .rotations: .rotations
      case .absence: nil
      case .labor(let position): .labor(position)
      }
    }

    /// The name, as reports and the checker use it where they can.
    var name: String { rule?.name ?? "absence" }
  }

  /// What may stop a person: what may stop everybody, and the entries of the labor rules that must be kept.
  private func obstacles(of employee: String) -> [Obstacle] {
    guard let person = inputs.employees.first(where: { $0.id == employee }) else {
      return Obstacle.allCases
    }
    let rules = inputs.settings.labor.rules.enumerated().filter {
      $0.element.price == nil && $0.element.scope.speaks(of: person)
    }
    return Obstacle.allCases + rules.map { .labor($0.offset) }
  }

  private func title(_ obstacle: Obstacle) -> String {
    obstacle.rule?.title(in: inputs) ?? obstacle.name
  }

  /// Why no legal week of a person has the interval.
  func obstacle(_ weeks: PersonalWeeks, _ asked: Asked) -> IntervalExplanation.Reason {
    let all = obstacles(of: weeks.numbers.id)
    let single = all.filter { week(weeks, without: [$0], asked) != nil }
    guard single.isEmpty else { return .oneOf(single.map(title)) }
    guard week(weeks, without: all, asked) != nil else { return .noShift }
    var kept = all
    for obstacle in all {
      let fewer = kept.filter { $0 != obstacle }
      if week(weeks, without: fewer, asked) != nil { kept = fewer }
    }
    return .allOf(kept.map(title))
  }

  /// The best week that has the interval when some rules are not kept; `nil` where there is none.
  func week(
    _ weeks: PersonalWeeks,
    without obstacles: [Obstacle],
    _ asked: Asked
  ) -> PlannedTour? {
    guard let variant = variant(of: weeks.employee, without: obstacles),
      let numbers = variant.changed.first?.numbers,
      let tour = weeks.best(numbers, in: variant, during: asked.slots)
    else { return nil }
    let joint: Set<Obstacle> = [.overtimeBudget, .presence]
    guard joint.isDisjoint(with: obstacles) else { return tour }
    return weeks.roster(with: tour).isLegal ? tour : nil
  }

  /// The week in which some rules do not act on one person; `nil` where none of them acts at all.
  func variant(of position: Int, without obstacles: [Obstacle]) -> WeekVariant? {
    let compiler = compiled.compiler
    let own = compiler.alone(problem.employees[position].id)
    var free = own
    for obstacle in obstacles {
      if let rule = obstacle.rule {
        free = rule.lifted(from: free) ?? free
      } else {
        free.absences = []
      }
    }
    let dropsHeads = obstacles.contains(.presence) && problem.employees[position].headSet > 0
    guard free != own || dropsHeads, var variant = compiler.variant([position], free) else {
      return nil
    }
    if obstacles.contains(.presence) { variant.changed[0].numbers.headSet = 0 }
    if obstacles.contains(.overtimeBudget) {
      variant.coupling = variant.coupling.with(
        overtimeBudgets: variant.coupling.overtimeBudgets.map { _ in Int.max }
      )
    }
    return variant
  }

  /// The week in which a rule or price does not act on one person; `nil` where it does not anyway.
  func variant(of position: Int, without rule: RosterRule) -> WeekVariant? {
    if let obstacle = Obstacle.allCases.first(where: { $0.rule == rule }) {
      return variant(of: position, without: [obstacle])
    }
    let compiler = compiled.compiler
    guard let free = rule.lifted(from: compiler.alone(problem.employees[position].id)),
      var variant = compiler.variant([position], free)
    else { return nil }
    variant.prices = TourPrices(free.settings, dates: problem.grid.dates)
    return variant
  }
}
