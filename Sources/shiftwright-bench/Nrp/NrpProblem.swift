import Rostering
import Workforce

/// Turns a nurse instance into a roster problem: a slot per date and kind of shift, a shape of one
/// slot per kind, requests as prices of options, the rest as rules of a horizon.
struct NrpProblem {
  let instance: NrpInstance

  /// Weight for over of each slot; 0 where no cover is stated.
  private let overWeights: [Int]
  /// The price of a person too many in every slot; what is asked beyond it in some is put on the
  /// shifts there.
  private let idle: Int

  init(_ instance: NrpInstance) {
    self.instance = instance
    var weights = [Int](repeating: 0, count: instance.dayCount * instance.kinds.count)
    for cover in instance.cover {
      weights[cover.day * instance.kinds.count + cover.kind] = cover.overWeight
    }
    overWeights = weights
    idle = weights.min() ?? 0
  }

  /// What the objective lacks of the instance's cost.
  var constant: Int {
    -instance.cover.reduce(0) { $0 + $1.required * ($1.overWeight - idle) }
  }

  /// The instance as numbers, and how many distinct automata its people need.
  func problem() throws(ShiftwrightError) -> (problem: RosterProblem, automata: Int) {
    guard let first = LocalDate(year: 2026, month: 1, day: 5),
      let grid = TimeGrid(from: first, days: 1, stepMinutes: 60, zone: .utc)
    else { throw ShiftwrightError("The days of the benchmark cannot be laid out.") }
    let slots = instance.dayCount * instance.kinds.count
    var shelf = AutomatonShelf()
    let employees = instance.people.indices.map { employee($0, &shelf) }
    let problem = RosterProblem(
      grid: grid,
      slotCount: slots,
      dayCount: instance.dayCount,
      queueNames: ["shifts"],
      groups: [RosterGroup(queues: [0])],
      shapes: instance.kinds.map { kind in
        ShiftShape(
          name: kind.name,
          length: 1,
          paidMinutes: kind.minutes,
          pauses: [],
          minimumStretch: 1,
          maximumStretch: 1
        )
      },
      cover: cover(on: grid),
      employees: employees,
      coupling: Coupling(overtimeBudgets: [.max]),
      prices: TourPrices(
        startChangePerMinute: 0,
        overtimePremium: 0,
        weekendFairness: 0,
        isWeekend: (0..<instance.dayCount).map { NrpInstance.isWeekend($0) }
      )
    )
    return (problem, shelf.count)
  }

  /// Missing people cost what is asked, and what is put on the shifts of the slot.
  private func cover(on grid: TimeGrid) -> CoverTable {
    var steps = overWeights.map { _ in CoverCost(steps: []) }
    for cover in instance.cover where cover.required > 0 {
      let worth = Double(cover.underWeight + cover.overWeight - idle)
      steps[cover.day * instance.kinds.count + cover.kind] = CoverCost(
        steps: [CoverCost.Step(people: cover.required, worth: worth)]
      )
    }
    return CoverTable(CoverCosts(grid: grid, queues: [steps]), idleCost: Double(idle))
  }

  private func employee(_ index: Int, _ shelf: inout AutomatonShelf) -> RosterEmployee {
    let person = instance.people[index]
    let count = instance.kinds.count
    var costs = overWeights.map { $0 - idle }
    var base = 0
    for request in instance.wanted where request.person == index {
      base += request.weight
      costs[request.day * count + request.kind] -= request.weight
    }
    for request in instance.unwanted where request.person == index {
      costs[request.day * count + request.kind] += request.weight
    }
    let isOff = Set(person.daysOff)
    let days = (0..<instance.dayCount).map { day in
      let kinds =
        isOff.contains(day) ? [] : instance.kinds.indices.filter { person.mostOfKind[$0] > 0 }
      return EmployeeDay(
        group: 0,
        options: kinds.map { kind in
          ShiftOption(
            start: day * count + kind,
            shape: kind,
            clock: 0,
            pay: Double(costs[day * count + kind]),
            startWish: 0,
            dayOffWish: 0
          )
        }
      )
    }
    return person.employee(days: days, base: base, automaton: shelf.automaton(for: rules(person)))
  }

  private func rules(_ person: NrpInstance.Person) -> SequenceRules {
    SequenceRules(
      forbiddenNext: instance.kinds.map(\.forbiddenNext),
      leastWork: person.leastConsecutive,
      mostWork: person.mostConsecutive,
      leastOff: person.leastDaysOff
    )
  }

  /// The tours as rows of kinds.
  func roster(_ tours: [PlannedTour]) -> NrpRoster {
    NrpRoster(
      days: tours.map { tour in
        var row = [Int](repeating: -1, count: instance.dayCount)
        for shift in tour.shifts { row[shift.day] = shift.shape }
        return row
      }
    )
  }
}

extension NrpInstance.Person {
  /// The person for the engine; totals and sequence of a week are not used.
  fileprivate func employee(
    days: [EmployeeDay],
    base: Int,
    automaton: DayAutomaton
  ) -> RosterEmployee {
    var employee = RosterEmployee(
      id: name,
      site: 0,
      days: days,
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
    employee.horizon = HorizonRules(
      automaton: automaton,
      leastMinutes: leastMinutes,
      mostMinutes: mostMinutes,
      mostOfKind: mostOfKind,
      mostWeekends: mostWeekends,
      baseCost: Double(base)
    )
    return employee
  }
}
