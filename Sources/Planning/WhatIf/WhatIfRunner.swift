import Dispatch
import Foundation
import Interchange
public import Optimization
import Synchronization
public import Workforce

/// Plans the runs of a study, each in a folder that is written as a whole.
///
/// A run that is there with the same inputs and options is not planned again, so that a study that was
/// ended goes on where it was.
public struct WhatIfRunner: Sendable {
  /// What came of running.
  public struct Summary: Sendable {
    /// Runs that are there now.
    public var done = 0
    /// Those of them that were there before.
    public var kept = 0
    /// Runs that could not be planned, with the reason.
    public var failures: [String] = []
    /// Runs that nobody began, because the time was over.
    public var left = 0
  }

  private let folder: String
  private let study: WhatIfStudy
  private let threads: Int
  private let solver: any LinearSolver
  private let versions: RunFiles.Versions
  private let scenario: LoadedScenario

  /// Opens a study.
  ///
  /// - Throws: An error when the folder holds none, or its files were changed.
  public init(
    folder: String,
    threads: Int,
    solver: any LinearSolver,
    versions: RunFiles.Versions
  ) throws {
    self.folder = folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    study = try WhatIfStudy(folder: self.folder)
    self.threads = threads
    self.solver = solver
    self.versions = versions
    try Self.check(study, self.folder)
    scenario = try LoadedScenario(self.folder + "/inputs")
  }

  /// How many runs there are.
  public var count: Int { study.tasks.count }

  /// Refuses a study whose files are not those that it was made of.
  private static func check(_ study: WhatIfStudy, _ folder: String) throws {
    for (name, hash) in study.files.sorted(by: { $0.key < $1.key }) {
      let bytes = FileManager.default.contents(atPath: "\(folder)/\(name)")
      guard let bytes, OutputFile(name: name, bytes: Array(bytes)).sha256 == hash else {
        throw ShiftwrightError(
          "\(folder)/\(name) is not the file that \(WhatIfStudy.fileName) was made of.\n"
            + "Make the study again with 'shiftwright whatif plan'."
        )
      }
    }
  }

  /// Plans one run, unless it is there.
  ///
  /// - Parameters:
  ///   - number: Its number, from 1.
  ///   - stop: Ends it; then nothing is written.
  ///   - progress: Hears how far it is.
  /// - Returns: Whether it was there.
  /// - Throws: An error when there is no such run, or it cannot be planned.
  public func run(
    task number: Int,
    stop: StopSignal,
    progress: (@Sendable (StageProgress) -> Void)? = nil
  ) throws -> Bool {
    guard study.tasks.indices.contains(number - 1) else {
      throw ShiftwrightError(
        "\(folder) has no run \(number).\nGive a number from 1 to \(study.tasks.count)."
      )
    }
    return try run(study.tasks[number - 1], threads: threads, stop, progress)
  }

  private func run(
    _ task: WhatIfStudy.Task,
    threads: Int,
    _ stop: StopSignal,
    _ progress: (@Sendable (StageProgress) -> Void)?
  ) throws -> Bool {
    let asked = try scenario(of: task)
    let place = "\(folder)/runs/\(task.name)"
    if try isDone(asked, at: place) { return true }
    guard let week = study.isoWeek else {
      throw ShiftwrightError("\(folder)/\(WhatIfStudy.fileName) names no week.")
    }
    let planner = WeekPlanner(
      inputs: asked.inputs,
      findings: asked.findings,
      options: try study.planOptions(threads: threads),
      solver: solver,
      beginningWith: asked.startRoster
    )
    let plan = try planner.plan(week, stop: stop, progress: progress)
    let files = try RunFiles(plan: plan, scenarioFiles: asked.files, versions: versions).files()
    try AtomicFolder.write(files, to: place, replacingExisting: true, stop: stop)
    return false
  }

  /// The run whose roster others go on from; `nil` where they begin with nothing.
  private var first: WhatIfStudy.Task? { study.isWarm ? study.tasks.first : nil }

  /// The scenario of a run, with the roster that it begins with.
  private func scenario(of task: WhatIfStudy.Task) throws -> LoadedScenario {
    guard let first, task != first else { return try question(of: task, scenario) }
    let path = "\(folder)/runs/\(first.name)/roster.csv"
    guard FileManager.default.fileExists(atPath: path) else {
      throw ShiftwrightError(
        "Run \(task.task) goes on from the roster of run \(first.task), which is not there.\n"
          + "Run it first: shiftwright whatif run \(folder) --task \(first.task)"
      )
    }
    return try question(of: task, scenario.beginning(withRosterAt: path))
  }

