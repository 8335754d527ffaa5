/// A request that a solver cannot carry out.
public struct SolverError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The kinds of refusal.
  public enum Code: Hashable, Sendable {
    /// The model holds a number that is not finite, or NaN as a bound.
    case badNumber
    /// An index names no variable or no constraint.
    case badIndex
    /// The solver could not set the model up.
    case solverFailure
  }

  /// What kind of refusal it is.
  public var code: Code
  /// What is wrong and what to do next, the latter on a line of its own.
  public var message: String

  /// Makes an error.
  public init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }

  /// The message.
  public var description: String { message }
}
