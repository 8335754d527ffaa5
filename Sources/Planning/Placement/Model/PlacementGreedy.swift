/// Seats people one after the other, the most urgent first: a placement to start the search from.
struct PlacementGreedy {
  private let problem: PlacementProblem
  private var choice: PlacementChoice
  private var free: [Int]
  private var classesLeft: [[Int]]
  private var roomUse: [[Range<Int>]]
  private var personUse: [Int: [Range<Int>]] = [:]
  private let guess: [Double]

  init(_ problem: PlacementProblem) {
    self.problem = problem
    choice = PlacementChoice(problem)
    free = problem.patterns.map { $0.isGiven ? $0.seats : 0 }
    classesLeft = problem.classesLeft
    roomUse = Array(repeating: [], count: problem.rooms)
    guess = problem.patterns.map { Self.price($0, problem) }
  }

  /// What a class of a dozen people of all pools costs, per person.
  static func price(_ pattern: PlacementProblem.Pattern, _ problem: PlacementProblem) -> Double {
    let needs = problem.needs.filter { $0.course == pattern.course }
    let total = needs.reduce(0) { $0 + $1.seekers.count }
    guard total > 0 else { return 0 }
    let most = pattern.rooms?.map(\.seats).max() ?? pattern.seats
    let size = Double(min(max(1, most), total))
    var away = problem.pools.map { _ in 0.0 }
    for need in needs {
      away[need.pool] += size * Double(need.seekers.count) / Double(total)
    }
    let cost = problem.prices.blocks(of: pattern.minutes).reduce(0.0) { sum, part in
      let people = away.map { $0 * part.share }
      return sum + problem.prices.pour(people, pools: problem.pools, block: part.block).cost
    }
    return (cost + pattern.cost) / size
  }

  /// The placement.
  mutating func placed() -> PlacementChoice {
    let order = problem.needs.indices.sorted { first, second in
      let (a, b) = (problem.needs[first], problem.needs[second])
      if a.options.count != b.options.count { return a.options.count < b.options.count }
      return (-a.leftCost, first) < (-b.leftCost, second)
    }
    for need in order {
      for _ in problem.needs[need].seekers.indices where !seat(need) { break }
    }
    return choice
  }

  private mutating func seat(_ index: Int) -> Bool {
    let need = problem.needs[index]
    let order = need.options.indices.map { (price(of: need.options[$0]), $0) }
      .sorted { $0 < $1 }
    for (_, place) in order {
      let pattern = need.options[place].pattern
      guard isFree(need.person, problem.patterns[pattern].minutes),
        free[pattern] > 0 || open(pattern, besides: need.person)
      else { continue }
      free[pattern] -= 1
      choice.seated[index][place] += 1
      if let person = need.person {
        personUse[person, default: []].append(problem.patterns[pattern].minutes)
      }
      return true
    }
    return false
  }

  private func price(of option: PlacementProblem.Option) -> Double {
    let isOpen = free[option.pattern] > 0
    return option.cost + (isOpen ? 0 : 1e-3 + guess[option.pattern])
      - (problem.patterns[option.pattern].isGiven ? problem.givenBonus : 0)
  }

  private func isFree(_ person: Int?, _ minutes: Range<Int>) -> Bool {
    guard let person else { return true }
    return !personUse[person, default: []].contains { $0.overlaps(minutes) }
  }

  /// Holds one class more, where a room and a trainer are free.
  private mutating func open(_ index: Int, besides person: Int?) -> Bool {
    let pattern = problem.patterns[index]
    guard !pattern.isGiven, choice.held[index] < problem.most(pattern),
      classesLeft[pattern.course][pattern.week] > 0
    else { return false }
    let room = pattern.rooms?.first { choice in
      !roomUse[choice.room].contains { $0.overlaps(pattern.minutes) }
    }
    let trainer = pattern.trainers?.first { trainer in
      let teacher = problem.trainers[trainer].person
      return teacher != person && isFree(teacher, pattern.minutes)
    }
    if pattern.rooms != nil, room == nil { return false }
    if pattern.trainers != nil, trainer == nil { return false }
    if let room {
      roomUse[room.room].append(pattern.minutes)
      choice.rooms[index].append(room.room)
    }
    if let trainer {
      personUse[problem.trainers[trainer].person, default: []].append(pattern.minutes)
      choice.trainers[index].append(trainer)
    }
    choice.held[index] += 1
    classesLeft[pattern.course][pattern.week] -= 1
    free[index] += room?.seats ?? pattern.seats
    return true
  }
}
