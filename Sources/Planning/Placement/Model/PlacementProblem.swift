/// Who needs which course, and which classes could be held, as numbers.
///
/// Times are minutes since the first moment of the horizon.
struct PlacementProblem: Sendable {
  /// People who are alike: the same course, classes, prices and skills.
  struct Need: Sendable {
    /// Positions of the seekers, in order.
    var seekers: [Int]
    var course: Int
    /// The set of queues that they serve.
    var pool: Int
    /// The classes that they can sit in, with what the risk of each costs.
    var options: [Option]
    /// What it costs to leave one of them out.
    var leftCost: Double
    /// The person, where it matters that nobody is in two places: somebody with several needs, or a
    /// trainer.
    var person: Int?
  }

  /// A class that somebody can sit in.
  struct Option: Hashable, Sendable {
    var pattern: Int
    var cost: Double
  }

  /// A room for a class.
  struct RoomChoice: Hashable, Sendable {
    var room: Int
    var seats: Int
  }

  /// Classes of a course at one time and place, or a class that is there already.
  struct Pattern: Sendable {
    var course: Int
    var week: Int
    var minutes: Range<Int>
    /// Seats of a class that needs no room; the free ones of a class that is there.
    var seats: Int
    /// True for a class that is there already.
    var isGiven: Bool
    /// Rooms in which it can be held; `nil` when it needs none.
    var rooms: [RoomChoice]?
    /// People who can teach it; `nil` for somebody from outside.
    var trainers: [Int]?
    /// What holding it costs, service left out.
    var cost: Double
  }

  /// Somebody who teaches.
  struct Trainer: Sendable {
    var pool: Int
    var person: Int
  }

  var needs: [Need]
  var patterns: [Pattern]
  var trainers: [Trainer]
  /// How many rooms there are.
  var rooms: Int
  /// Classes that may be added, per course and week.
  var classesLeft: [[Int]]
  /// The queues of each set, ascending.
  var pools: [[Int]]
  var prices: AwayPrices
  /// What a place in a class that is there already is preferred by.
  var givenBonus: Double

  /// Classes of a pattern that can be held at most.
  func most(_ pattern: Pattern) -> Int {
    let places = min(pattern.rooms?.count ?? .max, pattern.trainers?.count ?? .max)
    let week = classesLeft[pattern.course][pattern.week]
    let wanted = needs.filter { $0.course == pattern.course }.reduce(0) { $0 + $1.seekers.count }
    return max(0, min(places, week, wanted))
  }
}

/// Which classes are held, and who sits where, as numbers.
struct PlacementChoice: Sendable, Equatable {
  /// People per need and option.
  var seated: [[Int]]
  /// Rooms of each pattern's classes.
  var rooms: [[Int]]
  /// Trainers of each pattern's classes.
  var trainers: [[Int]]
  /// Classes per pattern.
  var held: [Int]

  init(_ problem: PlacementProblem) {
    seated = problem.needs.map { $0.options.map { _ in 0 } }
    rooms = problem.patterns.map { _ in [] }
    trainers = problem.patterns.map { _ in [] }
    held = problem.patterns.map { _ in 0 }
  }

  /// People of a need without a seat.
  func left(_ need: Int, of problem: PlacementProblem) -> Int {
    problem.needs[need].seekers.count - seated[need].reduce(0, +)
  }

  /// People of each pool who are away in each block.
  func away(_ problem: PlacementProblem) -> [[Double]] {
    var away = problem.pools.map { _ in problem.prices.idle.map { _ in 0.0 } }
    for (need, seats) in zip(problem.needs, seated) {
      for (option, count) in zip(need.options, seats) where count > 0 {
        let minutes = problem.patterns[option.pattern].minutes
        for (block, share) in problem.prices.blocks(of: minutes) {
          away[need.pool][block] += Double(count) * share
        }
      }
    }
    for (pattern, teaching) in zip(problem.patterns, trainers) {
      for trainer in teaching {
        for (block, share) in problem.prices.blocks(of: pattern.minutes) {
          away[problem.trainers[trainer].pool][block] += share
        }
      }
    }
    return away
  }
}
