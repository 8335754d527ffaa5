import Foundation
import Testing

/// `shiftwright verify`.
@Suite struct VerifyTests {
  private static let quick = ["--effort", "1", "--replications", "2"]

  @Test func `confirms a run and says what was made again`() async throws {
    try await Workplace.with { place in
      try await place.succeed(place.plan(with: Self.quick))
      let result = try await place.succeed(["verify", "run"])
      #expect(result.errors.isEmpty)
      let text = result.output.unwrapped
      let count = PlanTests.outputs.count + PlanTests.inputs.count
      #expect(text.contains("Confirmed: \(count) files have the bytes recorded;"))
      let again = [
        "forecast.csv", "forecast_days.csv", "requirement.csv", "roster.json", "coverage.csv",
        "simulation.csv", "certificate.json",
      ]
      for name in again { #expect(text.contains(name)) }
    }
  }

  @Test func `people without shifts are in no roster file, and the run is confirmed`() async throws
  {
    try await Workplace.with { place in
      let absences = try place.text("small/absences.csv")
        .split(separator: "\n", omittingEmptySubsequences: true)
        .filter { !$0.hasPrefix("E0003,") }
      try place.write(
        "small/absences.csv",
        absences.joined(separator: "\n") + "\nE0003,2026-02-27,2026-03-11,leave\n"
      )
      try await place.succeed(place.plan(with: Self.quick))
      for name in ["roster.csv", "roster.json"] {
        let text = try place.text("run/\(name)")
        #expect(text.contains("E0004"), "\(name)")
        #expect(!text.contains("E0003"), "\(name)")
      }
      let result = try await place.run(["verify", "run", "--replan"])
      #expect(result.exitCode == 0, "\(result.output)")
    }
  }

  @Test func `confirms a run whose prices were found, and finds another price`() async throws {
    try await Workplace.with { place in
      try await place.succeed(place.plan(with: Self.quick + ["--cover", "service"]))
      try await place.succeed(["verify", "run"])
      let record = try place.text("run/run.json")
      #expect(record.contains("\"contact_prices\""))
      let price = try #require(record.firstMatch(of: /"price" : ([0-9.]+)/)).1
      try place.write(
        "run/run.json",
        record.replacing("\"price\" : \(price)", with: "\"price\" : 1\(price)")
      )
      let result = try await place.run(["verify", "run"])
      #expect(result.exitCode == 2)
      #expect(result.output.contains("run.json: the objective is"), "\(result.output)")
    }
  }

  @Test func `finds one changed byte in any file, and files that come or go`() async throws {
    try await Workplace.with { place in
      try await place.succeed(place.plan(with: Self.quick))
      for (name, bytes) in try place.files("run").sorted(by: { $0.key < $1.key }) {
        let file = place.folder.appending(path: "run/" + name)
        let isRecord = name == "run.json" || name == "certificate.json"
        for position in isRecord ? [0, bytes.count / 2, bytes.count - 1] : [bytes.count / 2] {
          var changed = bytes
          changed[position] = changed[position] == UInt8(ascii: "7") ? 56 : 55
          try changed.write(to: file)
          let result = try await place.run(["verify", "run"])
          #expect(result.exitCode == 2, "\(name) \(position)")
          #expect(result.output.contains(name), "\(name) \(position)\n\(result.output)")
        }
        try bytes.write(to: file)
      }
      try FileManager.default.moveItem(
        at: place.folder.appending(path: "run/report.html"),
        to: place.folder.appending(path: "run/other.html")
      )
      let result = try await place.run(["verify", "run"])
      #expect(result.exitCode == 2)
      #expect(result.output.contains("report.html: the file is missing"))
      #expect(result.output.contains("other.html: run.json does not list the file"))
    }
  }

  /// Someone who moves a shift and mends the hashes is found by what follows from the roster.
  @Test func `finds a forged roster whose hashes were mended`() async throws {
    try await Workplace.with { place in
      try await place.succeed(place.plan(with: Self.quick))
      let before = try await place.hash("run/roster.csv")
      var rows = try place.text("run/roster.csv").split(separator: "\n").map(String.init)
      rows.removeAll { $0.hasPrefix("E0003,") }
      try place.write("run/roster.csv", rows.joined(separator: "\n") + "\n")
      let after = try await place.hash("run/roster.csv")
      for name in ["run/run.json", "run/certificate.json"] {
        try place.write(name, try place.text(name).replacing(before, with: after))
      }
      let result = try await place.run(["verify", "run"])
      #expect(result.exitCode == 2)
      for name in ["roster.json:", "coverage.csv:", "simulation.csv:", "run.json: the objective"] {
        #expect(result.output.contains(name), "\(name)\n\(result.output)")
      }
    }
  }

  /// Someone who takes files out, or changes figures of the record, and mends its hash.
  @Test func `finds a forged record`() async throws {
    try await Workplace.with { place in
      try await place.succeed(place.plan(with: Self.quick))
      let good = try place.text("run/run.json")
      let forgeries: [(from: String, to: String, said: String)] = [
        ("\"violations\" : 0", "\"violations\" : 7", "run.json: violations is 7, recomputed 0"),
        (
          "\"week\" : \"2026-W10\"", "\"week\" : \"2031-W01\"",
          "run.json: week is 2031-W01, recomputed 2026-W10"
        ),
        (
          "\"impossible_employees\" : 0", "\"impossible_employees\" : 9",
          "run.json: impossible_employees is 9, recomputed 0"
        ),
        (
          "\"impossible_employees\" : 0",
          "\"changed_shifts\" : 0,\n    \"impossible_employees\" : 0",
          "run.json: speaks of a repair, but changes.csv is not among its files"
        ),
        (
          "\"file\" : \"simulation.csv\"", "\"file\" : \"roster.csv\"",
          "run.json: simulation.csv is not among its outputs"
        ),
      ]
      for forgery in forgeries {
        try #require(good.contains(forgery.from), "\(forgery.from)")
        try await place.forge(good.replacing(forgery.from, with: forgery.to))
        let result = try await place.run(["verify", "run"])
        #expect(result.exitCode == 2)
        #expect(result.output.contains(forgery.said), "\(forgery.said)\n\(result.output)")
        #expect(!result.output.contains("its own hash"))
      }
      try place.write("run/run.json", "{}")
      let result = try await place.run(["verify", "run"])
      #expect(result.exitCode == 2)
      #expect(result.output.contains("run.json: is no record that this version reads"))
    }
  }

  @Test func `confirms a repaired run, and says what is taken as given`() async throws {
    try await Workplace.with { place in
      try await place.succeed(place.plan(with: Self.quick))
      try place.write("changes.yaml", "locks: {dates: [2026-03-08]}\n")
      try await place.succeed([
        "reoptimize", "run", "--changes", "changes.yaml", "--out", "repaired",
        "--replications", "2",
      ])
      let result = try await place.succeed(["verify", "repaired"])
      #expect(result.output.unwrapped.contains("Taken as given: forecast, need, the roster"))
    }
  }

  @Test(arguments: ["need", "service"])
  func `plans the week again, with other threads`(
    cover: String
  ) async throws {
    try await Workplace.with { place in
      // without an effort the standard one is recorded
      let effort = cover == "need" ? [] : ["--effort", "1"]
      let options =
        effort + ["--replications", "30", "--cover", cover, "--threads", "1", "--write-lp"]
      try await place.succeed(place.plan(with: options))
      let result = try await place.succeed(["verify", "run", "--replan", "--threads", "2"])
      for name in ["roster.csv", "report.html", "master.lp"] {
        #expect(result.output.contains(name), "\(name)\n\(result.output)")
      }
      #expect(result.output.unwrapped.hasSuffix("Taken as given: timings."))
    }
  }

  @Test func `another effort than the recorded one is found by planning again`() async throws {
    try await Workplace.with { place in
      try await place.succeed(place.plan(with: Self.quick))
      let record = try place.text("run/run.json")
      try await place.forge(record.replacing("\"effort\" : 1", with: "\"effort\" : 3"))
      try await place.succeed(["verify", "run"])
      let result = try await place.run(["verify", "run", "--replan"])
      #expect(result.exitCode == 2)
      #expect(result.output.contains("report.html:"), "\(result.output)")
    }
  }

  @Test func `says when a week cannot be planned again`() async throws {
    try await Workplace.with { place in
      try await place.succeed(place.plan(with: Self.quick))
      let record = try place.text("run/run.json")
      try await place.forge(
        record.replacing("\"repeatable\" : true", with: "\"repeatable\" : false")
      )
      let result = try await place.run(["verify", "run", "--replan"])
      #expect(result.exitCode == 1)
      #expect(result.errors.contains("The clock ended the search for this roster"))
    }
  }

  @Test func `a folder that is no run`() async throws {
    try await Workplace.with { place in
      let result = try await place.run(["verify", "small"])
      #expect(result.exitCode == 1)
      #expect(
        result.errors.contains(
          "small has no run.json: it is no run folder.\n"
            + "Give a folder that 'shiftwright plan' wrote."
        )
      )
    }
  }
}

extension Workplace {
  /// Writes a changed record with a hash of its own that is right.
  fileprivate func forge(_ text: String) async throws {
    let zeros = String(repeating: "0", count: 64)
    let field = /"record_sha256" : "[0-9a-f]{64}"/
    try write("run/run.json", text.replacing(field, with: "\"record_sha256\" : \"\(zeros)\""))
    let hash = try await hash("run/run.json")
    try write("run/run.json", text.replacing(field, with: "\"record_sha256\" : \"\(hash)\""))
  }

  /// The SHA-256 of a file by the system's tool.
  fileprivate func hash(_ name: String) async throws -> String {
    let result = try await runner.shell(
      "if command -v sha256sum > /dev/null; then sha256sum \(name); "
        + "else shasum -a 256 \(name); fi"
    )
    return String(try #require(result.output.split(separator: " ").first))
  }
}
