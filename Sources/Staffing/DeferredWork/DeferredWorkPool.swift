/// The people who do deferred work, and what else they are needed for.
///
/// All arrays have one entry per slot and count people.
public struct DeferredWorkPool: Hashable, Sendable {
  /// Length of a slot in minutes, above 0.
  public var slotMinutes: Int
  /// People that other queues need, at least 0.
  public var needed: [Double]
  /// People's worth of idle time among these that deferred work may use, at least 0.
  public var idle: [Double]
  /// People there are, at least 0; `nil` before a roster is known.
  public var available: [Double]?
  /// Price of an hour of a person above those available; `nil` when there are no more.
  public var shortagePrice: Double?
  /// Price of an hour of work that is an hour late.
  public var latenessPrice: Double

  /// Makes a pool.
  public init(
    slotMinutes: Int,
    needed: [Double],
    idle: [Double]? = nil,
    available: [Double]? = nil,
    shortagePrice: Double? = nil,
    latenessPrice: Double = 100
  ) {
    precondition(slotMinutes > 0, "a slot must be longer than zero")
    precondition(latenessPrice > 0, "work that is late must have a price")
    precondition((shortagePrice ?? 0) >= 0, "a price must not be negative")
    self.slotMinutes = slotMinutes
    self.needed = needed
    self.idle = idle ?? needed.map { _ in 0 }
    self.available = available
    self.shortagePrice = shortagePrice
    self.latenessPrice = latenessPrice
    let people = needed + self.idle + (available ?? needed)
    precondition(
      people.count == 3 * needed.count && people.allSatisfy { $0 >= 0 && $0.isFinite },
      "every slot needs people that are finite and not negative"
    )
  }

  /// Length of a slot in hours.
  var slotHours: Double { Double(slotMinutes) / 60 }
}
