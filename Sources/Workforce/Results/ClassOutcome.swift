/// What a roster makes of a class.
public struct ClassOutcome: Hashable, Sendable {
  /// The class's identifier.
  public var session: String
  /// Who attends, by identifier, in the order of the people.
  public var attendees: [String]
  /// Who of the people teaches it; `nil` for nobody of them.
  public var trainer: String?
  /// How much less the missing and idle people of the week would cost if these people served
  /// instead.
  public var cost: Double

  /// Makes an outcome.
  public init(session: String, attendees: [String], trainer: String? = nil, cost: Double) {
    self.session = session
    self.attendees = attendees
    self.trainer = trainer
    self.cost = cost
  }
}
