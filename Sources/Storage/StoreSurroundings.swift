public import Workforce

/// What a store takes from the world outside, so that tests can hand in their own.
public struct StoreSurroundings: Sendable {
  /// SHA-256 of bytes: 32 bytes.
  public var digest: @Sendable ([UInt8]) -> [UInt8]
  /// The time of an audit entry.
  public var now: @Sendable () -> Instant
  /// So many unpredictable bytes, for salts.
  public var random: @Sendable (Int) -> [UInt8]
  /// How long to wait for another program that writes.
  public var patience: Duration

  /// Makes surroundings.
  ///
  /// - Parameters:
  ///   - digest: SHA-256.
  ///   - now: The clock.
  ///   - random: So many unpredictable bytes.
  ///   - patience: How long to wait for another program that writes.
  public init(
    digest: @escaping @Sendable ([UInt8]) -> [UInt8],
    now: @escaping @Sendable () -> Instant,
    random: @escaping @Sendable (Int) -> [UInt8],
    patience: Duration = .seconds(5)
  ) {
    self.digest = digest
    self.now = now
    self.random = random
    self.patience = patience
  }
}
