import Workforce

/// The limits on heads that the people of a day program can break or mend, priced like in the
/// objective of a roster (`RosterState`).
struct DayHeads: Sendable {
  /// Slots of a limit in which the same choices make people of the block present.
  struct Row: Sendable {
    /// Position of the limit.
    let limit: Int
    /// The slots.
    var slots: Range<Int>
    /// People outside the block who are present.
    let others: Int
    /// Fewest and most people of the block who should be present; `nil` without such a limit.
    let least: Int?
    let most: Int?
    /// Price of a person too many or too few in one slot.
    let slotPrice: Double

    /// Price of a person too many or too few in all the slots.
    var price: Double { slotPrice * Double(slots.count) }

    /// By how many people a number of the block's people misses the limit.
    func misses(_ count: Int) -> (below: Int, above: Int) {
      (least.map { max(0, $0 - count) } ?? 0, most.map { max(0, count - $0) } ?? 0)
    }

    /// What a number of people of the block costs.
    func cost(_ count: Int) -> Double {
      let miss = misses(count)
      return price * Double(miss.below + miss.above)
    }
  }

  /// The rows.
  let rows: [Row]
  /// Rows in which each person of the block counts.
  private let rowsOf: [[Int]]
  private let people: Int
  private let shapes: [ShiftShape]

  /// Reads who is present beside the people of the block; their present shifts are `current`.
  init(_ block: DayBlock, current: [PlannedShift], state: RosterState) {
    let problem = state.problem
    shapes = problem.shapes
    people = block.people.count
    var rows: [Row] = []
    var rowsOf = [[Int]](repeating: [], count: people)
    for limit in problem.coupling.heads.indices {
      let members = block.people.indices.filter { person in
        let set = problem.employees[block.people[person]].headSet
        return problem.coupling.headSets[set].contains(limit)
      }
      guard !members.isEmpty else { continue }
      let crowd = DayCrowd(
        members: members,
        choices: block.choices,
        current: current,
        problem: problem
      )
      let first = rows.count
      crowd.addRows(of: limit, present: state.use.present[limit], to: &rows)
      for person in members { rowsOf[person] += first..<rows.count }
    }
    self.rows = rows
    self.rowsOf = rowsOf
  }

  /// Calls `body` with each row that a shift of a person of the block covers.
  @inline(__always)
  func forEachRow(of person: Int, start: Int, shape: Int, _ body: (Int) -> Void) {
    guard !rows.isEmpty else { return }
    let span = start..<start + shapes[shape].length
    for row in rowsOf[person] where span.contains(rows[row].slots.lowerBound) { body(row) }
  }

  /// What the presence of a person's shift is worth at prices per row.
  func worth(of person: Int, _ choice: DayBlock.Choice, prices: ArraySlice<Double>) -> Double {
    var worth = 0.0
    forEachRow(of: person, start: choice.start, shape: choice.shape) { row in
      worth += prices[prices.startIndex + row]
    }
    return worth
  }

  /// What the rows add to a bound at prices per row: the least over all numbers of people.
  func bound(at prices: ArraySlice<Double>) -> Double {
    zip(rows, prices).reduce(0) { sum, pair in
      let (row, price) = pair
      return sum + ((0...people).map { row.cost($0) - price * Double($0) }.min() ?? 0)
    }
  }
}

/// The people of a block who count in one limit.
private struct DayCrowd {
  /// By slot of the week: how many can be present, how many cannot be absent, how many are present.
  private var possible: [Int]
  private var sure: [Int]
  private var present: [Int]
  /// Slots at which a choice of someone begins or has ended.
  private var isEdge: [Bool]
  private let problem: RosterProblem

  init(
    members: [Int],
    choices: [[DayBlock.Choice]],
    current: [PlannedShift],
    problem: RosterProblem
  ) {
    self.problem = problem
    let slots = problem.slotCount
    possible = [Int](repeating: 0, count: slots)
    (sure, present) = (possible, possible)
    isEdge = [Bool](repeating: false, count: slots)
    for person in members {
      var covering = [Int](repeating: 0, count: slots)
      for choice in choices[person] {
        let span = span(start: choice.start, shape: choice.shape)
        for slot in span { covering[slot] += 1 }
        isEdge[choice.start] = true
        if span.upperBound < slots { isEdge[span.upperBound] = true }
      }
      for slot in covering.indices where covering[slot] > 0 {
        possible[slot] += 1
        if covering[slot] == choices[person].count { sure[slot] += 1 }
      }
      for slot in span(start: current[person].start, shape: current[person].shape) {
        present[slot] += 1
      }
    }
  }

  private func span(start: Int, shape: Int) -> Range<Int> {
    start..<min(start + problem.shapes[shape].length, problem.slotCount)
  }

  /// Adds a row wherever the choices make a difference; `counts` are the people present by slot of
  /// the limit, those of the block included.
  func addRows(of index: Int, present counts: [Int], to rows: inout [DayHeads.Row]) {
    let limit = problem.coupling.heads[index]
    for slot in limit.slots {
      let others = counts[slot - limit.slots.lowerBound] - present[slot]
      if !isEdge[slot], let last = rows.last, last.limit == index, last.others == others,
        last.slots.upperBound == slot
      {
        rows[rows.count - 1].slots = last.slots.lowerBound..<slot + 1
        continue
      }
      let row = DayHeads.Row(
        limit: index,
        slots: slot..<slot + 1,
        others: others,
        least: limit.least > 0 ? limit.least - others : nil,
        most: limit.most < .max ? limit.most - others : nil,
        slotPrice: limit.price ?? problem.penalties.head
      )
      let costs = (sure[slot]...possible[slot]).map(row.cost)
      if costs.contains(where: { $0 != costs[0] }) { rows.append(row) }
    }
  }
}
