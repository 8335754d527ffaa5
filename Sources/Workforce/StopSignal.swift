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
  private let parent: StopSignal?

  /// Makes a signal that fires by itself at `deadline`, if there is one, and whenever `parent`
  /// fires.
  public init(deadline: ContinuousClock.Instant? = nil, parent: StopSignal? = nil) {
    self.deadline = deadline
    self.parent = parent
  }

  /// A signal for a part of the work: fires with this one, and by itself after a share of the time
  /// that is left, where there is a deadline.
  public func part(_ share: Fraction) -> StopSignal {
    guard let latest = latest else { return StopSignal(parent: self) }
    let now = ContinuousClock.now
    return StopSignal(deadline: now.advanced(by: (latest - now) * share.value), parent: self)
  }

  /// Milliseconds to the earliest deadline, at least 1; `nil` where there is none.
  public var millisecondsLeft: Int? {
    latest.map { max(1, Int((($0 - ContinuousClock.now).inSeconds * 1000).rounded(.up))) }
  }

  /// The earliest deadline of this signal and those above it.
  private var latest: ContinuousClock.Instant? {
    [deadline, parent?.latest].compactMap(\.self).min()
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
    if let above = parent?.reason {
      stop(above)
      return Reason(rawValue: state.load(ordering: .relaxed))
    }
    guard let deadline, ContinuousClock.now >= deadline else { return nil }
    stop(.timeLimit)
    return Reason(rawValue: state.load(ordering: .relaxed))
  }

  /// True when the work should stop.
  public var isStopped: Bool { reason != nil }
}
