import Foundation
import Testing

/// Commands that end, or cannot go on, while they write.
@Suite struct StoreDurabilityTests {
  /// How often; `KILLS=200` in the environment asks for more.
  private static let kills =
    ProcessInfo.processInfo.environment["KILLS"].flatMap { Int($0) } ?? 10

  /// Calls `body` with two scenarios and two runs, the first of each in `center.db`.
  private func withCenter(_ body: (Workplace) async throws -> Void) async throws {
    try await Workplace.with { place in
      try FileManager.default.copyItem(
        at: place.folder.appending(path: "small"),
        to: place.folder.appending(path: "other")
      )
      let people = try place.text("other/employees.csv")
      try place.write("other/employees.csv", people.replacing("team 1", with: "team 9"))
      try await place.succeed(["db", "init", "--db", "center.db"])
      try await place.succeed(["db", "import", "small", "--db", "center.db"])
      for (run, seed) in [("first", "1"), ("second", "2")] {
        let options = ["--effort", "1", "--replications", "2", "--seed", seed]
        try await place.succeed(place.plan(out: run, with: options))
      }
      try await body(place)
    }
  }

  /// Kills imports and publishing at moments over the whole of them; what was confirmed must be there,
  /// and all must be sound.
  @Test(.timeLimit(.minutes(60))) func `kill -9 loses nothing that was confirmed`() async throws {
    try await withCenter { place in
      var watch = KillWatch(place: place)
      try await watch.measure()
      for round in 0..<Self.kills {
        try await watch.kill(round)
        try await watch.judge(round)
      }
      let line = "\(Self.kills) times kill -9. \(watch.summary)\n"
      FileHandle.standardError.write(Data(line.utf8))
      #expect(watch.kinds.allSatisfy { $0.before + $0.during + $0.after >= Self.kills / 2 })
      #expect(watch.kinds.reduce(0) { $0 + $1.before + $1.during } > 0)
    }
  }

  /// Two programs write at once, over and over.
  @Test func `two writers lose nothing`() async throws {
    try await withCenter { place in
      try await withThrowingTaskGroup(of: Int.self) { group in
        let commands = [
          ["db", "import", "small", "--replace"], ["db", "import", "other", "--replace"],
          ["publish", "first"], ["publish", "second"],
        ]
        for command in commands {
          group.addTask {
            var entries = 0
            for _ in 0..<3 {
              let result = try await place.succeed(command + ["--db", "center.db"])
              if result.output.contains("confirmed") { entries += 1 }
            }
            return entries
          }
        }
        let entries = try await group.reduce(0, +)
        let list = try await place.succeed(["audit", "list", "--db", "center.db"])
        #expect(list.output.split(separator: "\n").count == 2 + entries)
      }
      try await place.succeed(["db", "check", "--db", "center.db"])
    }
  }

  @Test(arguments: [["db", "import", "other", "--replace"], ["publish", "first"]])
  func `a disk that takes no more is told, and nothing is damaged`(words: [String]) async throws {
    try await withCenter { place in
      let before = try await place.succeed(["audit", "verify", "--db", "center.db"])
      let command = (["shiftwright"] + words + ["--db", "center.db"]).joined(separator: " ")
      let result = try await place.runner.shell("ulimit -f 40; \(command)")
      #expect(result.exitCode == 1)
      #expect(
        result.output == """
          The disk refuses to write center.db; it may be full, or at its quota or largest file.
          Make room and try again; nothing was changed, center.db is as it was.

          """
      )
      let after = try await place.succeed(["audit", "verify", "--db", "center.db"])
      #expect(after.output == before.output)
      try await place.succeed(["db", "check", "--db", "center.db"])
    }
  }
}

/// Kills commands and knows what was confirmed.
private struct KillWatch {
  /// Where the kills of one kind of command fell.
  struct Kind {
    let name: String
    let commands: [[String]]
    /// Before anything was written.
    var before = 0
    /// While the log held something that was not confirmed.
    var during = 0
    /// After the command had confirmed, or ended.
    var after = 0
    /// How long the command takes by itself, the longest of two.
    var length = Duration.zero
  }

  let place: Workplace
  private(set) var kinds = [
    Kind(
      name: "import",
      commands: ["other", "small"].map { ["db", "import", $0, "--replace"] }
    ),
    Kind(name: "publish", commands: ["first", "second"].map { ["publish", $0] }),
  ]
  private var head: String?
  private var versions: Set<String> = []
  private var draws = Draws(seed: 7)

  init(place: Workplace) { self.place = place }

  var summary: String {
    kinds.map { "\($0.name): \($0.before) before, \($0.during) during, \($0.after) after" }
      .joined(separator: "; ")
  }

  /// Runs each command once to its end.
  mutating func measure() async throws {
    for index in kinds.indices {
      for command in kinds[index].commands {
        let clock = ContinuousClock()
        let start = clock.now
        // not in turn: waiting for it would count
        let result = try await place.runner.start(command + ["--db", "center.db"]).result()
        try #require(result.exitCode == 0, "\(result.errors)")
        note(result)
        kinds[index].length = max(kinds[index].length, clock.now - start)
      }
    }
  }

  /// Kills a command at a moment of the 1.1 times that it takes.
  mutating func kill(_ round: Int) async throws {
    let index = round % 2
    let commands = kinds[index].commands
    let command = try place.runner.start(
      commands[round / 2 % commands.count] + ["--db", "center.db"]
    )
    try await Task.sleep(for: kinds[index].length * 1.1 * (Double(draws.below(10_000)) / 10_000))
    command.killNow()
    let result = try await command.result()
    let log = try? FileManager.default.attributesOfItem(atPath: place.path("center.db-wal"))
    let hasLog = (log?[.size] as? Int ?? 0) > 0
    let isConfirmed = result.output.contains("confirmed") || result.exitCode == 0
    if isConfirmed {
      kinds[index].after += 1
    } else if hasLog {
      kinds[index].during += 1
    } else {
      kinds[index].before += 1
    }
    note(result)
  }

  private mutating func note(_ result: CommandResult) {
    guard let mark = result.output.firstMatch(of: /confirmed ([0-9]+:[0-9a-f]{64})\n/) else {
      return
    }
    head = String(mark.1)
    if let version = result.output.firstMatch(of: /is (version [0-9]+) of/) {
      versions.insert(String(version.1))
    }
  }

  /// What must be true after each kill.
  func judge(_ round: Int) async throws {
    try await place.succeed(["db", "check", "--db", "center.db"])
    let options = head.map { ["--head", $0] } ?? []
    try await place.succeed(["audit", "verify", "--db", "center.db"] + options)
    let list = try await place.succeed(["roster", "list", "--db", "center.db"])
    let listed = list.output.split(separator: "\n").map { line in
      line.split(separator: " ", omittingEmptySubsequences: true).dropFirst().prefix(2)
        .joined(separator: " ")
    }
    #expect(versions.isSubset(of: listed), "round \(round) lost a version")
    #expect(list.output.split(separator: "\n").count { $0.hasSuffix("published") } == 1)
    try await place.succeed(["db", "export", "out", "--db", "center.db"])
    let expected = [try place.files("small"), try place.files("other")]
    #expect(expected.contains(try place.files("out")), "round \(round) left a mixture")
    try FileManager.default.removeItem(at: place.folder.appending(path: "out"))
  }
}

/// Random numbers that a seed fixes.
private struct Draws {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func below(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }
}
