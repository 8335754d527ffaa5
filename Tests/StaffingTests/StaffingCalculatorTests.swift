import Testing
import Workforce

@testable import Staffing

@Suite struct StaffingCalculatorTests {
  private func question(
    _ demands: [ServiceDemand],
    arrivals: Double = 250,
    patience: Duration? = nil
  ) -> StaffingQuestion {
    StaffingQuestion(
      arrivals: arrivals,
      interval: .hours(1),
      averageHandleTime: .seconds(330),
      patience: patience,
      threshold: .seconds(30),
      demands: demands
    )
  }

  private func share(_ value: Double) throws -> Fraction { try #require(Fraction(value)) }

  /// www.jonesthenet.com, "Erlang uplift": 250 calls an hour of 330 s, 80 % within 30 s.
  @Test func `agrees with the published head-count`() throws {
    let target = ServiceDemand.serviceLevel(try share(0.8), within: .seconds(30))
    let answer = StaffingCalculator(question([target])).answer(spread: 3)
    #expect(answer.agents == 28)
    #expect(answer.rows.map(\.agents) == Array(25...31))
    #expect(answer.binding == target)
    #expect(try #require(answer.row(of: 27)).measures.serviceLevel < 0.8)
    #expect(try #require(answer.row(of: 28)).measures.serviceLevel >= 0.8)
  }

  @Test func `a number of one's own stands in the middle`() throws {
    let target = ServiceDemand.serviceLevel(try share(0.8), within: .seconds(30))
    let calculator = StaffingCalculator(question([target]))
    #expect(calculator.answer(around: 2, spread: 3).rows.map(\.agents) == Array(1...5))
    #expect(calculator.answer(around: 2, spread: 3).agents == 28)
  }

  /// Counts up from one agent, one demand at a time.
  @Test(arguments: 0..<60)
  func `finds the fewest agents for each demand and for all`(seed: Int) throws {
    var stream = RandomStream(seed: UInt64(seed), name: "calculator")
    let threshold = Duration.seconds(60 * stream.unit())
    var demands: [ServiceDemand] = [
      .serviceLevel(try share(0.3 + 0.69 * stream.unit()), within: threshold),
      .speedOfAnswer(.seconds(0.1 + 200 * stream.unit() * stream.unit())),
      .occupancy(try share(0.3 + 0.7 * stream.unit())),
    ]
    let isPatient = seed % 2 == 0
    if !isPatient { demands.append(.abandonment(try share(0.001 + 0.3 * stream.unit()))) }
    var asked = question(
      demands,
      arrivals: 0.1 + 300 * stream.unit() * stream.unit(),
      patience: isPatient ? nil : .seconds(1 + 500 * stream.unit())
    )
    asked.threshold = threshold
    asked.concurrency = 1 + stream.below(3)
    asked.shrinkage = try share(0.4 * stream.unit())
    let answer = StaffingCalculator(asked).answer(spread: 1)
    let fewest = demands.map { demand in
      (1...).first { agents in
        let row = StaffingCalculator(asked).answer(around: agents, spread: 0).rows[0]
        return isMet(demand, row.measures)
      } ?? 0
    }
    #expect(answer.needs.map(\.agents) == fewest)
    #expect(answer.agents == fewest.max())
    #expect(Double(answer.rostered) * (1 - asked.shrinkage.value) >= Double(answer.agents) - 1e-6)
  }

  private func isMet(_ demand: ServiceDemand, _ measures: QueueMeasures) -> Bool {
    switch demand {
    case .serviceLevel(let share, _, _): measures.serviceLevel >= share.value
    case .speedOfAnswer(let wait): measures.secondsToAnswer <= wait.inSeconds
    case .abandonment(let share): measures.abandonmentShare <= share.value
    case .occupancy(let share): measures.occupancy <= share.value
    case .intervalFloor, .minimumAgents: false
    }
  }

  /// An explanation and the requirement come from two pieces of code.
  @Test(arguments: 0..<30)
  func `an explanation has the numbers of the requirement`(seed: Int) throws {
    var stream = RandomStream(seed: UInt64(seed), name: "explanations")
    var queue = TestQueue(
      arrivals: 200 * stream.unit() * stream.unit(),
      handleTime: .seconds(60 + 500 * stream.unit()),
      patience: seed % 2 == 0 ? .seconds(20 + 300 * stream.unit()) : nil
    )
    queue.serviceLevel = 0.5 + 0.49 * stream.unit()
    queue.maximumOccupancy = seed % 3 == 0 ? nil : 0.6 + 0.4 * stream.unit()
    queue.shrinkage = 0.4 * stream.unit()
    queue.concurrency = 1 + stream.below(3)
    let settings = try queue.settings()
    let need = try queue.requirement()
    let answer = try #require(
      RequirementCalculator(settings: settings).explanation(
        of: settings.queues[0],
        try queue.forecast().queues[0],
        at: 47,
        minutes: 30
      )
    )
    #expect(answer.agents == need.agents)
    #expect(answer.rostered == need.rostered)
    let isOccupancy = if case .occupancy = answer.binding { true } else { false }
    #expect(isOccupancy == (need.bindingTarget == .occupancy))
    let row = try #require(answer.row(of: need.agents))
    #expect(row.measures.serviceLevel == need.serviceLevel)
    #expect(row.measures.occupancy == need.occupancy)
  }

  @Test func `nobody is needed where nobody calls`() throws {
    var queue = TestQueue(arrivals: 50, handleTime: .seconds(180))
    queue.isOpen = false
    let settings = try queue.settings()
    let answer = RequirementCalculator(settings: settings).explanation(
      of: settings.queues[0],
      try queue.forecast().queues[0],
      at: 0,
      minutes: 30
    )
    #expect(answer == nil)
  }
}
