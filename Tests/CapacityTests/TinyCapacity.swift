import Workforce

@testable import Capacity

/// A capacity problem small enough to try every plan, and its cost worked out afresh.
///
/// One or two skills; hires for either, classes of two, a route from the first to both. Everything
/// the program knows is computed here in another way: people are followed one month at a time, and
/// what is missing is found by trying every split of those who can serve both.
struct TinyCapacity {
  var problem: CapacityProblem
  var seed: UInt64

  init(seed: UInt64) {
    self.seed = seed
    var stream = RandomStream(seed: seed, name: "tiny capacity")
    let months = 3
    let band = { (level: Double) -> CapacityProblem.NeedBand in
      CapacityProblem.NeedBand(low: level * 0.8, middle: level, high: level * 1.3)
    }
    let needs = (0..<2).map { _ in (0..<months).map { _ in band(1 + 3 * stream.unit()) } }
    let position = { (set: Int, draw: Double) in
      CapacityProblem.Position(
        name: "position \(set)",
        contract: set,
        set: set,
        weight: 0.9,
        attrition: 0.1,
        monthlyPay: 900 + 400 * draw,
        recruiting: 300,
        earliest: 0,
        mostPerMonth: 2,
        course: 0
      )
    }
    let group = { (set: Int, count: Int) in
      CapacityProblem.Group(
        count: count,
        contract: set,
        weight: 0.9,
        attrition: 0.05,
        sets: .init(repeating: set, count: months),
        counts: .init(repeating: 1, count: months)
      )
    }
    problem = CapacityProblem(
      months: months,
      skills: ["calls", "chat"],
      sets: [[0], [1], [0, 1]],
      contracts: ["long", "short"],
      need: needs,
      groups: [group(0, 2 + stream.below(2)), group(1, 1)],
      positions: [position(0, stream.unit()), position(1, stream.unit())],
      pipeline: Pipeline(
        stages: [
          Pipeline.Stage(name: "class", months: 0.5, counts: [0], passRate: 0.9),
          Pipeline.Stage(name: "mentor", months: 1, counts: [0.4, 0.8], passRate: 0.8),
        ],
        attrition: 0.2
      ),
      routes: [
        CapacityProblem.Route(
          from: 0,
          to: 2,
          weight: 0.9,
          attrition: 0.05,
          passRate: 0.75,
          away: 0.5,
          course: 1
        )
      ],
      courses: [
        CapacityProblem.Course(name: "new", seats: 2, perMonth: 1, cost: 200),
        CapacityProblem.Course(name: "cross", seats: 2, perMonth: 1, cost: 150),
      ],
      mix: [CapacityProblem.MixBound(contract: 1, least: 0.3, most: 0.5)],
      budget: CapacityProblem.Budget(month: seed.isMultiple(of: 2) ? 3500 : nil, total: 9000),
      prices: CapacityProblem.Prices(missing: 4000, mix: 120)
    )
  }

  /// The cost of the cheapest plan, by trying all.
  func cheapest() -> Double {
    var best = Double.infinity
    let starts = Self.lists([0, 1, 2].flatMap { first in (0...2 - first).map { [first, $0] } })
    let sent = Self.lists([0, 1, 2].map { [$0] })
    for hires in starts {
      for moves in sent {
        if let cost = cost(hires: hires, moves: moves.map { $0[0] }) { best = min(best, cost) }
      }
    }
    return best
  }

  /// All lists of three of some entries.
  private static func lists<Entry>(_ entries: [Entry]) -> [[Entry]] {
    entries.flatMap { first in
      entries.flatMap { second in entries.map { [first, second, $0] } }
    }
  }

