import Optimization
import Workforce

/// The rows of a day program: what one, two, … people of the block put back in a slot are worth.
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
  private let problem: RosterProblem
  private let block: DayBlock

  /// Reads the marginal values of one, two, … people of the group in each slot that one of
  /// `entries` can take; `cover` is without the block.
  init(_ block: DayBlock, cover: CoverState, entries: [TableEntry], problem: RosterProblem) {
    self.problem = problem
    self.block = block
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
    for person in block.people {
      _ = model.addConstraint("one shift for \(person)", lower: 1, upper: 1, terms: [])
    }
    return model
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
    terms.append(LinearModel.Term(index: slots.count + column.person, coefficient: 1))
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
    var people = [Double](repeating: 0, count: slots.count)
    for column in columns {
      for term in terms(of: column) where term.index < slots.count { people[term.index] += 1 }
    }
    var value = columns.reduce(0) { $0 + $1.cost }
    for step in steps {
      let used = min(step.width, people[step.row])
      people[step.row] -= used
      value -= used * step.worth
    }
    return value
  }

  /// What the rows add to a bound at prices per row.
  func bound(at prices: [Double]) -> Double {
    steps.reduce(0) { $0 + $1.width * min(0, prices[$1.row] - $1.worth) }
  }
}

/// A shift with breaks of one person of a block, its cost less the constant part of its cover.
struct DayColumn: Sendable {
  /// Position in the block.
  let person: Int
  let shift: PlannedShift
  let cost: Double
}
