import Rostering
import Testing
import Workforce

@testable import shiftwright_bench

@Suite struct OddCaseTests {
  @Test func `nobody is available and nobody has to be`() throws {
    var drawn = try TeamCase.draft(people: 6)
    for index in drawn.agents.indices {
      drawn.agents[index].avail = Array(repeating: nil, count: 7)
      drawn.agents[index].daysMin = 0
      drawn.agents[index].paidMin = 0
      drawn.agents[index].training = nil
    }
    let planned = try TeamCase(drawn)
    planned.expectClean()
    #expect(planned.result.objective == planned.verdict.parts.under)
    #expect(planned.verdict.missing == Double(planned.verdict.needed))
  }

  @Test func `nobody at all, with a need and without`() throws {
    var drawn = try TeamCase.draft(people: 3)
    drawn.agents = []
    let planned = try TeamCase(drawn)
    planned.expectClean()
    #expect(planned.result.objective == planned.result.bound)
    drawn.queues[0].req = Array(repeating: 0, count: 672)
    let empty = try TeamCase(drawn)
    empty.expectClean()
    #expect(empty.result.objective == 0)
    let line = TeamLine(empty.result, instance: "T", seconds: 1, secondsToFirstRoster: nil)
    #expect(try line.jsonLine().contains("\"gap\":0,"))
  }

  @Test func `a need of zero leaves contract pay and idle people`() throws {
    let planned = try TeamCase(TeamCase.draft(people: 12, load: 0))
    planned.expectClean()
    #expect(planned.verdict.needed == 0)
    #expect(planned.verdict.parts.under == 0)
    #expect(planned.verdict.parts.over > 0)
  }

  @Test(arguments: 1...3)
  func `one person gets a week that is proved the best`(seed: UInt64) throws {
    let planned = try TeamCase(TeamCase.draft(people: 1, seed: seed))
    planned.expectClean()
    #expect(planned.result.objective - planned.result.bound < 1e-3 * planned.result.objective)
  }

  @Test func `ten times the need is covered as far as people go`() throws {
    let planned = try TeamCase(TeamCase.draft(people: 8, queues: 2, load: 10))
    planned.expectClean()
    #expect(planned.verdict.missing > 0.8 * Double(planned.verdict.needed))
    #expect(planned.verdict.parts.over < 20)
  }

  @Test(arguments: 1...2)
  func `day and night, with shifts over midnight and the week's end`(seed: UInt64) throws {
    var drawn = try TeamCase.draft(
      people: 8,
      seed: seed,
      queues: 2,
      aroundTheClock: true,
      days: 4..<7
    )
    for day in 4..<7 where drawn.agents[0].avail[day] != nil {
      drawn.agents[0].avail[day] = [72, 138]
      drawn.agents[0].training = nil
    }
    let planned = try TeamCase(drawn)
    planned.expectClean()
    let shifts = planned.roster.agents.flatMap(\.shifts)
    let presence = planned.instance.shiftTypes.map(\.presence)
    #expect(shifts.contains { $0.start + presence[$0.type] > 96 })
  }

  @Test(arguments: 1...2)
  func `everyone works part-time`(seed: UInt64) throws {
    let planned = try TeamCase(TeamCase.draft(people: 8, seed: seed, partTime: true))
    planned.expectClean()
    #expect(planned.instance.agents.allSatisfy { $0.paidMax <= 128 })
  }
}
