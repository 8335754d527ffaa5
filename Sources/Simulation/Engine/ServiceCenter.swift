import Foundation
import Workforce

/// What the simulation needs to know of one queue.
struct SimulatedQueue: Sendable {
  /// Expected arrivals per interval, 0 where closed.
  var arrivals: [Double]
  /// Mean handle time per interval, in seconds.
  var handleSeconds: [Double]
  /// How handle times spread around their mean.
  var handleTimes: HandleTimes
  /// Mean patience in seconds; infinite when contacts do not leave.
  var patience: Double
  /// Longest wait that counts as in time, in seconds.
  var threshold: Double
  /// Contacts that one person takes at once.
  var concurrency: Int
  /// Shape of the day's busyness; `nil` when every day is as busy as expected.
  var busynessShape: Double?
}

/// The distribution of a handle time of mean one, by its squared coefficient of variation.
enum HandleTimes: Sendable {
  /// Always the mean: variation 0.
  case constant
  /// Variation 1.
  case exponential
  /// Any other variation v: exp(σz − σ²/2) with σ² = ln(1 + v).
  case lognormal(sigma: Double)

  init(variation: Double) {
    precondition(variation >= 0, "a variation must not be negative")
    switch variation {
    case 0: self = .constant
    case 1: self = .exponential
    default: self = .lognormal(sigma: log1p(variation).squareRoot())
    }
  }

  func draw(_ stream: inout RandomStream) -> Double {
    switch self {
    case .constant: 1
    case .exponential: stream.exponential()
    case .lognormal(let sigma): exp(sigma * stream.normal() - sigma * sigma / 2)
    }
  }
}

/// One shift of one person.
struct SimulatedShift: Sendable {
  /// The position of its set of queues in ``ServiceCenter/groups``.
  var group: Int
  /// The stream that decides, with replication and day, whether the person is away.
  var absence: RandomStream
  /// Days since 1970-01-01 of the date on which it starts.
  var day: Int
}

/// The moment at which a shift begins or ends to take contacts.
struct DutyChange: Sendable {
  /// Seconds since the grid's start.
  var time: Double
  /// The shift's position.
  var shift: Int
  /// True when it begins.
  var isStart: Bool
}

/// A roster, a forecast and the settings as flat numbers: what all replications share.
struct ServiceCenter: Sendable {
  /// Length of an interval in seconds.
  var stepSeconds: Double
  /// How many intervals there are.
  var intervals: Int
  /// The position of each interval's date.
  var dayOfInterval: [Int]
  /// Days since 1970-01-01 of each date.
  var dates: [Int]
  var queues: [SimulatedQueue]
  var shifts: [SimulatedShift]
  /// Ascending by time, ends before starts, then by shift.
  var changes: [DutyChange]
  /// Distinct sets of queues, each ascending.
  var groups: [[Int]]
  /// Probability that a whole shift is missed.
  var absenceProbability: Double
  var seed: UInt64
}

extension ServiceCenter {
  init(roster: Roster, forecast: Forecast, settings: ScenarioSettings, seed: UInt64) {
    precondition(
      forecast.queues.map(\.queue) == settings.queues.map(\.name),
      "the forecast must list the queues of the settings"
    )
    let grid = forecast.grid
    stepSeconds = Double(60 * grid.stepMinutes)
    intervals = grid.count
    dayOfInterval = grid.days.enumerated().flatMap { day, range in range.map { _ in day } }
    dates = grid.dates.map(\.daysSinceEpoch)
    queues = zip(settings.queues, forecast.queues).map(SimulatedQueue.init)
    shifts = []
    changes = []
    groups = []
    absenceProbability = settings.shrinkage.value
    self.seed = seed
    add(roster, grid, settings)
  }

  private mutating func add(_ roster: Roster, _ grid: TimeGrid, _ settings: ScenarioSettings) {
    let end = Double(grid.end.secondsSinceEpoch - grid.start.secondsSinceEpoch)
    for tour in roster.tours {
      let absence = RandomStream(seed: seed, name: "absence of \(tour.employee)")
      for shift in tour.shifts {
        let served = settings.queues.indices.filter {
          shift.queues.contains(settings.queues[$0].name)
        }
        let stretches = shift.workStretches(since: grid.start, until: end)
        guard !served.isEmpty, !stretches.isEmpty else { continue }
        for stretch in stretches {
          let start = DutyChange(time: stretch.start, shift: shifts.count, isStart: true)
          changes.append(start)
          changes.append(DutyChange(time: stretch.end, shift: shifts.count, isStart: false))
        }
        let day = shift.date.daysSinceEpoch
        shifts.append(SimulatedShift(group: group(of: served), absence: absence, day: day))
      }
    }
    changes.sort { left, right in
      (left.time, left.isStart ? 1 : 0, left.shift) < (
        right.time, right.isStart ? 1 : 0, right.shift
      )
    }
  }

  private mutating func group(of queues: [Int]) -> Int {
    if let known = groups.firstIndex(of: queues) { return known }
    groups.append(queues)
    return groups.count - 1
  }
}

extension Shift {
  /// The stretches of work inside `0..<end` seconds, adjacent ones joined.
  fileprivate func workStretches(
    since origin: Instant,
    until end: Double
  ) -> [(start: Double, end: Double)] {
    var stretches: [(start: Double, end: Double)] = []
    for segment in segments where segment.kind == .work {
      let from = max(0, Double(segment.start.secondsSinceEpoch - origin.secondsSinceEpoch))
      let until = min(end, Double(segment.end.secondsSinceEpoch - origin.secondsSinceEpoch))
      guard until > from else { continue }
      if let last = stretches.indices.last, stretches[last].end == from {
        stretches[last].end = until
      } else {
        stretches.append((from, until))
      }
    }
    return stretches
  }
}

extension SimulatedQueue {
  fileprivate init(_ queue: QueueSettings, _ expected: QueueForecast) {
    arrivals = zip(expected.intervals.mean, expected.isOpen).map { $1 ? max(0, $0) : 0 }
    handleSeconds = expected.averageHandleTime.map(\.inSeconds)
    handleTimes = HandleTimes(
      variation: expected.handleTimeVariation ?? queue.handleTimeVariation
    )
    patience = (expected.patience ?? queue.patience)?.inSeconds ?? .infinity
    threshold = queue.target.threshold.inSeconds
    concurrency = queue.channel == .chat ? queue.concurrency : 1
    busynessShape = expected.dayVariation > 0 ? 1 / expected.dayVariation : nil
  }
}
