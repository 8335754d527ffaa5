import Foundation
import Testing
import Workforce

@testable import Interchange

/// The changes file; every text is pinned whole: where, what, and what to do next.
@Suite struct ChangesFileTests {
  private func inputs() throws -> PlanningInputs {
    try #require(ScenarioTexts.load(ScenarioTexts.files).value)
  }

  private func load(_ text: String) throws -> Loaded<ChangeRequest> {
    let findings = FileFindings(file: "changes.yaml")
    let week = try #require(ISOWeek("2026-W10"))
    let reader = ChangesReader(inputs: try inputs(), week: week, findings: findings)
    let outcome = reader.read(Array(text.utf8))
    return Loaded(outcome?.request, diagnostics: findings.diagnostics)
  }

  @Test func `reads everything`() throws {
    let loaded = try load(
      """
      now: 2026-03-04T06:45
      absences:
        - {employee: E01, from: 2026-03-04, until: 2026-03-05, kind: sick}
        - {employee: E02, from: 2026-03-06T11:00, kind: leave}
      locks:
        employees: [E02]
        dates: [2026-03-08]
        cells:
          - {employee: E01, date: 2026-03-06}
      free:
        employees: [E01]
        dates: [2026-03-05, 2026-03-06]
      forecast:
        overrides:
          - {queue: phone, from: 2026-03-05T09:00, to: 2026-03-05T12:00, factor: 1.3, reason: Outage}
          - {queue: "*", from: 2026-03-06, to: 2026-03-06, value: 500, reason: Letters}
      prices:
        changed_shift: 25
        changed_start_per_hour: 0
      """
    )
    #expect(loaded.diagnostics.map(\.description) == [])
    let request = try #require(loaded.value)
    #expect(request.now == LocalDateTime("2026-03-04T06:45"))
    #expect(request.absences.map(\.employee) == ["E01", "E02"])
    #expect(request.absences[0].until == LocalDateTime("2026-03-06T00:00"))
    #expect(request.absences[1].from == LocalDateTime("2026-03-06T11:00"))
    #expect(request.absences[1].until == LocalDateTime("2026-03-07T00:00"))
    #expect(request.lockedEmployees == ["E02"])
    #expect(request.lockedDates == [LocalDate("2026-03-08")])
    #expect(request.lockedCells.map(\.employee) == ["E01"])
    #expect(request.freeEmployees == ["E01"])
    #expect(request.freeDates?.count == 2)
    #expect(request.overrides.map(\.queue) == ["phone", nil])
    #expect(request.overrides.map(\.change) == [.factor(1.3), .value(500)])
    #expect(request.prices.changedShift == 25)
    #expect(request.prices.changedStartPerHour == 0)
    #expect(request.changesForecast)
  }

  @Test func `prices follow the first missing person where none are given`() throws {
    let request = try #require(try load("now: 2026-03-04T06:45\n").value)
    #expect(request.prices == .init(changedShift: 32, changedStartPerHour: 8))
    #expect(!request.changesForecast)
    #expect(request.freeEmployees == nil && request.freeDates == nil)
  }

  @Test func `says what is locked`() throws {
    let request = try #require(
      try load(
        """
        locks: {dates: [2026-03-08], cells: [{employee: E01, date: 2026-03-06}]}
        free: {dates: [2026-03-06, 2026-03-07, 2026-03-08]}
        """
      ).value
    )
    let locked = { (employee: String) in
      try (2...8).map { day in
        request.isLocked(employee, on: try #require(LocalDate("2026-03-0\(day)")))
      }
    }
    #expect(try locked("E01") == [true, true, true, true, true, false, true])
    #expect(try locked("E02") == [true, true, true, true, false, false, true])
  }

