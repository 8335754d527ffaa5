public import Staffing

/// Checks what every queue model promises, for 0…`agents` agents; returns what is broken, in words.
///
/// Shares lie in 0…1, the service level and its complement sum to one, the service level rises with
/// the threshold, and more agents never make delay, service level, speed of answer, abandonment or
/// occupancy worse. Numbers may differ by rounding.
public func checkQueueModel(_ model: some QueueModel, upTo agents: Int) -> [String] {
  var broken: [String] = []
  var before: QueueMeasures?
  for count in 0...agents {
    let measures = QueueMeasures(model, agents: count)
    broken += measures.brokenBounds.map { "\(count) agents: \($0)" }
    if let before {
      broken += measures.worsenings(since: before).map { "\(count) agents: \($0)" }
    }
    before = measures
  }
  return broken
}

private let thresholds: [Duration] = [
  .zero, .seconds(1), .seconds(20), .seconds(120), .seconds(3600),
]

/// All measures of a model for one number of agents.
private struct QueueMeasures {
  var delay: Double
  var served: [Double]
  var missed: [Double]
  var speed: Double
  var abandoned: Double
  var occupancy: Double

  init(_ model: some QueueModel, agents: Int) {
    delay = model.delayProbability(agents: agents)
    served = thresholds.map { model.serviceLevel(agents: agents, within: $0) }
    missed = thresholds.map { model.missedShare(agents: agents, within: $0) }
    speed = model.averageSpeedOfAnswer(agents: agents).map { $0 / .seconds(1) } ?? .infinity
    abandoned = model.abandonmentShare(agents: agents)
    occupancy = model.occupancy(agents: agents)
  }

  var brokenBounds: [String] {
    var broken: [String] = []
    let shares = served + missed + [delay, abandoned, occupancy]
    if !shares.allSatisfy({ $0 >= 0 && $0 <= 1 }) { broken.append("a share outside 0…1: \(self)") }
    if !zip(served, missed).allSatisfy({ abs($0 + $1 - 1) < 1e-9 }) {
      broken.append("service level and misses do not sum to one: \(self)")
    }
    if !zip(served, served.dropFirst()).allSatisfy({ $1 >= $0 - rounding }) {
      broken.append("the service level falls with the threshold: \(served)")
    }
    if abs(served[0] + delay - 1) > 1e-9 {
      broken.append("answered at once \(served[0]), but delayed \(delay)")
    }
    if speed < 0 { broken.append("a negative wait: \(speed)") }
    return broken
  }

  func worsenings(since fewer: QueueMeasures) -> [String] {
    var broken: [String] = []
    let rises = zip(fewer.served, served).allSatisfy { $1 >= $0 - rounding }
    if !rises { broken.append("the service level falls: \(fewer.served) → \(served)") }
    let pairs = [
      ("delay", fewer.delay, delay),
      ("abandonment", fewer.abandoned, abandoned),
      ("speed of answer", fewer.speed, speed),
    ]
    for (name, old, new) in pairs where new > old + rounding * max(1, abs(old)) {
      broken.append("\(name) rises: \(old) → \(new)")
    }
    // Nobody is no one's time: occupancy starts with the first agent.
    if fewer.occupancy > 0, occupancy > fewer.occupancy + rounding {
      broken.append("occupancy rises: \(fewer.occupancy) → \(occupancy)")
    }
    return broken
  }
}

private let rounding = 1e-11
