import TestSupport
import Testing
import Workforce

@testable import Planning

/// Which items the hours of an interval are for, against items taken one by one.
@Suite struct DeferredExplainerTests {
  /// Random releases and hours of a week that never run ahead of them.
  @Test(arguments: UInt64(1)...6)
  func `the items done in an interval are those that are next by due time`(seed: UInt64) throws {
    var random = RandomStream(seed: seed, name: "deferred explainer")
    var queue = ScenarioFixtures.queue("mail")
    queue.channel = .deferred
    queue.dueHours = .clock
    queue.averageHandleTime = .minutes(6)
    queue.target = ServiceTarget(
      serviceLevel: ScenarioFixtures.share(0.9),
      threshold: .hours(4 + random.below(20))
    )
    let inputs = ScenarioFixtures.inputs(people: [], queues: [queue])
    let grid = try #require(TimeGrid(week: ScenarioFixtures.week, stepMinutes: 60, zone: .utc))
    // single items of a tenth of an hour each, in the order of their receipt
    var received: [Int] = []
    var items = Array(repeating: 0.0, count: grid.count)
    var taken: [Range<Int>] = []
    var done = 0
    for index in 0..<grid.count {
      let count = random.below(3) == 0 ? random.below(12) : 0
      items[index] = Double(count)
      received += Array(repeating: index, count: count)
      let now = min(random.below(8), received.count - done)
      taken.append(done..<done + now)
      done += now
    }
    let explainer = DeferredExplainer(
      settings: inputs.settings,
      forecast: forecast(queue, items, grid),
      requirement: Requirement(
        grid: grid,
        queues: [
          QueueRequirement(queue: "mail", intervals: taken.map { need(Double($0.count) / 10) })
        ]
      ),
      place: 0,
      places: ExplainedPlaces(
        files: [],
        scenario: "scenario",
        forecastFile: nil,
        grid: grid,
        index: 0
      )
    )
    for index in 0..<grid.count {
      let found = explainer.explanation(at: index)
      #expect(abs(found.hours - Double(taken[index].count) / 10) < 1e-9)
      #expect(abs(found.hoursSoFar - Double(taken[index].upperBound) / 10) < 1e-9)
      guard let first = taken[index].first, let last = taken[index].last else {
        #expect(found.received == nil && found.latestDue == nil)
        continue
      }
      let range = try #require(found.received)
      #expect(range.lowerBound == grid.instant(at: received[first]), "\(index)")
      #expect(range.upperBound == grid.instant(at: received[last] + 1), "\(index)")
      let due = range.upperBound.secondsSinceEpoch + Int(queue.target.threshold.inSeconds)
      #expect(found.latestDue?.secondsSinceEpoch == due, "\(index)")
    }
  }

  private func need(_ load: Double) -> IntervalRequirement {
    IntervalRequirement(
      agents: Int(load.rounded(.up)),
      rostered: Int(load.rounded(.up)),
      offeredLoad: load,
      serviceLevel: 1,
      occupancy: 1,
      bindingTarget: .serviceLevel
    )
  }

  private func forecast(_ queue: QueueSettings, _ items: [Double], _ grid: TimeGrid) -> Forecast {
    let isOpen = Array(repeating: true, count: grid.count)
    return Forecast(certainly: items, of: queue, isOpen: isOpen, on: grid)
  }
}
