import Forecasting
import Foundation
import Planning
import Testing
import Workforce

@Suite struct InitializingTests {
  private func options(zone: String = "UTC", handleSeconds: Int = 240) throws -> StarterOptions {
    try StarterOptions(
      zone: #require(Zone(identifier: zone)),
      averageHandleTime: .seconds(handleSeconds),
      serviceLevel: #require(Fraction(0.8)),
      threshold: .seconds(30)
    )
  }

  /// Rows of whole days from 2026-01-05, a Monday.
  private func rows(
    weeks: Int = 8,
    step: Int = 30,
    seed: UInt64 = 1,
    _ mean: (LocalDate, Int) -> Double?
  ) -> [(time: LocalDateTime, count: Double)] {
    var random = RandomStream(seed: seed, name: "bare history")
    let monday = LocalDate("2026-01-05")!
    return (0..<(7 * weeks)).flatMap { day in
      stride(from: 0, to: 1440, by: step).compactMap { minute in
        let date = monday.adding(days: day)
        return mean(date, minute).map {
          (LocalDateTime(date: date, secondOfDay: minute * 60), Double(random.poisson(mean: $0)))
        }
      }
    }
  }

  private func start(
    _ rows: [(time: LocalDateTime, count: Double)]
  ) throws -> (inputs: PlanningInputs, notes: [Diagnostic]) {
    let started = try ScenarioStarter(options: options()).start(from: rows)
    return (started.inputs, started.notes)
  }

  private func hours(_ inputs: PlanningInputs) -> [String] {
    inputs.settings.queues[0].openingHours.windows.map { windows in
      windows.map(\.description).joined(separator: " ")
    }
  }

