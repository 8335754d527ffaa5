import Workforce

/// What the simulation needs to know of one queue.
struct SimulatedQueue: Sendable {
  /// Customers with a priority of their own.
  struct Segment: Sendable {
    /// The share of all segments up to this one, so that a number in [0, 1) below it falls into
    /// this one unless into one before.
    var upTo: Double
    /// Its waiting line, counted from the queue's first.
    var line: Int
  }

  /// Expected arrivals per interval, 0 where closed; deferred work also arrives then.
  var arrivals: [Double]
  /// Whether it is open in each interval.
  var isOpen: [Bool]
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
  /// What each further contact at once adds to the handle time, as a share.
  var slowdown: Double
  /// Priorities of its contacts, one waiting line each: its own first, then those of its segments;
  /// higher goes first.
  var priorities: [Int]
  /// The position of its first waiting line among all.
  var firstLine = 0
  /// Segments of customers.
  var segments: [Segment]
  /// Shape of the day's busyness; `nil` when every day is as busy as expected.
  var busynessShape: Double?
  /// Shape of the interval's busyness, likewise.
  var intervalShape: Double?
  /// Sets of queues whose people are asked first, in this order; each ascending.
  var preferredTeams: [[Int]]
  /// Probability that someone who left asks again.
  var retrialShare: Double
  /// Mean seconds until then.
  var retrialSeconds: Double
  /// When items of deferred work are due; `nil` for other channels.
  var due: DueTimes?
  /// Items undone at the start.
  var backlog: Int
  /// The queue whose finished items it takes over, and the share of them.
  var follows: (queue: Int, share: Double)?
}

extension SimulatedQueue {
  init(
    _ queue: QueueSettings,
    _ expected: QueueForecast,
    _ traits: QueueTraits?,
    names: [String],
    grid: TimeGrid
  ) {
    let isDeferred = queue.channel == .deferred
    isOpen = expected.isOpen
    arrivals = zip(expected.intervals.mean, isOpen).map {
      $1 || isDeferred ? max(0, $0) : 0
    }
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
    slowdown = concurrency > 1 ? queue.slowdown : 0
    let own = traits?.priority ?? queue.priority
    priorities = [own] + queue.segments.map(\.priority)
    segments = Self.segments(queue.segments)
    busynessShape = shape(ofVariation: expected.dayVariation)
    intervalShape = shape(ofVariation: traits?.intervalVariation ?? 0)
    preferredTeams = (traits?.preferredTeams ?? []).map { team in
      names.indices.filter { team.contains(names[$0]) }
    }
    retrialShare = isDeferred ? 0 : traits?.retrialShare.value ?? 0
    retrialSeconds = traits?.retrialDelay.inSeconds ?? 0
    due = isDeferred ? DueTimes(queue, isOpen: isOpen, grid) : nil
    backlog = isDeferred ? traits?.backlog ?? 0 : 0
    follows = queue.follows.flatMap { source in
      names.firstIndex(of: source.queue).map { ($0, source.share.value) }
    }
    if isDeferred {
      patience = Array(repeating: .infinity, count: arrivals.count)
      balkingShare = 0
    }
  }

  private static func segments(_ segments: [CustomerSegment]) -> [Segment] {
    var sum = 0.0
    return segments.enumerated().map { index, segment in
      sum += segment.share.value
      return Segment(upTo: sum, line: index + 1)
    }
  }

  /// The waiting line of a contact, by a number in [0, 1).
  func line(for draw: Double) -> Int16 {
    Self.line(for: draw, segments, first: Int16(truncatingIfNeeded: firstLine))
  }

  static func line(for draw: Double, _ segments: [Segment], first: Int16) -> Int16 {
    for segment in segments where draw < segment.upTo {
      return first + Int16(truncatingIfNeeded: segment.line)
    }
    return first
  }
}

/// The shape of a gamma number of mean one with a squared coefficient of variation; `nil` for 0.
func shape(ofVariation variation: Double) -> Double? { variation > 0 ? 1 / variation : nil }
