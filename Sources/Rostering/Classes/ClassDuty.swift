/// Has a person at exactly one of some classes, wholly inside a shift and clear of its breaks.
struct ClassDuty: TourRule {
  static let name = "class attendance"
  /// Positions of the classes; empty where none can be had.
  let classes: [Int]
  /// Whether the person teaches and takes no seat.
  let isTaught: Bool
  /// The classes in words.
  let demand: String
}
