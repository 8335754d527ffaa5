import Simulation
import Staffing
import Workforce

/// A case as a roster, a forecast and settings, to be played.
struct VaryingDay {
  private let roster: Roster
  private let forecast: Forecast
  private let inputs: PlanningInputs

  /// Agents come at the start of an interval; those who came first leave first.
  init(_ day: VaryingCase, agents: [Int]) throws {
    guard let date = LocalDate("2026-03-02"), let level = Fraction(VaryingCase.target),
      let grid = TimeGrid(from: date, days: 1, stepMinutes: day.minutes, zone: .utc)
    else { throw ShiftwrightError("The measured day cannot be made.\nReport this as a fault.") }
    roster = Roster(
      week: ISOWeek(containing: date),
      zone: .utc,
      tours: Self.shifts(agents).enumerated().map { index, range in
        Tour(employee: "p\(index)", shifts: [Self.shift(range, on: date, grid)])
      }
    )
    forecast = Forecast(grid: grid, queues: [QueueForecast(day)])
    let queue = QueueSettings(
      name: "calls",
      channel: .phone,
      skill: "calls",
      openingHours: OpeningHours(windows: Array(repeating: [], count: 7)),
      target: ServiceTarget(serviceLevel: level, threshold: VaryingCase.threshold),
      patience: day.patience,
      averageHandleTime: day.handleTime,
      handleTimeVariation: day.variation
    )
    inputs = PlanningInputs(
      settings: ScenarioSettings(
        name: day.name,
        zone: .utc,
        intervalMinutes: day.minutes,
        shrinkage: .zero,
        queues: [queue],
        sites: [],
        shiftTemplates: [],
        contracts: [],
        costs: CostSettings()
      ),
      employees: []
    )
  }

  /// The agents that a plan asks for.
  var need: [Int] {
    RequirementCalculator(inputs: inputs)
      .requirement(for: forecast).queues[0].intervals.map(\.agents)
  }

  func play(_ options: SimulationOptions) -> QueueSimulation {
    RosterSimulation(options: options)
      .play(roster, against: forecast, inputs: inputs, stop: StopSignal())
      .queues[0]
  }

  /// Intervals of work that add up to the agents.
  static func shifts(_ agents: [Int]) -> [Range<Int>] {
    var starts: [Int] = []
    var shifts: [Range<Int>] = []
    for (index, count) in (agents + [0]).enumerated() {
      while starts.count > count { shifts.append(starts.removeFirst()..<index) }
      starts += Array(repeating: index, count: count - starts.count)
    }
    return shifts
  }

  private static func shift(_ range: Range<Int>, on date: LocalDate, _ grid: TimeGrid) -> Shift {
    let start = grid.instant(at: range.lowerBound)
    let end = grid.instant(at: range.upperBound)
    return Shift(
      date: date,
      start: start,
      end: end,
      segments: [ShiftSegment(kind: .work, start: start, end: end)],
      queues: ["calls"]
    )
  }
}

extension QueueForecast {
  fileprivate init(_ day: VaryingCase) {
    let mean = day.arrivals
    self.init(
      queue: "calls",
      method: .weeklyNaive,
      intervals: Band(mean: mean, low95: mean, low80: mean, high80: mean, high95: mean),
      days: Band(mean: [], low95: [], low80: [], high80: [], high95: []),
      averageHandleTime: Array(repeating: day.handleTime, count: mean.count),
      dayVariation: 0,
      pastError: nil,
      isOpen: mean.map { $0 > 0 }
    )
  }
}
