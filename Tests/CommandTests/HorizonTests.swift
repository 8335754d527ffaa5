import Foundation
import Testing

/// `shiftwright plan --weeks`: weeks in a row, each after the weeks before it.
@Suite struct HorizonTests {
  private static let weeks = ["2026-W10", "2026-W11", "2026-W12"]
  private static let quick = ["--effort", "1", "--replications", "10"]

  /// A shift as `roster.csv` has it, times in minutes since 1970 on its clock.
  private struct Duty: Hashable {
    let employee: String
    let date: String
    let start: String
    let end: String

    var startMinute: Int { Self.minute(start.replacing("+", with: ":00+")) }
    var endMinute: Int { Self.minute(end.replacing("+", with: ":00+")) }
    /// Days since 1970 of the date.
    var day: Int { Self.minute(date + "T00:00:00Z") / 1440 }
    var isWeekend: Bool { (day + 3) % 7 >= 5 }

    private static func minute(_ text: String) -> Int {
      let formatter = ISO8601DateFormatter()
      formatter.formatOptions = [.withInternetDateTime]
      return Int((formatter.date(from: text)?.timeIntervalSince1970 ?? 0) / 60)
    }

    /// The clock's time without the offset.
    var row: String { "\(employee),\(start.prefix(16)),\(end.prefix(16))" }
  }

  private static func duties(_ place: Workplace, _ run: String) throws -> [Duty] {
    var seen: Set<Duty> = []
    return try place.text(run + "/roster.csv").split(separator: "\n").dropFirst().compactMap {
      let cells = $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      let duty = Duty(employee: cells[0], date: cells[1], start: cells[2], end: cells[3])
      return seen.insert(duty).inserted ? duty : nil
    }
  }

  private static func rows(_ place: Workplace, _ file: String) throws -> [[String]] {
    try place.text(file).split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  @Test(.timeLimit(.minutes(20)))
  func `weeks in a row are runs that each begin where the one before ends`() async throws {
    try await Workplace.with { place in
      let options = Self.quick + ["--weeks", "3"]
      let result = try await place.run(place.plan(out: "all", with: options))
      #expect([0, 2].contains(result.exitCode), "\(result.errors)")
      #expect(result.output.contains("2026-W10 to 2026-W12"))
      _ = try await place.run(place.plan(out: "one", with: Self.quick))
      let (all, one) = (try place.files("all"), try place.files("one"))
      for (name, bytes) in one where name != "run.json" {
        #expect(all["2026-W10/" + name] == bytes, "\(name)")
      }
      try await Self.checkRests(place)
      for week in Self.weeks.dropFirst() {
        try await place.succeed(["verify", "all/" + week])
      }
      _ = try await place.run(
        place.plan(out: "again", with: options + ["--threads", "1"])
      )
      let again = try place.files("again")
      #expect(Set(again.keys) == Set(all.keys))
      for (name, bytes) in again where !name.hasSuffix("run.json") {
        #expect(all[name] == bytes, "\(name)")
      }
    }
  }

  /// Rests and days in a row over the ends of weeks, and the histories that say them.
  private static func checkRests(_ place: Workplace) async throws {
    let settings = try place.text("small/scenario.yaml")
    let rest = try #require(number("minimum_rest_hours", settings))
    let run = try #require(number("maximum_consecutive_days", settings))
    var known: [String] = []
    var byPerson: [String: [Duty]] = [:]
    let given = try rows(place, "small/history.csv").dropFirst()
      .map { $0.prefix(3).joined(separator: ",") }
    for week in weeks {
      let history = try rows(place, "all/\(week)/inputs/history.csv").dropFirst()
        .map { $0.prefix(3).joined(separator: ",") }
      #expect(history == given + known, "\(week)")
      let own = try duties(place, "all/" + week)
      known += own.map(\.row)
      for duty in own { byPerson[duty.employee, default: []].append(duty) }
    }
    #expect(
      try rows(place, "all/history.csv").dropFirst().map { $0.prefix(3).joined(separator: ",") }
        == given + known
    )
    for (person, duties) in byPerson {
      var (days, last) = (0, -2)
      for (earlier, later) in zip(duties, duties.dropFirst()) {
        #expect(later.startMinute - earlier.endMinute >= 60 * rest, "\(person) \(later)")
      }
      for duty in duties {
        days = duty.day == last + 1 ? days + 1 : 1
        last = duty.day
        #expect(days <= run, "\(person) \(duty)")
      }
    }
    try checkSums(place, byPerson)
  }

