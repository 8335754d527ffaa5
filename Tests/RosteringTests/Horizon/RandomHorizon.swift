import Workforce

@testable import Rostering

/// One person over a few days with random rules, and all sequences of days that keep them.
struct RandomHorizon {
  let problem: RosterProblem
  let prices: BoundPrices
  private let rules: SequenceRules
  private let shapes: [ShiftShape]

  init(seed: Int) throws {
    var random = RandomStream(seed: 31, name: "random horizon", keys: seed)
    let kinds = 1 + random.below(3)
    let days = kinds < 3 ? 6 + random.below(3) : 6
    shapes = (0..<kinds).map { kind in
      ShiftShape(
        name: "kind \(kind)",
        length: 1,
        paidMinutes: [480, 600, 720][(kind + seed) % 3],
        pauses: [],
        minimumStretch: 1,
        maximumStretch: 1
      )
    }
    rules = SequenceRules(
      forbiddenNext: (0..<kinds).map { _ in (0..<kinds).filter { _ in random.below(3) == 0 } },
      leastWork: 1 + random.below(3),
      mostWork: 3 + random.below(3),
      leastOff: 1 + random.below(2)
    )
    var employee = RosterEmployee(
      id: "one",
      site: 0,
      days: (0..<days).map { day in
        let offered = (0..<kinds).filter { _ in random.below(6) > 0 }
        return EmployeeDay(
          group: 0,
          options: offered.map { Self.option(day * kinds + $0, $0, Double(random.below(7)) - 3) }
        )
      },
      totals: TotalsAutomaton(
        paidMinutes: [],
        dayCount: 0,
        daysAllowed: 0...0,
        paidAllowed: 0...0
      ),
      sequence: SequenceAutomaton(maximumRun: 1, history: 0, dayCount: 0),
      minimumRest: 0,
      maximumStartChange: 0,
      overtimeAfter: .max,
      minimumPaid: 0,
      wagePerMinute: 0,
      weekendHistory: 0
    )
    let least = 480 * random.below(4)
    employee.horizon = HorizonRules(
      automaton: DayAutomaton(rules),
      leastMinutes: least,
      mostMinutes: least + 480 + 120 * random.below(8),
      mostOfKind: (0..<kinds).map { _ in 1 + random.below(4) },
      mostWeekends: random.below(3),
      baseCost: Double(random.below(5))
    )
    let slots = days * kinds
    problem = try Self.problem(employee, days: days, shapes: shapes)
    prices = BoundPrices(
      marginals: (0..<slots).map { _ in 12 * random.unit() - 3 },
      coupling: [0]
    )
  }

  private static func option(_ start: Int, _ kind: Int, _ cost: Double) -> ShiftOption {
    ShiftOption(start: start, shape: kind, clock: 0, pay: cost, startWish: 0, dayOffWish: 0)
  }

  private static func problem(
    _ employee: RosterEmployee,
    days: Int,
    shapes: [ShiftShape]
  ) throws -> RosterProblem {
    guard let first = LocalDate(year: 2026, month: 1, day: 5),
      let grid = TimeGrid(from: first, days: 1, stepMinutes: 60, zone: .utc)
    else { throw ShiftwrightError("no grid") }
    let step = CoverCost(steps: [CoverCost.Step(people: 1, worth: 9)])
    let cells = (0..<days * shapes.count).map { _ in step }
    return RosterProblem(
      grid: grid,
      slotCount: cells.count,
      dayCount: days,
      queueNames: ["shifts"],
      groups: [RosterGroup(queues: [0])],
      shapes: shapes,
      cover: CoverTable(CoverCosts(grid: grid, queues: [cells]), idleCost: 3),
      employees: [employee],
      coupling: Coupling(overtimeBudgets: [.max]),
      // weekends on the third and fourth, and on the seventh date
      prices: TourPrices(
        startChangePerMinute: 0,
        overtimePremium: 0,
        weekendFairness: 0,
        isWeekend: (0..<days).map { [2, 3, 6].contains($0) }
      )
    )
  }

  /// Least cost less worth over all legal sequences of days; `nil` without any.
  func least() -> Double? {
    var best: Double?
    forEachLegal { _, cost in best = min(best ?? .infinity, cost) }
    return best
  }

  /// Calls with each legal sequence of symbols and its cost less worth.
  func forEachLegal(_ body: ([Int], Double) -> Void) {
    guard let horizon = problem.employees[0].horizon else { return }
    var symbols = [Int](repeating: 0, count: problem.dayCount)
    func extend(_ day: Int, _ cost: Double) {
      guard day < problem.dayCount else {
        if isLegal(symbols, horizon) { body(symbols, cost) }
        return
      }
      symbols[day] = 0
      extend(day + 1, cost)
      for option in problem.employees[0].days[day].options {
        symbols[day] = option.shape + 1
        extend(day + 1, cost + option.cost - prices.marginals[option.start])
      }
    }
    extend(0, horizon.baseCost)
  }

  private func isLegal(_ symbols: [Int], _ horizon: HorizonRules) -> Bool {
    let minutes = symbols.reduce(0) { $0 + ($1 > 0 ? shapes[$1 - 1].paidMinutes : 0) }
    let weekends = [[2, 3], [6]].count { days in
      days.contains { $0 < symbols.count && symbols[$0] > 0 }
    }
    guard minutes >= horizon.leastMinutes, minutes <= horizon.mostMinutes,
      weekends <= horizon.mostWeekends
    else { return false }
    for (kind, most) in horizon.mostOfKind.enumerated()
    where symbols.count(where: { $0 == kind + 1 }) > most {
      return false
    }
    for day in 1..<symbols.count where symbols[day] > 0 && symbols[day - 1] > 0 {
      if rules.forbiddenNext[symbols[day - 1] - 1].contains(symbols[day] - 1) { return false }
    }
    return keepsRuns(symbols)
  }

  private func keepsRuns(_ symbols: [Int]) -> Bool {
    var first = 0
    while first < symbols.count {
      let isWork = symbols[first] > 0
      let end = symbols[first...].firstIndex { ($0 > 0) != isWork } ?? symbols.count
      if isWork, end - first > rules.mostWork { return false }
      if first > 0, end < symbols.count,
        end - first < (isWork ? rules.leastWork : rules.leastOff)
      {
        return false
      }
      first = end
    }
    return true
  }
}
