import Optimization
import Workforce

/// The rows of a day program: what one, two, … people of the block put back in a slot are worth,
/// and the limits on heads that they can break.
///
/// The value of the last of them is folded into the costs of the columns; rows are there only
/// where the value is not constant.
struct DayRows: Sendable {
  /// A step of the marginal value of people put back in one slot.
  struct Step: Sendable {
    let row: Int
    let width: Double
    let worth: Double
  }

  /// Value of the last person put back, per slot.
  private(set) var base: [Double]
  /// Slots whose value is not constant, ascending.
  private(set) var slots: [Int] = []
  /// The steps of all rows.
  private(set) var steps: [Step] = []
  /// The limits on heads; their rows follow those of the slots.
  let heads: DayHeads
  private let problem: RosterProblem
  private let block: DayBlock

  /// Reads the marginal values of one, two, … people of the group in each slot that one of
  /// `entries` can take; `cover` is without the block.
  init(
    _ block: DayBlock,
    cover: CoverState,
    entries: [TableEntry],
    heads: DayHeads,
    problem: RosterProblem
  ) {
    self.problem = problem
    self.block = block
    self.heads = heads
    base = [Double](repeating: 0, count: problem.slotCount)
    var cover = cover
    let shapes = problem.shapes
    let first = entries.map { Int($0.start) }.min() ?? 0
    let last = entries.map { Int($0.start) + shapes[Int($0.shape)].length }.max() ?? 0
    for slot in first..<min(last, problem.slotCount) {
      let group = problem.group(block.group, at: slot)
      addSlot(
        slot,
        values: block.people.map { _ in
          let gain = cover.gain(group: group, slot: slot)
          cover.add(group: group, slot: slot)
          return gain
        }
      )
    }
  }

  private mutating func addSlot(_ slot: Int, values: [Double]) {
    let least = values[values.count - 1]
    base[slot] = least
    guard values[0] - least > 1e-9 else { return }
    let row = slots.count
    slots.append(slot)
    var index = 0
    while index < values.count, values[index] - least > 1e-9 {
      let end = values[index...].firstIndex { values[index] - $0 > 1e-12 } ?? values.count
      steps.append(Step(row: row, width: Double(end - index), worth: values[index] - least))
      index = end
    }
  }

  /// Rows that have a price: those of slots, then those of limits on heads.
  var pricedCount: Int { slots.count + heads.rows.count }

  /// Variables before the first column.
  var variableCount: Int { steps.count + 2 * heads.rows.count }

  /// The rows and the values as a model, without any column.
  func frame() -> LinearModel {
    var model = LinearModel("day \(block.day) group \(block.group)")
    var terms: [[LinearModel.Term]] = slots.map { _ in [] }
    for (index, step) in steps.enumerated() {
      let value = model.addVariable("value \(index)", upper: step.width, cost: -step.worth)
      terms[step.row].append(LinearModel.Term(index: value, coefficient: -1))
    }
    for (row, slot) in slots.enumerated() {
      _ = model.addConstraint("slot \(slot)", lower: 0, upper: .infinity, terms: terms[row])
    }
    for row in heads.rows { addHeads(row, to: &model) }
    for person in block.people {
      _ = model.addConstraint("one shift for \(person)", lower: 1, upper: 1, terms: [])
    }
    return model
  }

  /// A limit on heads that may be missed at its price.
  private func addHeads(_ row: DayHeads.Row, to model: inout LinearModel) {
    let name = "heads \(row.limit) slot \(row.slots.lowerBound)"
    let below = model.addVariable("\(name) below", cost: row.price)
    let above = model.addVariable("\(name) above", cost: row.price)
    _ = model.addConstraint(
      name,
      lower: row.least.map(Double.init) ?? -.infinity,
      upper: row.most.map(Double.init) ?? .infinity,
      terms: [
        LinearModel.Term(index: below, coefficient: 1),
        LinearModel.Term(index: above, coefficient: -1),
      ]
    )
  }

  /// A shift of a person, by position in the block, as a column.
  func column(_ person: Int, shift: PlannedShift, cost: Double) -> DayColumn {
    var folded = cost
    problem.forEachStretch(of: shift) { stretch in
      for slot in stretch { folded -= base[slot] }
    }
    return DayColumn(person: person, shift: shift, cost: folded)
  }

  /// The rows that a column covers, then the row of its person.
  func terms(of column: DayColumn) -> [LinearModel.Term] {
    var terms: [LinearModel.Term] = []
    problem.forEachStretch(of: column.shift) { stretch in
      for slot in stretch {
        guard let row = row(of: slot) else { continue }
        terms.append(LinearModel.Term(index: row, coefficient: 1))
      }
    }
    heads.forEachRow(of: column.person, start: column.shift.start, shape: column.shift.shape) {
      terms.append(LinearModel.Term(index: slots.count + $0, coefficient: 1))
    }
    terms.append(LinearModel.Term(index: pricedCount + column.person, coefficient: 1))
    return terms
  }

  private func row(of slot: Int) -> Int? {
    var low = 0
    var high = slots.count
    while low < high {
      let middle = (low + high) / 2
      if slots[middle] < slot { low = middle + 1 } else { high = middle }
    }
    return low < slots.count && slots[low] == slot ? low : nil
  }

  /// The objective with the given columns chosen, less constants.
  func value(of columns: [DayColumn]) -> Double {
    var counts = [Int](repeating: 0, count: pricedCount)
    for column in columns {
      for term in terms(of: column) where term.index < pricedCount { counts[term.index] += 1 }
    }
    var people = counts.map(Double.init)
    var value = columns.reduce(0) { $0 + $1.cost }
    for step in steps {
      let used = min(step.width, people[step.row])
      people[step.row] -= used
      value -= used * step.worth
    }
    for (row, limit) in heads.rows.enumerated() { value += limit.cost(counts[slots.count + row]) }
    return value
  }

  /// What the rows add to a bound at prices per row.
  func bound(at prices: [Double]) -> Double {
    steps.reduce(heads.bound(at: prices[slots.count...])) {
      $0 + $1.width * min(0, prices[$1.row] - $1.worth)
    }
  }
}

extension DayRows {
  /// The values of people put back in each priced row, falling: how many people at which worth.
  var worths: [[(width: Int, worth: Double)]] {
    var worths = [[(width: Int, worth: Double)]](repeating: [], count: slots.count)
    for step in steps { worths[step.row].append((Int(step.width), step.worth)) }
    return worths
      + heads.rows.map { row in
        block.people.indices.map { (1, row.cost($0) - row.cost($0 + 1)) }
      }
  }

  /// The variables before the first column where so many people are in each priced row.
  func variables(_ counts: [Int]) -> [Double] {
    var people = counts.map(Double.init)
    let used = steps.map { step -> Double in
      let used = min(step.width, people[step.row])
      people[step.row] -= used
      return used
    }
    return used
      + heads.rows.enumerated().flatMap { row, limit -> [Double] in
        let miss = limit.misses(counts[slots.count + row])
        return [Double(miss.below), Double(miss.above)]
      }
  }
}

/// A shift with breaks of one person of a block, its cost less the constant part of its cover.
struct DayColumn: Sendable {
  /// Position in the block.
  let person: Int
  let shift: PlannedShift
  let cost: Double
}
