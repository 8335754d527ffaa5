/// A roster over a horizon as flat numbers, for annealing: symbols of days, counters, costs.
///
/// A symbol is 0 for a day off and kind + 1 for a shift. Everybody must serve one queue alone.
struct AnnealedRoster {
  let problem: RosterProblem
  let dayCount: Int
  /// Symbols of a date.
  let width: Int
  /// Symbol by `person * dayCount + day`.
  private(set) var symbols: [Int32]
  /// Cost of requests by `(person * dayCount + day) * width + symbol`; infinite where there is no
  /// such shift.
  private let costs: [Double]
  /// Cell of each shift by `day * width + symbol`, or -1.
  private let cells: [Int32]
  /// Cost of a cell by `cell * (people + 1) + count`.
  private let cover: [Double]
  private var counts: [Int32]
  /// State of the sequence before each date by `person * (dayCount + 1) + day`.
  private var states: [Int32]
  private var units: [Int]
  private var weekends: [Int]
  /// Shifts by `person * width + symbol`.
  private var kinds: [Int32]
  /// The objective.
  private(set) var cost: Double

  private var people: Int { problem.employees.count }

  /// Lays a roster out; everybody's horizon must be legal.
  init(_ state: RosterState) {
    problem = state.problem
    dayCount = problem.dayCount
    width = problem.shapes.count + 1
    let layout = Layout(problem, width: width)
    (costs, cells, cover) = (layout.costs, layout.cells, layout.cover)
    symbols = [Int32](repeating: 0, count: problem.employees.count * dayCount)
    counts = [Int32](repeating: 0, count: problem.cover.capacity.count)
    states = [Int32](repeating: 0, count: problem.employees.count * (dayCount + 1))
    units = problem.employees.map { _ in 0 }
    weekends = units
    kinds = [Int32](repeating: 0, count: problem.employees.count * width)
    cost = state.objective
    for (person, tour) in state.tours.enumerated() {
      for shift in tour.shifts { symbols[person * dayCount + shift.day] = Int32(shift.shape + 1) }
      count(person)
    }
  }

  /// Counts a person's days.
  private mutating func count(_ person: Int) {
    guard let plan = problem.horizons[person] else { return }
    var state = plan.automaton.start
    for day in 0..<dayCount {
      states[person * (dayCount + 1) + day] = Int32(state)
      let symbol = Int(symbols[person * dayCount + day])
      state = plan.automaton.next(state, symbol: symbol)
      kinds[person * width + symbol] += 1
      if symbol > 0 {
        counts[Int(cells[day * width + symbol])] += 1
        units[person] += plan.units[symbol - 1]
      }
    }
    states[person * (dayCount + 1) + dayCount] = Int32(state)
    weekends[person] = workedWeekends(plan, person, 0..<dayCount)
  }

  @inline(__always)
  func symbol(_ person: Int, _ day: Int) -> Int32 { symbols[person * dayCount + day] }

  /// Whether a person may have a symbol on a date.
  @inline(__always)
  func offers(_ person: Int, _ day: Int, _ symbol: Int) -> Bool {
    costs[(person * dayCount + day) * width + symbol] < .infinity
  }

  /// What one more person with a symbol saves on a date; nothing where nobody works that.
  @inline(__always)
  func saving(_ day: Int, _ symbol: Int) -> Double {
    let cell = Int(cells[day * width + symbol])
    guard cell >= 0 else { return -.infinity }
    let place = cell * (people + 1) + Int(counts[cell])
    return Int(counts[cell]) < people ? cover[place] - cover[place + 1] : -.infinity
  }

  /// Weekends with work that begin in a range of dates.
  private func workedWeekends(_ plan: HorizonPlan, _ person: Int, _ days: Range<Int>) -> Int {
    var found = 0
    for day in days where plan.beginsWeekend[day] {
      let second =
        day + 1 < dayCount && plan.continuesWeekend[day + 1] && symbol(person, day + 1) > 0
      if symbol(person, day) > 0 || second { found += 1 }
    }
    return found
  }

  /// Gives a person other symbols from a date on when that is legal; returns the change of the cost
  /// of requests, or `nil` when it is not legal and nothing has changed.
  mutating func change(_ person: Int, from first: Int, to fresh: [Int32], count: Int) -> Double? {
    guard let plan = problem.horizons[person] else { return nil }
    let base = person * dayCount
    var (change, time) = (0.0, units[person])
    for step in 0..<count {
      let (old, new) = (Int(symbols[base + first + step]), Int(fresh[step]))
      guard old != new else { continue }
      let row = (base + first + step) * width
      change += costs[row + new] - costs[row + old]
      time += (new > 0 ? plan.units[new - 1] : 0) - (old > 0 ? plan.units[old - 1] : 0)
    }
    guard change < .infinity, plan.total.contains(time),
      keepsSequence(plan, person, first, fresh, count),
      keepsKinds(plan, person, first, fresh, count)
    else { return nil }
    let window = max(0, first - 1)..<first + count
    let before = workedWeekends(plan, person, window)
    for step in 0..<count { set(base + first + step, fresh[step]) }
    let after = weekends[person] + workedWeekends(plan, person, window) - before
    weekends[person] = after
    units[person] = time
    restate(plan, person, first, past: first + count)
    return change
  }

