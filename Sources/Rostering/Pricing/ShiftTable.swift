/// A shift of a table: first slot and shape.
struct TableEntry: Hashable, Sendable {
  let start: Int32
  let shape: Int32
}

/// The best value of every shift of one group at given prices, breaks placed exactly.
struct ShiftTable: Sendable {
  /// Value by `start * shapeCount + shape`, meaningless for shifts nobody of the group may work;
  /// then those of the shifts with training, in the problem's order.
  let values: [Double]
  /// Sums of the slots' values, for placing breaks again.
  private let prefix: [Double]
  private let shapeCount: Int

  /// Computes the shifts listed in `entries` and those with training.
  ///
  /// `slotValues` are the values of a person of the group per slot; past the week's end a slot is
  /// worth nothing.
  init(
    slotValues: [Double],
    entries: [TableEntry],
    agendas: [AgendaEntry] = [],
    problem: RosterProblem
  ) {
    let shapes = problem.shapes
    let prefix = Self.prefix(slotValues, problem: problem)
    var values = [Double](
      repeating: -.infinity,
      count: (problem.slotCount + 1) * shapes.count + agendas.count
    )
    var scratch = Self.scratch(problem)
    unsafe values.withUnsafeMutableBufferPointer { values in
      unsafe scratch.withUnsafeMutableBufferPointer { scratch in
        unsafe prefix.withUnsafeBufferPointer { prefix in
          unsafe problem.kernels.withUnsafeBufferPointer { kernels in
            for entry in entries {
              let kernel = unsafe kernels[Int(entry.shape)]
              let start = Int(entry.start)
              unsafe values[start * shapes.count + Int(entry.shape)] =
                prefix[start + kernel.shiftLength] - prefix[start]
                - kernel.leastLoss(scratch, prefix: prefix, start: start, closed: [])
            }
          }
        }
      }
    }
    let dense = (problem.slotCount + 1) * shapes.count
    for (position, entry) in agendas.enumerated() {
      guard let placement = problem.placements[entry.shape] else { continue }
      let holes = problem.coupling.agendas[entry.agenda].holes
      // no break lies in the training, so that its slots are missing from the work alone
      values[dense + position] =
        prefix[entry.start + shapes[entry.shape].length] - prefix[entry.start]
        - holes.reduce(0) { $0 + prefix[$1.upperBound] - prefix[$1.lowerBound] }
        - placement.leastLoss(
          prefix: prefix,
          start: entry.start,
          table: &scratch,
          closed: holes.map { $0.lowerBound - entry.start..<$0.upperBound - entry.start }
        )
    }
    self.values = values
    self.prefix = prefix
    shapeCount = shapes.count
  }

  private static func scratch(_ problem: RosterProblem) -> [Double] {
    [Double](repeating: 0, count: BreakKernel.scratchCount(longest: problem.longestShape))
  }

  private static func prefix(_ slotValues: [Double], problem: RosterProblem) -> [Double] {
    let padded = problem.slotCount + problem.longestShape + 1
    var prefix = [Double](repeating: 0, count: padded + 1)
    for slot in 0..<padded {
      prefix[slot + 1] = prefix[slot] + (slot < problem.slotCount ? slotValues[slot] : 0)
    }
    return prefix
  }

  /// The cheapest places of a shift's breaks at the table's prices.
  func pauses(
    start: Int,
    shape: Int,
    agenda: Int = -1,
    problem: RosterProblem
  ) -> SIMD8<UInt16> {
    guard let placement = problem.placements[shape] else { return SIMD8(repeating: 0) }
    var scratch = Self.scratch(problem)
    guard agenda >= 0 else {
      return placement.cheapest(prefix: prefix, start: start, table: &scratch)
    }
    let holes = problem.coupling.agendas[agenda].holes
    return placement.cheapest(
      prefix: prefix,
      start: start,
      table: &scratch,
      closed: holes.map { $0.lowerBound - start..<$0.upperBound - start }
    )
  }

  /// Every placement of a shift's breaks that costs at most `slack` more than the cheapest one, with
  /// what it costs more.
  func placements(
    start: Int,
    shape: Int,
    slack: Double,
    problem: RosterProblem
  ) -> [PlacedBreaks] {
    guard let placement = problem.placements[shape] else { return [] }
    var scratch = Self.scratch(problem)
    return placement.placements(prefix: prefix, start: start, slack: slack, table: &scratch)
  }

  /// The value of working through a stretch.
  @inline(__always)
  func worth(_ stretch: Range<Int>) -> Double {
    prefix[stretch.upperBound] - prefix[stretch.lowerBound]
  }

  /// The value of a shift without training.
  @inline(__always)
  func value(start: Int, shape: Int) -> Double { values[start * shapeCount + shape] }
}
