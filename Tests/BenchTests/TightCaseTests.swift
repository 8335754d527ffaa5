import Rostering
import Testing
import Workforce

@testable import shiftwright_bench

@Suite struct TightCaseTests {
  /// Ends a run after its first roster, where only the reasons are looked at.
  private static var atOnce: StopSignal { StopSignal(deadline: .now - .seconds(1)) }

  @Test func `an overtime budget that binds is used up and kept`() throws {
    let drawn = try TeamCase.draft(people: 8, load: 2, .overtime)
    let planned = try TeamCase(drawn)
    planned.expectClean()
    let budget = drawn.otBudget[0]
    // overtime comes in steps of four slots
    #expect(planned.verdict.overtimeSlots[0] > budget - 4)
    var generous = drawn
    generous.otBudget = [10_000]
    let free = try TeamCase(generous)
    free.expectClean()
    #expect(free.verdict.overtimeSlots[0] > budget)
    #expect(free.verdict.objective < planned.result.bound)
  }

  @Test(arguments: 1...2)
  func `as many seats as trainees, so that every seat is taken`(seed: UInt64) throws {
    let drawn = try TeamCase.draft(people: 8, seed: seed, .seats)
    let planned = try TeamCase(drawn)
    planned.expectClean()
    let trainees = drawn.agents.count { $0.training != nil }
    #expect(trainees >= 2)
    #expect(drawn.sessions.reduce(0) { $0 + $1.cap } == trainees)
  }

  @Test func `too few seats name the people and sessions`() throws {
    var drawn = try TeamCase.draft(people: 8, .seats)
    drawn.sessions[0].cap = 0
    drawn.sessions[1].cap = 0
    drawn.sessions[2].cap = 1
    let planned = try TeamCase(drawn, stop: Self.atOnce)
    #expect(!planned.result.isLegal)
    #expect(!planned.verdict.isFeasible)
    let reason = try #require(planned.reasons.first)
    #expect(planned.reasons.count == 1)
    #expect(reason.hasPrefix("seats: agents "))
    #expect(reason.hasSuffix(" only, with 1 seats"))
  }

  @Test(arguments: 1...2)
  func `fewest and most people present are kept where they bind`(seed: UInt64) throws {
    let drawn = try TeamCase.draft(people: 8, seed: seed, load: 1.1, .heads)
    let planned = try TeamCase(drawn)
    planned.expectClean()
  }

  /// A limit on the most crowded slots of the roster without one.
  @Test func `most people present are kept where more would come`() throws {
    var drawn = try TeamCase.draft(people: 8, load: 1.5)
    let free = try TeamCase(drawn, stop: Self.atOnce)
    let count = free.crowd
    let most = try #require(count.max())
    let slot = try #require(count.firstIndex(of: most))
    drawn.heads = [
      TeamInstance.Heads(
        site: 0,
        agents: nil,
        from: slot - 2,
        until: slot + 2,
        least: nil,
        most: most - 2
      )
    ]
    #expect(!TeamChecker(instance: drawn).verdict(on: free.roster).isFeasible)
    let planned = try TeamCase(drawn)
    planned.expectClean()
    #expect(planned.crowd[slot - 2..<slot + 2].max() == most - 2)
  }

