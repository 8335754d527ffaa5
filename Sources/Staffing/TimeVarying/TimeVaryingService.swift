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
    /// What they would meet with one agent less; `nil` where it was not asked or nobody can be spared.
    public var oneLess: QueueMeasures?

    /// Makes an interval.
    public init(
      agents: Int,
      load: Double,
      measures: QueueMeasures,
      oneLess: QueueMeasures? = nil
    ) {
      self.agents = agents
      self.load = load
      self.measures = measures
      self.oneLess = oneLess
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
  /// All demands with a threshold must have the same. At least one agent where contacts arrive, none
  /// elsewhere.
  public func requirement(meeting demands: [ServiceDemand]) -> [Interval] {
    let thresholds = demands.compactMap(\.threshold)
    precondition(
      thresholds.allSatisfy { $0 == thresholds[0] },
      "all demands on the service level must have one threshold"
    )
    return requirement(within: thresholds.first ?? .zero) { _, agents, measures in
      demands.allSatisfy { $0.isMet(by: measures, of: agents) }
    }
  }

  /// The fewest agents of each interval whose service is good enough, one interval after the other.
  ///
  /// - Parameters:
  ///   - threshold: The waiting time that counts as in time.
  ///   - floors: Agents of each interval at least, also where no contacts arrive; empty for none.
  ///   - isEnough: Whether agents and measures of an interval are good enough; what fewer agents
  ///     meet, more must meet, and some number must.
  /// - Returns: At least one agent where contacts arrive; with the measures of one agent less.
  public func requirement(
    within threshold: Duration,
    floors: [Int] = [],
    meeting isEnough: (_ interval: Int, _ agents: Int, _ measures: QueueMeasures) -> Bool
  ) -> [Interval] {
    precondition(
      floors.isEmpty || floors.count == queue.arrivals.count,
      "every interval needs a floor"
    )
    var work = CarriedWork(queue, threshold: threshold)
    var guess = 1
    return queue.arrivals.indices.map { index in
      let floor = floors.isEmpty ? 0 : floors[index]
      var agents = floor
      if queue.arrivals[index] > 0 {
        let least = max(1, floor)
        agents = fewestAgents(near: max(least, guess)) { count in
          count >= least && isEnough(index, count, work.trial(agents: count).measures)
        }
        guess = agents
      }
      let less = agents > max(1, floor) ? work.trial(agents: agents - 1).measures : nil
      let trial = work.trial(agents: agents)
      work.take(trial)
      return Interval(agents: agents, load: trial.load, measures: trial.measures, oneLess: less)
    }
  }
}