  /// The cost of a plan: hires of both positions by month, people sent by month; `nil` when it breaks
  /// a limit.
  private func cost(hires: [[Int]], moves: [Int]) -> Double? {
    var spent = [0.0, 0.0, 0.0]
    var total = 0.0
    for month in 0..<3 {
      spent[month] += hires[month].reduce(0, +) > 0 ? 200 : 0
      spent[month] += moves[month] > 0 ? 150 : 0
      spent[month] += 300 * Double(hires[month].reduce(0, +))
    }
    for month in 0..<3 {
      var (calls, chat, both) = (0.0, 0.0, 0.0)
      calls += Double(problem.groups[0].count) * 0.9 * left(0.05, month)
      chat += Double(problem.groups[1].count) * 0.9 * left(0.05, month)
      var heads = [
        Double(problem.groups[0].count) * left(0.05, month),
        Double(problem.groups[1].count) * left(0.05, month),
      ]
      let ready = calls - sentBefore(moves, month)
      guard ready + Self.late(hires, month) >= Double(moves[month]) * 0.9 - 1e-9 else { return nil }
      for start in 0...month {
        let (worth, there) = Self.newcomer(age: month - start)
        for position in 0..<2 {
          let count = Double(hires[start][position])
          if position == 0 { calls += count * 0.9 * worth } else { chat += count * 0.9 * worth }
          heads[position] += count * there
          spent[month] += count * there * problem.positions[position].monthlyPay
        }
      }
      calls -= sentBefore(moves, month) + Double(moves[month]) * 0.9 * 0.5
      both += sentBefore(moves, month)
      guard calls >= -1e-9 else { return nil }
      total += missing(month, calls, chat, both) * 4000
      let share = heads[1] / (heads[0] + heads[1])
      total += max(0, 0.3 - share, share - 0.5) * (heads[0] + heads[1]) * 120
    }
    if let most = problem.budget.month, spent.contains(where: { $0 > most + 1e-9 }) { return nil }
    guard spent.reduce(0, +) <= 9000 + 1e-9 else { return nil }
    return total + spent.reduce(0, +)
  }

  private func left(_ share: Double, _ months: Int) -> Double {
    (0..<months).reduce(1.0) { left, _ in left * (1 - share) }
  }

  /// Agents who passed before a month.
  private func sentBefore(_ moves: [Int], _ month: Int) -> Double {
    (0..<month).reduce(0.0) { $0 + Double(moves[$1]) * 0.9 * 0.75 * left(0.05, month - $1) }
  }

  /// Agents hired for calls who are past the pipeline, which takes two months.
  private static func late(_ hires: [[Int]], _ month: Int) -> Double {
    month < 2 ? 0 : Double(hires[0][0]) * 0.9 * newcomer(age: 2).worth
  }

  /// By hand: in the first month half a class, then half a month at 0.4 for the 0.9 who passed it;
  /// in the second half a month at 0.8, then the 0.8 who passed count in full.
  private static func newcomer(age: Int) -> (worth: Double, there: Double) {
    switch age {
    case 0: (0.5 * 0.9 * 0.4, 0.5 + 0.5 * 0.9)
    case 1: (0.8 * (0.5 * 0.9 * 0.8 + 0.5 * 0.72), 0.8 * (0.5 * 0.9 + 0.5 * 0.72))
    default: (0.64 * 0.72, 0.64 * 0.72)
    }
  }

  /// What is missing on average over the need's cases, with the best split of those who can do both.
  ///
  /// The price is convex in the split, so that the best one lies at an end or where a case is just
  /// met.
  private func missing(_ month: Int, _ calls: Double, _ chat: Double, _ both: Double) -> Double {
    let needs = problem.need.map { $0[month] }
    let cases = { (band: CapacityProblem.NeedBand) in [band.low, band.middle, band.high] }
    let splits =
      [0, both] + cases(needs[0]).map { $0 - calls } + cases(needs[1]).map { both - $0 + chat }
    let weights = [0.3, 0.4, 0.3]
    return splits.filter { $0 >= 0 && $0 <= both }.map { split in
      zip(cases(needs[0]), weights).reduce(0) { $0 + max(0, $1.0 - calls - split) * $1.1 }
        + zip(cases(needs[1]), weights).reduce(0) { $0 + max(0, $1.0 - chat - both + split) * $1.1 }
    }.min() ?? 0
  }
}