  @Test func `takes a calendar, and holidays without contacts for closures`() throws {
    let date = { (text: String) in try #require(LocalDate(text)) }
    let holidays = [
      ("2026-01-12", "Founding day"), ("2026-01-19", "Fair"), ("2027-01-11", "Founding day"),
      ("2027-01-18", "Fair"),
    ]
    let given = try holidays.map {
      CalendarEntry(date: try date($0.0), kind: .holiday, name: $0.1)
    }
    let quiet = try [date("2026-01-12"), date("2026-01-27")]
    let made = try ScenarioStarter(options: options()).start(
      from: rows(weeks: 6) { date, minute in
        480..<1080 ~= minute ? (quiet.contains(date) ? 0 : 20) : nil
      },
      calendar: given
    )
    #expect(
      made.inputs.calendar.map { "\($0.date) \($0.kind.rawValue) \($0.name)" } == [
        "2026-01-12 closed Founding day", "2026-01-19 holiday Fair",
        "2026-01-27 closed no contacts recorded", "2027-01-11 closed Founding day",
        "2027-01-18 holiday Fair",
      ]
    )
    let notes = made.notes.map(\.description)
    #expect(
      notes.contains(
        """
        note: holidays of the calendar without contacts are entered as closed, also in the future: \
        Founding day.
        Correct calendar.csv where the center is open.
        """
      )
    )
    #expect(notes.contains { $0.hasPrefix("note: no contacts on 2026-01-27, days that") })
  }

  @Test(arguments: [(5, 15), (10, 30), (15, 15), (30, 30), (60, 60)])
  func `infers the interval`(step: Int, planning: Int) throws {
    let made = try start(
      rows(weeks: 3, step: step) { _, minute in 480..<1080 ~= minute ? Double(step) : nil }
    )
    #expect(made.inputs.history[0].intervalMinutes == step)
    #expect(made.inputs.settings.intervalMinutes == planning)
    #expect(hours(made.inputs) == Array(repeating: "08:00-18:00", count: 7))
    #expect(made.notes.contains { $0.message.contains("interval is \(step) minutes") })
  }

  @Test func `infers the interval across gaps and a short last row`() throws {
    var given = rows(weeks: 3) { _, minute in 480...1080 ~= minute ? 20 : nil }
    given = given.filter { !(600..<700 ~= $0.time.minuteOfDay && $0.time.date.weekday == .tuesday) }
    given.append((LocalDateTime("2026-01-25T18:05")!, 1))
    let made = try start(given)
    #expect(made.inputs.history[0].intervalMinutes == 30)
    let total = made.inputs.history[0].records.reduce(0) { $0 + $1.arrivals }
    #expect(total == given.reduce(0) { $0 + $1.count })
  }

  @Test func `infers weekdays and hours in spite of stray contacts`() throws {
    var given = rows(weeks: 26) { date, minute in
      switch date.weekday {
      case .sunday: 0
      case .saturday: 540..<780 ~= minute ? 8 : 0
      default: 480..<1200 ~= minute ? 15 : 0
      }
    }
    for index in [10, 700, 1500, 4000, 7000] { given[index].count += 1 }
    let made = try start(given)
    #expect(
      hours(made.inputs) == Array(repeating: "08:00-20:00", count: 5) + ["09:00-13:00", ""]
    )
    #expect(made.inputs.calendar == [])
  }

  @Test func `a stray contact just after closing opens no second window`() throws {
    let made = try start(
      rows { date, minute in
        if date == LocalDate("2026-01-15") && minute == 1110 { return 40 }
        return date.weekday < .saturday && 480..<1080 ~= minute ? 12 : nil
      }
    )
    #expect(hours(made.inputs) == Array(repeating: "08:00-18:00", count: 5) + ["", ""])
  }

  @Test func `finds a center that never closes`() throws {
    let made = try start(rows { _, minute in minute < 360 ? 0.7 : 12 })
    #expect(hours(made.inputs) == Array(repeating: "00:00-24:00", count: 7))
  }

  @Test func `finds a window over midnight`() throws {
    let made = try start(rows { _, minute in minute < 120 || minute >= 960 ? 12 : 0 })
    #expect(hours(made.inputs) == Array(repeating: "16:00-02:00", count: 7))
  }

  @Test func `finds a closed hour at noon`() throws {
    let made = try start(
      rows { date, minute in
        date.weekday < .saturday && (480..<720 ~= minute || 840..<1080 ~= minute) ? 12 : 0
      }
    )
    #expect(hours(made.inputs)[0] == "08:00-12:00 14:00-18:00")
  }

  @Test func `enters weekdays without contacts as closed`() throws {
    let closed = LocalDate("2026-01-21")!
    let made = try start(
      rows { date, minute in
        date.weekday < .saturday && 480..<1080 ~= minute && date != closed ? 15 : nil
      }
    )
    #expect(
      made.inputs.calendar == [
        CalendarEntry(date: closed, kind: .closed, name: "no contacts recorded")
      ]
    )
  }

  @Test func `takes bare moments as contacts`() throws {
    var random = RandomStream(seed: 3, name: "moments")
    let monday = LocalDate("2026-01-05")!
    let given = (0..<4000).map { _ in
      (
        time: LocalDateTime(
          date: monday.adding(days: random.below(28)),
          secondOfDay: 8 * 3600 + random.below(10 * 3600)
        ), count: 1.0
      )
    }
    let made = try start(given)
    #expect(made.inputs.history[0].intervalMinutes == 15)
    #expect(made.inputs.history[0].records.reduce(0) { $0 + $1.arrivals } == 4000)
  }

  @Test func `proposes marked placeholders with the skill`() throws {
    let made = try start(
      rows { date, minute in date.weekday < .saturday && 480..<1200 ~= minute ? 40 : nil }
    )
    let people = made.inputs.employees
    #expect(people.first?.id == "P0001" && people.allSatisfy(\.isPlaceholder))
    #expect(made.inputs.skills.map(\.employee) == people.map(\.id))
    #expect(Set(made.inputs.skills.map(\.skill)) == ["phone"])
    #expect(Set(people.map(\.contract)).isSubset(of: ["full_time", "part_time"]))
    // 40 contacts of 240 s in half an hour are 5.3 erlangs: 8 agents, 9 to roster, 12 hours a day.
    let hours = 9.0 * 12 * 5
    let worked = people.reduce(0) { $0 + ($1.contract == "full_time" ? 37.5 : 20.9) }
    #expect(0.65...1.0 ~= hours / worked)
  }

  @Test func `says what it cannot use`() {
    #expect(throws: ShiftwrightError.self) { try start([]) }
    let daily = rows { _, minute in minute == 0 ? 100 : nil }
    let error = #expect(throws: ShiftwrightError.self) { try start(daily) }
    #expect(error?.message.hasPrefix("The history has at most one row a day") == true)
    let odd = rows(step: 20) { _, _ in 5 }
    let step = #expect(throws: ShiftwrightError.self) { try start(odd) }
    #expect(step?.message.hasPrefix("The history's rows lie 20 minutes apart.") == true)
    let empty = #expect(throws: ShiftwrightError.self) { try start(rows { _, _ in 0 }) }
    #expect(empty?.message.hasPrefix("The history holds no contacts.") == true)
    #expect(throws: ShiftwrightError.self) { try options(handleSeconds: 0) }
  }

  static let bank = sharedSeries("bank_calls_5min.csv")
  static let desk = sharedSeries("servicenow_incidents_30min.csv")

  @Test(.enabled(if: bank != nil, "the shared bank calls are absent"))
  func `starts the bank`() throws {
    let starter = ScenarioStarter(
      options: try options(zone: "America/New_York", handleSeconds: 210)
    )
    let made = try starter.start(from: parsed(#require(Self.bank)))
    #expect(made.inputs.settings.intervalMinutes == 15)
    #expect(hours(made.inputs) == Array(repeating: "07:00-21:15", count: 5) + ["", ""])
    #expect(
      made.inputs.calendar.map(\.date.description) == [
        "2003-04-04", "2003-04-07", "2003-05-26", "2003-07-04",
      ]
    )
    #expect(300...700 ~= made.inputs.employees.count)
    let week = try ForecastBuilder(inputs: made.inputs).forecast(ISOWeek("2003-W34")!)
    #expect(week.diagnostics.allSatisfy { !$0.message.contains("outside the opening hours") })
  }

  @Test(.enabled(if: desk != nil, "the shared service-desk series is absent"))
  func `starts the service desk`() throws {
    let starter = ScenarioStarter(options: try options(handleSeconds: 600))
    let made = try starter.start(from: parsed(#require(Self.desk)))
    #expect(hours(made.inputs) == Array(repeating: "00:00-24:00", count: 7))
    #expect(made.notes.contains { $0.message.hasPrefix("the history is dead from 2016-06-01 on") })
    let week = try ForecastBuilder(inputs: made.inputs).forecast(ISOWeek("2016-W18")!)
    #expect(1700...2500 ~= week.queues[0].days.mean.reduce(0, +))
  }

  private func parsed(_ text: String) -> [(time: LocalDateTime, count: Double)] {
    text.split(whereSeparator: \.isNewline).dropFirst().map { line in
      let fields = line.split(separator: ",")
      return (LocalDateTime(fields[0])!, Double(fields[1])!)
    }
  }
}

/// The text of a shared series beside the package; `nil` where it is absent.
private func sharedSeries(_ name: String) -> String? {
  let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  let file = root.appending(path: "shared/data/arrivals/\(name)")
  guard FileManager.default.fileExists(atPath: file.path) else { return nil }
  do {
    return try String(contentsOf: file, encoding: .utf8)
  } catch {
    preconditionFailure("unreadable: \(error)")
  }
}
