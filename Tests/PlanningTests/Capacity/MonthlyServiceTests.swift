import Capacity
import Foundation
import Staffing
import TestSupport
import Testing
import Workforce

@testable import Planning

/// The service of a month against customers who come, wait, leave and are served one by one.
@Suite struct MonthlyServiceTests {
  private typealias Make = ScenarioFixtures

  /// Arrivals of an interval of half an hour, and people at work in it when all 20 are there.
  private static let intervals: [(arrivals: Double, people: Double)] = [
    (30, 6), (75, 12), (60, 8), (110, 16), (24, 4),
  ]

  private static func queue(_ level: Double = 0.8) -> QueueSettings {
    var queue = Make.queue()
    queue.averageHandleTime = .seconds(240)
    queue.patience = .seconds(90)
    queue.target = ServiceTarget(serviceLevel: Make.share(level), threshold: .seconds(20))
    return queue
  }

  private static func service(_ queue: QueueSettings, days: Double = 0) throws -> MonthlyService {
    let options = try SampleOptions(people: 30, queues: 3, weeks: 4)
    let inputs = SampleScenario(options: options).inputs()
    let mean = intervals.map(\.arrivals)
    let band = QueueForecast.Band(mean: mean, low95: mean, low80: mean, high80: mean, high95: mean)
    return MonthlyService(
      calculator: RequirementCalculator(inputs: inputs),
      queues: [
        MonthlyService.Queue(
          settings: queue,
          expected: QueueForecast(
            queue: queue.name,
            method: .weeklyNaive,
            intervals: band,
            days: band,
            averageHandleTime: mean.map { _ in queue.averageHandleTime },
            dayVariation: days,
            pastError: nil,
            isOpen: mean.map { _ in true }
          ),
          share: mean.map { _ in 1 }
        )
      ],
      present: intervals.map(\.people),
      band: CapacityProblem.NeedBand(low: 18, middle: 20, high: 23),
      shrinkage: 0,
      minutes: 30
    )
  }

  /// The share answered within 20 s of customers who come at random to so many agents, in line.
  private static func played(rate: Double, agents: Int, seed: UInt64) -> Double {
    var stream = RandomStream(seed: seed, name: "line")
    var free = [Double](repeating: 0, count: agents)
    var (now, inTime) = (0.0, 0)
    let customers = 60_000
    for _ in 0..<customers {
      now += stream.exponential() / rate
      let patience = 90 * stream.exponential()
      let work = 240 * stream.exponential()
      // whoever came before has taken the agent who is free first
      guard let first = free.indices.min(by: { free[$0] < free[$1] }) else { continue }
      let wait = max(0, free[first] - now)
      guard wait <= patience else { continue }
      free[first] = now + wait + work
      if wait <= 20 { inTime += 1 }
    }
    return Double(inTime) / Double(customers)
  }

  /// Half the people where `times` is 0.5, and demand by its factor.
  @Test(arguments: [(1.0, 1.0), (1.0, 1.2), (0.5, 0.6)])
  func `the week's share is that of customers one by one`(times: Double, demand: Double) throws {
    let service = try Self.service(Self.queue())
    let week = service.week(service.queues[0], people: 20 * times, level: log(demand))
    var (inTime, all) = (0.0, 0.0)
    for (index, interval) in Self.intervals.enumerated() {
      let arrivals = interval.arrivals * demand
      let agents = Int(interval.people * times)
      let share = Self.played(rate: arrivals / 1800, agents: agents, seed: UInt64(index + 1))
      inTime += share * arrivals
      all += arrivals
    }
    // 60,000 customers an interval: neighbors are alike, so a point is some five standard errors
    #expect(abs(week.share(by: .offered) - inTime / all) < 0.01)
  }

  @Test func `days that vary serve as the mean of single days does`() throws {
    let queue = Self.queue()
    let service = try Self.service(queue, days: 0.04)
    let week = service.week(service.queues[0], people: 20, level: 0)
    var stream = RandomStream(seed: 3, name: "days")
    var (inTime, all) = (0.0, 0.0)
    for _ in 0..<4000 {
      let busy = stream.gammaOfMeanOne(shape: 25)
      for interval in Self.intervals {
        let model = ErlangA(
          arrivals: interval.arrivals * busy,
          over: .seconds(1800),
          averageHandleTime: .seconds(240),
          patience: .seconds(90)
        )
        let share = model.serviceLevel(agents: Int(interval.people), within: .seconds(20))
        inTime += interval.arrivals * busy * share
        all += interval.arrivals * busy
      }
    }
    #expect(abs(week.share(by: .offered) - inTime / all) < 0.01)
    let calm = try Self.service(queue)
    #expect(calm.week(calm.queues[0], people: 20, level: 0).share(by: .offered) > inTime / all)
  }

  @Test func `the fewest people meet the target and a few less do not`() throws {
    let service = try Self.service(Self.queue())
    let curve = service.curve(deviation: 0.1)
    #expect(curve.points.count == 7)
    for point in curve.points {
      let enough = service.week(service.queues[0], people: point.agents, level: point.level)
      let fewer = service.week(service.queues[0], people: 0.99 * point.agents, level: point.level)
      #expect(enough.share(by: .offered) >= 0.8 && enough.share(by: .offered) < 0.802)
      #expect(fewer.share(by: .offered) < 0.8)
    }
    #expect(zip(curve.points, curve.points.dropFirst()).allSatisfy { $0.agents < $1.agents })
  }

  @Test func `a stricter promise takes more people, one that asks nothing takes the need`() throws {
    let strict = try Self.service(Self.queue(0.95)).curve(deviation: 0.1)
    let plain = try Self.service(Self.queue(0.8)).curve(deviation: 0.1)
    #expect(strict.agents(at: 0) > 1.05 * plain.agents(at: 0))
    let none = try Self.service(Self.queue(0)).curve(deviation: 0.1)
    #expect(none.agents(at: 0) == 20)
    #expect(none.agents(at: 0.1) > 22 && none.agents(at: -0.1) < 19)
  }
}
