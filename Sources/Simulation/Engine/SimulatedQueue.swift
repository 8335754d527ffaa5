import Workforce

/// What the simulation needs to know of one queue.
struct SimulatedQueue: Sendable {
  /// Expected arrivals per interval, 0 where closed.
  var arrivals: [Double]
  /// Mean handle time per interval, in seconds.
  var handleSeconds: [Double]
  /// How handle times spread around their mean.
  var handleTimes: HandleTimes
  /// Mean patience per interval in seconds; infinite when contacts do not leave.
  var patience: [Double]
  /// Share of contacts that leave unless answered at once.
  var balkingShare: Double
  /// Longest wait that counts as in time, in seconds.
  var threshold: Double
  /// Contacts that one person takes at once.
  var concurrency: Int
  /// Higher goes first.
  var priority: Int
  /// Shape of the day's busyness; `nil` when every day is as busy as expected.
  var busynessShape: Double?
  /// Shape of the interval's busyness, likewise.
  var intervalShape: Double?
  /// Sets of queues whose people are asked first, in this order; each ascending.
  var preferredTeams: [[Int]]
}

extension SimulatedQueue {
  init(
    _ queue: QueueSettings,
    _ expected: QueueForecast,
    _ traits: QueueTraits?,
    names: [String]
  ) {
    arrivals = zip(expected.intervals.mean, expected.isOpen).map { $1 ? max(0, $0) : 0 }
    handleSeconds = expected.averageHandleTime.map(\.inSeconds)
    handleTimes = HandleTimes(
      variation: expected.handleTimeVariation ?? queue.handleTimeVariation
    )
    let mean = (expected.patience ?? queue.patience)?.inSeconds ?? .infinity
    patience =
      traits?.patience?.map(\.inSeconds) ?? Array(repeating: mean, count: arrivals.count)
    precondition(patience.count == arrivals.count, "patience must be given for every interval")
    balkingShare = traits?.balkingShare.value ?? 0
    threshold = queue.target.threshold.inSeconds
    concurrency = queue.channel == .chat ? queue.concurrency : 1
    priority = traits?.priority ?? 0
    busynessShape = shape(ofVariation: expected.dayVariation)
    intervalShape = shape(ofVariation: traits?.intervalVariation ?? 0)
    preferredTeams = (traits?.preferredTeams ?? []).map { team in
      names.indices.filter { team.contains(names[$0]) }
    }
  }
}

/// The shape of a gamma number of mean one with a squared coefficient of variation; `nil` for 0.
func shape(ofVariation variation: Double) -> Double? { variation > 0 ? 1 / variation : nil }
