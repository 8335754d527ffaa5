/// A Markov chain in continuous time, explored from one state and solved for its stationary
/// distribution.
struct MarkovChain<State: Hashable> {
  /// All states that can be reached.
  private(set) var states: [State]
  /// The stationary probability of each.
  private(set) var probabilities: [Double]

  /// Explores the moves from `start` on and solves the balance equations (Gauss & Seidel).
  init(from start: State, moves: (State) -> [(to: State, rate: Double)]) {
    var places = [start: 0]
    states = [start]
    var incoming: [[(from: Int, rate: Double)]] = [[]]
    var leaving: [Double] = []
    var next = 0
    while next < states.count {
      var total = 0.0
      for move in moves(states[next]) where move.rate > 0 && move.to != states[next] {
        let place = places[move.to] ?? states.count
        if place == states.count {
          places[move.to] = place
          states.append(move.to)
          incoming.append([])
        }
        incoming[place].append((next, move.rate))
        total += move.rate
      }
      leaving.append(total)
      next += 1
    }
    probabilities = Self.balanced(incoming, leaving)
  }

  private static func balanced(
    _ incoming: [[(from: Int, rate: Double)]],
    _ leaving: [Double]
  ) -> [Double] {
    var values = Array(repeating: 1 / Double(leaving.count), count: leaving.count)
    while true {
      var change = 0.0
      for place in values.indices {
        let value = incoming[place].reduce(0) { $0 + values[$1.from] * $1.rate } / leaving[place]
        change = max(change, abs(value - values[place]))
        values[place] = value
      }
      let sum = values.reduce(0, +)
      for place in values.indices { values[place] /= sum }
      if change < 1e-12 * sum { return values }
    }
  }

  /// The mean of a function of the state.
  func mean(_ value: (State) -> Double) -> Double {
    zip(states, probabilities).reduce(0) { $0 + value($1.0) * $1.1 }
  }
}
