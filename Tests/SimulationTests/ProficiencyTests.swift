import Staffing
import Testing
import Workforce

@testable import Simulation

/// How long people handle contacts by level and tenure.
@Suite struct ProficiencyTests {
  private let levels = ProficiencySettings(
    levels: [.init(name: "trainee", factor: 1.5), .init(name: "expert", factor: 0.8)],
    tenure: [.init(belowMonths: 3, factor: 1.2)]
  )

  private func center(_ grants: [SkillGrant], hired: String? = nil) throws -> TestCenter {
    var center = TestCenter(.init(perHour: 20, handleSeconds: 100, patience: 600))
      .staffed(by: 1, work: 0..<1440)
    center.proficiency = levels
    center.skills = grants
    center.employees = [
      Employee(id: "e0", name: "", site: "", contract: "", hired: hired.flatMap { LocalDate($0) })
    ]
    return center
  }

  private func grant(_ level: String?, from: String? = nil, until: String? = nil) -> SkillGrant {
    SkillGrant(
      employee: "e0",
      skill: "q",
      from: from.flatMap { LocalDate($0) },
      until: until.flatMap { LocalDate($0) },
      level: level
    )
  }

  @Test func `the level of the day and tenure count`() throws {
    #expect(try center([grant("trainee")]).flat().factors == [1.5])
    #expect(try center([grant("expert")]).flat().factors == [0.8])
    #expect(try center([grant(nil)]).flat().factors == [])
    #expect(try center([]).flat().factors == [])
    // The day is 2 March 2026.
    let training = [grant("trainee", until: "2026-03-01"), grant("expert", from: "2026-03-02")]
    #expect(try center(training).flat().factors == [0.8])
    #expect(try center([grant("trainee"), grant("expert")]).flat().factors == [0.8])
    let newcomer = try center([grant("trainee")], hired: "2026-01-10").flat().factors
    #expect(abs(newcomer[0] - 1.8) < 1e-12)
    #expect(try center([grant(nil)], hired: "2025-11-30").flat().factors == [])
  }

  /// M/M/1+M with the handle time times the factor.
  @Test(arguments: [("trainee", 1.5, 1), ("expert", 0.8, 2)] as [(String, Double, UInt64)])
  func `service is that of the longer handle time`(level: String, factor: Double, seed: UInt64)
    throws
  {
    var center = try center([grant(level)])
    center.queues[0].patience = nil
    let model = ErlangC(
      offeredLoad: 20 * 100 * factor / 3600,
      averageHandleTime: .seconds(100 * factor)
    )
    let measures = try SettledMeasures(center, seed: seed, replications: 400)
    let speed = try #require(model.averageSpeedOfAnswer(agents: 1))
    expectNear(measures.wait, speed.inSeconds, "speed of answer")
  }

  @Test func `work is stretched contact by contact`() throws {
    let plain = try center([])
    let slow = try center([grant("trainee")])
    let work = try plain.contacts().reduce(0) { $0 + $1.work }
    let tally = try slow.tally()
    guard tally.total.abandoned == 0 else { return }
    #expect(abs(tally.busySeconds - 1.5 * work) < 1e-6)
  }
}
