import Testing
import Workforce

@testable import Simulation

@Suite struct RosterComparisonTests {
  /// A center like that of a small bank: two kinds of calls and chat, some forty people with one or
  /// two skills, eight hours each with a break.
  private func drawn(_ seed: UInt64) -> TestCenter {
    var stream = RandomStream(seed: seed, name: "comparison")
    let shape = [0.5, 0.8, 1.2, 1.4, 1.2, 1, 0.9, 1.1, 1.2, 1, 0.7, 0.4]
    var center = TestCenter(
      .init(name: "cards", handleSeconds: 240, variation: 0.8, patience: 150, dayVariation: 0.01),
      .init(name: "loans", handleSeconds: 420, variation: 0.6, patience: 240, dayVariation: 0.02),
      .init(name: "chat", handleSeconds: 500, variation: 0.7, patience: 300, concurrency: 2)
    )
    for (index, perHour) in [220.0, 50, 60].enumerated() {
      center.queues[index].profile = Array(repeating: 0, count: 8) + shape.map { $0 * perHour }
    }
    center.shrinkage = 0.05
    let skills = [["cards"], ["cards", "loans"], ["loans"], ["chat"], ["cards", "chat"]]
    for person in 0..<44 {
      let start = 480 + 30 * stream.below(9)
      let rest = start + 180 + 30 * stream.below(4)
      center = center.staffed(
        by: 1,
        work: start..<rest,
        rest + 30..<start + 480,
        queues: skills[person % 7 < 3 ? 0 : person % 5]
      )
    }
    return center
  }

  /// The same with all work of a person half an hour later.
  private func moved(_ center: TestCenter, person: Int) -> TestCenter {
    var center = center
    center.duties[person].work = center.duties[person].work.map {
      $0.lowerBound + 30..<$0.upperBound + 30
    }
    return center
  }

  private func difference(
    of changed: TestCenter,
    from original: TestCenter,
    seed: UInt64,
    replications: Int = 200,
    threads: Int = 2
  ) throws -> RosterDifference {
    let options = try SimulationOptions(
      seed: seed,
      replications: replications,
      threads: threads
    )
    return RosterComparison(options: options, traits: try original.traits()).difference(
      of: try changed.roster(),
      from: try original.roster(),
      against: try original.forecast(),
      inputs: PlanningInputs(settings: try original.settings(), employees: []),
      stop: StopSignal()
    )
  }

  @Test(arguments: [1, 2, 3, 4, 5, 6] as [UInt64])
  func `the same contacts make the interval at most a third as wide`(seed: UInt64) throws {
    let original = drawn(seed)
    let person = Int(seed) * 7
    let changed = moved(original, person: person)
    let result = try difference(of: changed, from: original, seed: seed)
    for queue in result.queues {
      for part in [\ServiceDifference.serviceLevel, \.abandonmentShare, \.averageSpeedOfAnswer] {
        for stretch in queue.days + [queue.total] {
          let paired = stretch[keyPath: part]
          #expect(
            paired.estimate.halfWidth <= paired.unpairedHalfWidth / 3,
            "\(queue.queue) \(part): \(paired)"
          )
        }
      }
    }
    let all = result.total.serviceLevel
    #expect(all.estimate.halfWidth <= all.unpairedHalfWidth / 3)
    #expect(result.queues.contains { $0.total.serviceLevel.estimate.halfWidth > 0 })
  }

  @Test func `the difference is that of two simulations`() throws {
    let original = drawn(8)
    let changed = moved(original, person: 0)
    let result = try difference(of: changed, from: original, seed: 3, replications: 40)
    let one = try original.play(seed: 3, replications: 40)
    let other = try changed.play(seed: 3, replications: 40)
    for index in result.queues.indices {
      let (before, after) = (one.queues[index].total, other.queues[index].total)
      let difference = result.queues[index].total
      let level = after.serviceLevel.mean - before.serviceLevel.mean
      #expect(abs(difference.serviceLevel.estimate.mean - level) < 1e-12)
      let speed = after.averageSpeedOfAnswer.mean - before.averageSpeedOfAnswer.mean
      #expect(abs(difference.averageSpeedOfAnswer.estimate.mean - speed) < 1e-9)
      let halves = (before.serviceLevel.halfWidth, after.serviceLevel.halfWidth)
      let unpaired = (halves.0 * halves.0 + halves.1 * halves.1).squareRoot()
      #expect(abs(difference.serviceLevel.unpairedHalfWidth - unpaired) < 1e-12)
      #expect(result.queues[index].days[0] == difference)
    }
    let levels = [one, other].map { simulation in
      let totals = simulation.queues.map(\.total)
      let inTarget = totals.reduce(0) { $0 + $1.answeredInTarget }
      return inTarget / totals.reduce(0) { $0 + $1.arrivals }
    }
    #expect(abs(result.total.serviceLevel.estimate.mean - (levels[1] - levels[0])) < 1e-12)
  }

  @Test func `threads do not change the difference and the same roster has none`() throws {
    let original = drawn(9)
    let changed = moved(original, person: 5)
    let one = try difference(
      of: changed,
      from: original,
      seed: 4,
      replications: 37,
      threads: 1
    )
    #expect(try difference(of: changed, from: original, seed: 4, replications: 37) == one)
    #expect(one.replications == 37)
    let none = try difference(of: original, from: original, seed: 4, replications: 37)
    for queue in none.queues {
      #expect(queue.total.serviceLevel.estimate == Estimate(mean: 0, halfWidth: 0))
      #expect(queue.total.averageSpeedOfAnswer.estimate == Estimate(mean: 0, halfWidth: 0))
      #expect(queue.total.serviceLevel.unpairedHalfWidth > 0)
      #expect(!queue.total.serviceLevel.isSignificant)
    }
  }

  /// 20 pairs of ratios per trial, 0.7 and 0.65 of numbers that partly agree.
  @Test func `the paired interval covers the truth as often as it says`() {
    var covered = 0
    var narrower = 0
    for trial in 0..<1000 {
      var stream = RandomStream(seed: UInt64(trial), name: "paired")
      var sums = PairedSums()
      for _ in 0..<20 {
        let count = stream.poisson(mean: 30)
        let more = stream.poisson(mean: 3)
        let draws = (0..<count + more).map { _ in stream.unit() }
        let first = draws.prefix(count).count { $0 < 0.7 }
        let second = draws.count { $0 < 0.65 }
        sums.add((Double(first), Double(count)), (Double(second), Double(count + more)))
      }
      let difference = sums.difference(replications: 20, empty: 1)
      if difference.estimate.low <= -0.05, difference.estimate.high >= -0.05 { covered += 1 }
      if difference.estimate.halfWidth < difference.unpairedHalfWidth { narrower += 1 }
    }
    // 950 ± 3 standard errors of 6.9, and a little for the delta method's bias.
    #expect((920...975).contains(covered))
    #expect(narrower > 990)
  }

  @Test func `a ratio without contacts counts as empty`() throws {
    var original = TestCenter(.init(perHour: 0)).staffed(by: 1, work: 0..<480)
    let idle = try difference(of: original, from: original, seed: 1, replications: 5)
    #expect(idle.queues[0].total.serviceLevel.estimate == Estimate(mean: 0, halfWidth: 0))
    original.queues[0].perHour = 20
    let nobody = TestCenter(original.queues[0])
    let result = try difference(of: nobody, from: original, seed: 1, replications: 20)
    // Nobody answers, so the wait of those answered has no ratio of its own.
    #expect(result.queues[0].total.abandonmentShare.estimate.mean > 0.9)
    #expect(result.queues[0].total.averageSpeedOfAnswer.estimate.mean < 0)
    #expect(result.queues[0].total.serviceLevel.isSignificant)
  }
}

