import Synchronization
import Workforce

/// What a person's weeks cost at some prices, net of what their cover is worth.
struct PricedWeeks: Sendable {
  /// The cheapest legal week; `nil` when there is none or none was asked for.
  let cheapest: PlannedTour?
  /// Its net cost.
  let cheapestCost: Double
  /// Net costs of the weeks of the person's mix, in its order; empty in small teams, where prices
  /// change too much meanwhile.
  let mixCosts: [Double]
}

/// The pricing of a batch of people of one group, with all that it needs to know of them; and the
/// costs of the weeks that another batch has got already.
///
/// A class, because several threads work on one: whoever is free takes the next person, and who
/// that is does not change what comes out.
final class BatchPricing: Sendable {
  /// What the pricing gives, person by person.
  struct Weeks: Sendable {
    /// Of the batch.
    let first: [(employee: Int, weeks: PricedWeeks)]
    /// Of the batch that is costed again; no cheapest week.
    let again: [(employee: Int, weeks: PricedWeeks)]
    /// Whether a person's second step comes later, at costs that are read meanwhile.
    let isLarge: Bool
  }

  /// Teams of so many people are large: one person's steps change the prices little.
  static let largeTeam = 1000

  private struct Common: Sendable {
    let tables: PricingTables
    let extras: CouplingExtras
    let rows: CouplingRows
  }

  private let problem: RosterProblem
  private let batch: [Int]
  private let again: [Int]
  private let mixes: [[SmoothState.Part]]
  private let prices: BoundPrices
  private let common = Mutex<Common?>(nil)
  private let next = Atomic<Int>(0)
  private let done: Mutex<[PricedWeeks?]>

  /// Takes the mixes and prices of a moment.
  init(_ batch: [Int], again: [Int], state: SmoothState) {
    problem = state.problem
    self.batch = batch
    self.again = again
    let isLarge = problem.employees.count >= Self.largeTeam
    mixes = batch.map { isLarge ? state.mixes[$0] : [] } + again.map { state.mixes[$0] }
    prices = state.prices
    done = Mutex([PricedWeeks?](repeating: nil, count: batch.count + again.count))
  }

  /// Makes what the pricing of all people of the batch has in common.
  func begin() {
    let groups = Set(batch.flatMap(problem.groups(of:))).sorted()
    let made = Common(
      tables: PricingTables(
        problem: problem,
        groups: groups,
        slotValues: { [prices, problem] in prices.slotValues(group: $0, problem: problem) },
        withAgendas: batch.contains { problem.employees[$0].hasClasses }
      ),
      extras: prices.extras(problem),
      rows: CouplingRows(problem.coupling)
    )
    common.withLock { $0 = made }
  }

  /// Prices people until none is left; nobody before the beginning is made.
  func work() {
    guard let common = common.withLock({ $0 }) else { return }
    var pricer = WeekPricer()
    var worths = WeekWorths(problem)
    var own: [(Int, PricedWeeks)] = []
    while true {
      let place = next.add(1, ordering: .relaxed).oldValue
      guard place < mixes.count else { break }
      own.append((place, weeks(place, common, &pricer, &worths)))
    }
    done.withLock { done in
      for (place, weeks) in own { done[place] = weeks }
    }
  }

  /// What came out, when everybody is priced.
  var weeks: Weeks {
    let all = zip(batch + again, done.withLock { $0 }).map { employee, weeks in
      guard let weeks else { preconditionFailure("everybody must be priced first") }
      return (employee: employee, weeks: weeks)
    }
    return Weeks(
      first: Array(all.prefix(batch.count)),
      again: Array(all.dropFirst(batch.count)),
      isLarge: problem.employees.count >= Self.largeTeam
    )
  }

  private func weeks(
    _ place: Int,
    _ common: Common,
    _ pricer: inout WeekPricer,
    _ worths: inout WeekWorths
  ) -> PricedWeeks {
    let isFirst = place < batch.count
    let employee = isFirst ? batch[place] : again[place - batch.count]
    let cheapest =
      isFirst
      ? problem.cheapestTour(
        of: employee,
        tables: common.tables,
        extras: common.extras.extras(site: problem.employees[employee].site),
        pricer: &pricer
      )?.tour : nil
    let costs = mixes[place].map { cost(of: $0.tour, employee, common.rows, &worths) }
    return PricedWeeks(
      cheapest: cheapest,
      cheapestCost: cheapest.map { cost(of: $0, employee, common.rows, &worths) } ?? .infinity,
      mixCosts: costs
    )
  }

  private func cost(
    of tour: PlannedTour,
    _ employee: Int,
    _ rows: CouplingRows,
    _ worths: inout WeekWorths
  ) -> Double {
    var cost = worths.netCost(of: tour, prices.marginals)
    problem.forEachUse(of: tour, by: employee, rows: rows) { row, amount in
      cost += amount * prices.coupling[row]
    }
    return cost
  }
}