  private static func number(_ key: String, _ text: String) -> Int? {
    text.firstRange(of: key + ": ").flatMap {
      Int(text[$0.upperBound...].prefix(while: \.isNumber))
    }
  }

  /// `persons.csv` and `horizon.csv` against the rosters and records.
  private static func checkSums(_ place: Workplace, _ byPerson: [String: [Duty]]) throws {
    let people = try rows(place, "all/persons.csv")
    let head = people[0]
    func column(_ name: String) throws -> Int { try #require(head.firstIndex(of: name)) }
    for row in people.dropFirst() {
      let duties = byPerson[row[0]] ?? []
      #expect(row[try column("shifts")] == "\(duties.count)")
      let weekends = duties.count(where: \.isWeekend)
      #expect(row[try column("weekends")] == "\(weekends)", "\(row)")
    }
    let weeks = try rows(place, "all/horizon.csv")
    #expect(weeks.dropFirst().map { $0[0] } == Self.weeks)
    for row in weeks.dropFirst() {
      let record = try place.record("all/" + row[0])
      let result = try #require(record["result"] as? [String: Any])
      let objective = try #require(result["objective"] as? Double)
      #expect(abs((Double(row[1]) ?? 0) - objective) < 0.01)
    }
  }

  /// Somebody who cannot work in the second week but must.
  @Test(.timeLimit(.minutes(20)))
  func `a later week that rules forbid is named`() async throws {
    try await Workplace.with { place in
      let away = Set(try Self.rows(place, "small/absences.csv").map { $0[0] })
      let employees = try Self.rows(place, "small/employees.csv")
      let person = try #require(
        employees.first { $0[4] == "full_time" && !away.contains($0[0]) }
      )[0]
      var lines = try place.text("small/availability.csv")
      if !lines.hasSuffix("\n") { lines += "\n" }
      let head = try Self.rows(place, "small/availability.csv")[0]
      for day in 9...15 {
        let cells = head.map { name in
          switch name {
          case "employee": person
          case "day": "2026-03-" + (day < 10 ? "0\(day)" : "\(day)")
          default: ""
          }
        }
        lines += cells.joined(separator: ",") + "\n"
      }
      try place.write("small/availability.csv", lines)
      let options = Self.quick + ["--weeks", "2"]
      let result = try await place.run(place.plan(out: "all", with: options))
      #expect([0, 2].contains(result.exitCode), "\(result.errors)")
      let page = try place.text("all/horizon.html")
      #expect(page.contains("no week keeps all of"))
      #expect(page.contains("availability"))
      let weeks = try Self.rows(place, "all/horizon.csv")
      let column = try #require(weeks[0].firstIndex(of: "without_week"))
      #expect(weeks.dropFirst().map { $0[column] } == ["0", "1"])
      let strict = try await place.run(place.plan(out: "strict", with: options + ["--strict"]))
      #expect(strict.exitCode == 2)
      #expect(strict.errors.contains("2026-W11") && strict.errors.contains(person))
      #expect(try place.files("strict").keys.contains("2026-W10/run.json"))
      #expect(try !place.files("strict").keys.contains("2026-W11/run.json"))
    }
  }

  @Test func `fewer than one week and more than thirteen are refused`() async throws {
    try await Workplace.with { place in
      for weeks in ["0", "14"] {
        let result = try await place.run(place.plan(with: ["--weeks", weeks]))
        #expect(result.exitCode == 64)
        #expect(result.errors.contains("Give a number from 1 to 13."))
      }
      #expect(try place.names() == ["small"])
    }
  }
}
