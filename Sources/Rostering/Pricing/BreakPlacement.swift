/// Places the breaks of one shape where they cost least, by dynamic programming over their
/// offsets: no patterns are cut beforehand.
struct BreakPlacement: Sendable {
  let shape: ShiftShape
  /// Offsets at which each break can lie so that all others still fit.
  let ranges: [ClosedRange<Int>]
  /// The same numbers, flat.
  let kernel: BreakKernel

  /// `nil` when the breaks cannot be placed at all.
  init?(_ shape: ShiftShape) {
    guard let ranges = Self.ranges(shape) else { return nil }
    self.shape = shape
    self.ranges = ranges
    kernel = BreakKernel(shape, ranges: ranges)
  }

  private static func ranges(_ shape: ShiftShape) -> [ClosedRange<Int>]? {
    let pauses = shape.pauses
    guard pauses.count <= ShiftShape.maximumPauses else { return nil }
    if pauses.isEmpty {
      return shape.allowsStretch(shape.length) ? [] : nil
    }
    // offsets reachable from the front, then those from which the end is reachable
    var reachable: [[Bool]] = []
    for (index, pause) in pauses.enumerated() {
      reachable.append(
        (0..<shape.length).map { offset in
          guard offset >= pause.earliest, offset <= pause.latest else { return false }
          guard index > 0 else { return shape.allowsStretch(offset) }
          let before = pauses[index - 1].length
          return (0..<offset).contains {
            reachable[index - 1][$0] && shape.allowsStretch(offset - $0 - before)
          }
        }
      )
    }
    for index in pauses.indices.reversed() {
      let end = pauses[index].length
      for offset in 0..<shape.length where reachable[index][offset] {
        reachable[index][offset] =
          index == pauses.count - 1
          ? shape.allowsStretch(shape.length - offset - end)
          : (offset..<shape.length).contains {
            reachable[index + 1][$0] && shape.allowsStretch($0 - offset - end)
          }
      }
    }
    return reachable.reduce(into: Optional([])) { ranges, row in
      guard let low = row.firstIndex(of: true), let high = row.lastIndex(of: true) else {
        ranges = nil
        return
      }
      ranges?.append(low...high)
    }
  }

  /// Least sum of values that the breaks take away from a shift at `start`; `prefix` holds sums
  /// of the slots' values, `table` is scratch memory.
  ///
  /// No break may lie in the offsets `closed`.
  func leastLoss(
    prefix: [Double],
    start: Int,
    table: inout [Double],
    closed: [Range<Int>] = []
  ) -> Double {
    unsafe table.withUnsafeMutableBufferPointer { table in
      unsafe prefix.withUnsafeBufferPointer { prefix in
        unsafe kernel.leastLoss(table, prefix: prefix, start: start, closed: closed)
      }
    }
  }

  /// The offsets of a cheapest placement; the earliest of equals from the last break on.
  func cheapest(
    prefix: [Double],
    start: Int,
    table: inout [Double],
    closed: [Range<Int>] = []
  ) -> SIMD8<UInt16> {
    var offsets = SIMD8<UInt16>(repeating: 0)
    guard !ranges.isEmpty else { return offsets }
    fill(&table, prefix: prefix, start: start, closed: closed)
    var following = shape.length
    for index in ranges.indices.reversed() {
      var best = Double.infinity
      var chosen = ranges[index].lowerBound
      let end = shape.pauses[index].length
      for offset in ranges[index] where shape.allowsStretch(following - offset - end) {
        let value = table[index * shape.length + offset]
        if value < best { (best, chosen) = (value, offset) }
      }
      offsets[index] = UInt16(chosen)
      following = chosen
    }
    return offsets
  }

  /// Least loss of the breaks up to each one at each of its offsets.
  func fill(
    _ table: inout [Double],
    prefix: [Double],
    start: Int,
    closed: [Range<Int>] = []
  ) {
    unsafe table.withUnsafeMutableBufferPointer { table in
      unsafe prefix.withUnsafeBufferPointer { prefix in
        unsafe kernel.fill(table, prefix: prefix, start: start, closed: closed)
      }
    }
  }
}

extension ShiftShape {
  /// Whether a stretch of work may take so many slots.
  @inline(__always)
  func allowsStretch(_ slots: Int) -> Bool {
    slots >= minimumStretch && slots <= maximumStretch
  }
}
