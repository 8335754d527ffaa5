import Testing
import Workforce

@testable import Simulation

/// A center of constant arrivals on Monday 2 March 2026, for tests.
struct TestCenter {
  struct Queue {
    var name = "q"
    /// Expected arrivals per hour of the opening hours.
    var perHour = 0.0
    var handleSeconds = 120.0
    var variation = 1.0
    var patience: Double?
    var threshold = 20.0
    var concurrency = 1
    var dayVariation = 0.0
    /// Opening hours, from and until, counted in hours from the grid's start.
    var open = 0..<8
    /// Expected arrivals hour by hour from the grid's start, instead of ``perHour`` and ``open``.
    var profile: [Double]?
    /// Handle times likewise; the last holds on.
    var handleProfile: [Double]?
    /// Patience likewise.
    var patienceProfile: [Double]?
    var priority = 0
    var balking = 0.0
    var intervalVariation = 0.0
    var preferredTeams: [Set<String>] = []
    /// Instead of 80 % within the threshold.
    var target: ServiceTarget?
    var retrialShare = 0.0
    var retrialSeconds = 600.0
    var backlog = 0
    var channel: Channel?
    /// The settings' part of the priority; ``priority`` is the traits'.
    var settingsPriority: Int?
    var segments: [CustomerSegment] = []
    var slowdown = 0.0
    var dueHours: DueHours?
    var follows: FollowedQueue?
    /// The skill asked for; that of its name when left out.
    var skill: String?

    func mean(in hour: Int) -> Double {
      guard let profile else { return open.contains(hour) ? perHour : 0 }
      return hour < profile.count ? profile[hour] : 0
    }

    func handleTime(in hour: Int) -> Duration {
      .seconds(handleProfile.map { $0[min(hour, $0.count - 1)] } ?? handleSeconds)
    }
  }

  struct Duty {
    var employee: String
    /// Work, in minutes from the grid's start.
    var work: [Range<Int>]
    var queues = ["q"]
  }

  var queues: [Queue]
  var duties: [Duty] = []
  var shrinkage = 0.0
  /// Variation of the day's busyness that all queues share.
  var sharedVariation = 0.0
  var monday = "2026-03-02"
  var zone = Zone.utc
  var dayCount = 1
  var period = TargetPeriod.week
  var proficiency = ProficiencySettings()
  var employees: [Employee] = []
  var skills: [SkillGrant] = []
  var lateShare = 0.0
  var lateMinutes = 10.0
  var replay: PastContacts?
  /// Whether patience and variation stand in the forecast, and other ones in the settings.
  var forecastTells = false

  init(_ queues: Queue...) { self.queues = queues }

  /// The same with `agents` people who work through the same stretches.
  func staffed(by agents: Int, work: Range<Int>..., queues: [String] = ["q"]) -> TestCenter {
    var center = self
    let first = center.duties.count
    center.duties += (first..<first + agents).map {
      Duty(employee: "e\($0)", work: work, queues: queues)
    }
    return center
  }

  /// The same with as many people as `levels` says, hour by hour from the grid's start; those of
  /// the last hour stay until the day's end.
  func staffed(levels: [Int], queues: [String] = ["q"]) -> TestCenter {
    var center = self
    for person in 0..<(levels.max() ?? 0) {
      var work: [Range<Int>] = []
      for (hour, level) in levels.enumerated() where level > person {
        let end = hour == levels.count - 1 ? 1440 : 60 * hour + 60
        if let last = work.last, last.upperBound == 60 * hour {
          work[work.count - 1] = last.lowerBound..<end
        } else {
          work.append(60 * hour..<end)
        }
      }
      center.duties.append(
        Duty(employee: "e\(center.duties.count)", work: work, queues: queues)
      )
    }
    return center
  }

  func grid() throws -> TimeGrid {
    let date = try #require(LocalDate(monday))
    return try #require(TimeGrid(from: date, days: dayCount, stepMinutes: 60, zone: zone))
  }

  func forecast() throws -> Forecast {
    let grid = try grid()
    let queues = queues.map { queue in
      let mean = (0..<grid.count).map(queue.mean(in:))
      let isOpen = (0..<grid.count).map {
        queue.profile != nil ? mean[$0] > 0 : queue.open.contains($0)
      }
      return QueueForecast(
        queue: queue.name,
        method: .weeklyNaive,
        intervals: .init(mean: mean, low95: mean, low80: mean, high80: mean, high95: mean),
        days: .init(mean: [], low95: [], low80: [], high80: [], high95: []),
        averageHandleTime: (0..<grid.count).map(queue.handleTime(in:)),
        dayVariation: queue.dayVariation,
        pastError: nil,
        isOpen: isOpen,
        handleTimeVariation: forecastTells ? queue.variation : nil,
        patience: forecastTells ? queue.patience.map { .seconds($0) } : nil
      )
    }
    return Forecast(grid: grid, queues: queues)
  }

  func traits() throws -> CenterTraits {
    let count = try grid().count
    let queues = try queues.map { queue in
      try QueueTraits(
        queue: queue.name,
        priority: queue.settingsPriority == nil ? queue.priority : nil,
        balkingShare: try #require(Fraction(queue.balking)),
        intervalVariation: queue.intervalVariation,
        patience: queue.patienceProfile.map { profile in
          (0..<count).map { .seconds(profile[min($0, profile.count - 1)]) }
        },
        preferredTeams: queue.preferredTeams,
        retrialShare: try #require(Fraction(queue.retrialShare)),
        retrialDelay: .seconds(queue.retrialSeconds),
        backlog: queue.backlog
      )
    }
    return try CenterTraits(
      queues: queues,
      dayVariation: sharedVariation,
      lateShare: try #require(Fraction(lateShare)),
      meanLateness: .minutes(lateMinutes)
    )
  }

