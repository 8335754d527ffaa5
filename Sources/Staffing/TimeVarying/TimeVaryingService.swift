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
}
