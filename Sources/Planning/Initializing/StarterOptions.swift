public import Workforce

/// What someone says about a center whose history is all there is.
public struct StarterOptions: Hashable, Sendable {
  /// What the center is called.
  public let name: String
  /// The name of its queue.
  public let queue: String
  /// The zone of the history's times.
  public let zone: Zone
  /// Mean handle time of a contact.
  public let averageHandleTime: Duration
  /// Share of contacts to answer in time.
  public let serviceLevel: Fraction
  /// The waiting time that counts as in time.
  public let threshold: Duration
  /// Mean time that a contact waits before it leaves; `nil` when contacts do not leave.
  public let patience: Duration?
  /// Share of rostered time lost to sickness and the like.
  public let shrinkage: Fraction
  /// Seed of the scenario.
  public let seed: UInt64
  /// Currency of the scenario.
  public let currency: String

  /// Makes options; throws when one is out of range.
  public init(
    name: String = "My center",
    queue: String = "phone",
    zone: Zone,
    averageHandleTime: Duration,
    serviceLevel: Fraction,
    threshold: Duration,
    patience: Duration? = nil,
    shrinkage: Fraction? = nil,
    seed: UInt64 = 1,
    currency: String = "EUR"
  ) throws(ShiftwrightError) {
    let lost = shrinkage ?? Fraction(0.1) ?? .zero
    try Self.check(averageHandleTime, serviceLevel, threshold)
    try Self.check(patience, lost)
    self.name = name
    self.queue = queue
    self.zone = zone
    self.averageHandleTime = averageHandleTime
    self.serviceLevel = serviceLevel
    self.threshold = threshold
    self.patience = patience
    self.shrinkage = lost
    self.seed = seed
    self.currency = currency
  }

  private static func check(
    _ averageHandleTime: Duration,
    _ serviceLevel: Fraction,
    _ threshold: Duration
  ) throws(ShiftwrightError) {
    guard averageHandleTime >= .seconds(1), averageHandleTime <= .hours(4) else {
      throw ShiftwrightError(
        """
        The handle time is \(averageHandleTime.inSeconds) seconds.
        Give --aht a number of seconds from 1 to 14400.
        """
      )
    }
    guard serviceLevel > .zero, serviceLevel < .one, threshold >= .zero else {
      throw ShiftwrightError(
        """
        The target is \(serviceLevel.value * 100) % within \(threshold.inSeconds) seconds.
        Give --target a share and seconds such as 80/30, the share above 0 and below 100.
        """
      )
    }
  }

  private static func check(_ patience: Duration?, _ shrinkage: Fraction) throws(ShiftwrightError) {
    if let patience, patience < .seconds(1) {
      throw ShiftwrightError(
        "The patience is \(patience.inSeconds) seconds.\nGive a mean patience of at least 1 second."
      )
    }
    guard shrinkage.value <= 0.6 else {
      throw ShiftwrightError("The shrinkage is \(shrinkage.value).\nGive a share from 0 to 0.6.")
    }
  }
}
