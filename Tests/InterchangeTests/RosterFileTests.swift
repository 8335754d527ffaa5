import Foundation
import Testing
import Workforce

@testable import Interchange

@Suite struct RosterFileTests {
  static let header = RosterFile.columns.joined(separator: ",")
  /// One shift of E01 on Monday 2 March 2026, by hand and without offsets.
  static let lines = [
    "E01,2026-03-02,2026-03-02T08:00,2026-03-02T16:30,work,2026-03-02T08:00,2026-03-02T10:00,phone",
    "E01,2026-03-02,2026-03-02T08:00,2026-03-02T16:30,break,2026-03-02T10:00,2026-03-02T10:15,",
    "E01,2026-03-02,2026-03-02T08:00,2026-03-02T16:30,work,2026-03-02T10:15,2026-03-02T16:30,phone",
  ]

  private func inputs() throws -> PlanningInputs {
    try #require(ScenarioTexts.load(ScenarioTexts.files).value)
  }

  private func load(_ lines: [String]) throws -> Loaded<Roster> {
    let folder = try TemporaryFolder()
    let text = ([Self.header] + lines).joined(separator: "\n")
    let path = try folder.write("roster.csv", text)
    var loaded = try RosterFile.load(path, inputs: inputs())
    for index in loaded.diagnostics.indices { loaded.diagnostics[index].file = "roster.csv" }
    return loaded
  }

  private func findings(_ lines: [String]) throws -> [String] {
    try load(lines).diagnostics.map(\.description)
  }

  /// A shift of `minutes`, with a break after the first two hours.
  private func shift(_ start: Instant, minutes: Int, _ zone: Zone, queues: [String]) -> Shift {
    let pause = start.adding(minutes: 120)
    let end = start.adding(minutes: minutes)
    return Shift(
      date: zone.local(at: start).date,
      start: start,
      end: end,
      segments: [
        ShiftSegment(kind: .work, start: start, end: pause),
        ShiftSegment(kind: .lunch, start: pause, end: pause.adding(minutes: 30)),
        ShiftSegment(kind: .work, start: pause.adding(minutes: 30), end: end),
      ],
      queues: queues
    )
  }

  @Test func `times are on the clock of the person's site`() throws {
    var inputs = try inputs()
    let warsaw = try #require(Zone(identifier: "Europe/Warsaw") as Zone?)
    let week = try #require(ISOWeek("2026-W13"))
    inputs.settings.sites[0].zone = warsaw
    // 23:30 in London on Tuesday is 00:30 in Warsaw on Wednesday
    let start = inputs.settings.zone.startOfDay(week.dates[2]).adding(minutes: -30)
    let shift = shift(start, minutes: 480, warsaw, queues: ["phone"])
    let roster = Roster(
      week: week,
      zone: inputs.settings.zone,
      tours: [Tour(employee: inputs.employees[0].id, shifts: [shift], zone: warsaw)]
    )
    let text = RosterFile.csv(roster)
    #expect(text.contains("E01,2026-03-25,2026-03-25T00:30+01:00,2026-03-25T08:30+01:00,work"))
    let folder = try TemporaryFolder()
    let loaded = RosterFile.load(try folder.write("roster.csv", text), inputs: inputs)
    #expect(loaded.diagnostics.isEmpty)
    #expect(loaded.value == roster)
    #expect(RosterFile.json(roster).contains("\"zone\": \"Europe/Warsaw\""))
  }

  /// The weeks hold no clock change, the spring one and the autumn one, each on its Sunday.
  private func roster(week: String) throws -> Roster {
    let inputs = try inputs()
    let zone = inputs.settings.zone
    let week = try #require(ISOWeek(week))
    let late = zone.startOfDay(week.dates[6]).adding(minutes: -120)
    let early = zone.startOfDay(week.dates[2]).adding(minutes: 480)
    return Roster(
      week: week,
      zone: zone,
      tours: [
        Tour(
          employee: "E01",
          shifts: [
            shift(early, minutes: 510, zone, queues: ["phone", "chat"]),
            shift(late, minutes: 480, zone, queues: ["phone"]),
          ]
        ),
        Tour(employee: "E02", shifts: [shift(early, minutes: 300, zone, queues: ["phone"])]),
      ]
    )
  }

  @Test(arguments: ["2026-W10", "2026-W13", "2026-W43", "2026-W53"])
  func `loads what it wrote`(week: String) throws {
    let roster = try roster(week: week)
    let folder = try TemporaryFolder()
    let path = try folder.write("roster.csv", RosterFile.csv(roster))
    let loaded = try RosterFile.load(path, inputs: inputs())
    #expect(loaded.diagnostics.map(\.description) == [])
    #expect(loaded.value == roster)
  }

  @Test func `writes csv and json`() throws {
    let roster = try roster(week: "2026-W13")
    try expectGolden(RosterFile.csv(roster), "roster.csv")
    let json = RosterFile.json(roster)
    try expectGolden(json, "roster.json")
    let parsed = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    #expect(parsed?["week"] as? String == "2026-W13")
    #expect((parsed?["tours"] as? [[String: Any]])?.count == 2)
  }

  @Test func `takes local times, any order of rows, and open queues`() throws {
    let open = Self.lines.map { $0.replacing(",phone", with: ",") }
    let loaded = try load([open[2], open[0], open[1]])
    #expect(loaded.diagnostics.map(\.description) == [])
    let shift = try #require(loaded.value?.tours.first?.shifts.first)
    #expect(shift.segments.map(\.kind) == [.work, .rest, .work])
    #expect(shift.queues == ["phone", "chat"])
    #expect(shift.end.minutes(since: shift.start) == 510)
    #expect(loaded.value?.week.description == "2026-W10")
  }

