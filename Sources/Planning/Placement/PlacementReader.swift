import Optimization
import Workforce

/// Reads classes and seats from numbers.
struct PlacementReader {
  let builder: PlacementBuilder
  let built: PlacementBuilder.Built
  let choice: PlacementChoice
  let solver: any LinearSolver

  private var problem: PlacementProblem { built.problem }

  /// Somebody's seat.
  struct Seat {
    var seeker: Int
    var pattern: Int
    var risk: Double
  }

  /// Who sits in which pattern, by pattern, due time and person.
  func seats() -> [Seat] {
    var seats: [Seat] = []
    for (need, counts) in zip(problem.needs, choice.seated) {
      var rest = need.seekers[...]
      for (option, count) in zip(need.options, counts) {
        for _ in 0..<count {
          guard let seeker = rest.popFirst() else { continue }
          seats.append(Seat(seeker: seeker, pattern: option.pattern, risk: option.cost))
        }
      }
    }
    return seats.sorted { ($0.pattern, $0.seeker) < ($1.pattern, $1.seeker) }
  }

  /// Seekers without a seat, in order.
  func left() -> [Int] {
    let seated = Set(seats().map(\.seeker))
    return builder.seekers.indices.filter { !seated.contains($0) }
  }

  /// What a person who is away costs per pool and minute of each block: the block's cost shared out
  /// over all who are away in it and could be missed.
  func shares() throws -> [Double] {
    let away = choice.away(problem)
    let costs = try AwayModel.costs(
      of: away,
      problem.prices,
      pools: problem.pools,
      solver: solver
    )
    return costs.indices.map { block in
      let people = problem.pools.indices.reduce(0.0) { sum, pool in
        problem.pools[pool].isEmpty ? sum : sum + away[pool][block]
      }
      return people > 0 ? costs[block] / people : 0
    }
  }

  /// What one person of a pool costs in service through a class.
  func service(_ pool: Int, _ pattern: Int, _ shares: [Double]) -> Double {
    guard !problem.pools[pool].isEmpty else { return 0 }
    return problem.prices.blocks(of: problem.patterns[pattern].minutes)
      .reduce(0) { $0 + shares[$1.block] * $1.share }
  }

  /// The classes, with names that no class has yet, and which of them seat people of a pattern.
  func sessions(_ seats: [Seat]) -> (sessions: [ClassSession], held: [(Int, Int)]) {
    var sessions = builder.inputs.training.sessions
    var taken = Set(sessions.map(\.id))
    var held: [(session: Int, pattern: Int)] = []
    var number = 0
    let people = Dictionary(grouping: seats, by: \.pattern)
      .mapValues { own in own.map { builder.seekers[$0.seeker].employee } }
    for (index, offer) in built.offers.enumerated() {
      var rest = (people[index] ?? [])[...]
      if let given = offer.given {
        guard !rest.isEmpty, let place = sessions.firstIndex(where: { $0.id == given.id }) else {
          continue
        }
        sessions[place].attendees += rest
        held.append((place, index))
        continue
      }
      for place in 0..<choice.held[index] where !rest.isEmpty {
        repeat { number += 1 } while taken.contains("class-\(number)")
        taken.insert("class-\(number)")
        sessions.append(session("class-\(number)", offer, index, place, &rest))
        held.append((sessions.count - 1, index))
      }
    }
    return (sessions, held)
  }

  /// Who is in which class when; people who are in classes on record already are left out.
  func sittings() -> [Sitting] {
    let seats = seats()
    let (sessions, held) = sessions(seats)
    return held.flatMap { place, pattern in
      let session = sessions[place]
      let present = Set(session.attendees)
      let people = seats.filter { $0.pattern == pattern }
        .map { builder.seekers[$0.seeker].employee }
        .filter(present.contains)
      let isGiven = problem.patterns[pattern].isGiven
      let trainer = isGiven ? nil : session.trainer
      return Sitting.sittings(of: session, people, trainer, built.offers[pattern])
    }
  }

  /// A new class, with as many people as fit.
  private func session(
    _ id: String,
    _ offer: PlacementDraft.Offer,
    _ pattern: Int,
    _ place: Int,
    _ rest: inout ArraySlice<String>
  ) -> ClassSession {
    let (rooms, trainers) = (choice.rooms[pattern], choice.trainers[pattern])
    let room = rooms.indices.contains(place) ? built.rooms[rooms[place]] : nil
    let seats = seats(of: offer.course, in: room)
    let people = Array(rest.prefix(seats))
    rest = rest.dropFirst(seats)
    return ClassSession(
      id: id,
      course: offer.course.name,
      start: offer.start,
      end: offer.end,
      room: room,
      site: room == nil ? nil : offer.site,
      trainer: trainers.indices.contains(place) ? built.trainers[trainers[place]] : nil,
      seats: seats,
      attendees: people
    )
  }

  private func seats(of course: Course, in room: String?) -> Int {
    let most = course.seats ?? 10_000
    let room = builder.inputs.training.rooms.first { $0.name == room }
    return min(most, room?.seats ?? most)
  }
}
