import Workforce

/// The cheapest way to give the people of one slot to queues that they serve.
///
/// The sets of queue places that can be filled at once are the independent sets of a matroid
/// (Edmonds & Fulkerson 1965), so taking places from the dearest on, each where an augmenting path
/// reaches a free person, gives the least cost. Ties go to the queue that comes first.
struct Allocation {
  /// People given to each queue.
  private(set) var given: [Int]
  /// What the given people save.
  private(set) var saved = 0.0
  /// People given to none, per group.
  private var free: [Int]
  /// People of each group who are given to each queue.
  private var serving: [[Int]]
  private let groups: [[Int]]

  /// Allocates `people[g]` people who each serve the queues `groups[g]`.
  init(people: [Int], groups: [[Int]], prices: [SlotPrice]) {
    self.groups = groups
    free = people
    given = Array(repeating: 0, count: prices.count)
    serving = Array(repeating: given, count: groups.count)
    let places = prices.enumerated().flatMap { queue, price in
      price.steps.map { (queue: queue, step: $0) }
    }
    let order = places.indices.sorted {
      let (left, right) = (places[$0], places[$1])
      return left.step.worth == right.step.worth ? $0 < $1 : left.step.worth > right.step.worth
    }
    for place in order.map({ places[$0] }) {
      fill(place.queue, place.step)
    }
  }

  /// People given to no queue.
  var idle: Int { free.reduce(0, +) }

  private mutating func fill(_ queue: Int, _ step: SlotPrice.Step) {
    var left = step.people
    while left > 0, let path = path(to: queue) {
      let people = min(left, capacity(path))
      move(people, along: path)
      left -= people
      given[queue] += people
      saved += Double(people) * step.worth
    }
  }

  /// One move of a path: people of `group` come to `queue`, from another queue or from nowhere.
  private struct Move {
    var group: Int
    var queue: Int
    var from: Int?
  }

  /// Breadth-first search for a chain of moves that ends with free people.
  private func path(to queue: Int) -> [Move]? {
    var arrivedBy: [Int: Move] = [:]
    var waiting = [queue]
    var seen = Set(waiting)
    var next = 0
    while next < waiting.count {
      let target = waiting[next]
      next += 1
      for group in groups.indices where groups[group].contains(target) {
        if free[group] > 0 {
          return chain(Move(group: group, queue: target, from: nil), arrivedBy)
        }
        for other in groups[group] where serving[group][other] > 0 && !seen.contains(other) {
          seen.insert(other)
          waiting.append(other)
          arrivedBy[other] = Move(group: group, queue: target, from: other)
        }
      }
    }
    return nil
  }

  private func chain(_ last: Move, _ arrivedBy: [Int: Move]) -> [Move] {
    var moves = [last]
    var queue = last.queue
    while let move = arrivedBy[queue] {
      moves.append(move)
      queue = move.queue
    }
    return moves
  }

  private func capacity(_ path: [Move]) -> Int {
    path.map { move in move.from.map { serving[move.group][$0] } ?? free[move.group] }.min() ?? 0
  }

  private mutating func move(_ people: Int, along path: [Move]) {
    for move in path {
      serving[move.group][move.queue] += people
      if let from = move.from {
        serving[move.group][from] -= people
      } else {
        free[move.group] -= people
      }
    }
  }
}
