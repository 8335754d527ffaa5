import Foundation
import Testing

/// Single stages, from the files of the one before.
@Suite struct StageTests {
  @Test func `stages in a chain give the plan's files`() async throws {
    try await Workplace.with { place in
      try await place.succeed(place.plan())
      for arguments in [
        ["forecast", "small", "--week", Workplace.week, "--out", "a"],
        ["staff", "small", "--forecast", "a", "--out", "b"],
        ["roster", "small", "--requirement", "b", "--out", "c", "--effort", "2"],
        [
          "simulate", "small", "c/roster.csv", "--forecast", "a", "--out", "d",
          "--replications", "50",
        ],
      ] {
        let result = try await place.succeed(arguments)
        #expect(result.errors.isEmpty)
        #expect(result.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
      }
      let plan = try place.files("run")
      let stages: [(folder: String, files: [String])] = [
        ("a", ["forecast.csv", "forecast.html", "forecast_days.csv"]),
        ("b", ["forecast.csv", "forecast_days.csv", "requirement.csv"]),
        ("c", ["coverage.csv", "requirement.csv", "roster.csv", "roster.json"]),
        ("d", ["occupancy.csv", "simulation.csv"]),
      ]
      for (folder, names) in stages {
        let files = try place.files(folder)
        #expect(files.keys.sorted() == names)
        for name in names where !["forecast.html", "occupancy.csv"].contains(name) {
          #expect(files[name] == plan[name], "\(folder)/\(name)")
        }
      }
    }
  }

  @Test func `a stage may be run again, and its files named one by one`() async throws {
    try await Workplace.with { place in
      let forecast = ["forecast", "small", "--week", Workplace.week, "--out", "a"]
      try await place.succeed(forecast)
      let first = try place.files("a")
      try await place.succeed(forecast)
      #expect(try place.files("a") == first)
      try await place.succeed(["staff", "small", "--forecast", "a/forecast.csv", "--out", "b"])
      try await place.succeed(["staff", "small", "--week", Workplace.week, "--out", "b2"])
      #expect(try place.files("b") == place.files("b2"))
      let printed = try await place.succeed(["forecast", "small", "--week", Workplace.week])
      #expect(printed.output.contains("Mon 2 Mar"))
      #expect(try place.names() == ["a", "b", "b2", "small"])
    }
  }

  @Test func `the plan's roster is clean, named as a file or as a folder`() async throws {
    try await Workplace.with { place in
      try await place.succeed(place.plan())
      for roster in ["run", "run/", "run/roster.csv"] {
        let result = try await place.succeed(["check", "small", roster])
        #expect(result.output == "Clean: all 17 rules kept.\n")
        #expect(result.errors.isEmpty)
      }
    }
  }

  /// Moves everything a full-time employee does on one day to three hours after midnight.
  @Test func `an edited roster is refused with person, day, rule and numbers`() async throws {
    try await Workplace.with { place in
      try await place.succeed(place.plan())
      let rows = try place.text("run/roster.csv").split(separator: "\n").map(String.init)
      let first = try #require(rows.first { $0.hasPrefix("E0003,") }).split(separator: ",")
      let (date, start) = (String(first[1]), String(first[2]))
      let edited = rows.map { row in
        row.hasPrefix("E0003,\(date),") ? row.replacing(start, with: "\(date)T05:00+00:00") : row
      }
      try place.write("edited.csv", edited.joined(separator: "\n") + "\n")
      let result = try await place.run(["check", "small", "edited.csv"])
      #expect(result.exitCode == 2)
      #expect(result.errors.isEmpty)
      let text = result.output.unwrapped
      #expect(text.contains("17 rules checked."))
      #expect(text.contains("E0003 \(date) opening hours: "))
      #expect(text.contains("is open in the"))
      #expect(text.contains("E0003 \(date) shift length: "))
      #expect(text.contains("allowed are full_day (8 h 30 min with break 15 min + lunch 30 min"))
    }
  }

  @Test func `a removed shift breaks the hours that the contract demands`() async throws {
    try await Workplace.with { place in
      try await place.succeed(place.plan())
      let rows = try place.text("run/roster.csv").split(separator: "\n").map(String.init)
      // Days of the employee; the contract demands at least five of them.
      let days = Set(rows.filter { $0.hasPrefix("E0003,") }.map { $0.split(separator: ",")[1] })
      let kept = days.sorted().prefix(4)
      let edited = rows.filter { row in
        !row.hasPrefix("E0003,") || kept.contains(row.split(separator: ",")[1])
      }
      try place.write("edited.csv", edited.joined(separator: "\n") + "\n")
      let result = try await place.run(["check", "small", "edited.csv"])
      #expect(result.exitCode == 2)
      #expect(result.output.contains("E0003 working days: 4 shifts; 5 to 6 are allowed"))
      #expect(result.output.contains("E0003 weekly hours: "))
    }
  }

  @Test(.enabled(if: LinearProgramSolver.isAvailable, "needs glpsol"))
  func `glpsol reads the master and agrees with the bound`() async throws {
    try await Workplace.with { place in
      try await place.succeed(place.plan(with: Workplace.quick + ["--write-lp"]))
      let solved = try await place.runner.shell(
        "glpsol --lp run/master.lp --nomip -o solution.txt"
      )
      #expect(solved.exitCode == 0)
      #expect(solved.output.contains("OPTIMAL LP SOLUTION FOUND"), "\(solved.output.suffix(600))")
      // The master holds few weeks, so its relaxation lies above the bound over all weeks.
      let solution = try place.text("solution.txt")
      let match = try #require(solution.firstMatch(of: /Objective:.* = ([-0-9.e+]+) \(MIN/))
      let value = try #require(Double(match.1))
      let result = try #require(try place.record()["result"] as? [String: Any])
      #expect(value >= (try #require(result["bound"] as? Double)) - 0.01)
    }
  }
}

enum LinearProgramSolver {
  static var isAvailable: Bool {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    return path.split(separator: ":").contains { folder in
      FileManager.default.isExecutableFile(atPath: folder + "/glpsol")
    }
  }
}
