package import Workforce

/// The cover costs of all queues and slots, flat; a cell is `queue * slotCount + slot`.
///
/// Beyond the last step a person has nothing to do and costs `idleCost`.
package struct CoverTable: Sendable {
  /// First step of each cell, and one past the last cell's.
  private let offsets: [Int32]
  /// People of each step.
  private let people: [Int32]
  /// Worth of each person of the step.
  private let worths: [Double]
  /// People that each cell can use.
  let capacity: [Int32]
  /// Price of a person with nothing to do, per slot.
  let idleCost: Double

  /// Lays the steps of all cells out.
  package init(_ costs: CoverCosts, idleCost: Double) {
    var offsets: [Int32] = [0]
    var people: [Int32] = []
    var worths: [Double] = []
    var capacity: [Int32] = []
    for queue in costs.queues {
      for cover in queue {
        for step in cover.steps where step.people > 0 {
          people.append(Int32(step.people))
          worths.append(step.worth)
        }
        offsets.append(Int32(people.count))
        capacity.append(Int32(cover.capacity))
      }
    }
    self.offsets = offsets
    self.people = people
    self.worths = worths
    self.capacity = capacity
    self.idleCost = idleCost
  }

  /// What is left to ask for where people are there already; nothing in cells that are not wanted.
  func lessened(by present: [Int], where isWanted: (Int) -> Bool) -> CoverTable {
    CoverTable(
      cells: capacity.indices.map { cell in
        guard isWanted(cell) else { return [] }
        var left = present[cell]
        return steps(of: cell).compactMap { step in
          let used = min(left, step.people)
          left -= used
          return step.people > used ? (step.people - used, step.worth) : nil
        }
      },
      idleCost: idleCost
    )
  }

  /// Lays cells out by their steps.
  private init(cells: [[(people: Int, worth: Double)]], idleCost: Double) {
    var offsets: [Int32] = [0]
    var people: [Int32] = []
    for cell in cells {
      people += cell.map { Int32($0.people) }
      offsets.append(Int32(people.count))
    }
    self.offsets = offsets
    self.people = people
    worths = cells.flatMap { $0.map(\.worth) }
    capacity = cells.map { cell in Int32(cell.reduce(0) { $0 + $1.people }) }
    self.idleCost = idleCost
  }

  /// The steps of a cell: people and worth of each of them.
  func steps(of cell: Int) -> [(people: Int, worth: Double)] {
    (Int(offsets[cell])..<Int(offsets[cell + 1])).map { (Int(people[$0]), worths[$0]) }
  }

  /// Steps of the cells that can use people, on average.
  var stepsPerCell: Double {
    Double(people.count) / Double(max(1, capacity.count { $0 > 0 }))
  }

  /// What the dearest missing person costs.
  var dearest: Double { worths.max() ?? 0 }

  /// Least of Φ(n) + price · n over the people n that a cell can use: the cell's part of the
  /// Lagrangian bound.
  func leastCost(cell: Int, price: Double) -> Double {
    var cost = 0.0
    for step in Int(offsets[cell])..<Int(offsets[cell + 1]) {
      cost += Double(people[step]) * min(worths[step], price)
    }
    return cost
  }

  /// Φ of a cell with `count` people.
  func cost(of count: Int, cell: Int) -> Double {
    var left = count
    var cost = 0.0
    for step in steps(of: cell) {
      let used = min(left, step.people)
      left -= used
      cost += Double(step.people - used) * step.worth
    }
    return cost
  }
}
