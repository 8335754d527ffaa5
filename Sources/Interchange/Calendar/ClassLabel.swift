/// What people must know of a class to go there.
public struct ClassLabel: Hashable, Sendable {
  /// What its course is called.
  public var title: String
  /// The room's name; `nil` for none.
  public var room: String?
  /// Who teaches it, by identifier; `nil` for somebody from outside.
  public var trainer: String?

  /// Makes a label.
  public init(title: String, room: String?, trainer: String?) {
    self.title = title
    self.room = room
    self.trainer = trainer
  }

  /// `Anti-money laundering, room Leeds 1, trainer E0014`.
  public var words: String {
    ([title] + (room.map { ["room \($0)"] } ?? []) + (trainer.map { ["trainer \($0)"] } ?? []))
      .joined(separator: ", ")
  }
}