  @Test func `heads that cannot be kept are named`() throws {
    var drawn = try TeamCase.draft(people: 9)
    drawn.heads = [
      TeamInstance.Heads(site: 0, agents: nil, from: 40, until: 42, least: 12, most: nil),
      TeamInstance.Heads(site: nil, agents: [0], from: 0, until: 672, least: nil, most: 0),
    ]
    // the one shift that agent 0 can work on two days
    drawn.agents[0].types = [2]
    drawn.agents[0].avail = (0..<7).map { $0 == 1 || $0 == 2 ? [30, 64] : nil }
    (drawn.agents[0].daysMin, drawn.agents[0].daysMax) = (2, 2)
    (drawn.agents[0].paidMin, drawn.agents[0].paidMax) = (64, 64)
    drawn.agents[0].training = nil
    let planned = try TeamCase(drawn, stop: Self.atOnce)
    #expect(!planned.result.isLegal && !planned.verdict.isFeasible)
    #expect(
      planned.reasons == [
        "heads limit 0, day 0 10:00: at most 0 can be present, at least 12 wanted",
        "heads limit 1, day 1 07:30: at least 1 must be present, at most 0 allowed",
      ]
    )
  }

  @Test func `an overtime budget below everybody's least is named`() throws {
    var drawn = try TeamCase.draft(people: 6)
    for index in drawn.agents.indices {
      drawn.agents[index].otAfter = max(0, drawn.agents[index].paidMin - 4)
    }
    drawn.otBudget = [7]
    let planned = try TeamCase(drawn, stop: Self.atOnce)
    let least = drawn.agents.reduce(0) { $0 + max(0, $1.paidMin - $1.otAfter) }
    #expect(!planned.result.isLegal && !planned.verdict.isFeasible)
    #expect(
      planned.reasons
        == ["overtime of site 0: every roster has at least \(least) slots, the budget is 7"]
    )
  }

  @Test func `someone who has no legal week is named`() throws {
    var drawn = try TeamCase.draft(people: 5)
    drawn.agents[2].avail = Array(repeating: nil, count: 7)
    drawn.agents[2].daysMin = 1
    drawn.agents[2].daysMax = 5
    let planned = try TeamCase(drawn, stop: Self.atOnce)
    #expect(!planned.result.isLegal && !planned.verdict.isFeasible)
    #expect(
      planned.reasons == [
        "agent 2: no week keeps days, paid slots, availability, rest and training"
      ]
    )
  }

  @Test(arguments: 1...2)
  func `people are worth tenths of a person`(seed: UInt64) throws {
    let drawn = try TeamCase.draft(people: 8, seed: seed, queues: 2, .tenths)
    try TeamCase(drawn).expectClean()
  }

  @Test func `people who are all worth nothing or two`() throws {
    var drawn = try TeamCase.draft(people: 8, queues: 2)
    for index in drawn.agents.indices { drawn.agents[index].tenths = index % 2 * 20 }
    try TeamCase(drawn).expectClean()
  }

  @Test(arguments: 1...2)
  func `skills begin and end inside the week`(seed: UInt64) throws {
    let drawn = try TeamCase.draft(people: 8, seed: seed, queues: 3, .skills)
    try TeamCase(drawn).expectClean()
  }

  /// Everyone's skill ends at midnight; the need begins then.
  @Test func `a skill ends inside a night shift`() throws {
    var drawn = try TeamCase.draft(people: 8, seed: 5, queues: 2, aroundTheClock: true)
    for index in drawn.agents.indices {
      drawn.agents[index].avail = Array(repeating: [80, 138], count: 7)
      drawn.agents[index].group = 0
      drawn.agents[index].groupChanges = (1..<7).flatMap { day in
        [
          TeamInstance.GroupChange(slot: day * 96, group: 1),
          TeamInstance.GroupChange(slot: day * 96 + 48, group: 0),
        ]
      }
    }
    let planned = try TeamCase(drawn)
    guard planned.reasons.isEmpty else {
      #expect(!planned.result.isLegal)
      return
    }
    planned.expectClean()
  }

  @Test func `a group without queues has nothing to do`() throws {
    var drawn = try TeamCase.draft(people: 8, queues: 2, .tenths)
    drawn.groups.append(TeamInstance.Group(queues: []))
    drawn.agents[1].groupChanges = [TeamInstance.GroupChange(slot: 240, group: 3)]
    drawn.agents[2].group = 3
    drawn.agents[3].tenths = 5
    try TeamCase(drawn).expectClean()
  }

  @Test func `everything at once`() throws {
    let drawn = try TeamCase.draft(
      people: 8,
      seed: 3,
      queues: 3,
      sites: 2,
      aroundTheClock: true,
      .overtime,
      .seats,
      .tenths,
      .skills
    )
    try TeamCase(drawn).expectClean()
  }
}
