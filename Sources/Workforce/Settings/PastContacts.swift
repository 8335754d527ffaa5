/// Single contacts of the past, to be played again.
public struct PastContacts: Hashable, Sendable {
  /// The contacts of each queue, in the order of the settings; in any order of time.
  public var queues: [[ContactRecord]]

  /// Makes recorded contacts of lists in the order of the settings.
  public init(queues: [[ContactRecord]]) { self.queues = queues }
}
