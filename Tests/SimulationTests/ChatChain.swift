import Workforce

/// People who take phone contacts one by one and up to two chats at once, as a Markov chain.
///
/// Chats are queue 0, phone contacts queue 1; the first to come is the first to be taken. Each of two
/// chats in hand is worked off at the speed 1 ÷ (1 + slowdown).
struct ChatChain {
  struct State: Hashable {
    var idle: Int
    /// People with one chat, with two, with a phone contact.
    var single = 0
    var double = 0
    var phone = 0
    /// Queues of those who wait, in order of arrival.
    var line: [Int] = []

    /// A person with no contact takes those they can, or is idle.
    mutating func settle() {
      guard let first = line.first else {
        idle += 1
        return
      }
      line.removeFirst()
      guard first == 0 else {
        phone += 1
        return
      }
      single += 1
      settleSingle()
    }

    /// A person with one chat takes another, if one waits.
    mutating func settleSingle() {
      guard let place = line.firstIndex(of: 0) else { return }
      line.remove(at: place)
      single -= 1
      double += 1
    }
  }

  let queues: [TestCenter.Queue]
  let room: Int
  private let chain: MarkovChain<State>

  init(_ center: TestCenter, room: Int) {
    let queues = center.queues
    self.queues = queues
    self.room = room
    let rates = queues.map { 3600 / $0.handleSeconds }
    let slowdown = 1 + queues[0].slowdown
    let losses = queues.map { 3600 / ($0.patience ?? .infinity) }
    chain = MarkovChain(from: State(idle: center.duties.count)) { state in
      var moves = Self.arrivals(state, queues, room)
      moves += Self.completions(state, rates, slowdown)
      for place in state.line.indices {
        moves.append(Self.move(state, losses[state.line[place]]) { $0.line.remove(at: place) })
      }
      return moves
    }
  }

  private static func completions(
    _ state: State,
    _ rates: [Double],
    _ slowdown: Double
  ) -> [(to: State, rate: Double)] {
    let fromSingle = move(state, rates[0] * Double(state.single)) {
      $0.single -= 1
      $0.settle()
    }
    let fromDouble = move(state, rates[0] * 2 / slowdown * Double(state.double)) {
      $0.double -= 1
      $0.single += 1
      $0.settleSingle()
    }
    let fromPhone = move(state, rates[1] * Double(state.phone)) {
      $0.phone -= 1
      $0.settle()
    }
    return [fromSingle, fromDouble, fromPhone]
  }

  private static func move(
    _ state: State,
    _ rate: Double,
    _ change: (inout State) -> Void
  ) -> (to: State, rate: Double) {
    var next = state
    if rate > 0 { change(&next) }
    return (next, rate)
  }

  private static func arrivals(
    _ state: State,
    _ queues: [TestCenter.Queue],
    _ room: Int
  ) -> [(to: State, rate: Double)] {
    let chat = move(state, queues[0].perHour) {
      if $0.idle > 0 {
        $0.idle -= 1
        $0.single += 1
      } else if $0.single > 0 {
        $0.single -= 1
        $0.double += 1
      } else if $0.line.count < room {
        $0.line.append(0)
      }
    }
    let phone = move(state, queues[1].perHour) {
      if $0.idle > 0 {
        $0.idle -= 1
        $0.phone += 1
      } else if $0.line.count < room {
        $0.line.append(1)
      }
    }
    return [chat, phone]
  }

  /// Share of the contacts of a queue that are answered at once.
  func answeredAtOnce(_ queue: Int) -> Double {
    chain.mean { $0.idle > 0 || (queue == 0 && $0.single > 0) ? 1 : 0 }
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
