import Foundation
import Testing

/// `shiftwright init` and `shiftwright sample`.
@Suite struct StartTests {
  /// The history of one queue as `time,calls`, and nothing else.
  private func makeBareHistory(_ place: Workplace) throws {
    let rows = try place.text("small/contacts.csv").split(separator: "\n")
      .filter { $0.hasPrefix("phone_general,") }
      .map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    let lines = ["time,calls"] + rows.map { "\($0[1]),\($0[2])" }
    try place.write("bare.csv", lines.joined(separator: "\n") + "\n")
  }

  private let start = [
    "init", "made", "--history", "bare.csv", "--time-zone", "Europe/London", "--aht", "240",
    "--target", "80/30",
  ]

  @Test func `a bare history becomes a scenario that can be planned`() async throws {
    try await Workplace.with { place in
      try makeBareHistory(place)
      let result = try await place.succeed(start)
      #expect(result.errors.isEmpty)
      for line in [
        "note: the history's interval is 30 minutes.",
        "Plan the week after the history:",
        "  shiftwright plan made --week 2026-W10 --out made-2026-W10",
      ] {
        #expect(result.output.contains(line + "\n"), "\(result.output)")
      }
      let text = result.output.unwrapped
      #expect(text.contains("opening hours inferred: mon 08:00-20:00, tue 08:00-20:00"))
      #expect(text.contains("sat 09:00-17:00, sun closed."))
      #expect(text.contains("people proposed"))
      let people = try place.text("made/employees.csv").split(separator: "\n").dropFirst()
      #expect(people.count > 5)
      #expect(people.allSatisfy { $0.contains(",Placeholder ") && $0.hasSuffix(",yes") })
      let plan = try await place.succeed(place.plan("made"))
      #expect(plan.output.contains("My center, week 2026-W10 (2–8 March 2026)\n"))
      #expect(plan.output.contains("Checker       clean"))
    }
  }

  @Test(arguments: [["4m", "90s"], ["240", "90"], ["240s", "1m30s"]])
  func `init takes durations with units, and bare seconds`(times: [String]) async throws {
    try await Workplace.with { place in
      try makeBareHistory(place)
      var options = start
      options[try #require(options.firstIndex(of: "240"))] = times[0]
      try await place.succeed(options + ["--patience", times[1]])
      let settings = try place.text("made/scenario.yaml")
      #expect(settings.contains("aht_seconds: 240\n"))
      #expect(settings.contains("patience_seconds: 90\n"))
      let result = try await place.run(options + ["--patience", "90 parrots"])
      #expect(result.exitCode == 64)
      #expect(
        result.errors.unwrapped.contains(
          "The value '90 parrots' is invalid for '--patience <duration>': Write seconds, or a "
            + "duration with its unit: 90s, 2m or 1h."
        ),
        "\(result.errors)"
      )
    }
  }

  @Test func `init says that it widens the opening hours to the planning interval`() async throws {
    try await Workplace.with { place in
      let rows = (0..<28).flatMap { day in
        stride(from: 480, to: 1265, by: 5).map { minute in
          let date = day < 9 ? "2026-02-0\(day + 1)" : "2026-02-\(day + 1)"
          let parts = [minute / 60, minute % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
          return "\(date) \(parts.joined(separator: ":")),\(3 + (day + minute / 5) % 4)"
        }
      }
      try place.write("bare.csv", (["time,calls"] + rows).joined(separator: "\n") + "\n")
      let text = try await place.succeed(start).output.unwrapped
      #expect(text.contains("mon 08:00-21:15"), "\(text)")
      #expect(
        text.contains(
          "note: the center opens and closes on multiples of the planning interval of 15 minutes;"
            + " times between, as the history of 5 minutes may show them, were widened to the next."
        )
      )
    }
  }

  @Test func `init overwrites nothing`() async throws {
    try await Workplace.with { place in
      try makeBareHistory(place)
      try await place.succeed(start)
      try place.write("made/preferences.csv", "employee,day,wish,from,to,weight\n")
      let before = try place.files(".")
      let result = try await place.run(start)
      #expect(result.exitCode == 1)
      #expect(result.errors == "made exists already.\nChoose another place, or remove it.\n")
      #expect(try place.files(".") == before)
    }
  }

  @Test func `init says what is wrong with a history`() async throws {
    try await Workplace.with { place in
      try place.write("bare.csv", "time,calls\n2026-01-05 09:00,12\n2026-01-05 09:30,many\n")
      let result = try await place.run(start)
      #expect(result.exitCode == 1)
      #expect(result.errors.hasPrefix("bare.csv:3: "), "\(result.errors)")
      #expect(result.errors.hasSuffix("\n1 error. Nothing was written.\n"))
      #expect(try place.names() == ["bare.csv", "small"])
    }
  }

  @Test func `sample gives the same bytes for the same seed`() async throws {
    try await Workplace.with { place in
      let sample = ["sample", "--people", "24", "--queues", "2", "--weeks", "8"]
      try await place.succeed(sample + ["one"])
      try await place.succeed(sample + ["same"])
      try await place.succeed(sample + ["--seed", "43", "other"])
      #expect(try place.files("same") == place.files("one"))
      #expect(try place.files("other")["contacts.csv"] != place.files("one")["contacts.csv"])
    }
  }

  struct Shipped: Sendable, CustomTestStringConvertible {
    let folder: String
    /// What `sample` is told, beside the folder.
    let options: [String]
    var testDescription: String { folder }
  }

  @Test(arguments: [
    // 60 people, 3 queues, 26 weeks, seed 42: the defaults.
    Shipped(folder: "harbour-bank", options: []),
    Shipped(
      folder: "short-staffed",
      options: [
        "--people", "40", "--queues", "2", "--weeks", "12", "--seed", "7", "--name",
        "Short-staffed Bank", "--understaffed",
      ]
    ),
  ])
  func `the shipped scenarios are what sample makes`(c: Shipped) async throws {
    try await TemporaryFolder.with { folder in
      let place = Workplace(folder: folder)
      try await place.succeed(["sample"] + c.options + ["made"])
      let shipped = Workplace(folder: CommandRunner.packageRoot.appending(path: "scenarios"))
      // questions and assumptions are written by hand, the figures of a scorecard made by a script
      let made = try place.files("made")
      let kept = try shipped.files(c.folder).filter { file in
        !["scorecard/", "whatif/", "capacity.yaml"].contains { file.key.hasPrefix($0) }
      }
      #expect(made.keys.sorted() == kept.keys.sorted(), "scenarios/\(c.folder)")
      for name in made.keys.sorted() { #expect(made[name] == kept[name], "\(c.folder)/\(name)") }
    }
  }
}