  @Test func `reports what does not fit together in a shift`() throws {
    var lines = Self.lines
    lines[1] = lines[1].replacing("T10:15,", with: "T10:30,")
    lines[2] = lines[2].replacing("T16:30,phone", with: "T16:00,phone")
    #expect(
      try findings(lines) == [
        """
        roster.csv:4: the segment starts at 2026-03-02T10:15+00:00 but the one before ends at \
        2026-03-02T10:30+00:00.
        Segments of a shift follow each other without overlap. Correct one of them.
        """,
        """
        roster.csv:4: the shift of 'E01' has no segment from 2026-03-02T16:00+00:00 to \
        2026-03-02T16:30+00:00.
        Add a row for that time, or change the segments beside it.
        """,
      ]
    )
    lines = Self.lines
    lines[0] = lines[0].replacing("work,2026-03-02T08:00", with: "work,2026-03-02T07:30")
    lines[1] = lines[1].replacing("T10:15,", with: "T09:45,")
    #expect(
      try findings(lines) == [
        """
        roster.csv:2: the segment 2026-03-02T07:30+00:00 to 2026-03-02T10:00+00:00 lies outside \
        its shift.
        The shift of 'E01' runs from 2026-03-02T08:00+00:00 to 2026-03-02T16:30+00:00. Correct \
        one of them.
        """,
        """
        roster.csv:3: segment_end is 2026-03-02T09:45 but segment_start is 2026-03-02T10:00.
        Write an end after the start; past midnight it has the next date.
        """,
        """
        roster.csv:4: the shift of 'E01' has no segment from 2026-03-02T10:00+00:00 to \
        2026-03-02T10:15+00:00.
        Add a row for that time, or change the segments beside it.
        """,
      ]
    )
  }

  @Test func `reports rows of a shift that contradict each other`() throws {
    var lines = Self.lines
    lines[1] = lines[1].replacing("T16:30", with: "T17:00") + "phone"
    lines[2] = lines[2].replacing(",phone", with: ",chat")
    lines[0] = lines[0].replacing("E01,2026-03-02", with: "E01,2026-03-03")
    #expect(
      try findings(lines) == [
        """
        roster.csv:2: date is 2026-03-03 but the shift starts on 2026-03-02.
        Write the date on which the shift starts.
        """,
        """
        roster.csv:3: queue_or_session is 'phone' on a row that is no work.
        Leave it empty, or write segment_kind work.
        """,
        """
        roster.csv:4: queue_or_session is 'chat' but line 2 of the same shift has 'phone'.
        Write the same queues on all work rows of a shift.
        """,
      ]
    )
    lines = Self.lines
    lines[1] = lines[1].replacing("T16:30", with: "T17:00")
    #expect(
      try findings(lines) == [
        """
        roster.csv:3: shift_end is 2026-03-02T17:00+00:00 but line 2 of the same shift has \
        2026-03-02T16:30+00:00.
        Write the same shift_end on all rows of a shift.
        """
      ]
    )
  }

  @Test func `reports names, kinds and times that do not exist`() throws {
    var lines = Self.lines
    lines[0] = lines[0].replacing(",phone", with: ",phone+chatt").replacing("E01", with: "Eve")
    lines[1] = lines[1].replacing("break", with: "brake")
    lines[2] = lines[2].replacing("T10:15", with: "T10:15+01:00")
    #expect(
      try findings(lines) == [
        "roster.csv:2: unknown employee 'Eve'.\nThe employees are: E01, E02.",
        """
        roster.csv:2: unknown queue 'chatt'.
        Did you mean 'chat'? The queues are: phone, chat.
        """,
        """
        roster.csv:3: segment_kind is 'brake'.
        Did you mean 'break'? Write work, break, lunch or training.
        """,
        """
        roster.csv:4: segment_start is 2026-03-02T10:15+01:00, but that is not the offset of \
        Europe/London then.
        Write 2026-03-02T10:15+00:00, or leave the offset out.
        """,
      ]
    )
  }

  @Test func `wants the offset where the clock shows a time twice`() throws {
    let lines = Self.lines.map {
      $0.replacing("2026-03-02", with: "2026-10-25").replacing("T08:00", with: "T01:30")
    }
    let first = try findings(lines).first
    #expect(
      first == """
        roster.csv:2: shift_start is 2026-10-25T01:30, which occurs twice in Europe/London: the \
        clock goes back.
        Write 2026-10-25T01:30+01:00 or 2026-10-25T01:30+00:00.
        """
    )
  }

  @Test func `says which weeks a file mixes`() throws {
    let next = Self.lines.map { $0.replacing("2026-03-02", with: "2026-03-10") }
    #expect(
      try findings(Self.lines + next) == [
        """
        roster.csv:5: the roster holds shifts of 2026-W10 (first in line 2), 2026-W11 (first in \
        line 5).
        Keep one week in a file, Monday to Sunday.
        """
      ]
    )
  }

  @Test func `reports an empty and a missing roster`() throws {
    #expect(
      try findings([]) == [
        """
        roster.csv: the roster has no shifts, so its week is unknown.
        Add at least one shift.
        """
      ]
    )
    #expect(
      try RosterFile.load("none/roster.csv", inputs: inputs()).diagnostics.map(\.description) == [
        """
        none/roster.csv: the file is missing.
        Give the path of a file that a run wrote; docs/reference/scenario-format.md lists them.
        """
      ]
    )
  }
}
