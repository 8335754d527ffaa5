import Foundation
import Interchange
public import Workforce

/// Plans the runs of a study as a Slurm job array, one run per task.
///
/// Each task is `shiftwright whatif run DIR --task K`. A run counts when its folder is there as a whole, so
/// that a task that is killed, or done twice, is neither lost nor counted twice; what is missing when the
/// array has ended is submitted again.
public struct SlurmEngine: Sendable {
  /// How often a run is tried.
  public static let attempts = 3
  /// Most tasks of one array; Slurm's own limit is 1001 where nobody raised it.
  static let largestArray = 1000

  private let runner: WhatIfRunner
  private let folder: String
  private let program: String

  /// Takes a study and the path of the program that its tasks run.
  public init(_ runner: WhatIfRunner, folder: String, program: String) {
    self.runner = runner
    self.folder = URL(fileURLWithPath: folder).standardizedFileURL.path
    self.program = program
  }

  /// Submits all runs that are not there, waits for them, and submits again what was lost.
  ///
  /// - Parameters:
  ///   - deadline: When tasks that have not begun are taken back; `nil` for never.
  ///   - stop: Takes everything back; runs that are finished stay.
  ///   - progress: Hears how many are there.
  /// - Returns: What is there, and what could not be planned.
  /// - Throws: `ShiftwrightError` when Slurm refuses, or it was cancelled.
  public func runAll(
    until deadline: ContinuousClock.Instant?,
    stop: StopSignal,
    progress: (@Sendable (StageProgress) -> Void)?
  ) throws -> WhatIfRunner.Summary {
    var summary = WhatIfRunner.Summary()
    var isLate = false
    // a command that was killed left its job behind: what that plans need not be submitted again
    if let job = jobBefore { isLate = try wait(for: job, deadline, stop, progress) }
    var missing = try runner.missing()
    summary.kept = runner.count - missing.count
    var logs: [Int: String] = [:]
    var tries: [Int: Int] = [:]
    while !isLate {
      let ready = runner.ready(of: missing).filter { tries[$0, default: 0] < Self.attempts }
      if ready.isEmpty { break }
      for start in stride(from: 0, to: ready.count, by: Self.largestArray) where !isLate {
        let part = Array(ready[start..<min(start + Self.largestArray, ready.count)])
        let job = try submit(part, attempt: tries[part[0], default: 0] + 1)
        for (place, task) in part.enumerated() {
          logs[task] = "\(folder)/slurm/\(job)_\(place + 1).log"
          tries[task, default: 0] += 1
        }
        isLate = try wait(for: job, deadline, stop, progress)
      }
      missing = try runner.missing()
    }
    summary.done = runner.count - missing.count
    if isLate {
      summary.left = missing.count
    } else {
      summary.failures = missing.map { task in
        guard let log = logs[task] else { return "run \(task): it was not begun" }
        return "run \(task): \(lastLine(log)), tried \(Self.attempts) times"
      }
    }
    return summary
  }

  /// Submits one array; gives its number.
  private func submit(_ tasks: [Int], attempt: Int) throws -> String {
    let place = folder + "/slurm"
    try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
    // a name of its own, for tasks of an earlier job may still read theirs
    let list = "\(place)/tasks-\(attempt)-\(UUID().uuidString).txt"
    try Data((tasks.map(String.init).joined(separator: "\n") + "\n").utf8)
      .write(to: URL(fileURLWithPath: list))
    let line =
      "exec \(quoted(program)) whatif run \(quoted(folder)) --threads 1 "
      + "--task \"$(sed -n \"${SLURM_ARRAY_TASK_ID}p\" \(quoted(list)))\""
    let outcome = try ExternalCommand(name: "sbatch").run([
      "--parsable", "--job-name=\(jobName)", "--array=1-\(tasks.count)", "--ntasks=1",
      "--cpus-per-task=1", "--requeue", "--output=\(place)/%A_%a.log", "--wrap=\(line)",
    ])
    let job = outcome.output.split { ";\n".contains($0) }.first.map(String.init)
    guard outcome.status == 0, let job else {
      throw ShiftwrightError(
        "Slurm refuses the job: \(outcome.errors.trimmed)\n"
          + "Look at 'sinfo'; the study is in \(folder), and the same command goes on with it."
      )
    }
    try AtomicFile.write(Array("\(job)\n".utf8), to: jobFile)
    return job
  }

  /// The name of this study's jobs: numbers begin anew when a Slurm is set up again.
  private var jobName: String {
    "shiftwright-" + OutputFile(name: "", bytes: Array(folder.utf8)).sha256.prefix(12)
  }

  /// Holds the number of the job that was submitted last.
  private var jobFile: String { folder + "/slurm/job" }

  /// The job that was submitted last; `nil` when there is none.
  private var jobBefore: String? {
    FileManager.default.contents(atPath: jobFile).map {
      String(decoding: $0, as: UTF8.self).trimmed
    }
  }

  /// Waits until an array has left the queue; gives whether the time was over before.
  private func wait(
    for job: String,
    _ deadline: ContinuousClock.Instant?,
    _ stop: StopSignal,
    _ progress: (@Sendable (StageProgress) -> Void)?
  ) throws -> Bool {
    var isLate = false
    while try waiting(job) > 0 {
      if stop.reason == .cancelled {
        _ = try ExternalCommand(name: "scancel").run([job])
        throw WhatIfRunner.cancelled(folder)
      }
      if !isLate, let deadline, ContinuousClock.now >= deadline {
        isLate = true
        _ = try ExternalCommand(name: "scancel").run(["--state=PENDING", job])
      }
      let there = runner.written()
      progress?(
        StageProgress(
          stage: "Slurm job \(job)",
          fraction: Fraction(Double(there) / Double(max(1, runner.count))),
          detail: "\(there) of \(runner.count) runs"
        )
      )
      Thread.sleep(forTimeInterval: 0.5)
    }
    return isLate
  }

  /// How many tasks of a job are in the queue or at work.
  private func waiting(_ job: String) throws -> Int {
    let outcome = try ExternalCommand(name: "squeue").run([
      "-h", "-r", "-j", job, "-n", jobName, "-o", "%i",
    ])
    if outcome.status == 0 { return outcome.output.split(separator: "\n").count }
    // a job that ended long ago is forgotten; anything else may pass
    if outcome.errors.contains("Invalid job id") { return 0 }
    Thread.sleep(forTimeInterval: 2)
    return 1
  }

  private func lastLine(_ log: String) -> String {
    guard let bytes = FileManager.default.contents(atPath: log) else { return "it left no log" }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    return lines.last.map(String.init) ?? "its log \(log) is empty"
  }

  private func quoted(_ text: String) -> String {
    "'" + text.replacing("'", with: "'\\''") + "'"
  }
}

extension String {
  fileprivate var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}
