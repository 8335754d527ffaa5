import Workforce

/// The contacts in hand and waiting of a queue, carried from interval to interval.
///
/// An interval is cut into an even number of steps of length d. At the end of each step
///
/// 1. the contacts in hand are those that began in earlier steps and are not done, B, and those of
///    the step itself, e of which the share k is left;
/// 2. the waiting ones are w(1 − θd/2) + λd ÷ (1 + θd/2) less those that began;
/// 3. e is what makes both agree with the steady state of one load a.
///
/// Agents who leave at the end of an interval finish what they have in hand and take it with them.
struct CarriedWork {
  private let queue: TimeVaryingQueue
  private let threshold: Duration
  /// Steps of an interval, even.
  private let steps: Int
  /// Length of a step in seconds.
  private let seconds: Double
  /// Of the contacts that begin in a step of an interval, the share in hand so many steps later.
  private let sharesInHand: [[Double]]
  /// The most steps after which a contact is in hand.
  private let longest: Int

  /// Contacts that began in each step so far, without those that leavers took along.
  private var began: [Double] = []
  /// Contacts that wait at the start of the next interval.
  private(set) var waiting = 0.0
  /// Contacts in hand at the start of the next interval, before anybody leaves.
  private(set) var inHand = 0.0
  /// Agents of the interval before.
  private(set) var agents = 0
  private var load = 0.0
  /// Contacts of earlier intervals that are in hand at the end of each step of the next one.
  private var carried: [Double]

  /// One interval with a number of agents.
  struct Trial {
    let agents: Int
    /// Mean load of the steady states in the middle of each two steps, in erlangs.
    fileprivate(set) var load = 0.0
    fileprivate(set) var measures: QueueMeasures
    fileprivate var began: [Double] = []
    fileprivate var waiting: Double
    fileprivate var inHand = 0.0
    fileprivate var lastLoad: Double
  }

  init(_ queue: TimeVaryingQueue, threshold: Duration) {
    self.queue = queue
    self.threshold = threshold
    let shortest = queue.averageHandleTime.map(\.inSeconds).min() ?? 1
    let perInterval = queue.interval.inSeconds / shortest / 1.5
    steps = 2 * Int(min(8, max(4, perInterval.rounded(.up))))
    seconds = queue.interval.inSeconds / Double(steps)
    carried = Array(repeating: 0, count: steps)
    sharesInHand = Self.sharesInHand(queue, step: seconds)
    longest = sharesInHand.map(\.count).max() ?? 0
  }

  private static func sharesInHand(_ queue: TimeVaryingQueue, step: Double) -> [[Double]] {
    var shares: [[Double]] = []
    for index in queue.arrivals.indices {
      if index > 0, queue.averageHandleTime[index] == queue.averageHandleTime[index - 1] {
        shares.append(shares[index - 1])
        continue
      }
      let handled = queue.handleTime(index)
      var times = [0.0]
      while times.count < 2 || times[times.count - 1] < handled.mean * (1 - 1e-9) {
        times.append(handled.timeInHand(Double(times.count) * step))
      }
      shares.append(zip(times.dropFirst(), times).map { ($0 - $1) / step })
    }
    return shares
  }

  /// The next interval.
  var index: Int { began.count / steps }

  /// The next interval with so many agents.
  func trial(agents count: Int) -> Trial {
    var trial = Trial(
      agents: count,
      measures: .nothingOffered,
      waiting: waiting,
      lastLoad: load
    )
    guard count > 0 else {
      idle(&trial)
      return trial
    }
    let stationary = StationaryQueue(queue, interval: index, agents: count, threshold: threshold)
    let staying = share(staying: count)
    var mean = MeanMeasures()
    for step in 0..<steps {
      let point = next(&trial, step, carried[step] * staying, stationary)
      // The end of an even step is the middle of a pair.
      if step.isMultiple(of: 2) {
        trial.load += 2 * point.load / Double(steps)
        mean.add(point.measures)
      }
    }
    trial.measures = mean.measures
    return trial
  }

  /// Takes a trial as what happens in the next interval.
  mutating func take(_ trial: Trial) {
    let staying = share(staying: trial.agents)
    if staying < 1 { for step in began.indices { began[step] *= staying } }
    began += trial.began
    (waiting, inHand) = (trial.waiting, trial.inHand)
    (agents, load) = (trial.agents, trial.lastLoad)
    carry()
  }

  /// The share of the contacts in hand whose agents stay.
  private func share(staying count: Int) -> Double {
    count < agents ? Double(count) / Double(agents) : 1
  }

  /// Nobody is there: contacts wait and leave, and are given up where none arrive.
  private func idle(_ trial: inout Trial) {
    trial.began = Array(repeating: 0, count: steps)
    trial.lastLoad = 0
    guard queue.arrivals[index] > 0 else {
      trial.waiting = 0
      return
    }
    for _ in 0..<steps { trial.waiting = lengthened(trial.waiting) }
    trial.measures = QueueMeasures.nobodyAnswers
  }

  /// The line after a step in which nobody begins.
  private func lengthened(_ waiting: Double) -> Double {
    (waiting * (1 - leaving) + queue.rate(index) * seconds) / (1 + leaving)
  }

  /// θd/2.
  private var leaving: Double { queue.patience.map { seconds / $0.inSeconds / 2 } ?? 0 }

  /// Steps 1 to 3.
  private func next(
    _ trial: inout Trial,
    _ step: Int,
    _ carried: Double,
    _ stationary: StationaryQueue
  ) -> StationaryQueue.Point {
    let shares = sharesInHand[index]
    var older = carried
    for earlier in 0..<step where step - earlier < shares.count {
      older += trial.began[earlier] * shares[step - earlier]
    }
    let line = max(0, lengthened(trial.waiting))
    let weight = shares[0] * (1 + leaving)
    var point = stationary.point(
      weight: weight,
      total: older + weight * line,
      near: trial.lastLoad
    )
    if point.waiting > line {
      point = stationary.point(weight: 1, total: older + line, near: point.load)
      trial.began.append(0)
      trial.waiting = line
    } else {
      trial.began.append((line - point.waiting) * (1 + leaving))
      trial.waiting = point.waiting
    }
    trial.lastLoad = point.load
    trial.inHand = point.inHand
    return point
  }

  /// What earlier intervals leave in hand in the next one.
  private mutating func carry() {
    let first = began.count
    for step in 0..<steps {
      var sum = 0.0
      for earlier in min(first, max(0, first + step - longest))..<first {
        let shares = sharesInHand[earlier / steps]
        let age = first + step - earlier
        if age < shares.count { sum += began[earlier] * shares[age] }
      }
      carried[step] = sum
    }
  }
}

extension QueueMeasures {
  /// Nobody is there to answer.
  fileprivate static let nobodyAnswers = QueueMeasures(
    delayProbability: 1,
    serviceLevel: 0,
    missedShare: 1,
    lateShare: 1,
    answeredShare: 0,
    secondsToAnswer: .infinity,
    abandonmentShare: 1,
    occupancy: 0
  )
}