  func settings() throws -> ScenarioSettings {
    let level = try #require(Fraction(0.8))
    let queues = queues.map { queue in
      QueueSettings(
        name: queue.name,
        channel: queue.channel ?? (queue.concurrency > 1 ? .chat : .phone),
        skill: queue.skill ?? queue.name,
        openingHours: OpeningHours(windows: Array(repeating: [], count: 7)),
        target: queue.target
          ?? ServiceTarget(serviceLevel: level, threshold: .seconds(queue.threshold)),
        patience: forecastTells ? .seconds(1) : queue.patience.map { .seconds($0) },
        averageHandleTime: .seconds(queue.handleSeconds),
        handleTimeVariation: forecastTells ? 9 : queue.variation,
        concurrency: queue.concurrency,
        slowdown: queue.slowdown,
        priority: queue.settingsPriority ?? 0,
        segments: queue.segments,
        dueHours: queue.dueHours,
        follows: queue.follows
      )
    }
    return ScenarioSettings(
      name: "test",
      zone: zone,
      intervalMinutes: 60,
      shrinkage: try #require(Fraction(shrinkage)),
      queues: queues,
      sites: [],
      shiftTemplates: [],
      contracts: [],
      costs: CostSettings(),
      targetPeriod: period,
      proficiency: proficiency
    )
  }

  func inputs() throws -> PlanningInputs {
    PlanningInputs(settings: try settings(), employees: employees, skills: skills)
  }

  func roster() throws -> Roster {
    let grid = try grid()
    let tours = duties.map { duty in
      let segments = duty.work.map { work in
        ShiftSegment(
          kind: .work,
          start: grid.start.adding(minutes: work.lowerBound),
          end: grid.start.adding(minutes: work.upperBound)
        )
      }
      let shift = Shift(
        date: grid.dates[0],
        start: segments[0].start,
        end: segments[segments.count - 1].end,
        segments: segments,
        queues: duty.queues
      )
      return Tour(employee: duty.employee, shifts: [shift])
    }
    return Roster(week: ISOWeek(containing: grid.dates[0]), zone: zone, tours: tours)
  }

  func play(
    seed: UInt64 = 1,
    replications: Int,
    threads: Int = 1,
    stop: StopSignal = StopSignal()
  ) throws -> SimulationResult {
    let options = try SimulationOptions(
      seed: seed,
      replications: replications,
      threads: threads
    )
    return RosterSimulation(options: options, traits: try traits()).play(
      try roster(),
      against: try forecast(),
      inputs: try inputs(),
      stop: stop
    )
  }

  func playInDetail(
    seed: UInt64 = 1,
    replications: Int,
    threads: Int = 2
  ) throws -> SimulationDetails {
    let options = try SimulationOptions(
      seed: seed,
      replications: replications,
      threads: threads
    )
    return RosterSimulation(options: options, traits: try traits()).playInDetail(
      try roster(),
      against: try forecast(),
      inputs: try inputs(),
      replay: replay,
      stop: StopSignal()
    )
  }

  /// What became of every contact of the first replications.
  func trace(seed: UInt64 = 1, replications: Int = 1) throws -> [TracedContact] {
    var contacts: [TracedContact] = []
    RosterSimulation(
      options: try SimulationOptions(seed: seed),
      traits: try traits()
    ).trace(
      try roster(),
      against: try forecast(),
      inputs: try inputs(),
      replay: replay,
      replications: replications,
      stop: StopSignal()
    ) { contacts.append($0) }
    return contacts
  }

  /// The flat form that the engine plays.
  func flat(seed: UInt64 = 1) throws -> ServiceCenter {
    ServiceCenter(
      roster: try roster(),
      forecast: try forecast(),
      inputs: try inputs(),
      traits: try traits(),
      replay: replay,
      seed: seed
    )
  }

  /// What each of the first replications counts.
  func tallies(seed: UInt64 = 1, count: Int) throws -> [ReplicationTally] {
    let center = try flat(seed: seed)
    let routes = Routes(center)
    return parallelMap(count: count, threads: 2) { index in
      var replication = Replication(center, routes: routes, index: index)
      return replication.play()
    }
  }

  /// What one replication counts.
  func tally(seed: UInt64 = 1, replication: Int = 0) throws -> ReplicationTally {
    let center = try flat(seed: seed)
    var replication = Replication(center, routes: Routes(center), index: replication)
    return replication.play()
  }

  /// All contacts of a replication, in order of arrival.
  func contacts(seed: UInt64 = 1, replication: Int = 0) throws -> [Contact] {
    let center = try flat(seed: seed)
    var source = ContactSource(center, replication: replication)
    return (0..<center.intervals).flatMap { interval in
      source.load(interval: interval)
      return source.contacts
    }
  }
}

extension ReplicationTally {
  /// The sum over all cells.
  var total: ServiceTally { cells.reduce(into: ServiceTally()) { $0.add($1) } }
}
