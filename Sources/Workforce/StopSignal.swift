import Synchronization

/// Tells long work to stop: asked for by the user, or by a limit on the time.
///
/// A class because all parties look at the same flag.
public final class StopSignal: Sendable {
  /// Why the work should stop.
  public enum Reason: Int, Sendable {
    /// The user asked for it.
    case cancelled = 1
    /// The time limit passed.
    case timeLimit = 2
  }

  private let state = Atomic<Int>(0)
  private let deadline: ContinuousClock.Instant?

  /// Makes a signal that fires by itself at `deadline`, if there is one.
  public init(deadline: ContinuousClock.Instant? = nil) {
    self.deadline = deadline
  }

  /// Asks the work to stop; the first reason given stays.
  public func stop(_ reason: Reason) {
    _ = state.compareExchange(
      expected: 0,
      desired: reason.rawValue,
      ordering: .sequentiallyConsistent
    )
  }

  /// Why to stop, or `nil` to go on.
  public var reason: Reason? {
    if let reason = Reason(rawValue: state.load(ordering: .relaxed)) { return reason }
    guard let deadline, ContinuousClock.now >= deadline else { return nil }
    stop(.timeLimit)
    return Reason(rawValue: state.load(ordering: .relaxed))
  }

  /// True when the work should stop.
  public var isStopped: Bool { reason != nil }
}
