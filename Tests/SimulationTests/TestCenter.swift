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
  var monday = "2026-03-02"
  var zone = Zone.utc
  var dayCount = 1
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

  func grid() throws -> TimeGrid {
    let date = try #require(LocalDate(monday))
    return try #require(TimeGrid(from: date, days: dayCount, stepMinutes: 60, zone: zone))
  }

  func forecast() throws -> Forecast {
    let grid = try grid()
    let queues = queues.map { queue in
      let isOpen = (0..<grid.count).map(queue.open.contains)
      let mean = isOpen.map { $0 ? queue.perHour : 0 }
      return QueueForecast(
        queue: queue.name,
        method: .weeklyNaive,
        intervals: .init(mean: mean, low95: mean, low80: mean, high80: mean, high95: mean),
        days: .init(mean: [], low95: [], low80: [], high80: [], high95: []),
        averageHandleTime: Array(repeating: .seconds(queue.handleSeconds), count: grid.count),
        dayVariation: queue.dayVariation,
        pastError: nil,
        isOpen: isOpen,
        handleTimeVariation: forecastTells ? queue.variation : nil,
        patience: forecastTells ? queue.patience.map { .seconds($0) } : nil
      )
    }
    return Forecast(grid: grid, queues: queues)
  }

  func settings() throws -> ScenarioSettings {
    let level = try #require(Fraction(0.8))
    let queues = queues.map { queue in
      QueueSettings(
        name: queue.name,
        channel: queue.concurrency > 1 ? .chat : .phone,
        skill: queue.name,
        openingHours: OpeningHours(windows: Array(repeating: [], count: 7)),
        target: ServiceTarget(serviceLevel: level, threshold: .seconds(queue.threshold)),
        patience: forecastTells ? .seconds(1) : queue.patience.map { .seconds($0) },
        averageHandleTime: .seconds(queue.handleSeconds),
        handleTimeVariation: forecastTells ? 9 : queue.variation,
        concurrency: queue.concurrency
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
      costs: CostSettings()
    )
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
    return RosterSimulation(options: options).play(
      try roster(),
      against: try forecast(),
      inputs: PlanningInputs(settings: try settings(), employees: []),
      stop: stop
    )
  }

  /// The flat form that the engine plays.
  func flat(seed: UInt64 = 1) throws -> ServiceCenter {
    ServiceCenter(
      roster: try roster(),
      forecast: try forecast(),
      settings: try settings(),
      seed: seed
    )
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

/// The sum over all cells of a tally.
extension ReplicationTally {
  var total: ServiceTally {
    cells.reduce(into: ServiceTally()) { sum, cell in
      sum.arrivals += cell.arrivals
      sum.answeredInTarget += cell.answeredInTarget
      sum.abandoned += cell.abandoned
      sum.abandonedInTarget += cell.abandonedInTarget
      sum.waitSeconds += cell.waitSeconds
    }
  }
}
