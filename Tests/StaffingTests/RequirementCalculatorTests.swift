import Testing
import Workforce

@testable import Staffing

@Suite struct RequirementCalculatorTests {
  @Test(arguments: 0..<60)
  func `finds the fewest agents`(seed: Int) throws {
    var stream = RandomStream(seed: UInt64(seed), name: "requirements")
    var queue = TestQueue(
      arrivals: 300 * stream.unit() * stream.unit(),
      handleTime: .seconds(60 + 500 * stream.unit()),
      patience: seed % 2 == 0 ? .seconds(20 + 300 * stream.unit()) : nil
    )
    queue.serviceLevel = 0.5 + 0.49 * stream.unit()
    queue.threshold = .seconds(60 * stream.unit())
    queue.maximumOccupancy = seed % 3 == 0 ? nil : 0.6 + 0.4 * stream.unit()
    queue.shrinkage = 0.4 * stream.unit()
    queue.concurrency = 1 + stream.below(3)
    let found = try queue.requirement()
    let fewest = bruteForce(queue)
    #expect(found.agents == max(fewest.service, fewest.occupancy))
    #expect(
      found.bindingTarget == (fewest.occupancy > fewest.service ? .occupancy : .serviceLevel)
    )
    let present = Double(found.rostered) * (1 - queue.shrinkage)
    #expect(present >= Double(found.agents) - 1e-6)
    #expect(present - (1 - queue.shrinkage) < Double(found.agents))
  }

  /// Counts up from one agent.
  private func bruteForce(_ queue: TestQueue) -> (service: Int, occupancy: Int) {
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
    var service = 1
    while model.serviceLevel(agents: service, within: queue.threshold) < queue.serviceLevel {
      service += 1
    }
    var occupancy = 1
    while model.occupancy(agents: occupancy) > queue.maximumOccupancy ?? 1 { occupancy += 1 }
    return (service, occupancy)
  }

  @Test func `needs nobody when closed or without arrivals`() throws {
    var closed = TestQueue(arrivals: 50, handleTime: .seconds(180))
    closed.isOpen = false
    let silent = TestQueue(arrivals: 0, handleTime: .seconds(180))
    for requirement in [try closed.requirement(), try silent.requirement()] {
      #expect(requirement.agents == 0)
      #expect(requirement.rostered == 0)
      #expect(requirement.bindingTarget == .none)
    }
  }

  @Test func `needs one agent for the rarest contact`() throws {
    var queue = TestQueue(arrivals: 1e-9, handleTime: .seconds(180))
    #expect(try queue.requirement().agents == 1)
    queue.serviceLevel = 0
    #expect(try queue.requirement().agents == 1)
  }

  @Test func `shrinkage that divides evenly rounds to the even number`() throws {
    var queue = TestQueue(arrivals: 100, handleTime: .seconds(180))
    queue.shrinkage = 0.3
    #expect(try queue.requirement().agents == 14)
    #expect(try queue.requirement().rostered == 20)
  }

  @Test func `the forecast's patience goes before the setting's`() throws {
    let given = TestQueue(arrivals: 100, handleTime: .seconds(180), patience: .seconds(60))
    for setting in [nil, Duration.seconds(500)] {
      let queue = TestQueue(arrivals: 100, handleTime: .seconds(180), patience: setting)
      var forecast = try queue.forecast()
      forecast.queues[0].patience = .seconds(60)
      let requirement = RequirementCalculator(settings: try queue.settings())
        .requirement(for: forecast)
      #expect(requirement.queues[0].intervals[0] == (try given.requirement()))
    }
  }

  @Test func `a service level of one ends`() throws {
    var queue = TestQueue(arrivals: 100, handleTime: .seconds(180), patience: .seconds(60))
    queue.serviceLevel = 1
    let requirement = try queue.requirement()
    #expect(requirement.agents > 20)
    #expect(requirement.serviceLevel == 1)
  }

  @Test(arguments: [0, 1, 5, 17, 1000])
  func `the search finds the step wherever it starts`(step: Int) {
    for guess in [0, 1, 4, 16, 17, 18, 900, 5000] {
      #expect(fewestAgents(near: guess) { $0 >= step } == step)
    }
  }
}