  @Test(arguments: [
    (
      "",
      """
      changes.yaml:1: the file is empty.
      Write what has changed; docs/reference/changes-format.md lists the keys.
      """
    ),
    (
      "# nothing\n\n",
      """
      changes.yaml:1: the file is empty.
      Write what has changed; docs/reference/changes-format.md lists the keys.
      """
    ),
    (
      "absenses: []",
      """
      changes.yaml:1: unknown key 'absenses'.
      Did you mean 'absences'? The keys are: now, absences, locks, free, forecast, requirement, \
      prices.
      """
    ),
    (
      "now: today",
      """
      changes.yaml:1: now is 'today'.
      Write a local time as YYYY-MM-DDTHH:MM.
      """
    ),
    (
      "now: 2026-03-09T00:00",
      """
      changes.yaml:1: now is 2026-03-09T00:00, when 2026-W10 is over: nothing can change any more.
      Write a moment before or in the roster's week.
      """
    ),
    (
      "absences:\n  - {employee: EO1, from: 2026-03-04, kind: sick}",
      """
      changes.yaml:2: unknown employee 'EO1'.
      Did you mean 'E01'? The employees are: E01, E02.
      """
    ),
    (
      "absences:\n  - {employee: E01, from: 2026-03-04}",
      """
      changes.yaml:2: the key 'kind' of absence 1 is missing.
      Add it with a kind, such as sick, leave or training.
      """
    ),
    (
      "absences:\n  - {employee: E01, from: 2026-03-05, until: 2026-03-04, kind: sick}",
      """
      changes.yaml:2: until is 2026-03-04 but from is 2026-03-05.
      Write an until after the from; a date counts to its end.
      """
    ),
    (
      "absences:\n  - {employee: E01, from: 2026-03-14, kind: sick}",
      """
      changes.yaml:2: the absence from 2026-03-14T00:00 to 2026-03-15T00:00 does not touch 2026-W10, \
      the roster's week.
      Correct the dates, or take the entry out.
      """
    ),
    (
      """
      absences:
        - {employee: E01, from: 2026-03-04, kind: sick}
        - {employee: E01, from: 2026-03-04T09:00, kind: sick}
      """,
      """
      changes.yaml:3: the absence of employee 'E01' from 2026-03-04T09:00 to 2026-03-05T00:00 overlaps \
      the one in line 2 (2026-03-04T00:00 to 2026-03-05T00:00).
      Shorten one of them, or make them one row.
      """
    ),
    (
      "absences:\n  - E01",
      """
      changes.yaml:2: absence 1 is 'E01'.
      Write a mapping with the keys employee, from, until, kind.
      """
    ),
    (
      "locks:\n  dates: [2026-03-09]",
      """
      changes.yaml:2: 2026-03-09 is not in 2026-W10, the roster's week.
      Write a date from 2026-03-02 to 2026-03-08.
      """
    ),
    (
      "locks:\n  dates: [2026-02-30]",
      """
      changes.yaml:2: item 1 of dates of locks is '2026-02-30'.
      The calendar has no such day: the month has 28. Write a date as YYYY-MM-DD.
      """
    ),
    (
      "locks:\n  cells:\n    - {employee: E01, dates: 2026-03-04}",
      """
      changes.yaml:3: unknown key 'dates' in locked cell 1.
      Did you mean 'date'? The keys are: employee, date.
      changes.yaml:3: the key 'date' of locked cell 1 is missing.
      Add it with a date as YYYY-MM-DD.
      """
    ),
    (
      "free:\n  employees: []",
      """
      changes.yaml:2: employees of free is an empty list.
      Write at least one item.
      """
    ),
    (
      "forecast: {}",
      """
      changes.yaml:1: forecast has neither a file, nor intraday, nor overrides.
      Write file: or intraday: with a path, or overrides: with a list of changes.
      """
    ),
    (
      "forecast:\n  overrides:\n    - {queue: phnoe, from: 2026-03-04, to: 2026-03-04, factor: 2, "
        + "reason: x}",
      """
      changes.yaml:3: unknown queue 'phnoe'.
      Did you mean 'phone'? The queues are: phone, chat.
      """
    ),
    (
      "forecast:\n  overrides:\n    - {queue: chat, from: 2026-03-04, to: 2026-03-04, reason: x}",
      """
      changes.yaml:3: override 1 has neither a factor nor a value.
      Write one: a factor multiplies the forecast, a value is the contacts of the whole span.
      """
    ),
    (
      "forecast:\n  overrides:\n    - {queue: chat, from: 2026-03-04, to: 2026-03-04, factor: 2, "
        + "value: 3, reason: x}",
      """
      changes.yaml:3: override 1 has both a factor and a value.
      Keep one: a factor multiplies the forecast, a value is the contacts of the whole span.
      """
    ),
    (
      "forecast:\n  overrides:\n    - {queue: chat, from: 2026-03-04, to: 2026-03-10, factor: 2, "
        + "reason: x}",
      """
      changes.yaml:3: the span from 2026-03-04T00:00 to 2026-03-11T00:00 lies partly outside 2026-W10, \
      the roster's week.
      Write times from 2026-03-02 to the end of 2026-03-08.
      """
    ),
    (
      "prices: {changed_shift: -1}",
      """
      changes.yaml:1: changed_shift of prices is -1.
      Write a number of 0 or more.
      """
    ),
  ])
  func `reports`(text: String, expected: String) throws {
    let found = try load(text).diagnostics.map(\.description).joined(separator: "\n")
    #expect(found == expected)
  }

  @Test func `all problems come at once`() throws {
    let found = try load(
      """
      now: noon
      absences:
        - {employee: E09, from: 2026-03-04, kind: sick}
      locks: {datse: [2026-03-04]}
      prices: {changed_shift: many}
      """
    ).diagnostics
    #expect(found.map(\.line) == [1, 3, 4, 5])
  }

