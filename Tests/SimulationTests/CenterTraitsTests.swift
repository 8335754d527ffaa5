import Testing
import Workforce

@testable import Simulation

@Suite struct CenterTraitsTests {
  private func message(_ body: () throws -> Void) -> String? {
    #expect(throws: ShiftwrightError.self) { try body() }?.message
  }

  @Test func `traits outside their ranges are refused`() throws {
    #expect(
      message { _ = try QueueTraits(queue: "calls", priority: 5000) }
        == """
        The priority of 'calls' is 5000, but must lie between -1000 and 1000.
        Give queues that go first a higher number than the others.
        """
    )
    #expect(
      message { _ = try QueueTraits(queue: "calls", intervalVariation: -0.5) }
        == """
        The variation of an interval of 'calls' is -0.5, but must be a number of at least 0.
        Give 0 where every one is as busy as expected.
        """
    )
    #expect(
      message { _ = try QueueTraits(queue: "calls", patience: [.seconds(5), .zero]) }
        == """
        The patience of 'calls' in interval 1 is not above zero.
        Leave patience out where contacts do not leave, and use a balking share for those that \
        leave at once.
        """
    )
    #expect(
      message { _ = try CenterTraits(dayVariation: .nan) }
        == """
        The variation of the days is nan, but must be a number of at least 0.
        Give 0 where every one is as busy as expected.
        """
    )
    let traits = try QueueTraits(queue: "calls")
    #expect(
      message { _ = try CenterTraits(queues: [traits, traits]) }
        == """
        The queue 'calls' has traits twice.
        Give all traits of a queue at once.
        """
    )
  }

  @Test func `traits without anything change nothing`() throws {
    let center = TestCenter(.init(perHour: 60, patience: 90)).staffed(by: 2, work: 0..<480)
    let options = try SimulationOptions(seed: 1, replications: 5)
    let plain = RosterSimulation(options: options).play(
      try center.roster(),
      against: try center.forecast(),
      inputs: PlanningInputs(settings: try center.settings(), employees: []),
      stop: StopSignal()
    )
    #expect(try center.play(replications: 5) == plain)
  }

  @Test func `balking changes nobody's moment or work`() throws {
    var center = TestCenter(.init(perHour: 60, patience: 90))
    let patient = try center.contacts()
    center.queues[0].balking = 0.25
    let all = try center.contacts()
    #expect(all.map(\.arrival) == patient.map(\.arrival))
    #expect(all.map(\.work) == patient.map(\.work))
    let balking = all.count { $0.leaves == $0.arrival }
    // 480 contacts: standard error 9.5.
    #expect(abs(balking - all.count / 4) < 38)
    #expect(zip(all, patient).allSatisfy { $0.leaves == $1.leaves || $0.leaves == $0.arrival })
  }

  @Test func `patience belongs to the interval of arrival`() throws {
    var center = TestCenter(.init(perHour: 400))
    center.queues[0].patienceProfile = [30, 300]
    let contacts = try center.contacts()
    for interval in [0, 1] {
      let waits = contacts.filter { $0.interval == interval }.map { $0.leaves - $0.arrival }
      let mean = waits.reduce(0, +) / Double(waits.count)
      // 400 contacts: standard error 5 %.
      #expect(abs(mean / [30, 300][interval] - 1) < 0.2)
    }
  }
}
