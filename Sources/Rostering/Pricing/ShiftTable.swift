/// The best value of every shift of one group at given prices, breaks placed exactly.
struct ShiftTable: Sendable {
  /// Value by `start * shapeCount + shape`; meaningless for shifts nobody of the group may work.
  let values: [Double]
  /// Sums of the slots' values, for placing breaks again.
  private let prefix: [Double]
  private let placements: [BreakPlacement?]
  private let shapeCount: Int

  /// Computes the shifts listed in `entries` (`start * shapeCount + shape`).
  ///
  /// `slotValues` are the values of a person of the group per slot; past the week's end a slot is
  /// worth nothing.
  init(slotValues: [Double], entries: [Int], problem: RosterProblem) {
    let placements = problem.placements
    let shapes = problem.shapes
    let padded = problem.slotCount + problem.longestShape + 1
    var prefix = [Double](repeating: 0, count: padded + 1)
    for slot in 0..<padded {
      prefix[slot + 1] = prefix[slot] + (slot < problem.slotCount ? slotValues[slot] : 0)
    }
    var values = [Double](
      repeating: -.infinity,
      count: (problem.slotCount + 1) * shapes.count
    )
    var scratch = [Double](
      repeating: 0,
      count: problem.longestShape * ShiftShape.maximumPauses
    )
    for entry in entries {
      let start = entry / shapes.count
      let shape = entry - start * shapes.count
      guard let placement = placements[shape] else { continue }
      values[entry] =
        prefix[start + shapes[shape].length] - prefix[start]
        - placement.leastLoss(prefix: prefix, start: start, table: &scratch)
    }
    self.values = values
    self.prefix = prefix
    self.placements = placements
    shapeCount = shapes.count
  }

  /// The cheapest places of a shift's breaks at the table's prices.
  func pauses(start: Int, shape: Int, problem: RosterProblem) -> SIMD8<UInt16> {
    var scratch = [Double](
      repeating: 0,
      count: problem.longestShape * ShiftShape.maximumPauses
    )
    return placements[shape]?.cheapest(prefix: prefix, start: start, table: &scratch)
      ?? SIMD8(repeating: 0)
  }

  /// Every placement of a shift's breaks that costs at most `slack` more than the cheapest one, with
  /// what it costs more.
  func placements(
    start: Int,
    shape: Int,
    slack: Double,
    problem: RosterProblem
  ) -> [PlacedBreaks] {
    guard let placement = placements[shape] else { return [] }
    var scratch = [Double](
      repeating: 0,
      count: problem.longestShape * ShiftShape.maximumPauses
    )
    return placement.placements(prefix: prefix, start: start, slack: slack, table: &scratch)
  }

  /// The value of a shift.
  @inline(__always)
  func value(start: Int, shape: Int) -> Double { values[start * shapeCount + shape] }
}
