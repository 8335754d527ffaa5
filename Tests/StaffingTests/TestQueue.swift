import Testing
import Workforce

@testable import Staffing

/// A queue that is the same in every half hour of Monday 2 March 2026, for tests.
struct TestQueue {
  var arrivals: Double
  var handleTime: Duration
  var patience: Duration?
  var serviceLevel = 0.8
  var threshold = Duration.seconds(20)
  var maximumOccupancy: Double?
  var shrinkage = 0.0
  var concurrency = 1
  var isOpen = true
  var intervalMinutes = 30
  var rosterSlotMinutes = 15
  var weight = 1.0
  var slowdown = 0.0
  /// Instead of the same arrivals everywhere, so many in each interval of one or more days; the queue
  /// is closed where there are none.
  var arrivalsByInterval: [Double]?
  /// Instead of service level, threshold and cap.
  var target: ServiceTarget?
  var tiers = CostSettings.standardTiers

  init(arrivals: Double, handleTime: Duration, patience: Duration? = nil) {
    self.arrivals = arrivals
    self.handleTime = handleTime
    self.patience = patience
  }

  func settings() throws -> ScenarioSettings {
    let simple = ServiceTarget(
      serviceLevel: try #require(Fraction(serviceLevel)),
      threshold: threshold,
      maximumOccupancy: maximumOccupancy.flatMap(Fraction.init)
    )
    let queue = QueueSettings(
      name: "q",
      channel: concurrency > 1 ? .chat : .phone,
      skill: "q",
      openingHours: OpeningHours(windows: Array(repeating: [], count: 7)),
      target: target ?? simple,
      patience: patience,
      averageHandleTime: handleTime,
      concurrency: concurrency,
      weight: weight,
      slowdown: slowdown
    )
    return ScenarioSettings(
      name: "test",
      zone: .utc,
      intervalMinutes: intervalMinutes,
      rosterSlotMinutes: rosterSlotMinutes,
      shrinkage: try #require(Fraction(shrinkage)),
      queues: [queue],
      sites: [],
      shiftTemplates: [],
      contracts: [],
      costs: CostSettings(understaffing: tiers)
    )
  }

  func grid() throws -> TimeGrid {
    let monday = try #require(LocalDate("2026-03-02"))
    let days = arrivalsByInterval.map { $0.count * intervalMinutes / 1440 } ?? 1
    return try #require(
      TimeGrid(from: monday, days: days, stepMinutes: intervalMinutes, zone: .utc)
    )
  }

  func forecast() throws -> Forecast {
    let grid = try grid()
    let mean = arrivalsByInterval ?? Array(repeating: arrivals, count: grid.count)
    let band = QueueForecast.Band(mean: mean, low95: mean, low80: mean, high80: mean, high95: mean)
    let queue = QueueForecast(
      queue: "q",
      method: .weeklyNaive,
      intervals: band,
      days: band,
      averageHandleTime: Array(repeating: handleTime, count: grid.count),
      dayVariation: 0,
      pastError: nil,
      isOpen: mean.map { isOpen && (arrivalsByInterval == nil || $0 > 0) }
    )
    return Forecast(grid: grid, queues: [queue])
  }

  /// The requirement of the whole day.
  func need() throws -> Requirement {
    RequirementCalculator(settings: try settings()).requirement(for: try forecast())
  }

  /// The requirement of the last interval; all others are checked to need the same.
  func requirement() throws -> IntervalRequirement {
    let calculator = RequirementCalculator(settings: try settings())
    let intervals = calculator.requirement(for: try forecast()).queues[0].intervals
    #expect(Set(intervals.map(\.agents)).count == 1)
    #expect(Set(intervals.map(\.bindingTarget)).count == 1)
    return try #require(intervals.last)
  }
}
