/// Has a person at exactly one of some classes, wholly inside a shift and clear of its breaks.
struct ClassDuty: TourRule {
  static let name = "class attendance"
  /// Positions of the classes; empty where none can be had.
  let classes: [Int]
  /// Whether the person teaches and takes no seat.
  let isTaught: Bool
  /// The date of a meeting that only those attend who have a shift on it; `nil` for classes.
  var meetingDay: Int?
  /// The classes in words.
  let demand: String
}
