import Workforce

/// One shift of one person.
struct SimulatedShift: Sendable {
  /// The position of its set of queues in ``ServiceCenter/groups``.
  var group: Int
  /// The stream that decides, with replication and day, whether the person is away.
  var absence: RandomStream
  /// Days since 1970-01-01 of the date on which it starts.
  var day: Int
  /// The position of its person in ``ServiceCenter/employees``.
  var employee: Int
  /// Seconds since the grid's start at which its work begins.
  var start: Double
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
  /// Shape of the day's busyness that all queues share; `nil` without one.
  var sharedBusynessShape: Double?
  /// Probability that a whole shift is missed.
  var absenceProbability: Double
  /// Probability that someone comes late to a shift.
  var lateProbability: Double
  /// Mean lateness in seconds.
  var lateSeconds: Double
  /// The people of the roster.
  var employees: [String]
  /// Handle time ÷ the queue's mean, shift by shift and queue by queue; empty when it is 1 for
  /// everybody.
  var factors: [Double]
  /// Contacts of the past, played instead of random ones.
  var replay: ReplayedContacts?
  var seed: UInt64

  /// How many waiting lines there are.
  var lineCount: Int { queues.reduce(0) { $0 + $1.priorities.count } }
  /// Whether customers of some queue are told apart.
  var hasSegments: Bool { queues.contains { !$0.segments.isEmpty } }
  /// Whether some work may be put aside.
  var hasDeferredWork: Bool { queues.contains { $0.due != nil } }
  /// Whether what else a person has in hand changes when a contact ends.
  var hasSharedWork: Bool { queues.contains { $0.slowdown > 0 } }
  /// Whether something happens later that depends on what happened before.
  var hasTimers: Bool { lateProbability > 0 || queues.contains { $0.retrialShare > 0 } }
  /// The end of the horizon in seconds.
  var end: Double { Double(intervals) * stepSeconds }
}

extension ServiceCenter {
  init(
    roster: Roster,
    forecast: Forecast,
    inputs: PlanningInputs,
    traits: CenterTraits = .none,
    replay: PastContacts? = nil,
    seed: UInt64
  ) {
    let settings = inputs.settings
    let names = settings.queues.map(\.name)
    precondition(
      forecast.queues.map(\.queue) == names,
      "the forecast must list the queues of the settings"
    )
    precondition(
      traits.queues.allSatisfy { names.contains($0.queue) },
      "traits must name queues of the settings"
    )
    let grid = forecast.grid
    stepSeconds = Double(60 * grid.stepMinutes)
    intervals = grid.count
    dayOfInterval = grid.days.enumerated().flatMap { day, range in range.map { _ in day } }
    dates = grid.dates.map(\.daysSinceEpoch)
    queues = zip(settings.queues, forecast.queues).map { queue, expected in
      let own = traits.queues.first { $0.queue == queue.name }
      return SimulatedQueue(queue, expected, own, names: names, grid: grid)
    }
    sharedBusynessShape = shape(ofVariation: traits.dayVariation)
    shifts = []
    changes = []
    groups = []
    absenceProbability = settings.shrinkage.value
    lateProbability = traits.lateShare.value
    lateSeconds = traits.meanLateness.inSeconds
    employees = roster.tours.map(\.employee)
    factors = []
    self.seed = seed
    let handling = HandleFactors(inputs)
    self.replay = replay.map { ReplayedContacts($0, grid, settings, handling) }
    takeRecordedStages()
    numberLines()
    add(roster, grid, settings, handling)
    factors = handling.factors(of: shifts, employees)
  }

  /// A stage whose items are recorded gets none besides.
  private mutating func takeRecordedStages() {
    for index in replay?.queues.sorted() ?? [] { queues[index].follows = nil }
  }

  private mutating func numberLines() {
    var first = 0
    for index in queues.indices {
      queues[index].firstLine = first
      first += queues[index].priorities.count
    }
    precondition(first <= Int(Int16.max), "there are too many queues")
  }

  private mutating func add(
    _ roster: Roster,
    _ grid: TimeGrid,
    _ settings: ScenarioSettings,
    _ handling: HandleFactors
  ) {
    let end = Double(grid.end.secondsSinceEpoch - grid.start.secondsSinceEpoch)
    for (employee, tour) in roster.tours.enumerated() {
      let absence = RandomStream(seed: seed, name: "absence of \(tour.employee)")
      for shift in tour.shifts {
        let served = settings.queues.indices.filter {
          shift.queues.contains(settings.queues[$0].name)
        }
        let stretches = shift.workStretches(since: grid.start, until: end)
        guard !served.isEmpty, !stretches.isEmpty,
          handling.serves(tour.employee, on: shift.date)
        else { continue }
        for stretch in stretches {
          let start = DutyChange(time: stretch.start, shift: shifts.count, isStart: true)
          changes.append(start)
          changes.append(DutyChange(time: stretch.end, shift: shifts.count, isStart: false))
        }
        shifts.append(
          SimulatedShift(
            group: group(of: served),
            absence: absence,
            day: shift.date.daysSinceEpoch,
            employee: employee,
            start: stretches[0].start
          )
        )
      }
    }
    changes.sort { left, right in
      (left.time, left.isStart ? 1 : 0, left.shift) < (
        right.time, right.isStart ? 1 : 0, right.shift
      )
    }
  }

  /// Whether the person of a shift is away in a replication.
  func isAbsent(_ shift: SimulatedShift, in replication: Int) -> Bool {
    var stream = shift.absence.keyed(by: replication).keyed(by: shift.day)
    return stream.unit() < absenceProbability
  }

  /// The moment before which the person of a shift is not there, in a replication; `nil` when they
  /// are in time.
  func lateArrival(_ shift: SimulatedShift, in replication: Int) -> Double? {
    guard lateProbability > 0 else { return nil }
    var stream = shift.absence.keyed(by: replication).keyed(by: shift.day).keyed(by: 1)
    guard stream.unit() < lateProbability else { return nil }
    return shift.start + lateSeconds * stream.exponential()
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
