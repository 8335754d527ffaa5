import Staffing
import Testing
import Workforce

@testable import Simulation

@Suite struct TargetJudgmentTests {
  private func share(_ value: Double) throws -> Fraction { try #require(Fraction(value)) }

  /// A queue of 200 calls an hour that some people answer, under a target.
  private func center(agents: Int, target: ServiceTarget, days: Int = 1) -> TestCenter {
    var queue = TestCenter.Queue(perHour: 200, handleSeconds: 180, patience: 90)
    queue.target = target
    queue.threshold = target.threshold.inSeconds
    var center = TestCenter(queue).staffed(by: agents, work: 0..<600)
    center.dayCount = days
    return center
  }

  @Test(arguments: ServiceLevelDefinition.allCases, [9, 11])
  func `each definition agrees with Erlang A`(definition: ServiceLevelDefinition, agents: Int)
    throws
  {
    let target = ServiceTarget(
      serviceLevel: try share(0.8),
      threshold: .seconds(20),
      definition: definition
    )
    let model = ErlangA(
      offeredLoad: 10,
      averageHandleTime: .seconds(180),
      patience: .seconds(90)
    )
    let tallies = try center(agents: agents, target: target).tallies(seed: 31, count: 200)
    let settled = tallies.map { ReplicationTally(cells: Array($0.cells[2..<8])).total }
    let level = ratio(settled) { ($0.answeredInTarget, $0.divisor(of: definition)) }
    let exact = model.measures(agents: agents, within: .seconds(20)).serviceLevel(by: definition)
    expectNear(level, exact, "service level by \(definition)")
    let early = ratio(settled) { ($0.arrivals - $0.abandonedInTarget, $0.arrivals) }
    let measures = model.measures(agents: agents, within: .seconds(20))
    expectNear(early, measures.serviceLevel + measures.lateShare, "not left early")
  }

  @Test func `the result has the sums of its replications`() throws {
    let target = ServiceTarget(
      serviceLevel: try share(0.8),
      threshold: .seconds(20),
      definition: .offeredLessEarlyAbandons
    )
    let center = center(agents: 9, target: target)
    let result = try center.play(replications: 20)
    let sums = try center.tallies(count: 20).map(\.total)
    let all = sums.reduce(into: ServiceTally()) { $0.add($1) }
    let total = result.queues[0].total
    #expect(abs(total.arrivals - all.arrivals / 20) < 1e-9)
    #expect(abs(total.abandonedInTarget - all.abandonedInTarget / 20) < 1e-9)
    let level = all.answeredInTarget / (all.arrivals - all.abandonedInTarget)
    #expect(abs(total.serviceLevel.mean - level) < 1e-12)
    #expect(abs(total.abandonmentShare.mean - all.abandoned / all.arrivals) < 1e-12)
    let share = ratio(sums) { ($0.abandoned, $0.arrivals) }
    #expect(abs(total.abandonmentShare.halfWidth - share.halfWidth) < 1e-12)
  }

  /// Chats of so long, two of which fit: the hands are full by half the time of all chats.
  @Test func `one chat of two that fit is half the work`() throws {
    let center = TestCenter(
      .init(name: "chat", perHour: 20, handleSeconds: 300, variation: 0, concurrency: 2)
    )
    .staffed(by: 3, work: 0..<1440, queues: ["chat"])
    let result = try center.play(replications: 10)
    let tallies = try center.tallies(count: 10)
    let answered = tallies.reduce(0) { $0 + $1.total.arrivals - $1.total.abandoned }
    let staffed = tallies.reduce(0) { $0 + $1.busySeconds + $1.idleSeconds }
    let busy = tallies.reduce(0) { $0 + $1.busySeconds }
    let occupancy = result.queues[0].occupancy.mean
    #expect(abs(occupancy - answered * 300 / 2 / staffed) < 1e-9)
    #expect(occupancy < busy / staffed - 0.01)
  }

  /// Two people on phone alone, one on both queues; the phone's people are those three.
  @Test func `occupancy counts the people who serve the queue`() throws {
    let center = TestCenter(
      .init(name: "phone", perHour: 30, handleSeconds: 200),
      .init(name: "mail", perHour: 5, handleSeconds: 100)
    )
    .staffed(by: 2, work: 0..<480, queues: ["phone"])
    .staffed(by: 1, work: 0..<240, 300..<480, queues: ["phone", "mail"])
    .staffed(by: 1, work: 0..<480, queues: ["mail"])
    let result = try center.play(replications: 10)
    let tallies = try center.tallies(count: 10)
    let shifts = [[0, 1, 2], [2, 3]]
    for (queue, own) in zip(result.queues, shifts) {
      let parts = tallies.map { tally in own.map { tally.shifts[$0] } }.joined()
      let busy = parts.reduce(0) { $0 + $1.busySeconds }
      let idle = parts.reduce(0) { $0 + $1.idleSeconds }
      #expect(abs(queue.occupancy.mean - busy / (busy + idle)) < 1e-12)
      #expect(queue.dayOccupancy[0] == queue.occupancy)
    }
    #expect(result.queues[0].agents[0] == 3)
    #expect(result.queues[0].agents[4] == 2)
    #expect(result.queues[1].agents[4] == 1)
    #expect(result.queues[0].agents[8] == 0)
  }

  @Test func `absence lowers the people at work`() throws {
    var center = center(
      agents: 4,
      target: ServiceTarget(serviceLevel: try share(0.8), threshold: .seconds(20))
    )
    center.shrinkage = 0.25
    center.duties[0].work = [30..<90]
    let agents = try center.play(replications: 2).queues[0].agents
    #expect(agents[0] == 0.75 * 3.5)
    #expect(agents[1] == 0.75 * 3.5)
    #expect(agents[2] == 0.75 * 3)
    #expect(agents[9] == 0.75 * 3)
    #expect(agents[10] == 0)
  }

  /// Every demand on the right side of its bound, then each in turn on the wrong one.
  @Test func `all demands must hold`() throws {
    var easy = ServiceTarget(
      serviceLevel: try share(0.5),
      threshold: .seconds(20),
      averageSpeedOfAnswer: .seconds(60),
      maximumAbandonment: try share(0.3),
      maximumOccupancy: try share(0.999),
      intervalFloor: try share(0.3),
      minimumAgents: 11
    )
    let met = try center(agents: 11, target: easy).play(replications: 60).queues[0]
    #expect(met.judgments.map(\.verdict) == Array(repeating: .met, count: 6))
    #expect(met.meetsTarget)
    let breaks: [(BindingTarget, (inout ServiceTarget) throws -> Void)] = [
      (.serviceLevel, { $0.serviceLevel = try self.share(0.99) }),
      (.speedOfAnswer, { $0.averageSpeedOfAnswer = .seconds(1) }),
      (.abandonment, { $0.maximumAbandonment = try self.share(0.01) }),
      (.occupancy, { $0.maximumOccupancy = try self.share(0.5) }),
      (.intervalFloor, { $0.intervalFloor = try self.share(0.95) }),
      (.minimumAgents, { $0.minimumAgents = 12 }),
    ]
    for (place, (broken, change)) in breaks.enumerated() {
      var target = easy
      try change(&target)
      let queue = try center(agents: 11, target: target).play(replications: 60).queues[0]
      #expect(queue.judgments.map { BindingTarget($0.demand) } == breaks.map(\.0))
      #expect(queue.judgments[place].verdict == .missed, "\(broken)")
      #expect(queue.judgments.filter { $0.verdict != .met }.count == 1, "\(broken)")
      #expect(!queue.meetsTarget)
    }
    easy.intervalFloor = try share(0.95)
    let below = try center(agents: 11, target: easy).play(replications: 60).queues[0]
    let expected = (0..<8).filter { below.intervals[$0].serviceLevel.mean < 0.95 }
    #expect(!expected.isEmpty)
    #expect(below.judgments[4].intervalsBelow == expected)
  }

  /// Two days with people, one without enough: the week's mean hides it, the days do not.
  @Test func `each day must meet its target where asked`() throws {
    let target = ServiceTarget(
      serviceLevel: try share(0.6),
      threshold: .seconds(20),
      averageSpeedOfAnswer: .seconds(30)
    )
    var center = center(agents: 8, target: target, days: 3)
    center.queues[0].profile = (0..<72).map { $0 % 24 < 8 ? 200 : 0 }
    center.duties = []
    center = center.staffed(by: 8, work: 0..<540, 1440..<1980, 2880..<3420)
    center = center.staffed(by: 12, work: 0..<540, 2880..<3420)
    let week = try center.play(replications: 40).queues[0]
    #expect(week.meetsTarget)
    center.period = .eachDay
    let daily = try center.play(replications: 40).queues[0]
    #expect(daily.judgments.map(\.day) == [1, 1])
    #expect(daily.judgments[0].verdict == .missed)
    #expect(daily.judgments[0].measured == daily.days[1].serviceLevel)
    #expect(!daily.meetsTarget)
  }

  @Test func `a wait that nobody gets an answer after is missed`() throws {
    let target = ServiceTarget(
      serviceLevel: .zero,
      threshold: .seconds(20),
      averageSpeedOfAnswer: .seconds(60)
    )
    let queue = try center(agents: 0, target: target).play(replications: 4).queues[0]
    #expect(queue.judgments.map(\.verdict) == [.missed])
  }

  @Test func `a bound inside the interval is not proved`() throws {
    let target = ServiceTarget(serviceLevel: try share(0.8), threshold: .seconds(20))
    var queue = try center(agents: 11, target: target).play(replications: 10).queues[0]
    queue.target.serviceLevel = try share(queue.total.serviceLevel.mean)
    #expect(queue.verdict == .unproven)
    #expect(!queue.meetsTarget)
    queue.target.serviceLevel = try share(queue.total.serviceLevel.low - 1e-9)
    #expect(queue.verdict == .met)
    queue.target.serviceLevel = try share(queue.total.serviceLevel.high + 1e-9)
    #expect(queue.verdict == .missed)
  }

  /// Nobody comes: nothing of the service can be judged, and nothing is missed.
  @Test(arguments: TargetPeriod.allCases)
  func `a queue without contacts is not judged`(period: TargetPeriod) throws {
    let target = ServiceTarget(
      serviceLevel: try share(0.8),
      threshold: .seconds(20),
      averageSpeedOfAnswer: .seconds(60),
      maximumAbandonment: try share(0.3),
      maximumOccupancy: try share(0.9),
      intervalFloor: try share(0.3)
    )
    var center = TestCenter(TestCenter.Queue(perHour: 0, target: target))
      .staffed(by: 2, work: 0..<480)
    center.period = period
    let queue = try center.play(replications: 4).queues[0]
    #expect(
      queue.judgments.map(\.verdict) == [.notJudged, .notJudged, .notJudged, .met, .notJudged]
    )
    #expect(queue.verdict == .notJudged)
    #expect(queue.meetsTarget)
    #expect(TargetVerdict.worst(of: [.met, .notJudged, .missed, .unproven]) == .missed)
    #expect(TargetVerdict.worst(of: [.notJudged, .unproven, .met]) == .unproven)
    #expect(TargetVerdict.worst(of: [TargetVerdict]()) == .met)
  }

  /// Items come, but none of them is due before the end: open ones are neither in time nor late.
  @Test func `items that are open at the end are not judged`() throws {
    var mail = TestCenter.Queue(perHour: 5, handleSeconds: 300, threshold: 400_000)
    mail.channel = .deferred
    mail.dueHours = .clock
    let queue = try TestCenter(mail).play(replications: 4).queues[0]
    #expect(queue.total.arrivals > 0)
    #expect(abs(queue.total.open - queue.total.arrivals) < 1e-9)
    #expect(queue.total.late == 0)
    #expect(queue.isDeferred)
    #expect(queue.verdict == .notJudged)
  }
}
