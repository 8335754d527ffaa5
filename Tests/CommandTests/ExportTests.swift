import Foundation
import Testing

/// `shiftwright export`.
@Suite struct ExportTests {
  private static let quick = ["--effort", "1", "--replications", "2"]

  /// The rows of a table, by the names of its columns.
  private func rows(_ place: Workplace, _ file: String) throws -> [[String: String]] {
    let lines = try place.text(file).split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    return lines.dropFirst().map { row in
      Dictionary(uniqueKeysWithValues: zip(lines[0], row).map { ($0, $1) })
    }
  }

  /// The values of a property of all events of all feeds.
  private func values(_ place: Workplace, _ folder: String, _ name: String) throws -> [String] {
    try place.files(folder).values.flatMap { bytes in
      String(decoding: bytes, as: UTF8.self).replacing("\r\n ", with: "")
        .split(separator: "\r\n").filter { $0.hasPrefix(name + ":") }
        .map { String($0.dropFirst(name.count + 1)) }
    }.sorted()
  }

  /// `2026-03-03T08:00+00:00` as `20260303T080000Z`; the sample's center lives by London in winter.
  private func utc(_ text: String) -> String {
    text.dropLast(6).filter { $0 != "-" && $0 != ":" } + "00Z"
  }

  @Test func `feeds and table say what the roster says, and repeat to the byte`() async throws {
    try await Workplace.with { place in
      try await place.succeed(place.plan(with: Self.quick))
      let said = try await place.succeed([
        "export", "run", "--ical", "feeds", "--csv", "shifts.csv",
      ])
      let shifts = Set(
        try rows(place, "run/roster.csv").map { row in
          [row["employee"], row["date"], row["shift_start"], row["shift_end"]].map { $0 ?? "" }
        }
      ).sorted { $0.lexicographicallyPrecedes($1) }
      let table = try rows(place, "shifts.csv")
      #expect(
        table.map { row in
          [row["employee"], row["date"], row["start"], row["end"]].map { $0 ?? "" }
        }.sorted { $0.lexicographicallyPrecedes($1) } == shifts
      )
      let people = Set(shifts.map { $0[0] })
      #expect(try place.files("feeds").keys.sorted() == people.sorted().map { $0 + ".ics" })
      #expect(
        try values(place, "feeds", "UID") == shifts.map { "\($0[0])-\($0[1])@shiftwright" }.sorted()
      )
      #expect(try values(place, "feeds", "DTSTART") == shifts.map { utc($0[2]) }.sorted())
      #expect(try values(place, "feeds", "DTEND") == shifts.map { utc($0[3]) }.sorted())
      #expect(
        said.output == """
          feeds holds the feeds of \(people.count) people.
          shifts.csv holds \(shifts.count) shifts.

          """
      )
      let first = try place.files("feeds")
      try await place.succeed(["export", "run", "--ical", "feeds"])
      #expect(try place.files("feeds") == first)
    }
  }

  /// Who loses a shift finds it cancelled in the feed of the next version.
  @Test func `published versions count up, and lost shifts are cancelled`() async throws {
    try await Workplace.with { place in
      try await place.succeed(place.plan(with: Self.quick))
      try await place.succeed(["db", "init", "--db", "center.db"])
      try await place.succeed(["db", "import", "small", "--db", "center.db"])
      try await place.succeed(["publish", "run", "--db", "center.db"])
      let export = ["export", "--db", "center.db", "--week", Workplace.week, "--ical"]
      try await place.succeed(export + ["first"])
      #expect(Set(try values(place, "first", "SEQUENCE")) == ["1"])
      let lost = try #require(try rows(place, "run/roster.csv").first)
      let (employee, date) = (lost["employee"] ?? "", lost["date"] ?? "")
      try place.write(
        "changes.yaml",
        "absences: [{employee: \(employee), from: \(date), until: \(date), kind: sick}]\n"
      )
      try await place.succeed(
        ["reoptimize", "run", "--changes", "changes.yaml", "--out", "repaired"] + Self.quick
      )
      try await place.succeed(["publish", "repaired", "--db", "center.db"])
      try await place.succeed(export + ["second"])
      #expect(Set(try values(place, "second", "SEQUENCE")) == ["2"])
      let feed = try place.text("second/\(employee).ics").replacing("\r\n", with: "\n")
      let event = try #require(
        feed.components(separatedBy: "BEGIN:VEVENT").first {
          $0.contains("UID:\(employee)-\(date)@shiftwright\n")
        }
      )
      #expect(event.contains("STATUS:CANCELLED"))
      try await place.succeed(export + ["again", "--roster-version", "1"])
      #expect(try place.files("again") == place.files("first"))
      let none = try await place.run(export + ["third", "--roster-version", "7"])
      #expect(none.exitCode == 1)
      #expect(
        none.errors == """
          center.db has no version 7 of 2026-W10; it has: 1 (superseded), 2 (published).
          Give --roster-version one that there is, or publish a run.

          """
      )
    }
  }

  @Test(arguments: [
    (["export", "run"], "Give --ical, --csv or both."),
    (["export", "--csv", "x.csv"], "Give a run folder, or --db with --week."),
    (["export", "run", "--db", "c.db", "--csv", "x"], "Give a run folder, or --db with --week."),
    (
      ["export", "--db", "c.db", "--csv", "x"],
      "Give --db and --week together; --roster-version goes with them."
    ),
  ])
  func `says how it is used`(words: [String], said: String) async throws {
    try await TemporaryFolder.with { folder in
      let result = try await CommandRunner(folder: folder).start(words).result()
      #expect(result.exitCode == 64)
      #expect(result.errors.contains(said))
    }
  }
}
