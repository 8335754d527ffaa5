import Workforce

/// The need of one queue, found one interval after the other.
///
/// In each interval the demands hold
///
/// 1. by the ``CarriedWork`` that the needs of the intervals before leave behind: the modified
///    offered load, with the line that is carried over;
/// 2. in the steady state under the interval's lowest load, so that no interval lives on people whom
///    the one before had to spare;
/// 3. where hardly anybody is in hand at the start, in the steady state under the load at the end
///    instead: an opening leaves no line behind.
struct NeedSequence {
  /// An interval whose predecessors have their agents.
  struct Moment {
    /// What its agents do: the carried work, at an opening the steady state of its end.
    let model: any QueueModel
    /// The steady state under the lowest load; `nil` at an opening.
    let lowest: (any QueueModel)?
    /// The loads and what is carried over.
    var correction: LoadCorrection
  }

  /// The need of an interval.
  struct Need {
    let agents: Int
    let binding: ServiceDemand?
    /// What the agents do, by the model that judges.
    let measures: QueueMeasures
    /// The steady load in erlangs with the same service, never below the lowest one.
    let load: Double
    /// The mean modified offered load, in erlangs.
    let modifiedLoad: Double
  }

  /// At an opening no more than this share of the load at the end is there at the start.
  private static let openingShare = 0.1

  private let calculator: RequirementCalculator
  private let queue: QueueSettings
  private let expected: QueueForecast
  private let minutes: Int
  /// Intervals before the first one.
  private let leadIn: Int
  private let varying: TimeVaryingQueue
  private let loads: ModifiedOfferedLoad
  private let means: [Double]
  private var work: CarriedWork

  init(
    _ calculator: RequirementCalculator,
    _ queue: QueueSettings,
    _ expected: QueueForecast,
    minutes: Int
  ) {
    self.calculator = calculator
    self.queue = queue
    self.expected = expected
    self.minutes = minutes
    leadIn = Self.leadIn(queue, expected, minutes)
    varying = Self.varying(queue, expected, leadIn, minutes)
    loads = ModifiedOfferedLoad(varying)
    means = loads.means
    work = CarriedWork(varying, threshold: queue.target.threshold)
    for _ in 0..<leadIn { advance() }
  }

  /// A queue that is open through the end of the forecast and at its start goes on as it ends:
  /// so many intervals of the end come before the start.
  private static func leadIn(
    _ queue: QueueSettings,
    _ expected: QueueForecast,
    _ minutes: Int
  ) -> Int {
    guard expected.isOpen.first == true, expected.isOpen.last == true else { return 0 }
    let longest = expected.averageHandleTime.map(queue.handleTimeWhenFull).max() ?? .zero
    let count = 12 * longest.inSeconds / Double(60 * minutes)
    return min(expected.isOpen.count, Int(min(count, 1e6)) + 4)
  }

  private static func varying(
    _ queue: QueueSettings,
    _ expected: QueueForecast,
    _ leadIn: Int,
    _ minutes: Int
  ) -> TimeVaryingQueue {
    let arrivals = zip(expected.isOpen, expected.intervals.mean).map { $0 ? max(0, $1) : 0 }
    let times = expected.averageHandleTime.map { queue.handleTimeWhenFull(max($0, .seconds(1))) }
    return TimeVaryingQueue(
      arrivals: arrivals.suffix(leadIn) + arrivals,
      averageHandleTime: times.suffix(leadIn) + times,
      handleTimeVariation: expected.handleTimeVariation ?? queue.handleTimeVariation,
      patience: expected.patience ?? queue.patience,
      concurrency: queue.concurrency,
      interval: .minutes(minutes)
    )
  }

  /// The needs of all intervals.
  mutating func needs() -> [Need] { expected.isOpen.indices.map { _ in advance() } }

  /// The moment of an interval that has not passed.
  mutating func moment(at index: Int) -> Moment {
    while work.index < leadIn + index { advance() }
    return moment
  }

  /// Finds the need of the next interval and takes it as what happens.
  @discardableResult
  private mutating func advance() -> Need {
    let moment = moment
    let (agents, binding) = fewest(moment)
    let trial = work.trial(agents: agents)
    let isOpening = moment.correction.isOpening
    let need = Need(
      agents: agents,
      binding: binding,
      measures: isOpening
        ? moment.model.measures(agents: agents, within: queue.target.threshold)
        : trial.measures,
      load: isOpening ? moment.correction.end : max(moment.correction.lowest, trial.load),
      modifiedLoad: moment.correction.mean
    )
    work.take(trial)
    return need
  }

  private func fewest(_ moment: Moment) -> (agents: Int, binding: ServiceDemand?) {
    let index = (work.index + expected.isOpen.count - leadIn) % expected.isOpen.count
    let demands = calculator.demands(on: queue, expected, at: index)
    guard !demands.isEmpty else { return (0, nil) }
    let search = DemandSearch(
      model: moment.model,
      lowest: moment.lowest,
      concurrency: queue.concurrency,
      threshold: queue.target.threshold
    )
    return search.fewest(for: demands, near: work.agents > 0 ? work.agents : nil)
  }

  /// The next interval.
  private var moment: Moment {
    let place = work.index
    let step = varying.interval.inSeconds
    let own = varying.rate(place) * varying.averageHandleTime[place].inSeconds
    let start = loads.load(at: Double(place) * step)
    let end = loads.load(at: Double(place + 1) * step)
    let correction = LoadCorrection(
      start: start,
      mean: means[place],
      end: end,
      lowest: min(start, own),
      isOpening: own > 0 && start <= Self.openingShare * end,
      inHand: work.inHand,
      waiting: work.waiting,
      agentsBefore: work.agents
    )
    guard !correction.isOpening else {
      return Moment(model: steady(end, place), lowest: nil, correction: correction)
    }
    return Moment(
      model: CarriedQueue(work: work, offeredLoad: means[place]),
      lowest: steady(correction.lowest, place),
      correction: correction
    )
  }

  /// The steady state under a load with the handle time of an interval.
  private func steady(_ load: Double, _ place: Int) -> any QueueModel {
    calculator.queueModel(
      of: queue,
      load: load,
      handleTime: varying.averageHandleTime[place],
      patience: varying.patience
    )
  }
}
