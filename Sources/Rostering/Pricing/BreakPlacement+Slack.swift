/// Where the breaks of a shift lie.
struct PlacedBreaks: Hashable, Sendable {
  /// Offsets from the shift's start.
  let pauses: SIMD8<UInt16>
  /// What they cost more than the cheapest placement.
  let extra: Double
}

extension BreakPlacement {
  /// Every placement that costs at most `slack` more than the cheapest one, cheapest first.
  func placements(
    prefix: [Double],
    start: Int,
    slack: Double,
    table: inout [Double]
  ) -> [PlacedBreaks] {
    let least = leastLoss(prefix: prefix, start: start, table: &table)
    guard !ranges.isEmpty else { return [PlacedBreaks(pauses: SIMD8(repeating: 0), extra: 0)] }
    var search = BreakSearch(placement: self, table: table, most: least + slack)
    search.place(ranges.count - 1, before: shape.length, loss: 0, pauses: SIMD8(repeating: 0)) {
      prefix[start + $0.upperBound] - prefix[start + $0.lowerBound]
    }
    return search.found.map { PlacedBreaks(pauses: $0.pauses, extra: max(0, $0.loss - least)) }
      .enumerated().sorted { ($0.element.extra, $0.offset) < ($1.element.extra, $1.offset) }
      .map(\.element)
  }
}

/// Depth-first search for placements, from the last break to the first.
private struct BreakSearch {
  let placement: BreakPlacement
  /// Least loss of the breaks up to each one at each offset.
  let table: [Double]
  let most: Double
  private(set) var found: [(pauses: SIMD8<UInt16>, loss: Double)] = []

  init(placement: BreakPlacement, table: [Double], most: Double) {
    self.placement = placement
    self.table = table
    self.most = most
  }

  mutating func place(
    _ index: Int,
    before following: Int,
    loss: Double,
    pauses: SIMD8<UInt16>,
    taken: (Range<Int>) -> Double
  ) {
    guard index >= 0 else {
      found.append((pauses, loss))
      return
    }
    let shape = placement.shape
    let length = shape.pauses[index].length
    for offset in placement.ranges[index]
    where shape.allowsStretch(following - offset - length)
      && table[index * shape.length + offset] + loss <= most
    {
      var placed = pauses
      placed[index] = UInt16(offset)
      let more = loss + taken(offset..<offset + length)
      place(index - 1, before: offset, loss: more, pauses: placed, taken: taken)
    }
  }
}
