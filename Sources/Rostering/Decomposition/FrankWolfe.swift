import Foundation
import Workforce

/// A block-coordinate Frank–Wolfe method on the tour master with smoothed cover costs
/// (Lacoste-Julien, Jaggi, Schmidt & Pletscher 2013; pairwise steps after Lacoste-Julien & Jaggi
/// 2015): gives a fractional roster, the weeks worth keeping and a certified bound without a
/// linear program.
///
/// People are priced in batches of one group. A batch is priced while the steps of the one before
/// are made, at the values from before those steps; so two threads are busy, and their number does
/// not change the result.
struct FrankWolfe {
  /// The steps; `nil` while a pass has them.
  private var held: FrankWolfeSteps?
  /// Best certified bound so far.
  private(set) var bound = -Double.infinity
  /// The prices that gave it.
  private(set) var boundPrices: BoundPrices?
  /// Moving average of the prices over the passes; noise cancels in it.
  private var meanPrices: BoundPrices
  private(set) var meter = WorkMeter()
  private let problem: RosterProblem
  private let threads: Int
  private var random: RandomStream
  /// People whose week is settled: they are not priced again.
  private var isFixed: [Bool]

  /// Weight of the latest pass in the average.
  private static let averaging = 0.1
  /// Passes between two certified bounds.
  private static let certifyEvery = 20

  /// The fractional roster.
  var state: SmoothState { steps.state }

  private var steps: FrankWolfeSteps {
    _read {
      guard let held else { preconditionFailure("a pass has the steps") }
      yield held
    }
    _modify {
      guard var steps = held.take() else { preconditionFailure("a pass has the steps") }
      defer { held = steps }
      yield &steps
    }
  }

  /// Starts from a roster.
  init(_ problem: RosterProblem, tours: [PlannedTour], seed: UInt64, threads: Int) {
    self.problem = problem
    self.threads = threads
    let steps = FrankWolfeSteps(SmoothState(problem, tours: tours, width: 1))
    held = steps
    random = RandomStream(seed: seed, name: "frank-wolfe")
    meanPrices = steps.state.prices
    isFixed = tours.map { _ in false }
  }

  /// Runs passes with the smoothing shrinking from 1 to `narrowest`; every twentieth pass and the
  /// last certify a bound.
  ///
  /// Stops early when the bound is within 0.1 % of `incumbent`.
  mutating func run(
    passes: Int,
    narrowest: Double = 0.15,
    incumbent: Double,
    stop: StopSignal,
    progress: (Int, Double) -> Void
  ) {
    for pass in 0..<passes where !stop.isStopped {
      let share = passes > 1 ? Double(pass) / Double(passes - 1) : 1
      steps.setWidth(pow(narrowest, share))
      self.pass(stop: stop)
      meanPrices.approach(steps.state.prices, share: Self.averaging)
      guard pass % Self.certifyEvery == Self.certifyEvery - 1 || pass == passes - 1 else {
        continue
      }
      certify(stop: stop)
      if bound.isFinite { progress(pass + 1, bound) }
      if incumbent - bound < 0.001 * abs(incumbent) { return }
    }
  }

  /// Prices everyone once, in random batches of people of one group, and takes up to two pairwise
  /// steps each.
  ///
  /// In large teams the second step comes two batches after the first, at costs that are read
  /// while the batch between is visited.
  mutating func pass(stop: StopSignal) {
    let batches = batches()
    guard !batches.isEmpty, let own = held.take() else { return }
    // moved, so that steps change it in place
    let box = Mailbox(consume own)
    defer { held = box.take() }
    let lag = problem.employees.count >= BatchPricing.largeTeam ? 2 : nil
    let batch = { (index: Int) in batches.indices.contains(index) ? batches[index] : [] }
    let pricing = { (index: Int) in
      box.read { steps in
        BatchPricing(batch(index), again: lag.map { batch(index - $0) } ?? [], state: steps.state)
      }
    }
    var priced = pricing(0)
    priced.begin()
    priced.work()
    for index in 0..<batches.count + (lag ?? 0) {
      if stop.isStopped { return }
      let next = pricing(index + 1)
      let weeks = priced.weeks
      parallelDo(
        threads: threads,
        {
          box.change { $0.visit(weeks) }
          // the one that is done first helps
          next.work()
        },
        {
          next.begin()
          next.work()
        }
      )
      priced = next
      for _ in batch(index) { meter.addPricing(of: problem) }
    }
  }

  private mutating func batches() -> [[Int]] {
    let size = problem.employees.count < BatchPricing.largeTeam ? 16 : 32
    var people = problem.employees.indices.filter { !isFixed[$0] }
    random.shuffle(&people)
    var byGroup: [[Int]] = problem.groups.map { _ in [] }
    for person in people { byGroup[problem.mainGroups[person]].append(person) }
    var batches: [[Int]] = []
    for members in byGroup where !members.isEmpty {
      // of equal size, so that the threads have equal work
      let count = (members.count + size - 1) / size
      for part in 0..<count {
        let (from, end) = (part * members.count / count, (part + 1) * members.count / count)
        batches.append(Array(members[from..<end]))
      }
    }
    random.shuffle(&batches)
    return batches
  }
}

extension FrankWolfe {
  /// Settles a person on one week.
  mutating func fix(_ employee: Int, on tour: PlannedTour) {
    steps.settle(employee, on: [SmoothState.Part(tour: tour, weight: 1)])
    isFixed[employee] = true
  }

  /// Takes other mixes over.
  mutating func adopt(_ mixes: [[SmoothState.Part]]) {
    for employee in mixes.indices { steps.settle(employee, on: mixes[employee]) }
  }

  /// Changes the smoothing, for the dive.
  mutating func setWidth(_ width: Double) { steps.setWidth(width) }

  /// Prices everyone at the present prices, at their average and between that and the best so
  /// far, and keeps the best bound.
  mutating func certify(stop: StopSignal) {
    var candidates = [steps.state.prices, meanPrices]
    if let boundPrices { candidates.append(boundPrices.mixed(with: meanPrices, share: 0.3)) }
    for prices in candidates {
      let result = LagrangianBound(problem, prices: prices, threads: threads, stop: stop)
      for _ in problem.employees { meter.addPricing(of: problem) }
      guard let result else { return }
      guard result.value > bound else { continue }
      bound = result.value
      boundPrices = result.prices
    }
  }
}
