import Workforce

/// The steady state in which as much is in hand and waits as at a moment of a queue that changes.
struct StationaryQueue {
  /// Agents × concurrency, above zero.
  private let servers: Double
  private let agents: Int
  private let handleTime: Duration
  private let patience: Duration?
  private let concurrency: Int
  private let threshold: Duration

  /// A steady state under a load.
  struct Point {
    /// In erlangs.
    var load: Double
    var measures: QueueMeasures
    /// Contacts in hand on average.
    var inHand: Double
    /// Contacts that wait on average.
    var waiting: Double
  }

  init(_ queue: TimeVaryingQueue, interval: Int, agents: Int, threshold: Duration) {
    self.agents = agents
    self.threshold = threshold
    handleTime = queue.averageHandleTime[interval]
    patience = queue.patience
    concurrency = queue.concurrency
    servers = Double(agents * queue.concurrency)
  }

  /// The state with inHand + weight·waiting = total.
  ///
  /// Both rise with the load. Without patience the waiting contacts grow with 1 ÷ (n − a), so the
  /// search runs over z = a ÷ (n − a), in which they are nearly linear.
  func point(weight: Double, total: Double, near guess: Double) -> Point {
    guard total > 1e-9 else { return point(load: 0) }
    let excess = { (point: Point) in point.inHand + weight * point.waiting - total }
    var bracket = Bracket(low: 0, lowExcess: -total)
    var next = max(coordinate(of: min(guess, 0.999 * servers)), 1e-6)
    var found = point(load: load(at: next))
    for _ in 0..<200 where abs(excess(found)) > 1e-8 * (1 + total) {
      bracket.narrow(next, excess(found))
      next = bracket.next(growth: patience == nil ? 2 : 1.25)
      found = point(load: load(at: next))
    }
    return found
  }

  private func coordinate(of load: Double) -> Double {
    patience == nil ? load / (servers - load) : load
  }

  private func load(at coordinate: Double) -> Double {
    patience == nil ? servers * coordinate / (1 + coordinate) : coordinate
  }

  private func point(load: Double) -> Point {
    let measures = model(load).measures(agents: agents, within: threshold)
    let waiting =
      load / handleTime.inSeconds
      * (patience.map { measures.abandonmentShare * $0.inSeconds } ?? measures.secondsToAnswer)
    return Point(
      load: load,
      measures: measures,
      inHand: measures.occupancy * servers,
      waiting: waiting
    )
  }

  private func model(_ load: Double) -> any QueueModel {
    guard let patience else {
      return ErlangC(offeredLoad: load, averageHandleTime: handleTime, concurrency: concurrency)
    }
    return ErlangA(
      offeredLoad: load,
      averageHandleTime: handleTime,
      patience: patience,
      concurrency: concurrency
    )
  }
}

/// A root between two values of an increasing function, by regula falsi (Illinois).
private struct Bracket {
  private var low: Double
  private var lowExcess: Double
  private var high = 0.0
  private var highExcess = 0.0
  private var lastWasHigh: Bool?

  init(low: Double, lowExcess: Double) {
    self.low = low
    self.lowExcess = lowExcess
  }

  /// Takes a value of the function; an end that stays twice counts half.
  mutating func narrow(_ value: Double, _ excess: Double) {
    let isHigh = excess > 0
    if isHigh {
      (high, highExcess) = (value, excess)
      if lastWasHigh == true { lowExcess /= 2 }
    } else {
      (low, lowExcess) = (value, excess)
      if lastWasHigh == false { highExcess /= 2 }
    }
    lastWasHigh = isHigh
  }

  /// Where to look next; further up by a factor until the root is passed.
  func next(growth: Double) -> Double {
    guard highExcess > 0 else { return low * growth }
    return (low * highExcess - high * lowExcess) / (highExcess - lowExcess)
  }
}
