import Testing
import Workforce

@testable import Staffing

/// Requirements under all demands of a target, against counting up from one agent.
@Suite struct TargetDemandTests {
  private func share(_ value: Double) throws -> Fraction { try #require(Fraction(value)) }

  /// A random target in which each demand is given half of the time.
  private func target(_ stream: inout RandomStream) throws -> ServiceTarget {
    var target = ServiceTarget(
      serviceLevel: try share(stream.unit() < 0.8 ? 0.4 + 0.59 * stream.unit() : 0),
      threshold: .seconds(1 + 60 * stream.unit()),
      definition: ServiceLevelDefinition.allCases[stream.below(3)]
    )
    if stream.unit() < 0.5 { target.averageSpeedOfAnswer = .seconds(0.5 + 60 * stream.unit()) }
    if stream.unit() < 0.5 { target.maximumAbandonment = try share(0.001 + 0.2 * stream.unit()) }
    if stream.unit() < 0.5 { target.maximumOccupancy = try share(0.4 + 0.6 * stream.unit()) }
    if stream.unit() < 0.5 { target.intervalFloor = try share(0.3 + 0.69 * stream.unit()) }
    if stream.unit() < 0.5 { target.minimumAgents = stream.below(30) }
    return target
  }

  /// Whether each demand holds, spelled out anew.
  private func holds(_ target: ServiceTarget, _ model: any QueueModel, _ agents: Int)
    -> [(BindingTarget, Bool)]
  {
    let measures = model.measures(agents: agents, within: target.threshold)
    let early = max(0, 1 - measures.serviceLevel - measures.lateShare)
    let divisor =
      switch target.definition {
      case .offered: 1.0
      case .offeredLessEarlyAbandons: 1 - early
      case .answered: 1 - measures.abandonmentShare
      }
    let level = measures.serviceLevel > 0 ? measures.serviceLevel / divisor : 0
    let wait = measures.secondsToAnswer
    var holds: [(BindingTarget, Bool)] = [(.serviceLevel, level >= target.serviceLevel.value)]
    if let longest = target.averageSpeedOfAnswer {
      holds.append((.speedOfAnswer, wait <= longest.inSeconds))
    }
    if let most = target.maximumAbandonment {
      holds.append((.abandonment, measures.abandonmentShare <= most.value && wait < 1e30))
    }
    if let most = target.maximumOccupancy {
      holds.append((.occupancy, measures.occupancy <= most.value))
    }
    if let least = target.intervalFloor { holds.append((.intervalFloor, level >= least.value)) }
    if target.minimumAgents > 0 {
      holds.append((.minimumAgents, agents >= target.minimumAgents))
    }
    return holds
  }

  @Test(arguments: 0..<150)
  func `all demands hold, and with one agent less one does not`(seed: Int) throws {
    var stream = RandomStream(seed: UInt64(seed), name: "demands")
    var queue = TestQueue(
      arrivals: 0.5 + 150 * stream.unit() * stream.unit(),
      handleTime: .seconds(60 + 500 * stream.unit()),
      patience: seed % 3 == 0 ? nil : .seconds(20 + 300 * stream.unit())
    )
    queue.target = try target(&stream)
    queue.concurrency = 1 + stream.below(3)
    let target = try queue.settings().queues[0].target
    let need = try queue.requirement()
    let load = queue.arrivals * queue.handleTime.inSeconds / 1800
    let model: any QueueModel =
      if let patience = queue.patience {
        ErlangA(
          offeredLoad: load,
          averageHandleTime: queue.handleTime,
          patience: patience,
          concurrency: queue.concurrency
        )
      } else {
        ErlangC(
          offeredLoad: load,
          averageHandleTime: queue.handleTime,
          concurrency: queue.concurrency
        )
      }
    #expect(holds(target, model, need.agents).filter { !$0.1 }.isEmpty)
    if need.agents > 1 {
      let broken = holds(target, model, need.agents - 1).filter { !$0.1 }.map(\.0)
      #expect(broken.contains(need.bindingTarget), "\(broken)")
    }
  }

  @Test func `the fewest agents count in open intervals without contacts`() throws {
    var queue = TestQueue(arrivals: 0, handleTime: .seconds(180))
    queue.target = ServiceTarget(
      serviceLevel: try share(0.8),
      threshold: .seconds(20),
      minimumAgents: 3
    )
    queue.shrinkage = 0.25
    let need = try queue.requirement()
    #expect((need.agents, need.rostered) == (3, 4))
    #expect(need.bindingTarget == .minimumAgents)
    #expect(need.serviceLevel == 1)
    queue.isOpen = false
    #expect(try queue.requirement().agents == 0)
  }

  /// Nobody leaves a line without patience, however long it grows.
  @Test func `a bound on abandonment asks that the line ends`() throws {
    var queue = TestQueue(arrivals: 100, handleTime: .seconds(180))
    queue.target = ServiceTarget(
      serviceLevel: .zero,
      threshold: .seconds(20),
      maximumAbandonment: try share(0.05)
    )
    let need = try queue.requirement()
    #expect(need.agents == 11)
    #expect(need.bindingTarget == .abandonment)
  }

  @Test func `bounds that no number of agents meets bind nobody`() throws {
    let target = ServiceTarget(
      serviceLevel: try share(0.8),
      threshold: .seconds(20),
      averageSpeedOfAnswer: .zero,
      maximumAbandonment: .zero,
      maximumOccupancy: .zero
    )
    #expect(target.demands.count == 1)
    let none = ServiceTarget(serviceLevel: .zero, threshold: .seconds(20))
    #expect(none.demands.map(BindingTarget.init) == [.serviceLevel])
  }

  @Test(arguments: 0..<20)
  func `capacity is the most work of the agents`(seed: Int) throws {
    var stream = RandomStream(seed: UInt64(seed), name: "capacity")
    var queue = TestQueue(arrivals: 1, handleTime: .seconds(200), patience: .seconds(120))
    var target = try target(&stream)
    target.serviceLevel = try share(0.8)
    queue.target = target
    let settings = try queue.settings()
    let people = 1 + stream.below(20)
    let most = RequirementCalculator(settings: settings).capacity(
      of: Double(people) + 0.4,
      for: settings.queues[0],
      handleTime: .seconds(200),
      patience: .seconds(120),
      minutes: 30
    )
    queue.target?.minimumAgents = 0
    queue.arrivals = most + 0.01
    #expect(try queue.requirement().agents > people)
    guard most > 0 else { return }
    queue.arrivals = most
    #expect(try queue.requirement().agents <= people)
  }
}
