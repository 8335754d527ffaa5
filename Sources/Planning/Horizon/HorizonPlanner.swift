public import Interchange
public import Optimization
import Reporting
public import Workforce

/// Plans weeks in a row, each after the weeks before it as they were planned.
///
/// Rest, days in a row, weekends, balances and rules over periods go on from week to week by
/// `history.csv`; cover does not: what a shift that runs into the next Monday covers there is not counted, as
/// in any plan.
public struct HorizonPlanner: Sendable {
  /// Most weeks in a row.
  public static let mostWeeks = 13

  /// The weeks and their files.
  public struct Outcome: Sendable {
    /// What the weeks came to.
    public let result: WeeksResult
    /// The files of the folder.
    public let files: [OutputFile]
    /// The forecasts of the weeks with the scenarios from which they were made.
    public let forecasts: [(scenario: LoadedScenario, forecast: Forecast)]

    /// What a terminal shows of them.
    ///
    /// - Parameter folder: Where the files lie.
    /// - Returns: The text.
    public func text(in folder: String) -> String {
      let root = folder.hasSuffix("/") ? String(folder.dropLast()) : folder
      guard let scenario = forecasts.first?.scenario else { return "" }
      let sheet = FigureSheet(result, scenario.inputs.settings)
      return SheetText(sheet).text(file: root + "/horizon.csv", hasAllTables: false)
        + "Report  \(root)/horizon.html\n"
    }
  }

  private let scenario: LoadedScenario
  private let count: Int
  private let options: PlanOptions
  private let solver: any LinearSolver
  private let versions: RunFiles.Versions
  private let writesMaster: Bool

  /// Takes a scenario.
  ///
  /// - Parameters:
  ///   - scenario: The scenario before the first week.
  ///   - weeks: How many weeks, 2 to ``mostWeeks``.
  ///   - options: How each is planned; the time limit is that of all together.
  ///   - solver: Solves the programs.
  ///   - versions: Versions for the records of the runs.
  ///   - writesMaster: Whether each run has its integer program too.
  /// - Throws: An error where the scenario answers a what-if, or the number is out of range.
  public init(
    _ scenario: LoadedScenario,
    weeks: Int,
    options: PlanOptions,
    solver: any LinearSolver,
    versions: RunFiles.Versions,
    writesMaster: Bool = false
  ) throws(ShiftwrightError) {
    try Self.check(weeks)
    guard scenario.whatIf == nil || weeks == 1 else {
      throw ShiftwrightError(
        "The scenario answers a what-if, which is asked of one week.\n"
          + "Leave out --weeks, or change the scenario itself."
      )
    }
    self.scenario = scenario
    count = weeks
    self.options = options
    self.solver = solver
    self.versions = versions
    self.writesMaster = writesMaster
  }

  /// Throws where so many weeks cannot be planned in a row.
  public static func check(_ weeks: Int) throws(ShiftwrightError) {
    guard !(1...mostWeeks).contains(weeks) else { return }
    throw ShiftwrightError("weeks is \(weeks).\nGive a number from 1 to \(mostWeeks).")
  }

  /// Names at the top of the folder of weeks in a row.
  public static func names(from week: ISOWeek, count: Int) -> [String] {
    (0..<count).map { week.adding(weeks: $0).description } + HorizonFiles.names
  }

