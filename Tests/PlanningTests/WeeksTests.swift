import Foundation
import GLPKSolver
import Interchange
import Planning
import Synchronization
import Testing
import Workforce

/// Planning a week inside this process, where the moment of a stop can be chosen exactly.
@Suite struct WeeksTests {
  private let week = SampleOptions.standardWeek

  private func inputs(seed: UInt64 = 42) throws -> PlanningInputs {
    let options = try SampleOptions(people: 24, queues: 2, weeks: 4, seed: seed)
    return SampleScenario(options: options).inputs()
  }

  private func planner(_ inputs: PlanningInputs, _ options: PlanOptions) -> WeekPlanner {
    WeekPlanner(inputs: inputs, findings: [], options: options, solver: GLPKSolver())
  }

  private func options(
    timeLimit: Duration? = nil,
    threads: Int = 1,
    isStrict: Bool = false,
    cover: CoverBasis? = nil
  ) throws -> PlanOptions {
    try PlanOptions(
      effort: 1,
      timeLimit: timeLimit,
      threads: threads,
      replications: 40,
      isStrict: isStrict,
      cover: cover
    )
  }

  private func files(_ plan: WeekPlan) throws -> [OutputFile] {
    let versions = RunFiles.Versions(shiftwright: "1", solver: "2")
    return try RunFiles(plan: plan, scenarioFiles: [], versions: versions).files()
  }

  @Test(arguments: [UInt64(1), 2, 3])
  func `the plan does not depend on the threads`(seed: UInt64) throws {
    let inputs = try inputs(seed: seed)
    let one = try planner(inputs, options()).plan(week)
    let two = try planner(inputs, options(threads: 2)).plan(week)
    let five = try planner(inputs, options(threads: 5)).plan(week)
    let expected = try files(one).filter { $0.name != "run.json" }
    #expect(try files(two).filter { $0.name != "run.json" } == expected)
    #expect(try files(five).filter { $0.name != "run.json" } == expected)
    #expect(one.isRepeatable)
    #expect(one.isUsable)
  }

  @Test(arguments: [UInt64(1), 2, 3])
  func `the checker finds the cost that the optimizer claims, above the bound`(
    seed: UInt64
  ) throws {
    let plan = try planner(inputs(seed: seed), options()).plan(week)
    let recomputed = try #require(plan.check.costs)
    #expect(abs(recomputed.total - plan.outcome.costs.total) < 0.01)
    #expect(plan.outcome.bound <= recomputed.total + 1e-6)
    #expect(plan.check.violations.isEmpty)
  }

  /// Passes of Frank–Wolfe that a run plans; it is told to stop at once, so that it only plans them.
  private func passes(effort: Int?, limit: Duration?) throws -> String {
    let options = try PlanOptions(effort: effort, timeLimit: limit, replications: 2)
    let stop = StopSignal()
    stop.stop(.timeLimit)
    let stages = try planner(inputs(), options).plan(week, stop: stop).outcome.stages
    let bound = try #require(stages.first { $0.name == "bound" })
    return String(try #require(bound.detail.firstMatch(of: /up to ([0-9]+) passes/)).1)
  }

  @Test func `a time limit cuts the work to what fits, and an effort wins over it`() throws {
    let standard = try passes(effort: nil, limit: nil)
    #expect(try passes(effort: nil, limit: .seconds(10_000)) == standard)
    let short = try passes(effort: nil, limit: .milliseconds(100))
    #expect(try #require(Int(short)) < #require(Int(standard)))
    let two = try passes(effort: 2, limit: nil)
    #expect(try passes(effort: 2, limit: .milliseconds(100)) == two)
  }

  @Test func `a time limit that is over at once still gives a whole plan`() throws {
    let plan = try planner(inputs(), options(timeLimit: .milliseconds(1))).plan(week)
    #expect(plan.outcome.stopReason == .timeLimit)
    #expect(!plan.isRepeatable)
    #expect(plan.isUsable)
    #expect((2..<40).contains(plan.simulation.replications))
    #expect(plan.outcome.roster.tours.filter { !$0.shifts.isEmpty }.count > 20)
    let report = try #require(try files(plan).first { $0.name == "report.html" })
    let text = String(decoding: report.bytes, as: UTF8.self)
    #expect(text.contains("The run was ended by the time limit."))
    #expect(text.contains("not repeatable"))
  }

  @Test(arguments: ["first roster", "bound", "exact master", "dive 1", "day programs", "simulate"])
  func `a user's stop ends the plan in every stage`(stage: String) throws {
    let stop = StopSignal()
    let reached = Mutex(false)
    let planner = try planner(inputs(), options(cover: .need))
    let error = #expect(throws: ShiftwrightError.self) {
      _ = try planner.plan(week, stop: stop) { progress in
        guard progress.stage == stage else { return }
        reached.withLock { $0 = true }
        stop.stop(.cancelled)
      }
    }
    #expect(reached.withLock { $0 })
    #expect(error?.message == "Cancelled. Nothing was written.\nRun the command again.")
  }

  @Test func `a user's stop ends writing the master and simulating`() throws {
    let inputs = try inputs()
    let planner = try planner(inputs, options())
    let plan = try planner.plan(week)
    let stop = StopSignal()
    stop.stop(.cancelled)
    #expect(throws: ShiftwrightError.self) { try planner.masterText(plan.requirement, stop: stop) }
    #expect(throws: ShiftwrightError.self) {
      try planner.simulate(plan.outcome.roster, plan.forecast, stop: stop)
    }
  }

  @Test func `names a person without a legal week, or stops when strict`() throws {
    var inputs = try inputs()
    let person = inputs.employees[2].id
    inputs.availability.removeAll { $0.employee == person }
    inputs.availability.append(
      Availability(employee: person, days: .everyDay, window: nil)
    )
    let plan = try planner(inputs, options()).plan(week)
    #expect(plan.outcome.impossible.map(\.employee) == [person])
    #expect(plan.isUsable)
    let error = #expect(throws: ImpossibleWeek.self) {
      try planner(inputs, options(isStrict: true)).plan(week)
    }
    #expect(error?.people == plan.outcome.impossible)
    #expect(error?.people.first?.conflict.contains { $0.hasPrefix("availability: ") } == true)
  }

  @Test func `options out of range are refused`() {
    let cases: [(() throws -> PlanOptions, String)] = [
      ({ try PlanOptions(effort: 0) }, "effort is 0."),
      ({ try PlanOptions(effort: 10_001) }, "effort is 10001."),
      ({ try PlanOptions(timeLimit: .zero) }, "time limit is 0.0 seconds."),
      ({ try PlanOptions(threads: 0) }, "threads is 0."),
      ({ try PlanOptions(threads: 65) }, "threads is 65."),
      ({ try PlanOptions(replications: 1) }, "replications is 1, but must lie between"),
    ]
    for (make, message) in cases {
      let error = #expect(throws: ShiftwrightError.self) { try make() }
      #expect(error?.message.hasPrefix(message) == true, "\(message)")
    }
  }
}
