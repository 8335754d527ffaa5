/// A request that cannot be carried out.
public struct ShiftwrightError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What went wrong and what to do next, the latter on a line of its own.
  public var message: String

  /// Makes an error.
  public init(_ message: String) { self.message = message }

  /// The message.
  public var description: String { message }
}
