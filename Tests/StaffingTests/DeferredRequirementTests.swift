import GLPKSolver
import Testing
import Workforce

@testable import Staffing

@Suite struct DeferredRequirementTests {
  private func share(_ value: Double) throws -> Fraction { try #require(Fraction(value)) }

  private func queue(
    _ name: String,
    due: Duration,
    hours: DueHours = .clock,
    follows: FollowedQueue? = nil
  ) throws -> QueueSettings {
    QueueSettings(
      name: name,
      channel: .deferred,
      skill: name,
      openingHours: OpeningHours(windows: Array(repeating: [], count: 7)),
      target: ServiceTarget(serviceLevel: try share(0.95), threshold: due),
      averageHandleTime: .minutes(10),
      dueHours: hours,
      follows: follows
    )
  }

  private func settings(_ queues: [QueueSettings], shrinkage: Double = 0) throws
    -> ScenarioSettings
  {
    ScenarioSettings(
      name: "test",
      zone: .utc,
      intervalMinutes: 60,
      shrinkage: try share(shrinkage),
      queues: queues,
      sites: [],
      shiftTemplates: [],
      contracts: [],
      costs: CostSettings()
    )
  }

  /// Items per hour of Monday and Tuesday, open from 8 to 18.
  private func forecast(_ queues: [QueueSettings], _ items: [[Int: Double]]) throws -> Forecast {
    let monday = try #require(LocalDate("2026-03-02"))
    let grid = try #require(TimeGrid(from: monday, days: 2, stepMinutes: 60, zone: .utc))
    return Forecast(
      grid: grid,
      queues: zip(queues, items).map { queue, items in
        let mean = (0..<grid.count).map { items[$0] ?? 0 }
        return QueueForecast(
          queue: queue.name,
          method: .weeklyNaive,
          intervals: .init(mean: mean, low95: mean, low80: mean, high80: mean, high95: mean),
          days: .init(mean: [], low95: [], low80: [], high80: [], high95: []),
          averageHandleTime: Array(repeating: .minutes(10), count: grid.count),
          dayVariation: 0,
          pastError: nil,
          isOpen: (0..<grid.count).map { (8..<18).contains($0 % 24) }
        )
      }
    )
  }

  private func need(_ queues: [QueueSettings], _ items: [[Int: Double]], shrinkage: Double = 0)
    throws -> [[IntervalRequirement]]
  {
    try DeferredNeed(
      inputs: PlanningInputs(
        settings: try settings(queues, shrinkage: shrinkage),
        employees: []
      ),
      forecast: try forecast(queues, items),
      solver: GLPKSolver()
    ).requirement.queues.map(\.intervals)
  }

  private func hours(_ intervals: [IntervalRequirement]) -> [Int: Int] {
    Dictionary(
      uniqueKeysWithValues: intervals.indices.filter { intervals[$0].agents > 0 }
        .map { ($0, intervals[$0].agents) }
    )
  }

  /// 24 items of 10 minutes are 4 hours of one person; those of the end of the hour may wait to the
  /// end of the fifth.
  @Test func `work is even until it is due`() throws {
    let intervals = try need([queue("mail", due: .hours(4))], [[9: 24]])[0]
    #expect(hours(intervals) == [9: 1, 10: 1, 11: 1, 12: 1])
    for hour in 9...13 { #expect(abs(intervals[hour].offeredLoad - 0.8) < 1e-9) }
  }

  @Test func `service hours stop at night and clock hours do not`() throws {
    let clock = try need([queue("mail", due: .hours(4))], [[16: 24]])[0]
    #expect(hours(clock) == [16: 2, 17: 2])
    let service = try need([queue("mail", due: .hours(4), hours: .service)], [[16: 24]])[0]
    #expect(hours(service) == [16: 1, 17: 1, 32: 1, 33: 1])
  }

  @Test func `what is due at night is done first thing in the morning`() throws {
    #expect(hours(try need([queue("mail", due: .hours(2))], [[20: 12]])[0]) == [32: 2])
  }

  /// Half of the items of one stage come to the next when they are done.
  @Test func `stages add their work`() throws {
    let queues = [
      try queue("first", due: .hours(1)),
      try queue(
        "second",
        due: .hours(4),
        follows: FollowedQueue(queue: "first", share: try share(0.5))
      ),
    ]
    let intervals = try need(queues, [[9: 12], [:]])
    #expect(hours(intervals[0]) == [9: 1, 10: 1])
    #expect(abs(intervals[1].map(\.offeredLoad).reduce(0, +) - 1) < 1e-9)
    #expect(intervals[1].map(\.agents).reduce(0, +) == 1)
    #expect(hours(intervals[1]).keys.allSatisfy { (9..<15).contains($0) })
  }

  /// Whole people, never behind the planned work, and no more than one ahead of it.
  @Test(arguments: 0..<12)
  func `the people keep up with the planned work`(seed: Int) throws {
    var stream = RandomStream(seed: UInt64(seed), name: "deferred need")
    var items: [Int: Double] = [:]
    for hour in 0..<48 { items[hour] = 30 * stream.unit() * stream.unit() }
    let due = Duration.hours(1 + stream.below(12))
    let hours = DueHours.allCases[stream.below(2)]
    let intervals = try need([queue("mail", due: due, hours: hours)], [items], shrinkage: 0.2)[0]
    var (planned, done, rostered) = (0.0, 0.0, 0.0)
    for interval in intervals {
      planned += interval.offeredLoad
      done += Double(interval.agents)
      #expect(done >= planned - 1e-6 && done < planned + 1)
      rostered += Double(interval.rostered)
      #expect(rostered >= planned / 0.8 - 1e-6 && rostered < planned / 0.8 + 1)
    }
    // never more than was received by then, never less than was due
    let received = items.filter { $0.key < 42 }.values.reduce(0, +)
    #expect(planned < received / 6 + 1e-6)
  }

  @Test func `deferred queues need nobody by the queue models`() throws {
    let queues = [try queue("mail", due: .hours(4))]
    let calculator = RequirementCalculator(settings: try settings(queues))
    let plain = calculator.requirement(for: try forecast(queues, [[9: 24]])).queues[0].intervals
    #expect(plain.allSatisfy { $0.agents == 0 && $0.rostered == 0 })
  }

  @Test func `a chat is slower with others beside it`() throws {
    var slow = TestQueue(arrivals: 60, handleTime: .seconds(300), patience: .seconds(120))
    slow.concurrency = 3
    slow.slowdown = 0.4
    var plain = slow
    plain.slowdown = 0
    plain.handleTime = .seconds(300 * 1.8)
    #expect(try slow.requirement() == plain.requirement())
  }
}