  private func question(
    of task: WhatIfStudy.Task,
    _ scenario: LoadedScenario
  ) throws -> LoadedScenario {
    if [WhatIfStudy.base, first?.name].contains(task.name) { return scenario }
    let path = "\(folder)/tasks/\(task.name).yaml"
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw ShiftwrightError("\(path) is missing.\nMake the study again.")
    }
    return try scenario.asking(Array(bytes), named: path)
  }

  /// Whether the run of the same inputs and options is there.
  private func isDone(_ asked: LoadedScenario, at place: String) throws -> Bool {
    guard let bytes = FileManager.default.contents(atPath: "\(place)/\(RunRecord.fileName)") else {
      return false
    }
    let text = String(decoding: bytes, as: UTF8.self)
    let record: RunRecord
    do { record = try RunRecord.read(text) } catch { return false }
    let options = record.options
    return record.hash(of: text) == record.recordSha256 && record.week == study.week
      && record.shiftwright == versions.shiftwright && record.solver == versions.solver
      && options.seed == study.seed && options.effort == study.effort
      && options.replications == study.replications && options.cover == study.cover
      && record.inputs.map(\.sha256) == asked.files.map(\.sha256)
      && record.inputs.map(\.file) == asked.files.map(\.name)
      && record.changedFile(in: place) == nil
  }

  /// The numbers of the runs that are not there.
  ///
  /// - Throws: An error when a what-if cannot be read.
  public func missing() throws -> [Int] {
    if let first, try !isDone(first) { return study.tasks.map(\.task) }
    return try study.tasks.filter { try !isDone($0) }.map(\.task)
  }

  /// Those of some runs that may begin: one alone where all others go on from it.
  func ready(of missing: [Int]) -> [Int] {
    if let first, missing.contains(first.task) { return [first.task] }
    return missing
  }

  private func isDone(_ task: WhatIfStudy.Task) throws -> Bool {
    try isDone(scenario(of: task), at: "\(folder)/runs/\(task.name)")
  }

  /// How many run folders have been written so far.
  func written() -> Int {
    study.tasks.count { task in
      FileManager.default.fileExists(atPath: "\(folder)/runs/\(task.name)/\(RunRecord.fileName)")
    }
  }

  /// Plans all runs that are not there, as many at once as there are threads.
  ///
  /// - Parameters:
  ///   - deadline: When no further run is begun; `nil` for never.
  ///   - stop: Ends everything; runs that are finished stay.
  ///   - progress: Hears how many are there.
  /// - Returns: What is there, and what could not be planned.
  /// - Throws: An error when it was cancelled.
  public func runAll(
    until deadline: ContinuousClock.Instant? = nil,
    stop: StopSignal,
    progress: (@Sendable (StageProgress) -> Void)? = nil
  ) throws -> Summary {
    removeDrafts()
    var tasks = study.tasks
    var summary = Summary()
    if let first, try !isDone(first) {
      _ = try run(first, threads: threads, stop, progress)
      summary.done = 1
      tasks.removeFirst()
    }
    summary = runEach(tasks, after: summary, until: deadline, stop, progress)
    if stop.reason == .cancelled { throw Self.cancelled(folder) }
    summary.failures.sort()
    summary.left = count - summary.done - summary.failures.count
    return summary
  }

  /// Plans runs that do not need each other.
  private func runEach(
    _ tasks: [WhatIfStudy.Task],
    after summary: Summary,
    until deadline: ContinuousClock.Instant?,
    _ stop: StopSignal,
    _ progress: (@Sendable (StageProgress) -> Void)?
  ) -> Summary {
    let state = Mutex((next: 0, summary: summary))
    DispatchQueue.concurrentPerform(iterations: min(threads, tasks.count)) { _ in
      while stop.reason == nil {
        let isLate = deadline.map { ContinuousClock.now >= $0 } ?? false
        let index = state.withLock { state -> Int? in
          guard state.next < tasks.count, !isLate else { return nil }
          state.next += 1
          return state.next - 1
        }
        guard let index else { return }
        let outcome = Result { try run(tasks[index], threads: 1, stop, nil) }
        let done = state.withLock { state -> Int in
          switch outcome {
          case .success(let wasThere):
            state.summary.done += 1
            if wasThere { state.summary.kept += 1 }
          case .failure(let error):
            state.summary.failures.append("\(tasks[index].name): \(error)")
          }
          return state.summary.done
        }
        progress?(Self.progress(done, count))
      }
    }
    return state.withLock { $0.summary }
  }

  /// What is said when a study is ended.
  static func cancelled(_ folder: String) -> ShiftwrightError {
    ShiftwrightError(
      "Cancelled. Runs that were finished stay in \(folder).\nGive the same command again to go on."
    )
  }

  /// Removes what programs of this machine left half-written when they were killed.
  private func removeDrafts() {
    let place = folder + "/runs"
    // reason: before the first run there is no such folder
    let names = (try? FileManager.default.contentsOfDirectory(atPath: place)) ?? []
    for name in names
    where name.hasPrefix(".") && (name.hasSuffix(".new") || name.hasSuffix(".old")) {
      let process = name.split(separator: ".").dropLast().last.flatMap { Int32($0) }
      guard let process, kill(process, 0) != 0 else { continue }
      // reason: what cannot be removed is in nobody's way
      try? FileManager.default.removeItem(atPath: "\(place)/\(name)")
    }
  }

  private static func progress(_ done: Int, _ count: Int) -> StageProgress {
    StageProgress(
      stage: "what-if",
      fraction: Fraction(Double(done) / Double(max(1, count))),
      detail: "\(done) of \(count) runs"
    )
  }
}
