import Scorecard
import Testing
import Workforce

@Suite struct EscalationTests {
  private static let zone = Zone(identifier: "Europe/London")

  private static func complaint(_ id: String, _ moments: String?...) throws -> Complaint {
    let zone = try #require(Self.zone)
    let instants = try moments.map { text in
      try text.map { zone.instant(at: try #require(LocalDateTime($0))) }
    }
    return Complaint(
      id: id,
      received: try #require(instants[0]),
      firstContact: instants[1],
      supervisor: instants[2],
      headOfUnit: instants[3],
      closed: instants[4]
    )
  }

  @Test func `counts who had to be reached, and in time`() throws {
    let complaints = [
      // answered after half an hour, settled within two hours
      try Self.complaint("a", "2026-03-02T09:00", "2026-03-02T09:30", nil, nil, "2026-03-02T11:00"),
      // exactly one and four hours
      try Self.complaint(
        "b",
        "2026-03-02T09:00",
        "2026-03-02T10:00",
        "2026-03-02T13:00",
        nil,
        "2026-03-02T20:00"
      ),
      // all too late
      try Self.complaint(
        "c",
        "2026-03-02T09:00",
        "2026-03-02T10:01",
        "2026-03-02T13:01",
        "2026-03-03T09:01",
        nil
      ),
      // nobody ever
      try Self.complaint("d", "2026-03-02T09:00", nil, nil, nil, nil),
      // the clock goes forward at night: 24 hours end at 10:00
      try Self.complaint(
        "e",
        "2026-03-28T09:00",
        "2026-03-28T09:10",
        "2026-03-28T09:20",
        "2026-03-29T10:00",
        nil
      ),
      // its day is not over
      try Self.complaint("f", "2026-03-31T23:30", nil, nil, nil, nil),
    ]
    let date = try #require(LocalDate("2026-03-31"))
    let rows = EscalationTimes(complaints, through: date, zone: try #require(Self.zone))
      .rows(weeks: 2)
    #expect(rows.map(\.label) == ["all", "2026-W13", "2026-W14"])
    #expect(rows.map(\.complaints) == [6, 1, 1])
    let all = rows[0].levels
    #expect(all.map(\.needed) == [5, 4, 3])
    #expect(all.map(\.inTime) == [3, 2, 1])
    #expect(all.map(\.late) == [1, 1, 1])
    #expect(all[0].medianMinutes == 45)
    #expect(rows[2].levels.map(\.needed) == [0, 0, 0])
    #expect(rows[2].levels[0].share == nil)
  }
}
