import Foundation
import Testing

/// `whatif --engine slurm` on a real Slurm of one node, which `scripts/slurm/start` starts.
@Suite(
  .enabled(
    if: ProcessInfo.processInfo.environment["SLURM_CONF"] != nil,
    "needs a Slurm, which scripts/slurm/start starts"
  )
)
struct SlurmTests {
  private static let options = [
    "--grid", "volume=0.9..1.2/0.1", "--effort", "1", "--replications", "20", "--week",
    Workplace.week,
  ]

  private func ask(_ out: String, _ engine: String) -> [String] {
    ["whatif", "small", "--out", out, "--engine", engine] + Self.options
  }

  @Test func `an array of jobs gives what this machine gives`() async throws {
    try await Workplace.with { place in
      let slurm = try await place.runner.start(ask("slurm", "slurm")).result()
      #expect(slurm.exitCode == 0, "\(slurm.errors)")
      try await place.succeed(ask("local", "local"))
      #expect(try place.text("slurm/whatif.csv") == place.text("local/whatif.csv"))
      #expect(try place.text("slurm/whatif.html") == place.text("local/whatif.html"))
      let runs = try place.files("slurm/runs").filter { !$0.key.hasSuffix("run.json") }
      #expect(try place.files("local/runs").filter { !$0.key.hasSuffix("run.json") } == runs)
    }
  }

  /// The command that waits is killed; its job goes on, and nothing of it is planned twice.
  @Test func `a job whose command was killed is waited for`() async throws {
    try await Workplace.with { place in
      let command = try place.runner.start(ask("slurm", "slurm"))
      let job = place.path("slurm/slurm/job")
      for _ in 0..<600 where !FileManager.default.fileExists(atPath: job) {
        try await Task.sleep(for: .milliseconds(50))
      }
      command.killNow()
      _ = try await command.result()
      let result = try await place.runner.start(ask("slurm", "slurm")).result()
      #expect(result.exitCode == 0, "\(result.errors)")
      let logs = try place.files("slurm/slurm").filter { $0.key.hasSuffix(".log") }
      let done = logs.values.map { String(decoding: $0, as: UTF8.self) }
        .reduce(0) { $0 + $1.split(separator: "\n").count { $0.hasSuffix("is done.") } }
      #expect(done == 5)
    }
  }

  /// Tasks are killed as they work; what is lost is done again, and nothing twice.
  @Test func `tasks that are killed are tried again`() async throws {
    try await Workplace.with { place in
      let command = try place.runner.start(ask("slurm", "slurm"))
      var killed = 0
      for _ in 0..<200 where killed < 2 {
        try await Task.sleep(for: .milliseconds(50))
        let path = "whatif run .*\(place.folder.lastPathComponent)/slurm"
        // at once: in turn with other tests it would come too late
        let kill = try RunningCommand(
          URL(filePath: "/usr/bin/pkill"),
          ["-9", "-f", path],
          in: place.folder
        )
        if try await kill.result().exitCode == 0 { killed += 1 }
      }
      let result = try await command.result()
      #expect(killed > 0)
      #expect(result.exitCode == 0, "\(result.errors)")
      let runs = try FileManager.default.contentsOfDirectory(atPath: place.path("slurm/runs"))
      #expect(runs.filter { !$0.hasPrefix(".") }.count == 5)
      let rows = try place.text("slurm/whatif.csv").split(separator: "\n")
      #expect(rows.count == 1 + 5 * 2)
    }
  }
}
