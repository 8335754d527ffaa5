import Foundation
import Testing

/// `shiftwright plan` on scenarios that it can plan.
@Suite struct PlanTests {
  static let outputs = [
    "certificate.json", "coverage.csv", "forecast.csv", "forecast_days.csv", "report.html",
    "requirement.csv", "roster.csv", "roster.json", "simulation.csv",
  ]
  static let inputs = [
    "absences.csv", "availability.csv", "calendar.csv", "contacts.csv", "employees.csv",
    "history.csv", "preferences.csv", "scenario.yaml", "skills.csv",
  ]

  @Test func `writes the whole run folder and sums it up`() async throws {
    try await Workplace.with { place in
      let result = try await place.succeed(place.plan())
      let written = try place.files("run").keys.sorted()
      #expect(
        written == (Self.outputs + ["run.json"] + Self.inputs.map { "inputs/" + $0 }).sorted()
      )
      #expect(try place.names() == ["run", "small"])
      let lines = result.output.split(separator: "\n").map(String.init)
      #expect(lines[0] == "Harbour Bank, week 2026-W10 (2–8 March 2026), synthetic data")
      for label in [
        "People        24 of 24 have shifts", "Paid hours    ", "Cost          ",
        "Understaffed  ", "Queue          Contacts", "phone_general", "phone_cards",
        "Proved gap    ", "Checker       clean: all 17 rules kept", "Warnings      none",
        "Time          forecast ", "Report        run/report.html",
      ] {
        #expect(lines.contains { $0.hasPrefix(label) }, "\(label)\n\(result.output)")
      }
      let text = result.output.unwrapped
      #expect(text.contains("Contacts Person-h Target Erlang Simulated Promise"))
      #expect(text.contains("of what planning can influence"))
      #expect(text.contains("% ± "))
      #expect(lines.allSatisfy { $0.count <= 80 })
    }
  }

  @Test func `run.json holds the hashes of all files, the options and the result`() async throws {
    try await Workplace.with { place in
      try await place.succeed(place.plan(with: Workplace.quick + ["--seed", "9"]))
      let record = try place.record()
      let hashes = try await place.runner.shell(
        "cd run; if command -v sha256sum > /dev/null; then tool=sha256sum; "
          + "else tool='shasum -a 256'; fi; find . -type f ! -name run.json | sort | xargs $tool"
      )
      let lines = hashes.output.split(separator: "\n").map { $0.split(separator: " ") }
      let actual = Dictionary(
        uniqueKeysWithValues: lines.map { (String($0[1].dropFirst(2)), String($0[0])) }
      )
      var recorded: [String: String] = [:]
      for (key, prefix) in [("inputs", "inputs/"), ("outputs", "")] {
        for entry in try #require(record[key] as? [[String: String]]) {
          let file = try #require(entry["file"])
          recorded[prefix + file] = entry["sha256"]
        }
      }
      #expect(recorded == actual)
      #expect(actual.count == Self.inputs.count + Self.outputs.count)
      #expect(record["repeatable"] as? Bool == true)
      #expect(record["week"] as? String == Workplace.week)
      let options = try #require(record["options"] as? [String: Any])
      #expect(options["seed"] as? Int == 9)
      #expect(options["effort"] as? Int == 2)
      #expect(options["replications"] as? Int == 50)
      let outcome = try #require(record["result"] as? [String: Any])
      #expect(outcome["violations"] as? Int == 0)
      let bound = try #require(outcome["bound"] as? Double)
      #expect(try #require(outcome["objective"] as? Double) >= bound)
      #expect((record["solver"] as? String)?.hasPrefix("GLPK ") == true)
      for name in Self.inputs {
        #expect(try place.text("run/inputs/" + name) == place.text("small/" + name), "\(name)")
      }
    }
  }

  @Test func `one and two threads give the same bytes`() async throws {
    try await Workplace.with { place in
      try await place.succeed(place.plan(out: "one", with: Workplace.quick + ["--threads", "1"]))
      try await place.succeed(place.plan(out: "two", with: Workplace.quick + ["--threads", "2"]))
      try expectSameRun(place, "one", "two")
    }
  }

  @Test func `a time limit that is not reached changes nothing`() async throws {
    try await Workplace.with { place in
      try await place.succeed(place.plan(out: "free"))
      try await place.succeed(
        place.plan(out: "limited", with: Workplace.quick + ["--time-limit", "600"])
      )
      #expect(try place.record("limited")["repeatable"] as? Bool == true)
      let (free, limited) = (try place.files("free"), try place.files("limited"))
      for name in Self.outputs { #expect(free[name] == limited[name], "\(name)") }
    }
  }

  @Test func `a run can be repeated from its own inputs, and replaced`() async throws {
    try await Workplace.with { place in
      try await place.succeed(place.plan())
      try await place.succeed(place.plan("run/inputs", out: "again"))
      try expectSameRun(place, "run", "again")
      try await place.succeed(place.plan(with: Workplace.quick + ["--seed", "7", "--write-lp"]))
      let (again, run) = (try place.files("again"), try place.files("run"))
      #expect(run["roster.csv"] != again["roster.csv"])
      #expect(run["master.lp"] != nil)
      try await place.succeed(place.plan())
      #expect(try place.files("run").keys.sorted() == again.keys.sorted())
      #expect(try place.names() == ["again", "run", "small"])
    }
  }

  /// All files of two runs are equal, but for the timings in `run.json`.
  private func expectSameRun(_ place: Workplace, _ first: String, _ second: String) throws {
    let (one, two) = (try place.files(first), try place.files(second))
    #expect(one.keys.sorted() == two.keys.sorted())
    for name in one.keys.sorted() where name != "run.json" {
      #expect(one[name] == two[name], "\(name) differs")
    }
    #expect(
      try timeless(place.text(first + "/run.json")) == timeless(place.text(second + "/run.json"))
    )
  }

  /// The text of `run.json` without the timings and what follows from them.
  private func timeless(_ text: String) throws -> String {
    let start = try #require(text.firstRange(of: "  \"timings\" : {\n"))
    let end = try #require(text[start.upperBound...].firstRange(of: "\n  },\n"))
    let rest = String(text[..<start.lowerBound] + text[end.upperBound...])
    // the record's own hash covers the timings
    return rest.replacing(/"record_sha256" : "[0-9a-f]{64}"/, with: "")
  }

  @Test func `prints no names and no control characters`() async throws {
    try await Workplace.with { place in
      // Somebody without a legal week is reported, by identifier.
      let employees = try place.text("small/employees.csv").split(separator: "\n").dropFirst()
      let names = employees.map { String($0.split(separator: ",")[1]) }
      try #require(names.count == 24 && names.allSatisfy { $0.contains(" ") })
      try Impossible.make(place)
      for arguments in [
        place.plan(), place.plan(with: Workplace.quick + ["--strict"]),
        ["check", "small", "run"], ["simulate", "small", "run", "--replications", "2"],
      ] {
        let result = try await place.run(arguments)
        let text = result.output + result.errors
        #expect(!text.isEmpty)
        for name in names { #expect(!text.contains(name), "\(arguments)") }
        let controls = text.unicodeScalars.filter { $0.value < 32 && $0 != "\n" }
        #expect(controls.isEmpty, "\(arguments)")
        if arguments[0] == "plan", result.exitCode == 0 { #expect(result.errors.isEmpty) }
      }
    }
  }

  @Test(.enabled(if: PseudoTerminal.isAvailable, "needs the Linux program 'script'"))
  func `shows progress on a terminal and wipes it`() async throws {
    try await Workplace.with { place in
      let line = (["shiftwright"] + place.plan()).joined(separator: " ")
      let result = try await place.runner.shell(PseudoTerminal.command(line))
      #expect(result.exitCode == 0)
      #expect(result.output.contains("\r\u{1B}[Kday programs"))
      #expect(result.output.contains("\r\u{1B}[Ksimulat"))
      #expect(result.output.contains("\u{1B}[KHarbour Bank, week 2026-W10"))
    }
  }

  @Test func `an understaffed week is planned, with the amount and the cause`() async throws {
    try await Workplace.with { place in
      try await place.succeed([
        "sample", "--people", "24", "--queues", "2", "--weeks", "8", "--understaffed", "short",
      ])
      // At its own promise of 80 % the service lies within the simulation's error of it: proved neither
      // way. At 95 % it is missed by some fifteen points.
      let settings = try place.text("short/scenario.yaml")
      try place.write(
        "short/scenario.yaml",
        settings.replacing("service_level: 0.80", with: "service_level: 0.95")
      )
      let result = try await place.succeed(
        place.plan("short", with: Workplace.quick + ["--cover", "need"])
      )
      let text = result.output.unwrapped
      let pattern = /Understaffed ([0-9,]+) intervals, ([0-9,.]+) person-hours; mostly because the/
      let match = try #require(text.firstMatch(of: pattern), "\(text)")
      #expect(try #require(Int(match.1.filter { $0 != "," })) > 50)
      // Short hours in coverage.csv, counted here again: each interval is half an hour.
      let rows = try place.text("run/coverage.csv").split(separator: "\n").dropFirst()
      let missing = try rows.reduce(0.0) { sum, row in
        sum + (try #require(Double(row.split(separator: ",")[4]))) / 2
      }
      #expect(missing > 50)
      #expect(text.contains("the week needs more hours than the people have"))
      #expect(text.contains("Promise phone_general"))
      for queue in ["phone_general", "phone_cards"] {
        let line = try #require(
          result.output.split(separator: "\n").first { $0.hasPrefix(queue + " ") }
        )
        #expect(line.hasSuffix(" missed"), "\(line)")
      }
    }
  }
}

/// A terminal for a command, by the program `script` of util-linux.
enum PseudoTerminal {
  static var isAvailable: Bool {
    #if os(Linux)
    FileManager.default.isExecutableFile(atPath: "/usr/bin/script")
    #else
    false
    #endif
  }

  static func command(_ line: String) -> String { "script -qec '\(line)' /dev/null" }
}

/// Someone who must work and never can.
enum Impossible {
  static let employee = "E0003"

  /// Takes every hour of every day from the employee, whose contract demands five days.
  static func make(_ place: Workplace) throws {
    let file = "small/availability.csv"
    let rows = try place.text(file).split(separator: "\n").filter { !$0.hasPrefix(employee) }
    try place.write(file, (rows + ["\(employee),every,,"]).joined(separator: "\n") + "\n")
  }
}
