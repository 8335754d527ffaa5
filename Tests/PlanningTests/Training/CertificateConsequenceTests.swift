import TestSupport
import Testing
import Workforce

@testable import Planning

/// What hangs on a certificate or a class: published weeks, and time off over it.
@Suite struct CertificateConsequenceTests {
  private typealias Make = ScenarioFixtures

  private static func certificate(_ reference: String, _ from: String, _ lapses: String)
    -> Certification
  {
    Certification(
      employee: "a",
      course: "aml",
      attained: Make.date(from),
      from: Make.time(from + "T00:00"),
      lapses: Make.time(lapses + "T00:00"),
      reference: reference
    )
  }

  /// `aml` guards the skill `phone` alone; `a` holds `phone` and `chat`.
  private static func inputs() -> PlanningInputs {
    var inputs = Make.inputs(
      people: Make.people("a", "b"),
      queues: [Make.queue("phone"), Make.queue("chat")]
    )
    inputs.training.courses = [
      Course(name: "aml", title: "Money", lengthMinutes: 90, passMark: .one, guards: ["phone"])
    ]
    inputs.training.sessions = [
      session("one", "2026-03-03T10:00", ["a"]), session("two", "2026-03-04T10:00", []),
      session("late", "2026-03-20T10:00", []),
    ]
    return inputs
  }

  private static func session(_ id: String, _ start: String, _ attendees: [String])
    -> ClassSession
  {
    ClassSession(
      id: id,
      course: "aml",
      start: Make.time(start),
      end: Make.time(start).adding(minutes: 90),
      trainer: "b",
      seats: 5,
      attendees: attendees
    )
  }

  private static func shift(_ date: String, _ queues: [String]) -> Shift {
    let start = Zone.utc.instant(at: Make.time(date + "T09:00"))
    let end = start.adding(minutes: 480)
    return Shift(
      date: Make.date(date),
      start: start,
      end: end,
      segments: [ShiftSegment(kind: .work, start: start, end: end)],
      queues: queues
    )
  }

  private static let roster = Roster(
    week: Make.week("2026-W10"),
    zone: .utc,
    tours: [
      Tour(
        employee: "a",
        shifts: [
          shift("2026-03-02", ["phone", "chat"]), shift("2026-03-03", ["chat"]),
          shift("2026-03-06", ["phone"]),
        ]
      )
    ]
  )

  @Test func `shifts count on a certificate from its first to its last day`() throws {
    let own = Self.certificate("one", "2025-03-06", "2026-03-06")
    let serving = PublishedServing(own, held: [own], Self.inputs())
    #expect(serving.mayCount(in: Make.week("2026-W10")))
    #expect(!serving.mayCount(in: Make.week("2025-W05")))
    let week = try #require(serving.week(Self.roster, version: 2))
    #expect(week.stretches.map(\.shift.date) == [Make.date("2026-03-02")])
    #expect(week.stretches.map(\.queues) == [["phone"]])
    // another one covers the same days: nothing hangs on the first
    let other = Self.certificate("two", "2026-01-01", "2027-01-01")
    let spare = PublishedServing(own, held: [own, other], Self.inputs())
    #expect(spare.week(Self.roster, version: 2) == nil)
    var gone = own
    gone.isRevoked = true
    let after = PublishedServing(gone, held: [gone], Self.inputs())
    #expect(after.week(Self.roster, version: 2)?.stretches == week.stretches)
  }

  private static func missed(_ from: String, _ until: String, lapses: String?) -> [String] {
    var inputs = inputs()
    inputs.training.certifications = lapses.map { [certificate("one", "2025-03-06", $0)] } ?? []
    let absence = Absence(
      employee: "a",
      from: Make.time(from),
      until: Make.time(until),
      kind: "leave"
    )
    return MissedClass.of(absence, inputs).flatMap(\.lines)
  }

  @Test func `time off over a class says when the certificate lapses, and which other is there`() {
    let what = "Class one, Money (aml), 2026-03-03T10:00-11:30, falls within; "
    #expect(
      Self.missed("2026-03-03T00:00", "2026-03-04T00:00", lapses: "2026-03-10") == [
        what + "the certificate lapses 2026-03-10.",
        "  Other classes of it before that: two (2026-03-04T10:00).",
      ]
    )
    #expect(
      Self.missed("2026-03-03T00:00", "2026-03-05T00:00", lapses: "2026-03-10") == [
        what + "the certificate lapses 2026-03-10.",
        "  No other class of it is there before that: without one the certificate is not renewed in time.",
      ]
    )
    #expect(
      Self.missed("2026-03-03T11:00", "2026-03-03T12:00", lapses: nil).first
        == what + "no certificate of the course is in force."
    )
    #expect(Self.missed("2026-03-03T11:30", "2026-03-04T00:00", lapses: nil) == [])
  }

  @Test func `who teaches a class is told to find somebody else`() {
    let absence = Absence(
      employee: "b",
      from: Make.time("2026-03-04T00:00"),
      until: Make.time("2026-03-05T00:00"),
      kind: "leave"
    )
    #expect(
      MissedClass.of(absence, Self.inputs()).flatMap(\.lines) == [
        "Class two, Money (aml), 2026-03-04T10:00-11:30, falls within; the person teaches it: "
          + "find another trainer, or move it."
      ]
    )
  }
}
