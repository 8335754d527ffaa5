/// The numbers by which breaks of one shape are placed, flat, for the inner loop of pricing.
struct BreakKernel: Sendable {
  /// Number of breaks.
  let count: Int
  /// First and last offset of each break from which all others still fit.
  private let lows: SIMD8<Int32>
  private let highs: SIMD8<Int32>
  /// Lengths of the breaks.
  let lengths: SIMD8<Int32>
  /// Fewest and most slots of work without a break.
  private let leastStretch: Int
  private let mostStretch: Int
  /// Slots of the shift.
  let shiftLength: Int

  init(_ shape: ShiftShape, ranges: [ClosedRange<Int>]) {
    count = ranges.count
    var (lows, highs, lengths) = (SIMD8<Int32>(), SIMD8<Int32>(), SIMD8<Int32>())
    for (index, range) in ranges.enumerated() {
      lows[index] = Int32(range.lowerBound)
      highs[index] = Int32(range.upperBound)
      lengths[index] = Int32(shape.pauses[index].length)
    }
    (self.lows, self.highs, self.lengths) = (lows, highs, lengths)
    leastStretch = shape.minimumStretch
    mostStretch = shape.maximumStretch
    shiftLength = shape.length
  }

  /// Numbers of scratch memory for shifts of at most `longest` slots.
  static func scratchCount(longest: Int) -> Int { (ShiftShape.maximumPauses + 2) * (longest + 1) }

  /// Least loss of the breaks up to each one at each of its offsets, by `break * length + offset`:
  /// sliding minima over the stretches of work between two breaks.
  ///
  /// `prefix` holds sums of the slots' values; no break may lie in the offsets `closed`.
  @inline(__always)
  func fill(
    _ table: UnsafeMutableBufferPointer<Double>,
    prefix: UnsafeBufferPointer<Double>,
    start: Int,
    closed: [Range<Int>]
  ) {
    guard count > 0 else { return }
    unsafe fillFirst(table, prefix: prefix, start: start)
    unsafe close(0, table, closed: closed)
    for index in 1..<max(1, count) {
      unsafe fillRow(index, table, prefix: prefix, start: start)
      unsafe close(index, table, closed: closed)
    }
  }

  /// Least sum of values that the breaks take away from a shift at `start`.
  @inline(__always)
  func leastLoss(
    _ table: UnsafeMutableBufferPointer<Double>,
    prefix: UnsafeBufferPointer<Double>,
    start: Int,
    closed: [Range<Int>]
  ) -> Double {
    guard count > 0 else { return 0 }
    unsafe fill(table, prefix: prefix, start: start, closed: closed)
    let row = (count - 1) * shiftLength
    let end = shiftLength - Int(lengths[count - 1])
    let first = max(Int(lows[count - 1]), end - mostStretch)
    let last = min(Int(highs[count - 1]), end - leastStretch)
    var best = Double.infinity
    var offset = first
    while offset <= last {
      let value = unsafe table[row + offset]
      best = value < best ? value : best
      offset += 1
    }
    return best
  }

  @inline(__always)
  private func fillFirst(
    _ table: UnsafeMutableBufferPointer<Double>,
    prefix: UnsafeBufferPointer<Double>,
    start: Int
  ) {
    let pause = Int(lengths[0])
    var offset = Int(lows[0])
    while offset <= Int(highs[0]) {
      let isAllowed = offset >= leastStretch && offset <= mostStretch
      let loss = unsafe prefix[start + offset + pause] - prefix[start + offset]
      unsafe table[offset] = isAllowed ? loss : .infinity
      offset += 1
    }
  }

  /// The windows of earlier offsets slide; where one reaches the first or last earlier offset, a
  /// running minimum from that side answers it.
  @inline(__always)
  private func fillRow(
    _ index: Int,
    _ table: UnsafeMutableBufferPointer<Double>,
    prefix: UnsafeBufferPointer<Double>,
    start: Int
  ) {
    let (low, high) = (Int(lows[index - 1]), Int(highs[index - 1]))
    let earlier = (index - 1) * shiftLength
    let fromLeft = table.count - 2 * shiftLength
    let fromRight = table.count - shiftLength
    unsafe fillRunning(table, earlier: earlier, from: low, through: high)
    let (pause, before) = (Int(lengths[index]), Int(lengths[index - 1]))
    let row = index * shiftLength
    var offset = Int(lows[index])
    while offset <= Int(highs[index]) {
      let first = max(low, offset - before - mostStretch)
      let last = min(high, offset - before - leastStretch)
      var best = Double.infinity
      if first <= last {
        if first == low {
          best = unsafe table[fromLeft + last]
        } else if last == high {
          best = unsafe table[fromRight + first]
        } else {
          for place in first...last {
            let value = unsafe table[earlier + place]
            best = value < best ? value : best
          }
        }
      }
      let loss = unsafe prefix[start + offset + pause] - prefix[start + offset]
      unsafe table[row + offset] = best + loss
      offset += 1
    }
  }

  /// Running minima of a row from the left and from the right, at the end of the scratch memory.
  @inline(__always)
  private func fillRunning(
    _ table: UnsafeMutableBufferPointer<Double>,
    earlier: Int,
    from low: Int,
    through high: Int
  ) {
    let fromLeft = table.count - 2 * shiftLength
    let fromRight = table.count - shiftLength
    var running = Double.infinity
    var offset = low
    while offset <= high {
      let value = unsafe table[earlier + offset]
      running = value < running ? value : running
      unsafe table[fromLeft + offset] = running
      offset += 1
    }
    running = .infinity
    offset = high
    while offset >= low {
      let value = unsafe table[earlier + offset]
      running = value < running ? value : running
      unsafe table[fromRight + offset] = running
      offset -= 1
    }
  }

  @inline(__always)
  private func close(
    _ index: Int,
    _ table: UnsafeMutableBufferPointer<Double>,
    closed: [Range<Int>]
  ) {
    guard !closed.isEmpty else { return }
    let pause = Int(lengths[index])
    for offset in Int(lows[index])...Int(highs[index])
    where closed.contains(where: { $0.overlaps(offset..<offset + pause) }) {
      unsafe table[index * shiftLength + offset] = .infinity
    }
  }
}
