import Workforce

/// How much of the overtime budgets, seats and heads a roster uses, the price of what must be kept
/// and is not, and that of heads that may be missed.
struct CouplingUse: Sendable {
  /// Overtime minutes in use per site.
  private(set) var overtime: [Int]
  /// People who attend each session.
  private(set) var attendance: [Int]
  /// People present per limit on heads, by slot of its span.
  private(set) var present: [[Int]]
  /// What is not kept, counted in whole numbers so that nothing is left of it once it is kept.
  private var excess = Excess()
  private let prices: CouplingPenalties
  private let headPrices: [Double]

  private struct Excess {
    var overtimeMinutes = 0
    var seats = 0
    var heads = 0
    /// Heads of limits with a price, by position of the price.
    var paidHeads: [Int] = []

    mutating func addHeads(_ count: Int, pricing: Int) {
      if pricing < 0 { heads += count } else { paidHeads[pricing] += count }
    }
  }

  /// Price of what is not kept; 0 when everything is.
  var penalty: Double {
    prices.overtimeMinute * Double(excess.overtimeMinutes) + prices.seat * Double(excess.seats)
      + prices.head * Double(excess.heads)
  }

  /// What is paid for heads that may be missed.
  var paid: Double {
    var sum = 0.0
    for position in headPrices.indices {
      sum += headPrices[position] * Double(excess.paidHeads[position])
    }
    return sum
  }

  /// People missing or too many by limits that are to be kept, slot by slot together.
  var missedHeads: Int { excess.heads }

  /// Nobody at work.
  init(_ problem: RosterProblem) {
    let coupling = problem.coupling
    prices = problem.penalties
    headPrices = coupling.headPrices
    excess.paidHeads = headPrices.map { _ in 0 }
    overtime = coupling.overtimeBudgets.map { _ in 0 }
    attendance = coupling.sessions.map { _ in 0 }
    present = coupling.heads.map { [Int](repeating: 0, count: $0.slots.count) }
    for (limit, pricing) in zip(coupling.heads, coupling.headPricing) {
      excess.addHeads(limit.least * limit.slots.count, pricing: pricing)
    }
  }

  /// Gives a person another week.
  mutating func change(
    _ employee: Int,
    from old: PlannedTour,
    to new: PlannedTour,
    problem: RosterProblem
  ) {
    let person = problem.employees[employee]
    if old.overtimeMinutes != new.overtimeMinutes {
      let budget = problem.overtimeBudgets[person.site]
      let before = max(0, overtime[person.site] - budget)
      overtime[person.site] += new.overtimeMinutes - old.overtimeMinutes
      let after = max(0, overtime[person.site] - budget)
      excess.overtimeMinutes += after - before
    }
    for (tour, sign) in [(old, -1), (new, 1)] {
      for shift in tour.shifts where shift.agenda >= 0 {
        for session in problem.coupling.agendas[shift.agenda].seated {
          let seats = problem.coupling.sessions[session].seats
          let before = max(0, attendance[session] - seats)
          attendance[session] += sign
          let after = max(0, attendance[session] - seats)
          excess.seats += after - before
        }
      }
      guard person.headSet > 0 else { continue }
      for shift in tour.shifts { count(shift, of: person, sign: sign, problem: problem) }
    }
  }

  private mutating func count(
    _ shift: PlannedShift,
    of person: RosterEmployee,
    sign: Int,
    problem: RosterProblem
  ) {
    let span = shift.start..<shift.start + problem.shapes[shift.shape].length
    for index in problem.coupling.headSets[person.headSet] {
      let limit = problem.coupling.heads[index]
      let pricing = problem.coupling.headPricing[index]
      for slot in span.clamped(to: limit.slots) {
        let place = slot - limit.slots.lowerBound
        let before = limit.miss(present[index][place])
        present[index][place] += sign
        excess.addHeads(limit.miss(present[index][place]) - before, pricing: pricing)
      }
    }
  }

  /// Prices of a person's week beside cover, with everybody else's fixed; `reservedOvertime`
  /// minutes of the site's budget are left to others, and heads that are to be kept are so many times
  /// as dear.
  func extras(
    of employee: Int,
    in state: RosterState,
    reservedOvertime: Int = 0,
    headFactor: Double = 1
  ) -> WeekPricer.Extras {
    let problem = state.problem
    let person = problem.employees[employee]
    let tour = state.tours[employee]
    var extras = WeekPricer.Extras()
    let budget = problem.overtimeBudgets[person.site]
    if budget < .max {
      extras.overtimeRoom =
        budget - overtime[person.site] + tour.overtimeMinutes - reservedOvertime
      extras.excessPrice = problem.penalties.overtimeMinute
    }
    if person.hasClasses {
      let taken = tour.shifts.filter { $0.agenda >= 0 }.flatMap {
        problem.coupling.agendas[$0.agenda].seated
      }
      extras.sessions = problem.coupling.sessions.indices.map { session in
        let own = taken.contains(session) ? 1 : 0
        let isFull = attendance[session] - own >= problem.coupling.sessions[session].seats
        return isFull ? problem.penalties.seat : 0
      }
    }
    if person.headSet > 0 { extras.presence = presence(person, tour, problem, headFactor) }
    return extras
  }

  /// Sums of the prices of presence, for the person's set of limits only.
  private func presence(
    _ person: RosterEmployee,
    _ tour: PlannedTour,
    _ problem: RosterProblem,
    _ factor: Double
  ) -> [[Double]] {
    var prices = [Double](repeating: 0, count: problem.slotCount)
    for index in problem.coupling.headSets[person.headSet] {
      let limit = problem.coupling.heads[index]
      let price = limit.price ?? factor * problem.penalties.head
      for slot in limit.slots {
        let own = tour.shifts.contains { shift in
          slot >= shift.start && slot < shift.start + problem.shapes[shift.shape].length
        }
        let others = present[index][slot - limit.slots.lowerBound] - (own ? 1 : 0)
        let change = limit.miss(others + 1) - limit.miss(others)
        prices[slot] += price * Double(change)
      }
    }
    var sums = [[Double]](repeating: [], count: problem.coupling.headSets.count)
    sums[person.headSet] = prices.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1) }
    return sums
  }
}

extension HeadLimit {
  /// By how many people a count misses the limit.
  @inline(__always)
  func miss(_ count: Int) -> Int { max(0, least - count) + max(0, count - most) }
}

/// Prices of what must not happen: dearer than anything that it could bring.
struct CouplingPenalties: Hashable, Sendable {
  /// A minute of overtime above a site's budget.
  let overtimeMinute: Double
  /// A person too many in a session.
  let seat: Double
  /// A person too many or too few, per slot.
  let head: Double

  init(
    cover: CoverTable,
    employees: [RosterEmployee],
    slotMinutes: Int,
    longestShape: Int,
    heads: Coupling
  ) {
    let worth = max(1, cover.dearest + cover.idleCost) + heads.dearestHeads
    let wage = employees.map(\.wagePerMinute).max() ?? 0
    head = 10 * (worth + wage * Double(slotMinutes))
    // a minute is dearer than all the heads that a week with it can bring
    let week = Double(7 * longestShape * heads.mostKeptAtOnce) * head
    overtimeMinute = 10 * (worth / Double(slotMinutes) + wage) + week
    seat = 10 * Double(longestShape) * head + week
  }
}
