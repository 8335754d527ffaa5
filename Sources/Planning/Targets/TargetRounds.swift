import Optimization
import Rostering
import Simulation
import Staffing
import Workforce

/// Makes rosters at prices in turn until all targets are met in simulation at little cost.
///
/// Each roster begins with the weeks of the one before. The simulations of the search have random
/// streams of their own: those of the certificate have never been looked at.
struct TargetRounds {
  /// What the search gave.
  struct Found {
    var outcome: RosterOutcome
    var pricing: CoverPricing
    var rounds: [PriceRound]
  }

  /// The most rosters.
  static let most = 5
  /// The most rosters to confirm that people are enough.
  private static let mostToConfirm = 3
  /// A service that rises by less is the same.
  private static let samePlace = 0.002
  /// A cost that falls by less than this share is not worth another roster.
  private static let worthwhile = 0.0005
  /// Shares of the time limit for which work is planned: the first roster, and each further one.
  private static let timeShares = (first: 0.4, next: 0.1)

  /// The effort of the first roster of so many people when none is asked for; the others take half.
  static func standardEffort(people: Int) -> Int {
    max(1, RosterOptions.standardEffort(people: people) / 4)
  }

  var inputs: PlanningInputs
  let forecast: Forecast
  /// What people are worth in contacts.
  let values: CoverValues
  let options: PlanOptions
  let seed: UInt64
  let solver: any LinearSolver
  /// The roster that the first round begins with; `nil` for nothing.
  let start: Roster?
  let stop: StopSignal
  let progress: (@Sendable (StageProgress) -> Void)?

  private var settings: ScenarioSettings { inputs.settings }

  /// Runs the search; `check` may refuse a week before the first roster is made.
  ///
  /// Where the pay of the roster is above the most that the scenario allows, further rosters are made
  /// at lower prices.
  func find(check: (RosterOptimizer) throws -> Void) throws -> Found {
    let (found, weeks) = try run(from: nil, check: check, goesOn: isWorthAnother)
    return try capped(found, from: weeks)
  }

  /// Looks whether the targets can be met, from given prices on, and ends when they are.
  func confirm(prices: [Double]) throws -> Found {
    try run(from: prices, check: { _ in }, goesOn: Self.isUnconfirmed).found
  }

  private static func isUnconfirmed(_ search: PriceSearch, _ rounds: [PriceRound]) -> Bool {
    rounds.count < mostToConfirm && rounds.last?.isMet == false
  }

  private func run(
    from prices: [Double]?,
    check: (RosterOptimizer) throws -> Void,
    goesOn: (PriceSearch, [PriceRound]) -> Bool
  ) throws -> (found: Found, weeks: RosterStart) {
    let scales = PriceScale.scales(of: inputs, values: values)
    let start = prices ?? PriceScale.startPrices(of: inputs, values: values)
    var search = PriceSearch(prices: start)
    var made = try roster(at: search.prices, from: nil, check: check)
    var rounds: [PriceRound] = []
    var best = (made: made, round: 0)
    while true {
      rounds.append(made.round)
      if rounds.count > 1, Self.isBetter(made.round, than: best.made.round) {
        best = (made, rounds.count - 1)
      }
      search.add(
        surpluses: made.round.surpluses,
        distances: zip(scales, made.round.surpluses).map { $0.distance(surplus: $1) }
      )
      guard !stop.isStopped, goesOn(search, rounds) else { break }
      made = try roster(at: search.prices, from: made.weeks, number: rounds.count + 1, check: check)
    }
    rounds[best.round].isChosen = true
    var found = Found(outcome: best.made.outcome, pricing: best.made.pricing, rounds: rounds)
    if stop.reason == .timeLimit { found.outcome.stopReason = .timeLimit }
    return (found, made.weeks)
  }

  /// A roster that was made at some prices, and what it gave.
  struct Made {
    let outcome: RosterOutcome
    let pricing: CoverPricing
    let round: PriceRound
    /// What the next roster may begin with.
    let weeks: RosterStart
  }

