import Workforce

/// The contacts that would be in hand at each moment if none had to wait.
///
/// m(t) = ∫ λ(t − u)·P(S > u) du, the mean of M(t)/G/∞, with the arrivals of before in place of
/// those of the moment: after a rise the load comes later than the arrivals, after a fall it stays.
/// With even arrivals in each interval the integral is a sum of closed terms.
///
/// Sources: S. Eick, W. Massey & W. Whitt, "The physics of the Mt/G/∞ queue", Operations Research
/// 41, 1993, eq. (4); O. Jennings, A. Mandelbaum, W. Massey & W. Whitt, "Server staffing to meet
/// time-varying demand", Management Science 42, 1996.
public struct ModifiedOfferedLoad: Sendable {
  private let queue: TimeVaryingQueue
  private let handleTimes: [HandleTimeDistribution]

  /// The load of a queue.
  public init(_ queue: TimeVaryingQueue) {
    self.queue = queue
    handleTimes = queue.arrivals.indices.map(queue.handleTime)
  }

  /// The load so many seconds after the start of the first interval, in erlangs.
  public func load(at seconds: Double) -> Double {
    sum(before: seconds) { index, since in
      let handled = handleTimes[index]
      return handled.timeInHand(since) - handled.timeInHand(since - queue.interval.inSeconds)
    }
  }

  /// The mean load of each interval, in erlangs.
  public var means: [Double] {
    let step = queue.interval.inSeconds
    return queue.arrivals.indices.map { index in
      sum(before: Double(index + 1) * step) { earlier, since in
        let handled = handleTimes[earlier]
        let whole =
          handled.timeInHandIntegral(since) - 2 * handled.timeInHandIntegral(since - step)
          + handled.timeInHandIntegral(since - 2 * step)
        return whole / step
      }
    }
  }

  /// Σ λ·part over the intervals that began before a moment and may still be in hand.
  ///
  /// - Parameters:
  ///   - moment: In seconds from the start of the first interval.
  ///   - part: Of an interval, and the seconds since it began.
  /// - Returns: The sum, in erlangs.
  private func sum(before moment: Double, _ part: (Int, Double) -> Double) -> Double {
    let step = queue.interval.inSeconds
    let latest = min(queue.arrivals.count - 1, Int((moment / step).rounded(.up)) - 1)
    guard latest >= 0 else { return 0 }
    var sum = 0.0
    for index in 0...latest where queue.arrivals[index] > 0 {
      let since = moment - Double(index) * step
      guard since < handleTimes[index].reach + 3 * step else { continue }
      sum += queue.rate(index) * part(index, since)
    }
    return sum
  }
}
