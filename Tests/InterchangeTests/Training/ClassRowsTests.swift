import Testing
import Workforce

@testable import Interchange

/// Classes in `roster.csv`, and those that cannot be held at once in `sessions.csv`.
@Suite struct ClassRowsTests {
  private func roster(_ inputs: PlanningInputs) throws -> Roster {
    let week = try #require(ISOWeek("2026-W10"))
    let zone = inputs.settings.zone
    let start = zone.instant(at: try #require(LocalDateTime("2026-03-03T08:00")))
    let moments = [0, 120, 210, 480].map { start.adding(minutes: $0) }
    return Roster(
      week: week,
      zone: zone,
      tours: [
        Tour(
          employee: "E01",
          shifts: [
            Shift(
              date: week.dates[1],
              start: moments[0],
              end: moments[3],
              segments: [
                ShiftSegment(kind: .work, start: moments[0], end: moments[1]),
                ShiftSegment(kind: .training, start: moments[1], end: moments[2], session: "s1"),
                ShiftSegment(kind: .work, start: moments[2], end: moments[3]),
              ],
              queues: ["phone"]
            )
          ]
        )
      ]
    )
  }

  @Test func `a class stands on its rows, and is read again`() throws {
    let inputs = try #require(ScenarioTexts.load(TrainingTexts.files).value)
    let roster = try roster(inputs)
    let text = RosterFile.csv(roster)
    #expect(text.contains(",training,2026-03-03T10:00+00:00,2026-03-03T11:30+00:00,s1\n"))
    #expect(RosterFile.json(roster).contains("\"session\": \"s1\""))
    let folder = try TemporaryFolder()
    let loaded = RosterFile.load(try folder.write("roster.csv", text), inputs: inputs)
    #expect(loaded.diagnostics.map(\.description) == [])
    #expect(loaded.value == roster)
    let wrong = text.replacing(",s1\n", with: ",s3\n")
    let path = try folder.write("wrong.csv", wrong)
    #expect(
      RosterFile.load(path, inputs: inputs).diagnostics.map(\.message) == [
        "unknown session 's3'."
      ]
    )
  }

  @Test func `a room and a trainer in two classes at once`() throws {
    var files = TrainingTexts.files
    files["sessions.csv"] = """
      session,course,start,end,room,site,trainer,seats,attendees
      s2,licence,2026-03-04T10:00,2026-03-04T12:00,blue,harbour,E02,12,
      s1,aml,2026-03-04T09:00,2026-03-04T10:00,blue,,E02,10,
      s3,aml,2026-03-04T11:30,2026-03-04T12:30,blue,,E02,10,E02

      """
    let loaded = ScenarioTexts.load(files)
    #expect(
      loaded.diagnostics.filter { $0.file.hasSuffix("sessions.csv") }.map(\.description) == [
        """
        center/sessions.csv:4: warning: room 'blue' is in class 's3' while in class 's2' (line 2).
        Move one of them, or give it another room.
        """,
        """
        center/sessions.csv:4: warning: trainer 'E02' is in class 's3' while in class 's2' (line 2).
        Move one of them, or give it another trainer.
        """,
      ]
    )
  }
}
