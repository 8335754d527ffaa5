/// A shift on the roster grid: where it starts, its shape and where its breaks lie.
package struct PlannedShift: Hashable, Sendable {
  private let packedDay: Int16
  private let packedStart: Int16
  private let packedShape: Int16
  private let packedGroup: Int16
  private let packedAgenda: Int16
  /// Offsets of the breaks from the start, in slots; as many as the shape has.
  package let pauses: SIMD8<UInt16>

  /// Position of its date in the week.
  @inline(__always) package var day: Int { Int(packedDay) }
  /// First slot, from the start of the week.
  @inline(__always) package var start: Int { Int(packedStart) }
  /// Position of its shape in the problem.
  @inline(__always) package var shape: Int { Int(packedShape) }
  /// Position of the group (set of queues served) in the problem.
  @inline(__always) package var group: Int { Int(packedGroup) }
  /// Position of what training it holds, or -1.
  @inline(__always) package var agenda: Int { Int(packedAgenda) }

  /// Packs the numbers.
  package init(
    day: Int,
    start: Int,
    shape: Int,
    group: Int,
    agenda: Int = -1,
    pauses: SIMD8<UInt16>
  ) {
    packedDay = Int16(day)
    packedStart = Int16(start)
    packedShape = Int16(shape)
    packedGroup = Int16(group)
    packedAgenda = Int16(agenda)
    self.pauses = pauses
  }
}

/// A week of one person, with what it costs apart from cover.
package struct PlannedTour: Hashable, Sendable {
  /// The shifts, ascending by day.
  package var shifts: [PlannedShift]
  /// Pay, premium and prices of preferences, changes and weekends.
  package var cost: Double
  /// Overtime in minutes.
  package var overtimeMinutes: Int

  /// A week off.
  static let empty = PlannedTour(shifts: [], cost: 0, overtimeMinutes: 0)
}

extension RosterProblem {
  /// Calls `body` with each stretch of work of a shift as a range of slots, cut at the week's end
  /// and without the training in it.
  @inline(__always)
  func forEachStretch(of shift: PlannedShift, _ body: (Range<Int>) -> Void) {
    let kernel = kernels[shift.shape]
    if shift.agenda >= 0 {
      forEachStretch(of: shift, outside: coupling.agendas[shift.agenda].holes, body)
      return
    }
    var from = shift.start
    for index in 0..<kernel.count {
      let pause = shift.start + Int(shift.pauses[index])
      if from < min(pause, slotCount) { body(from..<min(pause, slotCount)) }
      from = pause + Int(kernel.lengths[index])
    }
    let end = min(shift.start + kernel.shiftLength, slotCount)
    if from < end { body(from..<end) }
  }

  /// The same around holes, which ascend.
  private func forEachStretch(
    of shift: PlannedShift,
    outside holes: [Range<Int>],
    _ body: (Range<Int>) -> Void
  ) {
    let kernel = kernels[shift.shape]
    let pauses = (0..<kernel.count).map { index -> Range<Int> in
      let first = shift.start + Int(shift.pauses[index])
      return first..<first + Int(kernel.lengths[index])
    }
    var from = shift.start
    for gap in (pauses + holes).sorted(by: { $0.lowerBound < $1.lowerBound }) {
      let end = min(gap.lowerBound, slotCount)
      if from < end { body(from..<end) }
      from = gap.upperBound
    }
    let end = min(shift.start + kernel.shiftLength, slotCount)
    if from < end { body(from..<end) }
  }

  /// The group to which people of a group belong in a slot: another one where their skills change.
  func group(_ group: Int, at slot: Int) -> Int {
    guard crews[group].isComposite else { return group }
    return groups[group].parts.last { $0.slot <= slot }?.group ?? group
  }

  /// Calls `body` with each stretch of work of a shift and the group that the person belongs to
  /// there.
  @inline(__always)
  func forEachStretchInGroup(of shift: PlannedShift, _ body: (Int, Range<Int>) -> Void) {
    guard crews[shift.group].isComposite else {
      forEachStretch(of: shift) { body(shift.group, $0) }
      return
    }
    let parts = groups[shift.group].parts
    forEachStretch(of: shift) { stretch in
      for (index, part) in parts.enumerated() {
        let end = index + 1 < parts.count ? parts[index + 1].slot : slotCount
        let piece =
          max(
            part.slot,
            stretch.lowerBound
          )..<max(
            max(part.slot, stretch.lowerBound),
            min(end, stretch.upperBound)
          )
        if !piece.isEmpty { body(part.group, piece) }
      }
    }
  }
}
