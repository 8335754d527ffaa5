import Workforce

@testable import Planning

/// Tries every choice of classes and seats of a tiny problem; pools must hold at most one queue.
struct PlacementBruteForce {
  let problem: PlacementProblem

  /// The least cost there is.
  func best() -> Double {
    var best = Double.infinity
    for classes in combinations(problem.patterns.indices.map(staffings)) where isAllowed(classes) {
      seat(0, classes, Array(repeating: 0, count: problem.patterns.count), [], 0, &best)
    }
    return best
  }

  /// A class with its room and trainer.
  private typealias Class = (room: PlacementProblem.RoomChoice?, trainer: Int?)

  /// Every way of holding up to two classes of a pattern.
  private func staffings(_ index: Int) -> [[Class]] {
    let pattern = problem.patterns[index]
    if pattern.isGiven { return [[]] }
    let rooms: [PlacementProblem.RoomChoice?] = pattern.rooms.map { $0.map { $0 } } ?? [nil]
    let trainers: [Int?] = pattern.trainers.map { $0.map { $0 } } ?? [nil]
    let single: [Class] = rooms.flatMap { room in trainers.map { (room, $0) } }
    return [[]] + single.map { [$0] } + single.flatMap { first in single.map { [first, $0] } }
  }

  private func combinations(_ sets: [[[Class]]]) -> [[[Class]]] {
    sets.reduce([[]]) { partial, set in partial.flatMap { head in set.map { head + [$0] } } }
  }

  /// Rooms, trainers and weeks hold no more than they can, at any minute.
  private func isAllowed(_ classes: [[Class]]) -> Bool {
    let all = zip(problem.patterns, classes).flatMap { pattern, own in own.map { (pattern, $0) } }
    for (index, first) in all.enumerated() {
      for second in all[(index + 1)...] where first.0.minutes.overlaps(second.0.minutes) {
        if let room = first.1.room, room.room == second.1.room?.room { return false }
        if let trainer = first.1.trainer, trainer == second.1.trainer { return false }
      }
    }
    for (course, weeks) in problem.classesLeft.enumerated() {
      for (week, most) in weeks.enumerated() {
        let held = all.count { $0.0.course == course && $0.0.week == week }
        if held > most { return false }
      }
    }
    return true
  }

  /// Seats one person after the other, in every way.
  private func seat(
    _ index: Int,
    _ classes: [[Class]],
    _ taken: [Int],
    _ seats: [(need: Int, pattern: Int)],
    _ cost: Double,
    _ best: inout Double
  ) {
    let people = problem.needs.indices.flatMap { need in
      problem.needs[need].seekers.map { _ in need }
    }
    guard index < people.count else {
      best = min(best, cost + price(classes, seats))
      return
    }
    let need = problem.needs[people[index]]
    seat(index + 1, classes, taken, seats, cost + need.leftCost, &best)
    for option in need.options {
      let pattern = problem.patterns[option.pattern]
      let room = classes[option.pattern].reduce(pattern.isGiven ? pattern.seats : 0) {
        $0 + ($1.room?.seats ?? pattern.seats)
      }
      let isBusy = seats.contains { seat in
        need.person != nil && problem.needs[seat.need].person == need.person
          && problem.patterns[seat.pattern].minutes.overlaps(pattern.minutes)
      }
      let teaches = zip(problem.patterns, classes).contains { other, own in
        other.minutes.overlaps(pattern.minutes)
          && own.contains { $0.trainer.map { problem.trainers[$0].person == need.person } ?? false }
      }
      guard taken[option.pattern] < room, !isBusy, !teaches else { continue }
      var fuller = taken
      fuller[option.pattern] += 1
      let next = seats + [(people[index], option.pattern)]
      seat(index + 1, classes, fuller, next, cost + option.cost, &best)
    }
  }

  /// Classes and people away, minute by minute of each block.
  private func price(_ classes: [[Class]], _ seats: [(need: Int, pattern: Int)]) -> Double {
    var cost = 0.0
    var away = problem.pools.map { _ in problem.prices.idle.map { _ in 0.0 } }
    let add = { (pool: Int, minutes: Range<Int>, away: inout [[Double]]) in
      for minute in minutes {
        away[pool][minute / problem.prices.blockMinutes] += 1 / Double(problem.prices.blockMinutes)
      }
    }
    for (pattern, own) in zip(problem.patterns, classes) {
      for one in own {
        cost += pattern.cost
        if let trainer = one.trainer { add(problem.trainers[trainer].pool, pattern.minutes, &away) }
      }
    }
    for seat in seats {
      add(problem.needs[seat.need].pool, problem.patterns[seat.pattern].minutes, &away)
    }
    for (pool, queues) in problem.pools.enumerated() {
      guard let queue = queues.first else { continue }
      for (block, people) in away[pool].enumerated() {
        var rest = people
        let steps = problem.prices.steps[queue][block]
        for (place, step) in steps.enumerated() {
          let some = place == steps.count - 1 ? rest : min(rest, step.people)
          cost += some * step.cost
          rest -= some
        }
      }
    }
    return cost
  }
}

/// Random tiny problems.
enum TinyPlacement {
  static func problem(seed: UInt64) -> PlacementProblem {
    var stream = RandomStream(seed: seed, name: "tiny placement")
    let prices = AwayPrices(
      blockMinutes: 30,
      steps: [
        (0..<4).map { _ in
          let first = Double(stream.below(20))
          return [
            AwayPrices.Step(people: 1, cost: first),
            AwayPrices.Step(people: 1, cost: first + Double(stream.below(30))),
          ].sorted { $0.cost < $1.cost }
        }
      ],
      idle: [0, 0, 0, 0]
    )
    let hasTrainers = stream.below(2) == 0
    let hasRooms = stream.below(3) > 0
    let isTwo = stream.below(2) == 0
    var patterns = (0..<3).map { _ in
      let start = 30 * stream.below(3)
      return PlacementProblem.Pattern(
        course: isTwo ? stream.below(2) : 0,
        week: 0,
        minutes: start..<start + 30 * (1 + stream.below(2)),
        seats: 1 + stream.below(2),
        isGiven: false,
        rooms: hasRooms
          ? [PlacementProblem.RoomChoice(room: 0, seats: 1 + stream.below(3))] : nil,
        trainers: hasTrainers ? [0] : nil,
        cost: Double(stream.below(15))
      )
    }
    if stream.below(3) == 0 {
      patterns[0].isGiven = true
      patterns[0].rooms = nil
      patterns[0].trainers = nil
      patterns[0].cost = 0
    }
    let needs = (0..<4).map { index in
      let course = isTwo ? index % 2 : 0
      // persons 1 and 2 have a need of each course; the trainer is person 1
      return PlacementProblem.Need(
        seekers: [index],
        course: course,
        pool: stream.below(5) == 0 ? 1 : 0,
        options: patterns.indices.filter { patterns[$0].course == course && stream.below(5) > 0 }
          .map { PlacementProblem.Option(pattern: $0, cost: Double(stream.below(25))) },
        leftCost: 60 + Double(stream.below(200)),
        person: isTwo ? 1 + index / 2 : nil
      )
    }
    return PlacementProblem(
      needs: needs,
      patterns: patterns,
      trainers: hasTrainers ? [PlacementProblem.Trainer(pool: 0, person: 1)] : [],
      rooms: 1,
      classesLeft: [[1 + stream.below(2)], [2]],
      pools: [[0], []],
      prices: prices,
      givenBonus: 0
    )
  }
}
