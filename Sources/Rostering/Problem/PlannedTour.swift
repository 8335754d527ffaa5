/// A shift on the roster grid: where it starts, its shape and where its breaks lie.
struct PlannedShift: Hashable, Sendable {
  /// Position of its date in the week.
  let day: Int
  /// First slot, from the start of the week.
  let start: Int
  /// Position of its shape in the problem.
  let shape: Int
  /// Position of the group (set of queues served) in the problem.
  let group: Int
  /// Offsets of the breaks from the start, in slots; as many as the shape has.
  let pauses: SIMD8<UInt16>
}

/// A week of one person, with what it costs apart from cover.
struct PlannedTour: Hashable, Sendable {
  /// The shifts, ascending by day.
  var shifts: [PlannedShift]
  /// Pay, premium and prices of preferences, changes and weekends.
  var cost: Double
  /// Overtime in minutes.
  var overtimeMinutes: Int

  /// A week off.
  static let empty = PlannedTour(shifts: [], cost: 0, overtimeMinutes: 0)
}

extension RosterProblem {
  /// Calls `body` with each stretch of work of a shift as a range of slots, cut at the week's end.
  @inline(__always)
  func forEachStretch(of shift: PlannedShift, _ body: (Range<Int>) -> Void) {
    let shape = shapes[shift.shape]
    var from = shift.start
    for index in shape.pauses.indices {
      let pause = shift.start + Int(shift.pauses[index])
      if from < min(pause, slotCount) { body(from..<min(pause, slotCount)) }
      from = pause + shape.pauses[index].length
    }
    let end = min(shift.start + shape.length, slotCount)
    if from < end { body(from..<end) }
  }
}
