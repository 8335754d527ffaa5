import Foundation
import Testing

/// `whatif` as a user runs it.
@Suite struct WhatIfTests {
  private static let quick = ["--effort", "1", "--replications", "30", "--week", Workplace.week]

  private func ask(_ files: [String], out: String = "study", with options: [String] = quick)
    -> [String]
  {
    ["whatif", "small"] + files + ["--out", out] + options
  }

  /// Results of a run folder; what depends on the hashes of inputs and on the clock is left out.
  private func results(_ place: Workplace, _ folder: String) throws -> [String: Data] {
    try place.files(folder).filter { name, _ in
      !name.hasPrefix("inputs/") && name != "run.json" && name != "certificate.json"
    }
  }

  @Test func `nothing changed, and nobody hired, give the same bytes`() async throws {
    try await Workplace.with { place in
      try place.write("null.yaml", "name: null-change\n")
      try place.write(
        "zero.yaml",
        "changes:\n  - hire: {count: 0, skills: general}\n  - volume: {factor: 1}\n"
      )
      try await place.succeed(ask(["null.yaml", "zero.yaml"]))
      let base = try results(place, "study/runs/base")
      #expect(base.keys.contains("roster.csv") && base.keys.contains("report.html"))
      #expect(try results(place, "study/runs/null-change") == base)
      var zero = try results(place, "study/runs/zero")
      // the report says which question it answers
      #expect(zero["report.html"] != base["report.html"])
      zero["report.html"] = base["report.html"]
      #expect(zero == base)
      #expect(
        try place.files("study/runs/null-change/inputs") == place.files("study/runs/base/inputs")
      )
      let rows = try place.text("study/whatif.csv").split(separator: "\n").map {
        $0.split(separator: ",", omittingEmptySubsequences: false)
      }
      let place8 = try #require(rows.first?.firstIndex(of: "difference"))
      for row in rows.dropFirst(3) {
        #expect(row[place8..<place8 + 5].allSatisfy { $0 == "0" }, "\(row)")
      }
      #expect(rows.count == 1 + 3 * 2)
      #expect(try place.text("study/whatif.html").contains("Service is the same in every queue."))
    }
  }

  @Test func `two files together are one with both, and each run verifies alone`() async throws {
    try await Workplace.with { place in
      let (volume, leave) = (
        "  - volume: {factor: 1.3}\n", "  - leave: {count: 3, last_day: 2026-03-03}\n"
      )
      try place.write("a.yaml", "changes:\n" + volume)
      try place.write("b.yaml", "changes:\n" + leave)
      try place.write("both.yaml", "changes:\n" + volume + leave)
      try await place.succeed(ask(["a.yaml+b.yaml", "both.yaml"]))
      var composed = try results(place, "study/runs/a+b")
      let both = try results(place, "study/runs/both")
      composed["report.html"] = both["report.html"]
      #expect(composed == both)
      #expect(both["roster.csv"] != (try results(place, "study/runs/base"))["roster.csv"])
      let verified = try await place.run(["verify", "study/runs/a+b", "--replan"])
      #expect(verified.exitCode == 0, "\(verified.output)\(verified.errors)")
      #expect(verified.output.hasPrefix("Confirmed"))
      let refused = try await place.run(["publish", "study/runs/both", "--db", "center.db"])
      #expect(refused.exitCode == 1)
    }
  }

  @Test func `a study that was killed goes on, and no run is planned twice`() async throws {
    try await Workplace.with { place in
      let grid = ["--grid", "volume=0.9..1.2/0.1", "--grid", "target=80/30,90/20"] + Self.quick
      let command = try place.runner.start(ask([], with: grid))
      try await Task.sleep(for: .seconds(6))
      command.killNow()
      _ = try await command.result()
      let before = try runs(place)
      let result = try await place.run(ask([], with: grid + ["--threads", "2"]))
      #expect(result.exitCode == 0, "\(result.errors)")
      let after = try runs(place)
      #expect(after.count == 9)
      for (name, stamp) in before { #expect(after[name] == stamp, "\(name) was planned again") }
      let rows = try place.text("study/whatif.csv").split(separator: "\n")
      #expect(rows.count == 1 + 9 * 2)
      #expect(rows[0].hasPrefix("variant,volume,target,queue"))
      #expect(rows.contains { $0.hasPrefix("volume-1_1+target-90-20,1.1,90/20,") })
      #expect(try place.text("study/whatif.html").contains("Service over the grid"))
      let once = try place.files("study/runs/volume-0_9+target-80-30")
      let other = try await place.run(ask([], out: "other", with: grid + ["--threads", "1"]))
      #expect(other.exitCode == 0)
      let again = try place.files("other/runs/volume-0_9+target-80-30")
      #expect(again.filter { $0.key != "run.json" } == once.filter { $0.key != "run.json" })
      #expect(try place.text("other/whatif.csv") == place.text("study/whatif.csv"))
    }
  }

  /// When each run's record was written.
  private func runs(_ place: Workplace) throws -> [String: Date] {
    let folder = place.folder.appending(path: "study/runs").path
    guard FileManager.default.fileExists(atPath: folder) else { return [:] }
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { !$0.hasPrefix(".") }
    return try Dictionary(
      uniqueKeysWithValues: names.map { name in
        let record = "\(folder)/\(name)/run.json"
        let date = try FileManager.default.attributesOfItem(atPath: record)[.modificationDate]
        return (name, try #require(date as? Date))
      }
    )
  }

  @Test func `in parts it is the same`() async throws {
    try await Workplace.with { place in
      try place.write("more.yaml", "changes:\n  - volume: {factor: 1.3}\n")
      try await place.succeed(ask(["more.yaml"]))
      try await place.succeed(
        ["whatif", "plan", "small", "more.yaml", "--out", "parts"] + Self.quick
      )
      let early = try await place.run(["whatif", "collect", "parts"])
      #expect(early.exitCode == 1)
      #expect(early.errors.contains("no run of the scenario as it is"))
      try await place.succeed(["whatif", "run", "parts", "--task", "2"])
      try await place.succeed(["whatif", "run", "parts", "--task", "1"])
      let again = try await place.succeed(["whatif", "run", "parts", "--task", "1"])
      #expect(again.output == "Run 1 was there.\n")
      try await place.succeed(["whatif", "collect", "parts"])
      for name in ["whatif.csv", "whatif.json", "whatif.html"] {
        #expect(try place.text("parts/\(name)") == place.text("study/\(name)"))
      }
      let none = try await place.run(["whatif", "run", "parts", "--task", "3"])
      #expect(none.errors == "parts has no run 3.\nGive a number from 1 to 2.\n")
      try place.write("parts/tasks/more.yaml", "changes: []\n")
      let changed = try await place.run(["whatif", "run", "parts"])
      #expect(changed.errors.hasPrefix("parts/tasks/more.yaml is not the file"))
    }
  }

  @Test func `warm runs go on from the same roster, which is an input of each`() async throws {
    try await Workplace.with { place in
      try place.write("none.yaml", "name: null-change\n")
      try place.write("more.yaml", "changes:\n  - volume: {factor: 1.1}\n")
      let files = ["none.yaml", "more.yaml"]
      try await place.succeed(ask(files, with: Self.quick + ["--warm"]))
      let start = try place.text("study/runs/start/roster.csv")
      for run in ["base", "null-change", "more"] {
        #expect(try place.text("study/runs/\(run)/inputs/start_roster.csv") == start)
        #expect(try place.text("study/runs/\(run)/run.json").contains("start_roster.csv"))
        let verified = try await place.run(["verify", "study/runs/\(run)", "--replan"])
        #expect(verified.exitCode == 0, "\(verified.output)\(verified.errors)")
      }
      #expect(try results(place, "study/runs/null-change") == results(place, "study/runs/base"))
      #expect(
        try place.text("study/runs/more/report.html").contains("24 of 24 weeks of the roster given")
      )
      #expect(try !place.text("study/runs/start/report.html").contains("weeks of the roster given"))
      let page = try place.text("study/whatif.html")
      #expect(page.contains("going on from one roster of the scenario as it is"))
      let kept = try await place.run(ask(files, with: Self.quick + ["--warm"]))
      #expect(kept.errors.contains("holds this study"))
      try await place.succeed(
        ["whatif", "plan", "small"] + files + ["--warm", "--out", "parts"] + Self.quick
      )
      let early = try await place.run(["whatif", "run", "parts", "--task", "2"])
      #expect(early.errors.contains("Run 2 goes on from the roster of run 1"), "\(early.errors)")
      for task in ["1", "2", "3", "4"] {
        try await place.succeed(["whatif", "run", "parts", "--task", task])
      }
      try await place.succeed(["whatif", "collect", "parts"])
      #expect(try place.text("parts/whatif.csv") == place.text("study/whatif.csv"))
    }
  }

  @Test func `all that is wrong in all files is said, and nothing written`() async throws {
    try await Workplace.with { place in
      try place.write("a.yaml", "changes:\n  - volume: {queue: fone, factor: 1}\n")
      try place.write("b.yaml", "changes:\n  - leave: {count: 500, last_day: 2026-03-03}\n")
      let result = try await place.run(ask(["a.yaml", "b.yaml", "c.yaml"]))
      #expect(result.exitCode == 1)
      #expect(result.errors.contains("a.yaml:2: unknown queue 'fone'."))
      #expect(result.errors.contains("b.yaml:2: 500 people are asked for, but there are 24 people"))
      #expect(result.errors.contains("c.yaml: the file is missing."))
      #expect(try place.names() == ["a.yaml", "b.yaml", "small"])
      for grid in ["volume=1..0/1", "target=80/inf", "volume=1,1.0", "overtime:small=3"] {
        let refused = try await place.run(ask([], with: ["--grid", grid]))
        #expect(refused.exitCode == 64, "\(grid)")
      }
      let nothing = try await place.run(ask([]))
      #expect(nothing.exitCode == 64)
      #expect(nothing.errors.contains("Give what-if files"))
    }
  }

  @Test func `what contradicts itself only together is said before anything is planned`()
    async throws
  {
    try await Workplace.with { place in
      try place.write("a.yaml", "changes:\n  - target: {within_seconds: 20}\n")
      try place.write(
        "b.yaml",
        "changes:\n  - target: {queue: phone_general, within_seconds: 30}\n"
      )
      let asked: [[String]] = [
        ["a.yaml+b.yaml"], ["a.yaml", "--grid", "target=80/30,90/30"],
        [
          "--grid", "volume=1,1.1", "--grid", "target=80/30", "--grid",
          "target:phone_general=80/20",
        ],
      ]
      for files in asked {
        let result = try await place.run(ask(files))
        #expect(result.exitCode == 1, "\(files)")
        #expect(result.errors.contains("the threshold"), "\(result.errors)")
      }
      #expect(try place.names() == ["a.yaml", "b.yaml", "small"])
    }
  }

  /// The questions shipped with a scenario: each is said in words; planned at reduced effort here, in
  /// full with `scripts/test --long`.
  @Test func `the shipped questions can be asked`() async throws {
    let isLong = ProcessInfo.processInfo.environment["SHIFTWRIGHT_LONG"] != nil
    let scenario = CommandRunner.packageRoot.appending(path: "scenarios/harbour-bank").path
    let files = try FileManager.default.contentsOfDirectory(atPath: scenario + "/whatif").sorted()
    #expect(files.count == 12)
    try await TemporaryFolder.with { folder in
      let runner = CommandRunner(folder: folder)
      let paths = files.map { "\(scenario)/whatif/\($0)" }
      let said = try await runner.run(["whatif", "validate", scenario] + paths)
      #expect(said.exitCode == 0, "\(said.errors)")
      #expect(said.errors.isEmpty)
      #expect(!said.output.contains("Nothing changes."))
      let effort = isLong ? [] : ["--effort", "1", "--replications", "10"]
      let result = try await runner.run(["whatif", scenario] + paths + ["--out", "all"] + effort)
      #expect(result.exitCode == 0, "\(result.errors)")
      let names = paths.map { URL(filePath: $0).deletingPathExtension().lastPathComponent }
      for name in isLong ? names : Array(names.prefix(2)) {
        let verified = try await runner.run(["verify", "all/runs/\(name)"])
        #expect(verified.exitCode == 0, "\(name): \(verified.output)")
      }
    }
  }
}
