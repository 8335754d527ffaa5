import Foundation

/// A queue with abandonment, solved step by step from its rates: an oracle without the formulas of
/// Erlang A.
///
/// The steady state comes from the balance of neighboring states, the wait from the differential
/// equations of a contact that moves up the line.
struct MarkovQueue {
  let arrivalRate: Double
  let serviceRate: Double
  /// 0 when nobody leaves.
  let leavingRate: Double
  let agents: Int
  /// Chances of 0, 1, 2 … contacts in the system.
  private let chances: [Double]

  init(contacts: Double, seconds: Double, handleTime: Double, patience: Double?, agents: Int) {
    arrivalRate = contacts / seconds
    serviceRate = 1 / handleTime
    leavingRate = patience.map { 1 / $0 } ?? 0
    self.agents = agents
    var weights = [1.0]
    for state in 1...agents + 250 {
      let served = Double(min(state, agents)) * serviceRate
      let leave = served + Double(max(0, state - agents)) * leavingRate
      weights.append(weights[state - 1] * arrivalRate / leave)
    }
    let whole = weights.reduce(0, +)
    chances = weights.map { $0 / whole }
  }

  var delayed: Double { chances[agents...].reduce(0, +) }

  /// Answered contacts ÷ arrivals.
  var answered: Double {
    let busy = chances.enumerated().reduce(0) { $0 + Double(min($1.offset, agents)) * $1.element }
    return busy * serviceRate / arrivalRate
  }

  var occupancy: Double { answered * arrivalRate / (Double(agents) * serviceRate) }

  /// Answered within a time ÷ arrivals, by the classic method of Runge and Kutta.
  func serviceLevel(within threshold: Double) -> Double {
    let places = chances.count - agents
    var answered = Array(repeating: 0.0, count: places)
    let steps = 500
    let step = threshold / Double(steps)
    for _ in 0..<steps {
      let first = slopes(answered)
      let second = slopes(moved(answered, first, step / 2))
      let third = slopes(moved(answered, second, step / 2))
      let fourth = slopes(moved(answered, third, step))
      for place in 0..<places {
        answered[place] +=
          step / 6 * (first[place] + 2 * second[place] + 2 * third[place] + fourth[place])
      }
    }
    return chances[..<agents].reduce(0, +)
      + zip(chances[agents...], answered).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// The rates at which contacts at each place of the line come to be answered.
  private func slopes(_ answered: [Double]) -> [Double] {
    answered.indices.map { place in
      let ahead = Double(agents) * serviceRate + Double(place) * leavingRate
      let before = place == 0 ? 1 : answered[place - 1]
      return ahead * (before - answered[place]) - leavingRate * answered[place]
    }
  }

  private func moved(_ values: [Double], _ slopes: [Double], _ step: Double) -> [Double] {
    zip(values, slopes).map { $0 + step * $1 }
  }
}
