import Workforce

/// Prices of the rows of the tour master: what a further person is worth in each cell, and what
/// overtime, seats and presence cost.
struct BoundPrices: Sendable {
  /// ρ by cell.
  var marginals: [Double]
  /// β, σ and η by coupling row; for heads the net of both limits.
  var coupling: [Double]

  /// A point between two price vectors.
  func mixed(with other: BoundPrices, share: Double) -> BoundPrices {
    BoundPrices(
      marginals: zip(marginals, other.marginals).map { (1 - share) * $0 + share * $1 },
      coupling: zip(coupling, other.coupling).map { (1 - share) * $0 + share * $1 }
    )
  }

  /// Moves toward another vector.
  mutating func approach(_ other: BoundPrices, share: Double) {
    for cell in marginals.indices {
      marginals[cell] += share * (other.marginals[cell] - marginals[cell])
    }
    for row in coupling.indices { coupling[row] += share * (other.coupling[row] - coupling[row]) }
  }

  /// What the values stand for in the pricing of everybody's week.
  func extras(_ problem: RosterProblem) -> CouplingExtras {
    CouplingExtras(problem, prices: coupling)
  }

  /// The value of a person of a group per slot: π = max(−o, max ρ), for as much of a person as one
  /// of the group is worth.
  func slotValues(group: Int, problem: RosterProblem) -> [Double] {
    let slots = problem.slotCount
    let idle = -problem.cover.idleCost
    var values = [Double](repeating: idle, count: slots)
    for queue in problem.groups[group].queues {
      let base = queue * slots
      for slot in 0..<slots { values[slot] = max(values[slot], marginals[base + slot]) }
    }
    let weight = problem.groups[group].weight
    if weight != 1 { for slot in 0..<slots { values[slot] *= weight } }
    return values
  }
}

extension RosterGroup {
  /// What one of the group is worth, in persons.
  @inline(__always) var weight: Double { Double(tenths) / Double(Self.fullPerson) }
}

/// The prices of coupling rows as the pricing of weeks wants them.
struct CouplingExtras: Sendable {
  private let overtime: [Double]
  private let sessions: [Double]
  private let presence: [[Double]]

  init(_ problem: RosterProblem, prices: [Double]) {
    let rows = CouplingRows(problem.coupling)
    overtime = Array(prices[rows.overtime])
    sessions = Array(prices[rows.seats])
    guard !problem.coupling.heads.isEmpty else {
      presence = []
      return
    }
    presence = problem.coupling.headSets.map { set in
      guard !set.isEmpty else { return [] }
      var values = [Double](repeating: 0, count: problem.slotCount)
      for limit in set {
        for (position, slot) in problem.coupling.heads[limit].slots.enumerated() {
          values[slot] += prices[rows.heads[limit].lowerBound + position]
        }
      }
      return values.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1) }
    }
  }

  /// The extras of a person of a site.
  func extras(site: Int) -> WeekPricer.Extras {
    WeekPricer.Extras(overtimePrice: overtime[site], sessions: sessions, presence: presence)
  }
}

/// Where the coupling rows lie in one vector: overtime per site, seats per session, heads per limit
/// and slot.
struct CouplingRows: Sendable {
  let overtime: Range<Int>
  let seats: Range<Int>
  let heads: [Range<Int>]
  /// Number of rows.
  let count: Int

  init(_ coupling: Coupling) {
    overtime = 0..<coupling.overtimeBudgets.count
    seats = overtime.upperBound..<overtime.upperBound + coupling.sessions.count
    var next = seats.upperBound
    heads = coupling.heads.map { limit in
      defer { next += limit.slots.count }
      return next..<next + limit.slots.count
    }
    count = next
  }
}

/// What decides which coupling rows a person's weeks use: flat numbers, for inner loops.
struct PersonCoupling: Sendable {
  let site: Int
  /// Whether the site's overtime is limited.
  let isBudgeted: Bool
  /// Whether seats or heads count the person.
  let usesRows: Bool
  let headSet: Int

  init(_ person: RosterEmployee, _ coupling: Coupling) {
    site = person.site
    isBudgeted = coupling.overtimeBudgets[person.site] < .max
    usesRows = person.hasClasses || person.headSet > 0
    headSet = person.headSet
  }
}

extension RosterProblem {
  /// Calls `body` with each coupling row that a week uses, and how much of it.
  @inline(__always)
  func forEachUse(
    of tour: PlannedTour,
    by employee: Int,
    rows: CouplingRows,
    _ body: (Int, Double) -> Void
  ) {
    let person = couplings[employee]
    if tour.overtimeMinutes > 0, person.isBudgeted {
      body(person.site, Double(tour.overtimeMinutes))
    }
    guard person.usesRows else { return }
    for shift in tour.shifts {
      if shift.agenda >= 0 {
        for session in coupling.agendas[shift.agenda].seated {
          body(rows.seats.lowerBound + session, 1)
        }
      }
      let span = shift.start..<shift.start + shapes[shift.shape].length
      for limit in coupling.headSets[person.headSet] {
        let slots = coupling.heads[limit].slots
        for slot in span.clamped(to: slots) {
          body(rows.heads[limit].lowerBound + slot - slots.lowerBound, 1)
        }
      }
    }
  }
}
