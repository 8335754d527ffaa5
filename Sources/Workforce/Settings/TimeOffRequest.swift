/// Somebody's request to be away, and what was decided.
public struct TimeOffRequest: Hashable, Sendable {
  /// What has become of it.
  public enum State: String, CaseIterable, Sendable {
    /// Nobody has decided yet.
    case requested
    /// The person is away.
    case granted
    /// The person is not away.
    case refused
  }

  /// Its number, from 1; never given twice.
  public var number: Int
  /// When who is away, and why.
  public var absence: Absence
  /// How many days it took from the allowance when it was made or decided.
  public var days: Int
  /// What has become of it.
  public var state: State
  /// The role or account that decided.
  public var decidedBy: String?
  /// What was said with the decision.
  public var answer: String?

  /// Makes a request.
  public init(
    number: Int,
    absence: Absence,
    days: Int,
    state: State = .requested,
    decidedBy: String? = nil,
    answer: String? = nil
  ) {
    self.number = number
    self.absence = absence
    self.days = days
    self.state = state
    self.decidedBy = decidedBy
    self.answer = answer
  }
}