  /// Plans week after week.
  ///
  /// When `stop` is cancelled, or a week is refused because rules contradict each other, the outcome holds the
  /// weeks before; without any this throws.
  ///
  /// - Parameters:
  ///   - first: The first week.
  ///   - stop: Ends it.
  ///   - progress: Hears how far it is, each stage with its week.
  ///   - refusing: Runs the plan of a week and may add to what a refusal says.
  /// - Returns: The weeks and their files.
  /// - Throws: What planning a week throws.
  public func plan(
    from first: ISOWeek,
    stop: StopSignal = StopSignal(),
    progress: (@Sendable (StageProgress) -> Void)? = nil,
    refusing: (LoadedScenario, ISOWeek, () throws -> WeekPlan) throws -> WeekPlan = { try $2() }
  ) throws -> Outcome {
    var (loaded, weeks, files) = (scenario, [HorizonWeek](), [OutputFile]())
    var forecasts: [(scenario: LoadedScenario, forecast: Forecast)] = []
    var sums = HorizonSums(scenario.inputs)
    var end: String?
    for number in 0..<count {
      let week = first.adding(weeks: number)
      do {
        loaded = try loaded.settlingMeetings(of: week, threads: options.threads, solver: solver)
        let planner = try planner(loaded)
        let plan = try refusing(loaded, week) {
          try planner.plan(week, stop: stop, progress: named(week, number, progress))
        }
        let master = writesMaster ? try planner.masterText(plan, stop: stop) : nil
        files += try RunFiles(plan: plan, scenarioFiles: loaded.files, versions: versions)
          .files(master: master)
          .map { OutputFile(name: "\(week)/\($0.name)", bytes: $0.bytes) }
        weeks.append(HorizonWeek(plan))
        sums.add(plan.outcome.roster)
        forecasts.append((loaded, plan.forecast))
        loaded = try loaded.after(plan.outcome.roster, onCall: plan.onCall)
      } catch  where stop.reason == .cancelled && !weeks.isEmpty {
        end = "Interrupted in week \(week)."
      } catch let refusal as ImpossibleWeek where !weeks.isEmpty {
        end = "Week \(week) has no legal roster after the weeks before.\n\(refusal)"
      }
      if end != nil { break }
    }
    let result = WeeksResult(
      weeks: weeks,
      people: sums.people(before: first.adding(weeks: weeks.count), after: loaded.inputs),
      asked: count,
      end: end
    )
    files += HorizonFiles(result, scenario.inputs.settings).files(after: loaded)
    return Outcome(result: result, files: files, forecasts: forecasts)
  }

  /// A week's planner, with its part of the time limit: always the same, so that the work that fits does
  /// not depend on the clock.
  private func planner(_ loaded: LoadedScenario) throws(ShiftwrightError) -> WeekPlanner {
    WeekPlanner(
      inputs: loaded.inputs,
      findings: loaded.findings,
      options: try options.with(timeLimit: options.timeLimit.map { $0 / count }),
      solver: solver,
      beginningWith: loaded.startRoster
    )
  }

  private func named(
    _ week: ISOWeek,
    _ number: Int,
    _ progress: (@Sendable (StageProgress) -> Void)?
  ) -> (@Sendable (StageProgress) -> Void)? {
    guard let progress else { return nil }
    let name = "\(week) (\(number + 1) of \(count))"
    return { stage in
      var named = stage
      named.stage = "\(name) \(stage.stage)"
      progress(named)
    }
  }
}

extension PlanOptions {
  /// The same with another time limit.
  fileprivate func with(timeLimit: Duration?) throws(ShiftwrightError) -> PlanOptions {
    try PlanOptions(
      seed: seed,
      effort: effort,
      timeLimit: timeLimit,
      threads: threads,
      replications: replications,
      halfWidth: halfWidth,
      isStrict: isStrict,
      cover: cover
    )
  }
}

extension HorizonWeek {
  fileprivate init(_ plan: WeekPlan) {
    self.init(
      week: plan.week,
      costs: plan.outcome.costs,
      bound: plan.outcome.bound,
      paidMinutes: plan.check.paidMinutes,
      overtimeMinutes: plan.check.overtimeMinutes,
      service: plan.simulation.queues.map(\.total.serviceLevel.mean),
      broken: plan.check.violations.map(\.description),
      impossible: plan.outcome.impossible,
      isCut: !plan.isRepeatable,
      isUsable: plan.isUsable
    )
  }
}
