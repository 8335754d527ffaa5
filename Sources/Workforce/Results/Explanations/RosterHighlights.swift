/// What in a roster asks for an explanation most: the refused wishes that are paid for most, and why
/// the shortest intervals are short.
public struct RosterHighlights: Hashable, Sendable {
  /// A refused wish of somebody.
  public struct Wish: Hashable, Sendable {
    /// Whose wish it is.
    public var employee: String
    /// The wish, with the best week that grants it.
    public var wish: PersonExplanation.Wish

    /// Makes a refused wish.
    public init(employee: String, wish: PersonExplanation.Wish) {
      self.employee = employee
      self.wish = wish
    }
  }

  /// The refused wishes that are paid for most, dearest first.
  public var wishes: [Wish]
  /// How many wishes for dates of the week are refused.
  public var refused: Int
  /// How many there are.
  public var asked: Int
  /// The shortest intervals, each of one queue.
  public var gaps: [IntervalExplanation]

  /// Makes highlights.
  public init(wishes: [Wish], refused: Int, asked: Int, gaps: [IntervalExplanation]) {
    self.wishes = wishes
    self.refused = refused
    self.asked = asked
    self.gaps = gaps
  }
}
