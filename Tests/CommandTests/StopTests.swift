import Foundation
import Testing

/// Time limits and Ctrl-C.
@Suite struct StopTests {
  @Test(arguments: ["0.01", "0.5"])
  func `a time limit gives a whole folder, marked as not repeatable`(limit: String) async throws {
    try await Workplace.with { place in
      try await place.succeed(["sample", "--people", "400", "--weeks", "4", "large"])
      let result = try await place.succeed(place.plan("large", with: ["--time-limit", limit]))
      #expect(result.output.contains("People        "))
      #expect(result.output.contains("Checker       clean"))
      #expect(
        result.output.unwrapped.contains(
          "Ended early by the time limit; this is the best so far and the run is not repeatable"
        )
      )
      let record = try place.record()
      #expect(record["repeatable"] as? Bool == false)
      #expect((record["result"] as? [String: Any])?["stopped_by"] as? String == "time limit")
      let names = PlanTests.outputs + ["run.json"] + PlanTests.inputs.map { "inputs/" + $0 }
      #expect(try place.files("run").keys.sorted() == names.sorted())
      let report = try place.text("run/report.html")
      #expect(report.contains("The run was ended by the time limit."))
      #expect(report.contains("not repeatable"))
      // The simulation's 200 repetitions of 400 people alone would take longer.
      let options = try #require(record["options"] as? [String: Any])
      #expect(try #require(options["replications"] as? Int) < 200)
    }
  }

  /// Moments in milliseconds after the start.
  ///
  /// The work takes many minutes: the first moment hits the start of the program, the others the
  /// optimizer.
  @Test(.timeLimit(.minutes(30)), arguments: [20, 300, 1500, 4000])
  func `Ctrl-C leaves nothing behind`(milliseconds: Int) async throws {
    try await Workplace.with { place in
      try await place.succeed(["sample", "--people", "200", "--weeks", "8", "large"])
      let result = try await interrupt(
        place,
        place.plan("large", out: "deep/run", with: ["--effort", "10000"]),
        after: milliseconds
      )
      #expect(milliseconds < 300 || result.exitCode == 1, "\(result.errors)")
      #expect(result.exitCode != 0)
      #expect(result.output.isEmpty)
      #expect(try place.names() == ["large", "small"])
    }
  }

  @Test(
    .timeLimit(.minutes(30)),
    arguments: ["--effort 10000", "--effort 1 --replications 1000000"]
  )
  func `Ctrl-C keeps an older run`(options: String) async throws {
    try await Workplace.with { place in
      try await place.succeed(place.plan())
      let before = try place.files("run")
      let options = options.split(separator: " ").map(String.init)
      let result = try await interrupt(place, place.plan(with: options), after: 3000)
      #expect(result.exitCode == 1)
      #expect(result.errors.hasPrefix("Cancelled. Nothing was written.\n"))
      #expect(try place.files("run") == before)
      #expect(try place.names() == ["run", "small"])
    }
  }

  @Test(.timeLimit(.minutes(30)))
  func `Ctrl-C ends single stages`() async throws {
    try await Workplace.with { place in
      try await place.succeed(place.plan())
      let stages = [
        ["roster", "small", "--requirement", "run", "--effort", "10000"],
        ["simulate", "small", "run", "--replications", "1000000"],
      ]
      for stage in stages {
        let result = try await interrupt(place, stage + ["--out", "stage"], after: 1000)
        #expect(result.exitCode == 1)
        #expect(result.output.isEmpty)
        #expect(result.errors.hasPrefix("Cancelled. Nothing was written.\n"), "\(result.errors)")
        #expect(try place.names() == ["run", "small"])
      }
    }
  }

  /// Lets a command work for a while before Ctrl-C: nothing else tells from outside how far it is.
  private func interrupt(
    _ place: Workplace,
    _ arguments: [String],
    after milliseconds: Int
  ) async throws -> CommandResult {
    let command = try place.runner.start(arguments)
    try await Task.sleep(for: .milliseconds(milliseconds))
    command.interrupt()
    let start = ContinuousClock.now
    let result = try await command.result()
    #expect(ContinuousClock.now - start < .seconds(60))
    return result
  }
}