extension RosterComparisonTests {
  /// Two fixed rosters, simulated anew with 200 seeds, against a long run of another seed.
  @Test func `the interval of a difference covers a long run`() throws {
    var original = TestCenter(
      .init(
        name: "cards",
        perHour: 60,
        handleSeconds: 200,
        variation: 0.8,
        patience: 150,
        open: 0..<4
      ),
      .init(
        name: "loans",
        perHour: 20,
        handleSeconds: 400,
        patience: 240,
        dayVariation: 0.02,
        open: 0..<4
      )
    )
    original.shrinkage = 0.05
    original = original.staffed(by: 3, work: 0..<120, 150..<240, queues: ["cards"])
      .staffed(by: 3, work: 0..<100, 120..<240, queues: ["cards", "loans"])
      .staffed(by: 1, work: 30..<240, queues: ["loans"])
    let changed = moved(original, person: 2)
    let long = try difference(of: changed, from: original, seed: 999, replications: 10_000)
    let truths = long.queues.map(\.total.serviceLevel.estimate)
    var covered = Array(repeating: 0, count: truths.count)
    for seed in 0..<200 {
      let result = try difference(
        of: changed,
        from: original,
        seed: UInt64(seed),
        replications: 40
      )
      for (queue, truth) in truths.enumerated() {
        let own = result.queues[queue].total.serviceLevel.estimate
        // a truth that is known only so well stands for an interval itself
        if own.low <= truth.mean + truth.halfWidth / 2, own.high >= truth.mean - truth.halfWidth / 2
        {
          covered[queue] += 1
        }
      }
    }
    #expect(truths.contains { $0.low > 0 || $0.high < 0 })
    #expect(covered.allSatisfy { (180...196).contains($0) }, "\(covered)")
  }

  @Test func `several centers are compared as two are`() throws {
    let centers = [drawn(8), moved(drawn(8), person: 0), moved(drawn(8), person: 3)]
    let options = try SimulationOptions(seed: 3, replications: 40, threads: 2)
    let sides = try centers.map { center in
      CenterComparison.Side(
        roster: try center.roster(),
        forecast: try center.forecast(),
        inputs: PlanningInputs(settings: try center.settings(), employees: [])
      )
    }
    let outcomes = CenterComparison(options: options).outcomes(of: sides, stop: StopSignal())
    for (index, side) in sides.enumerated() {
      let alone = RosterSimulation(options: options).play(
        side.roster,
        against: side.forecast,
        inputs: side.inputs,
        stop: StopSignal()
      )
      #expect(outcomes[index].simulation == alone)
      let pair = RosterComparison(options: options).difference(
        of: side.roster,
        from: sides[0].roster,
        against: side.forecast,
        inputs: side.inputs,
        stop: StopSignal()
      )
      #expect(outcomes[index].difference == pair)
    }
    // another promise is no other service
    var stricter = try centers[0].settings()
    for index in stricter.queues.indices { stricter.queues[index].target.threshold = .seconds(5) }
    let strict = CenterComparison.Side(
      roster: sides[0].roster,
      forecast: sides[0].forecast,
      inputs: PlanningInputs(settings: stricter, employees: [])
    )
    let promised = CenterComparison(options: options).outcomes(
      of: [sides[0], strict],
      stop: StopSignal()
    )
    #expect(promised[1].difference == outcomes[0].difference)
    #expect(
      promised[1].simulation.queues[0].total.serviceLevel.mean
        < promised[0].simulation.queues[0].total.serviceLevel.mean
    )
    let none = outcomes[0].difference.queues.map(\.total.serviceLevel.estimate)
    #expect(none.allSatisfy { $0 == Estimate(mean: 0, halfWidth: 0) })
  }
}