  /// Whether weekends are kept after a change; a change that breaks them must be taken back.
  func keepsWeekends(_ person: Int) -> Bool {
    guard let plan = problem.horizons[person] else { return false }
    return weekends[person] <= plan.mostWeekends
  }

  private mutating func set(_ place: Int, _ new: Int32) {
    let (person, day) = place.quotientAndRemainder(dividingBy: dayCount)
    let old = symbols[place]
    guard old != new else { return }
    kinds[person * width + Int(old)] -= 1
    kinds[person * width + Int(new)] += 1
    let people = people + 1
    if old > 0 {
      let cell = Int(cells[day * width + Int(old)])
      let count = Int(counts[cell])
      cost += cover[cell * people + count - 1] - cover[cell * people + count]
      counts[cell] -= 1
    }
    if new > 0 {
      let cell = Int(cells[day * width + Int(new)])
      let count = Int(counts[cell])
      cost += cover[cell * people + count + 1] - cover[cell * people + count]
      counts[cell] += 1
    }
    let row = place * width
    cost += costs[row + Int(new)] - costs[row + Int(old)]
    symbols[place] = new
  }

  /// Follows the automaton through the new symbols until it is where it was.
  private func keepsSequence(
    _ plan: HorizonPlan,
    _ person: Int,
    _ first: Int,
    _ fresh: [Int32],
    _ count: Int
  ) -> Bool {
    let base = person * (dayCount + 1)
    var state = Int(states[base + first])
    for step in 0..<count {
      state = plan.automaton.next(state, symbol: Int(fresh[step]))
      if state < 0 { return false }
    }
    var day = first + count
    while day < dayCount, state != Int(states[base + day]) {
      state = plan.automaton.next(state, symbol: Int(symbols[person * dayCount + day]))
      if state < 0 { return false }
      day += 1
    }
    return true
  }

  /// Follows the automaton from a date until it is where it was, past the changed ones.
  private mutating func restate(_ plan: HorizonPlan, _ person: Int, _ first: Int, past end: Int) {
    let base = person * (dayCount + 1)
    var state = Int(states[base + first])
    for day in first..<dayCount {
      if day >= end, Int(states[base + day]) == state { return }
      states[base + day] = Int32(state)
      state = plan.automaton.next(state, symbol: Int(symbols[person * dayCount + day]))
    }
    states[base + dayCount] = Int32(state)
  }

  private mutating func keepsKinds(
    _ plan: HorizonPlan,
    _ person: Int,
    _ first: Int,
    _ fresh: [Int32],
    _ count: Int
  ) -> Bool {
    let base = person * width
    let days = person * dayCount + first
    for step in 0..<count {
      kinds[base + Int(symbols[days + step])] -= 1
      kinds[base + Int(fresh[step])] += 1
    }
    var isKept = true
    for step in 0..<count where fresh[step] > 0 {
      let symbol = Int(fresh[step])
      if Int(kinds[base + symbol]) > plan.mostOfKind[symbol - 1] { isKept = false }
    }
    for step in 0..<count {
      kinds[base + Int(symbols[days + step])] += 1
      kinds[base + Int(fresh[step])] -= 1
    }
    return isKept
  }

  /// The roster of given symbols.
  func roster(_ symbols: [Int32]) -> RosterState {
    var state = RosterState(problem)
    for person in problem.employees.indices {
      let shifts = (0..<dayCount).compactMap { day -> PlannedShift? in
        let symbol = Int(symbols[person * dayCount + day])
        guard symbol > 0 else { return nil }
        let source = problem.employees[person].days[day]
        guard let option = source.options.first(where: { $0.shape == symbol - 1 }) else {
          preconditionFailure("annealing gives shifts that are offered")
        }
        return PlannedShift(
          day: day,
          start: option.start,
          shape: option.shape,
          group: source.group,
          pauses: SIMD8(repeating: 0)
        )
      }
      state.replace(person, with: problem.tour(of: shifts, employee: problem.employees[person]))
    }
    return state
  }

  /// What does not change.
  private struct Layout {
    var costs: [Double]
    var cells: [Int32]
    var cover: [Double] = []

    init(_ problem: RosterProblem, width: Int) {
      let (people, days) = (problem.employees.count, problem.dayCount)
      costs = [Double](repeating: .infinity, count: people * days * width)
      cells = [Int32](repeating: -1, count: days * width)
      for (person, employee) in problem.employees.enumerated() {
        let mustWork = problem.horizons[person]?.mustWork ?? []
        for (day, source) in employee.days.enumerated() {
          let row = (person * days + day) * width
          if !mustWork[day] { costs[row] = 0 }
          for option in source.options {
            costs[row + option.shape + 1] = option.cost
            let queue = Int(problem.crews[source.group].soleQueue)
            cells[day * width + option.shape + 1] = Int32(queue * problem.slotCount + option.start)
          }
        }
      }
      for cell in problem.cover.capacity.indices {
        let capacity = Int(problem.cover.capacity[cell])
        for count in 0...people {
          let idle = problem.cover.idleCost * Double(max(0, count - capacity))
          cover.append(problem.cover.cost(of: count, cell: cell) + idle)
        }
      }
    }
  }
}