  @Test func `a missing file says so, and a forecast is looked for beside the file`() throws {
    let folder = try TemporaryFolder()
    let week = try #require(ISOWeek("2026-W10"))
    let inputs = try inputs()
    let missing = ChangesFile.load("\(folder.path)/none.yaml", inputs: inputs, week: week)
    #expect(
      missing.diagnostics.map(\.description) == [
        """
        \(folder.path)/none.yaml: the file is missing.
        Write what has changed; docs/reference/changes-format.md shows an example.
        """
      ]
    )
    let path = try folder.write("changes.yaml", "forecast: {file: new/forecast.csv}\n")
    let unread = ChangesFile.load(path, inputs: inputs, week: week)
    #expect(unread.value == nil)
    #expect(
      unread.diagnostics.map(\.file) == [
        "\(folder.path)/new/forecast.csv", "\(folder.path)/new/forecast_days.csv",
      ]
    )
  }

  @Test func `reads a day that was forecast again, and the people needed`() throws {
    let folder = try TemporaryFolder()
    let (inputs, week) = (try inputs(), try #require(ISOWeek("2026-W10")))
    try folder.write(
      "intraday.csv",
      """
      queue,interval_start,planned,came,arrivals,low95,low80,high80,high95,agents,probability_enough
      phone,2026-03-04T09:00+00:00,20,31,31,31,31,31,31,,
      phone,2026-03-04T09:30+00:00,20,,28.5,18,22,35,40,5,0.4

      """
    )
    let path = try folder.write("changes.yaml", "forecast: {intraday: intraday.csv}\n")
    let loaded = ChangesFile.load(path, inputs: inputs, week: week)
    #expect(loaded.diagnostics.map(\.description) == [])
    let request = try #require(loaded.value)
    #expect(request.reforecast.map(\.queue) == ["phone", "phone"])
    #expect(request.reforecast.map(\.arrivals.mean) == [[31], [28.5]])
    #expect(request.reforecast[1].arrivals.high95 == [40])
    #expect(request.changesForecast)
    let later = ChangesFile.load(path, inputs: inputs, week: week.adding(weeks: 1))
    #expect(
      later.diagnostics.map(\.description) == [
        """
        \(path):1: the day is of 2026-W10, but the roster is for 2026-W11.
        Give a day of the roster's week.
        """
      ]
    )
    try folder.write("changes.yaml", "requirement: requirement.csv\n")
    let missing = ChangesFile.load(path, inputs: inputs, week: week)
    #expect(missing.diagnostics.map(\.file) == ["\(folder.path)/requirement.csv"])
  }

  @Test func `the reference page describes every key, and its example has no findings`() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let page = try String(
      contentsOf: root.appendingPathComponent("docs/reference/changes-format.md"),
      encoding: .utf8
    )
    let parts = page.components(separatedBy: "```yaml\n")
    let example = try #require(parts.last?.components(separatedBy: "```").first)
    let loaded = try load(example)
    #expect(loaded.diagnostics.map(\.description) == [])
    #expect(loaded.value?.prices == .init(changedShift: 32, changedStartPerHour: 8))
    let nested = [
      "absences": ChangesFile.absenceKeys, "locks": ChangesFile.lockKeys,
      "free": ChangesFile.freeKeys, "forecast": ChangesFile.forecastKeys,
      "prices": ChangesFile.priceKeys,
    ]
    for key in ChangesFile.keys where nested[key] == nil { #expect(page.contains("| `\(key)` |")) }
    for (key, inner) in nested {
      for name in inner { #expect(page.contains("| `\(key).\(name)` |"), "\(key).\(name)") }
    }
    for name in ChangesFile.overrideKeys { #expect(page.contains("`\(name)`")) }
  }

  @Test func `changes are written one row per person and date`() throws {
    let zone = try #require(Zone(identifier: "Europe/London"))
    let span = { (start: String, end: String) throws -> RosterChange.Span in
      RosterChange.Span(
        start: zone.instant(at: try #require(LocalDateTime(start))),
        end: zone.instant(at: try #require(LocalDateTime(end)))
      )
    }
    let date = try #require(LocalDate("2026-03-04"))
    let changes = [
      RosterChange(
        employee: "E01",
        date: date,
        was: try span("2026-03-04T08:00", "2026-03-04T16:30"),
        becomes: nil,
        kind: .absent,
        reason: "sick"
      ),
      RosterChange(
        employee: "E02",
        date: date,
        was: nil,
        becomes: try span("2026-03-04T08:00", "2026-03-04T16:30"),
        kind: .added,
        reason: "takes over 10:00-14:00, more or less"
      ),
    ]
    #expect(
      RosterChangesFile.csv(changes, clocks: PersonalClocks(try RichScenario.inputs())) == """
        employee,date,was_start,was_end,is_start,is_end,kind,reason
        E01,2026-03-04,2026-03-04T08:00+00:00,2026-03-04T16:30+00:00,,,absent,sick
        E02,2026-03-04,,,2026-03-04T08:00+00:00,2026-03-04T16:30+00:00,added,\
        "takes over 10:00-14:00, more or less"

        """
    )
  }
}
