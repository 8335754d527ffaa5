import Capacity
import Foundation
import Staffing
import Workforce

/// The service that people of a skill give in a month's week: the queue model of each interval, with
/// the people spread as the program without names spreads them, summed by contacts.
struct MonthlyService {
  /// A queue of the skill.
  struct Queue {
    var settings: QueueSettings
    /// What is expected, with the handle times of the people there are.
    var expected: QueueForecast
    /// Its share of the people at work, per interval.
    var share: [Double]
  }

  /// Steps of the search for the fewest agents, each halving the span.
  private static let steps = 14
  /// People beyond so many times the need change nothing any more.
  private static let mostTimes = 8.0
  /// Levels of demand, in standard deviations, at which a curve is computed.
  private static let deviates = [-3.0, -2, -1, 0, 1, 2, 3]

  let calculator: RequirementCalculator
  let queues: [Queue]
  /// People at work per interval when so many full-time people are there as the band's middle says.
  let present: [Double]
  let band: CapacityProblem.NeedBand
  let shrinkage: Double
  let minutes: Int

  /// A week's sums over a queue.
  struct Week {
    var offered = 0.0
    var inTime = 0.0
    var late = 0.0
    var answered = 0.0
    var waited = 0.0

    mutating func add(_ measures: QueueMeasures, _ contacts: Double) {
      guard contacts > 0 else { return }
      offered += contacts
      inTime += contacts * measures.serviceLevel
      late += contacts * measures.lateShare
      answered += contacts * measures.answeredShare
      if measures.answeredShare > 0 {
        waited += contacts * measures.answeredShare * measures.secondsToAnswer
      }
    }

    /// The share in time by a definition; 1 without contacts.
    func share(by definition: ServiceLevelDefinition) -> Double {
      let divisor =
        switch definition {
        case .offered: offered
        case .offeredLessEarlyAbandons: inTime + late
        case .answered: answered
        }
      if offered == 0 { return 1 }
      return divisor > 0 ? inTime / divisor : 0
    }

    /// Whether the parts of a target that a week can meet are met.
    func meets(_ target: ServiceTarget) -> Bool {
      guard offered > 0 else { return true }
      if share(by: target.definition) < target.serviceLevel.value { return false }
      if let limit = target.averageSpeedOfAnswer,
        answered <= 0 || waited > limit.inSeconds * answered
      {
        return false
      }
      if let most = target.maximumAbandonment, 1 - answered / offered > most.value { return false }
      return true
    }
  }

  /// Whether a target asks anything of the service over a week.
  private static func asks(_ target: ServiceTarget) -> Bool {
    target.serviceLevel.value > 0 || target.averageSpeedOfAnswer != nil
      || target.maximumAbandonment != nil
  }

  /// The queues that are judged by their service; the others are by the need.
  private var judged: [Queue] {
    queues.filter { $0.settings.channel != .deferred && Self.asks($0.settings.target) }
  }

  /// The week of a queue with so many full-time people at a level of demand.
  func week(_ queue: Queue, people: Double, level: Double) -> Week {
    var known = Known(self, queue, level)
    return known.week(people)
  }

  /// The fewest full-time people with whom all targets are met, by the level of demand.
  ///
  /// - Parameter deviation: The standard deviation of the level.
  /// - Returns: The curve.
  func curve(deviation: Double) -> TargetCurve {
    TargetCurve(
      (deviation > 0 ? Self.deviates : [0]).map { deviate in
        TargetCurve.Point(
          level: deviate * deviation,
          agents: fewest(level: deviate * deviation, deviate: deviate)
        )
      }
    )
  }

  private func fewest(level: Double, deviate: Double) -> Double {
    let judged = judged
    let need = band.agents(at: deviate)
    // deferred work is done when its hours are there
    let least = judged.count < queues.count ? need : 0
    var known = judged.map { Known(self, $0, level) }
    let isEnough = { (people: Double) -> Bool in
      known.indices.allSatisfy { known[$0].week(people).meets(known[$0].queue.settings.target) }
    }
    if isEnough(least) { return least }
    var (low, high) = (least, max(need, least, 1))
    while !isEnough(high) {
      (low, high) = (high, 2 * high)
      if low > Self.mostTimes * max(need, 1) { return .infinity }
    }
    for _ in 0..<Self.steps {
      let middle = (low + high) / 2
      if isEnough(middle) { high = middle } else { low = middle }
    }
    return high
  }
}

extension MonthlyService {
  /// Measures of a queue's intervals at a level of demand, kept by the number of agents.
  ///
  /// Days are busier and calmer than their mean: each interval is taken at three levels of the day, by
  /// Gauss–Hermite quadrature of a lognormal factor with the forecast's variation of days.
  private struct Known {
    let service: MonthlyService
    let queue: Queue
    /// Contacts per level of the day and interval, and the level's weight.
    private let days: [(arrivals: [Double], weight: Double)]
    private var measures: [[[Int: QueueMeasures]]]

    init(_ service: MonthlyService, _ queue: Queue, _ level: Double) {
      self.service = service
      self.queue = queue
      let variance = log(1 + max(0, queue.expected.dayVariation))
      let nodes: [(Double, Double)] =
        variance > 0 ? [(-1.0, 1.0 / 6), (0, 2.0 / 3), (1, 1.0 / 6)] : [(0, 1)]
      days = nodes.map { node, weight in
        let factor = exp(level + node * (3 * variance).squareRoot() - variance / 2)
        return (queue.expected.intervals.mean.map { max(0, $0) * factor }, weight)
      }
      measures = days.map { Array(repeating: [:], count: $0.arrivals.count) }
    }

    /// Agents between two whole numbers serve as well as both, by their shares.
    mutating func week(_ people: Double) -> Week {
      var week = Week()
      let scale = people / max(1e-9, service.band.middle) * (1 - service.shrinkage)
      for (day, entry) in days.enumerated() {
        for index in entry.arrivals.indices where entry.arrivals[index] > 0 {
          let agents = service.present[index] * queue.share[index] * scale
          let whole = Int(min(1e6, agents).rounded(.down))
          let part = min(1, agents - Double(whole))
          let contacts = entry.arrivals[index] * entry.weight
          week.add(known(whole, day, index), contacts * (1 - part))
          if part > 0 { week.add(known(whole + 1, day, index), contacts * part) }
        }
      }
      return week
    }

    private mutating func known(_ agents: Int, _ day: Int, _ index: Int) -> QueueMeasures {
      if let there = measures[day][index][agents] { return there }
      let found = service.calculator.measures(
        of: agents,
        for: queue.settings,
        arrivals: days[day].arrivals[index],
        handleTime: max(queue.expected.averageHandleTime[index], .seconds(1)),
        patience: queue.expected.patience,
        minutes: service.minutes
      )
      measures[day][index][agents] = found
      return found
    }
  }
}
