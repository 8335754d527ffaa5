import Workforce

/// A few people with skills as a Markov chain: who is idle in which order, who serves which
/// queue, and who waits in which order.
///
/// Exponential arrivals, handle times and patience; rates per hour.
struct SkillChain {
  struct State: Hashable {
    /// People without a contact, the longest idle first.
    var idle: [Int]
    /// The queue that each person serves, −1 without one.
    var serves: [Int]
    /// Queues of those who wait, in order of arrival.
    var line: [Int]
  }

  let queues: [TestCenter.Queue]
  /// Names of the queues that each person serves.
  let people: [Set<String>]
  /// The longest line; more are turned away, which happens too rarely to matter.
  let room: Int
  private let chain: MarkovChain<State>

  init(_ center: TestCenter, room: Int) {
    let queues = center.queues
    let people = center.duties.map { Set($0.queues) }
    self.queues = queues
    self.people = people
    self.room = room
    let start = State(
      idle: Array(people.indices),
      serves: people.map { _ in -1 },
      line: []
    )
    chain = MarkovChain(from: start) { state in
      var moves = Self.arrivals(state, queues, people, room)
      moves += people.indices.compactMap { Self.completion(state, $0, queues, people) }
      moves += state.line.indices.map { Self.loss(state, $0, queues) }
      return moves
    }
  }

  private static func loss(
    _ state: State,
    _ place: Int,
    _ queues: [TestCenter.Queue]
  ) -> (to: State, rate: Double) {
    var next = state
    next.line.remove(at: place)
    return (next, 3600 / (queues[state.line[place]].patience ?? .infinity))
  }

  private static func arrivals(
    _ state: State,
    _ queues: [TestCenter.Queue],
    _ people: [Set<String>],
    _ room: Int
  ) -> [(to: State, rate: Double)] {
    queues.indices.map { queue in
      var next = state
      if let person = choice(state, queues[queue], people) {
        next.idle.removeAll { $0 == person }
        next.serves[person] = queue
      } else if state.line.count < room {
        next.line.append(queue)
      }
      return (next, queues[queue].perHour)
    }
  }

  /// Who of the idle takes a contact.
  private static func choice(
    _ state: State,
    _ queue: TestCenter.Queue,
    _ people: [Set<String>]
  ) -> Int? {
    let able = state.idle.filter { people[$0].contains(queue.name) }
    for team in queue.preferredTeams {
      if let person = able.first(where: { people[$0] == team }) { return person }
    }
    return able.first
  }

  private static func completion(
    _ state: State,
    _ person: Int,
    _ queues: [TestCenter.Queue],
    _ people: [Set<String>]
  ) -> (to: State, rate: Double)? {
    guard state.serves[person] >= 0 else { return nil }
    let able = state.line.indices.filter { people[person].contains(queues[state.line[$0]].name) }
    let most = able.map { queues[state.line[$0]].priority }.max()
    var next = state
    if let place = able.first(where: { queues[state.line[$0]].priority == most }) {
      next.serves[person] = state.line[place]
      next.line.remove(at: place)
    } else {
      next.serves[person] = -1
      next.idle.append(person)
    }
    return (next, 3600 / queues[state.serves[person]].handleSeconds)
  }

  /// Share of the contacts of a queue that are answered at once.
  func answeredAtOnce(_ queue: Int) -> Double {
    chain.mean { state in
      state.idle.contains { people[$0].contains(queues[queue].name) } ? 1 : 0
    }
  }

  /// Mean wait of all contacts of a queue in seconds (Little).
  func wait(_ queue: Int) -> Double {
    3600 * chain.mean { Double($0.line.count { $0 == queue }) } / queues[queue].perHour
  }

  /// Share of the contacts of a queue that leave.
  func abandonment(_ queue: Int) -> Double {
    wait(queue) / (queues[queue].patience ?? .infinity)
  }

  /// Probability that the line is full.
  var fullness: Double { chain.mean { $0.line.count == room ? 1 : 0 } }
}
