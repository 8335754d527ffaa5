import Workforce

/// A center of constant arrivals over the first 15 hours of a day, to measure the simulation with.
struct SpeedCase {
  private static let minutes = 15 * 60

  let name: String
  let roster: Roster
  let forecast: Forecast
  let inputs: PlanningInputs

  /// 100 people, 95 erlangs of 180 s each, handle time and patience (120 s) exponential: 28,500
  /// contacts a day.
  static func oneQueue() throws -> SpeedCase {
    try SpeedCase(
      name: "M/M/100+M",
      queues: ["calls"],
      arrivalsPerHour: 1900,
      handleTimeVariation: 1,
      teams: [Team(people: 100, queues: ["calls"], work: [0..<minutes])]
    )
  }

  /// Three queues, 96 erlangs, handle times lognormal, 102 people in six teams with one, two or
  /// three skills and a break.
  static func threeQueues() throws -> SpeedCase {
    let skills = [["a"], ["b"], ["c"], ["a", "b"], ["b", "c"], ["a", "b", "c"]]
    return try SpeedCase(
      name: "three queues with skills",
      queues: ["a", "b", "c"],
      arrivalsPerHour: 640,
      handleTimeVariation: 0.8,
      teams: skills.map { Team(people: 17, queues: $0, work: [0..<400, 430..<minutes]) }
    )
  }

  /// People who work alike.
  private struct Team {
    let people: Int
    let queues: [String]
    /// Minutes from midnight.
    let work: [Range<Int>]

    func tours(named prefix: String, on date: LocalDate, from start: Instant) -> [Tour] {
      let segments = work.map { work in
        ShiftSegment(
          kind: .work,
          start: start.adding(minutes: work.lowerBound),
          end: start.adding(minutes: work.upperBound)
        )
      }
      let shift = Shift(
        date: date,
        start: start,
        end: start.adding(minutes: SpeedCase.minutes),
        segments: segments,
        queues: queues
      )
      return (0..<people).map { Tour(employee: "\(prefix)\($0)", shifts: [shift]) }
    }
  }

  private init(
    name: String,
    queues: [String],
    arrivalsPerHour: Double,
    handleTimeVariation: Double,
    teams: [Team]
  ) throws {
    guard let date = LocalDate("2026-03-02"), let level = Fraction(0.8),
      let grid = TimeGrid(from: date, days: 1, stepMinutes: 15, zone: .utc)
    else { throw ShiftwrightError("The measured day cannot be made.\nReport this as a fault.") }
    self.name = name
    let tours = teams.enumerated().flatMap { index, team in
      team.tours(named: "t\(index)p", on: date, from: grid.start)
    }
    roster = Roster(week: ISOWeek(containing: date), zone: .utc, tours: tours)
    forecast = Forecast(
      grid: grid,
      queues: queues.map {
        QueueForecast(
          queue: $0,
          arrivals: arrivalsPerHour / 4,
          open: Self.minutes / 15,
          of: grid.count
        )
      }
    )
    let target = ServiceTarget(serviceLevel: level, threshold: .seconds(20))
    inputs = PlanningInputs(
      settings: ScenarioSettings(
        name: name,
        zone: .utc,
        intervalMinutes: grid.stepMinutes,
        shrinkage: .zero,
        queues: queues.map {
          QueueSettings($0, target: target, handleTimeVariation: handleTimeVariation)
        },
        sites: [],
        shiftTemplates: [],
        contracts: [],
        costs: CostSettings()
      ),
      employees: []
    )
  }
}

extension QueueForecast {
  fileprivate init(queue: String, arrivals: Double, open: Int, of count: Int) {
    let isOpen = (0..<count).map { $0 < open }
    let mean = isOpen.map { $0 ? arrivals : 0 }
    self.init(
      queue: queue,
      method: .weeklyNaive,
      intervals: Band(mean: mean, low95: mean, low80: mean, high80: mean, high95: mean),
      days: Band(mean: [], low95: [], low80: [], high80: [], high95: []),
      averageHandleTime: Array(repeating: .seconds(180), count: count),
      dayVariation: 0,
      pastError: nil,
      isOpen: isOpen
    )
  }
}

extension QueueSettings {
  fileprivate init(_ name: String, target: ServiceTarget, handleTimeVariation: Double) {
    self.init(
      name: name,
      channel: .phone,
      skill: name,
      openingHours: OpeningHours(windows: Array(repeating: [], count: 7)),
      target: target,
      patience: .seconds(120),
      averageHandleTime: .seconds(180),
      handleTimeVariation: handleTimeVariation
    )
  }
}
