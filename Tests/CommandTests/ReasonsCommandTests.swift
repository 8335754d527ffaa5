import Foundation
import Testing

/// `shiftwright explain` on a run of `plan`.
@Suite struct ReasonsCommandTests {
  private static let quick = ["--effort", "1"]

  private func withRun(_ body: (Workplace) async throws -> Void) async throws {
    try await Workplace.with { place in
      try await place.succeed(place.plan())
      try await body(place)
    }
  }

  /// The person and date of the first shift of a run.
  private func firstShift(_ place: Workplace) throws -> (employee: String, date: String) {
    let lines = try place.text("run/roster.csv").split(separator: "\n")
    let head = try #require(lines.first).split(separator: ",").map(String.init)
    let row = try #require(lines.dropFirst().first)
      .split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    let cells = Dictionary(uniqueKeysWithValues: zip(head, row))
    return (try #require(cells["employee"]), try #require(cells["date"]))
  }

  private func names(_ place: Workplace) throws -> [String] {
    try place.text("small/employees.csv").split(separator: "\n").dropFirst()
      .compactMap { $0.split(separator: ",").dropFirst().first.map(String.init) }
  }

  @Test func `explains a shift, the same for any number of threads`() async throws {
    try await withRun { place in
      let shift = try firstShift(place)
      let asked = ["explain", "run", "--shift", "\(shift.employee)@\(shift.date)"] + Self.quick
      let result = try await place.succeed(asked + ["--out", "one", "--threads", "1"])
      #expect(result.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
      for part in ["\(shift.employee) works", "The next best for the date", "Other ways"] {
        #expect(result.output.unwrapped.contains(part), "\(part)\n\(result.output)")
      }
      try await place.succeed(asked + ["--out", "two", "--threads", "2"])
      let files = try place.files("one")
      #expect(try files == place.files("two"))
      #expect(files.keys.sorted() == ["explain.csv", "explain.html", "explain.json"])
      let csv = try place.text("one/explain.csv")
      #expect(csv.hasPrefix("kind,shift,breaks,cost,searched,pay,"))
      let names = try names(place)
      #expect(!names.isEmpty)
      for file in files.keys.sorted() {
        let text = try place.text("one/" + file)
        #expect(names.allSatisfy { !text.contains($0) }, "\(file)")
      }
    }
  }

  @Test func `explains an interval, a person and a rule`() async throws {
    try await withRun { place in
      let interval = try await place.succeed(
        [
          "explain", "run", "--interval", "TUE10:00", "--queue", "phone_general", "--out",
          "tuesday",
        ]
          + Self.quick
      )
      #expect(interval.output.contains("phone_general"))
      #expect(interval.output.contains("at work"))
      let csv = try place.text("tuesday/explain.csv").split(separator: "\n")
      #expect(csv.first?.hasPrefix("employee,reason,shift,cost,") == true)
      #expect(csv.count == 25)
      let shift = try firstShift(place)
      let person = try await place.succeed(
        ["explain", "run", "--person", shift.employee] + Self.quick
      )
      for part in ["\(shift.employee) works", "Wishes", "What binds"] {
        #expect(person.output.unwrapped.contains(part), "\(part)\n\(person.output)")
      }
      let rule = try await place.succeed(
        ["explain", "run", "--rule", "overtime premium", "--out", "rule"] + Self.quick
      )
      #expect(rule.output.unwrapped.contains("Without 'overtime premium' a new search"))
      #expect(try place.text("rule/explain.csv").hasPrefix("employee,gain\n"))
    }
  }

  @Test func `says what can be asked`() async throws {
    try await withRun { place in
      let shift = try firstShift(place)
      let cases: [(options: [String], code: Int32, text: String)] = [
        ([], 64, "Give exactly one of --shift E0004@2026-03-03, --interval MON10:00"),
        (["--person", "a", "--rule", "presence"], 64, "2 things are asked about"),
        (["--shift", "E0004"], 64, "EMPLOYEE@YYYY-MM-DD"),
        (["--interval", "10:00"], 64, "DDDHH:MM"),
        (["--rule", "minimum rset"], 64, "Did you mean 'minimum rest'?"),
        (["--person", shift.employee, "--queue", "chat"], 64, "no interval is asked about"),
        (["--person", "E9999"], 1, "Nobody has the identifier 'E9999'"),
        (["--shift", "\(shift.employee)@2026-04-01"], 1, "has no shift on 2026-04-01"),
        (
          ["--interval", "MON03:00"], 1,
          "No planning interval with an open queue begins at MON03:00"
        ),
        (["--interval", "MON10:00", "--queue", "nowhere"], 1, "There is no queue 'nowhere'"),
      ]
      for asked in cases {
        let result = try await place.run(["explain", "run"] + asked.options)
        #expect(result.exitCode == asked.code, "\(asked.options)\n\(result.errors)")
        #expect(result.errors.unwrapped.contains(asked.text), "\(asked.text)\n\(result.errors)")
      }
      #expect(try place.names().filter { $0.hasPrefix("explain") }.isEmpty)
      let none = try await place.run(["explain", "small", "--person", shift.employee])
      #expect(none.exitCode == 1)
      #expect(none.errors.contains("inputs/"))
    }
  }
}
