public import Workforce

/// What a queue does with agents and arrivals that change from interval to interval.
///
/// The modified offered load, with two corrections: what waits at the end of an interval is carried
/// into the next, and agents who leave take the contact in hand with them. At each moment the
/// measures are those of the steady state (``ErlangA`` with a patience, ``ErlangC`` without) in which
/// as many contacts are in hand and wait. With constant arrivals and agents it becomes that steady
/// state; with agents for everybody its load is the ``ModifiedOfferedLoad``.
///
/// The inversion of the steady state is that of W.-P. Wang, D. Tipper & S. Banerjee, "A simple
/// approximation for modeling nonstationary queues", IEEE INFOCOM 1996; here with any handle time.
public struct TimeVaryingService: Sendable {
  /// An interval and its agents.
  public struct Interval: Hashable, Sendable {
    /// Agents at work.
    public var agents: Int
    /// The load in erlangs under which a steady state shows the same service, averaged.
    public var load: Double
    /// What contacts that arrive in it meet.
    public var measures: QueueMeasures

    /// Makes an interval.
    public init(agents: Int, load: Double, measures: QueueMeasures) {
      self.agents = agents
      self.load = load
      self.measures = measures
    }
  }

  private let queue: TimeVaryingQueue

  /// The service of a queue.
  public init(_ queue: TimeVaryingQueue) { self.queue = queue }

  /// What given agents do, with one number per interval.
  ///
  /// Contacts that wait where neither agents nor arrivals are any more are given up. Intervals without
  /// arrivals show what a contact would meet; nothing without agents.
  public func intervals(agents: [Int], within threshold: Duration) -> [Interval] {
    precondition(agents.count == queue.arrivals.count, "every interval needs a number of agents")
    precondition(agents.allSatisfy { $0 >= 0 }, "a number of agents must not be negative")
    var work = CarriedWork(queue, threshold: threshold)
    return agents.map { count in
      let trial = work.trial(agents: count)
      work.take(trial)
      return Interval(agents: count, load: trial.load, measures: trial.measures)
    }
  }

  /// The fewest agents of each interval that meet all demands, found one interval after the other.
  ///
  /// At least one agent where contacts arrive, none elsewhere.
  public func requirement(meeting demands: [ServiceDemand]) -> [Interval] {
    let thresholds = demands.map { demand in
      if case .serviceLevel(_, let threshold) = demand { threshold } else { Duration.zero }
    }
    let longest = thresholds.max() ?? .zero
    precondition(
      zip(demands, thresholds).allSatisfy { demand, threshold in
        if case .serviceLevel = demand { threshold == longest } else { true }
      },
      "all demands on the service level must have one threshold"
    )
    return requirement(within: longest) { _, measures in
      demands.allSatisfy { $0.isMet(by: measures) }
    }
  }

  /// The fewest agents of each interval whose service is good enough, one interval after the other.
  ///
  /// - Parameters:
  ///   - threshold: The waiting time that counts as in time.
  ///   - isEnough: Whether the measures of an interval are good enough; what fewer agents meet, more
  ///     must meet, and some number must.
  /// - Returns: At least one agent where contacts arrive, none elsewhere.
  public func requirement(
    within threshold: Duration,
    meeting isEnough: (_ interval: Int, _ measures: QueueMeasures) -> Bool
  ) -> [Interval] {
    var work = CarriedWork(queue, threshold: threshold)
    var guess = 1
    return queue.arrivals.indices.map { index in
      var best = work.trial(agents: 0)
      if queue.arrivals[index] > 0 {
        let fewest = fewestAgents(near: guess) { count in
          guard count > 0 else { return false }
          let trial = work.trial(agents: count)
          let good = isEnough(index, trial.measures)
          if good { best = trial }
          return good
        }
        if best.agents != fewest { best = work.trial(agents: fewest) }
        guess = fewest
      }
      work.take(best)
      return Interval(agents: best.agents, load: best.load, measures: best.measures)
    }
  }
}