  /// Makes a roster at prices of missed contacts and plays it.
  func roster(
    at prices: [Double],
    from weeks: RosterStart?,
    number: Int = 1,
    check: (RosterOptimizer) throws -> Void
  ) throws -> Made {
    tell(number)
    let pricing = CoverPricing(settings: settings, values: values, prices: prices)
    let optimizer = try optimizer(pricing, isFirst: number == 1)
    try check(optimizer)
    let (outcome, next) = try optimizer.build(from: weeks, stop: stop, progress: progress)
    if stop.reason == .cancelled { throw Self.cancelled }
    let round = try judge(outcome, prices: prices)
    return Made(outcome: outcome, pricing: pricing, round: round, weeks: next)
  }

  static let cancelled = ShiftwrightError(
    "Cancelled. Nothing was written.\nRun the command again."
  )

  private func optimizer(_ pricing: CoverPricing, isFirst: Bool) throws -> RosterOptimizer {
    let share = isFirst ? Self.timeShares.first : Self.timeShares.next
    let standard = options.effort ?? Self.standardEffort(people: inputs.employees.count)
    let hasClock = options.effort == nil && options.timeLimit != nil
    return try RosterOptimizer(
      inputs: inputs,
      costs: pricing.costs,
      options: RosterOptions(
        effort: hasClock ? nil : isFirst ? standard : max(1, standard / 2),
        threads: options.threads,
        seed: seed,
        timeLimit: options.timeLimit.map { $0 * share }
      ),
      solver: solver,
      beginningWith: self.start
    )
  }

  private func judge(_ outcome: RosterOutcome, prices: [Double]) throws -> PriceRound {
    let simulation = RosterSimulation(
      options: try SimulationOptions(
        seed: searchSeed,
        replications: options.replications,
        threads: options.threads
      )
    )
    let result = simulation.play(
      outcome.roster,
      against: forecast,
      inputs: inputs,
      stop: stop,
      progress: progress
    )
    return PriceRound(
      prices: prices,
      service: result.queues.map(\.total.serviceLevel),
      surpluses: result.queues.map(\.targetSurplus),
      judgments: result.queues.map(\.judgments),
      cost: outcome.costs.total - outcome.costs.understaffing,
      pay: outcome.costs.pay + outcome.costs.overtimePremium
    )
  }

  /// The search's random streams; the certificate has the plan's own.
  private var searchSeed: UInt64 {
    var stream = RandomStream(seed: seed, name: "target search")
    return stream.next()
  }

  /// The cheapest of those that meet all targets; without one, that which misses least.
  private static func isBetter(_ round: PriceRound, than other: PriceRound) -> Bool {
    if round.isMet != other.isMet { return round.isMet }
    return round.isMet ? round.cost < other.cost : round.missing < other.missing
  }

  private func isWorthAnother(_ search: PriceSearch, _ rounds: [PriceRound]) -> Bool {
    guard rounds.count < Self.most, !search.isSettled else { return false }
    guard let last = rounds.last, let before = rounds.dropLast().last else { return true }
    if last.isMet, before.isMet {
      return last.cost < before.cost * (1 - Self.worthwhile)
    }
    return !Self.isCapacityUsedUp(last, before)
  }

  /// True when the queues that miss their target do so at twice the price with the same service:
  /// there are no more people to buy.
  private static func isCapacityUsedUp(_ last: PriceRound, _ before: PriceRound) -> Bool {
    let failing = last.surpluses.indices.filter { last.surpluses[$0] < 0 }
    return !failing.isEmpty
      && failing.allSatisfy { queue in
        before.surpluses[queue] < 0 && last.prices[queue] >= 2 * before.prices[queue]
          && last.service[queue].mean < before.service[queue].mean + samePlace
      }
  }

  private func tell(_ round: Int) {
    let most = max(round, Self.most)
    progress?(StageProgress(stage: "round \(round) of at most \(most)"))
  }
}

extension PriceRound {
  /// How much the targets are missed by, all queues together.
  var missing: Double { surpluses.reduce(0) { $0 + max(0, -$1) } }
}
