/// What judges an interval of a load that changes, in place of its own arrivals × handle time.
///
/// Loads are modified offered loads in erlangs: the contacts that would be in hand at once if none had
/// to wait, those of earlier intervals included.
public struct LoadCorrection: Hashable, Sendable {
  /// The load at the start.
  public var start: Double
  /// The mean load.
  public var mean: Double
  /// The load at the end.
  public var end: Double
  /// The lower one of the load at the start and arrivals × handle time ÷ interval.
  public var lowest: Double
  /// True where hardly anybody is in hand at the start: the interval is judged by the load at its end.
  public var isOpening: Bool
  /// Contacts in hand at the start, with the agents that the intervals before need.
  public var inHand: Double
  /// Contacts that wait at the start, likewise.
  public var waiting: Double
  /// The agents that the interval before needs.
  public var agentsBefore: Int
  /// What one agent less than needed would do in the steady state under the lowest load; `nil` at an
  /// opening and where one agent is needed.
  public var oneLessAtLowest: QueueMeasures?

  /// Makes a correction.
  public init(
    start: Double,
    mean: Double,
    end: Double,
    lowest: Double,
    isOpening: Bool,
    inHand: Double,
    waiting: Double,
    agentsBefore: Int,
    oneLessAtLowest: QueueMeasures? = nil
  ) {
    self.start = start
    self.mean = mean
    self.end = end
    self.lowest = lowest
    self.isOpening = isOpening
    self.inHand = inHand
    self.waiting = waiting
    self.agentsBefore = agentsBefore
    self.oneLessAtLowest = oneLessAtLowest
  }
}
