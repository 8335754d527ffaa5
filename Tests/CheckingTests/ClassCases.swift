import TestSupport
import Workforce

extension RuleTests {
  /// A class on Monday unless told.
  private static func lesson(
    _ id: String = "s1",
    _ start: String = "2026-03-02T10:00",
    _ end: String = "2026-03-02T12:00",
    room: String? = nil,
    site: String? = nil,
    trainer: String? = nil,
    seats: Int = 5,
    attendees: [String] = ["ada"]
  ) -> ClassSession {
    ClassSession(
      id: id,
      course: "aml",
      start: Make.time(start),
      end: Make.time(end),
      room: room,
      site: site,
      trainer: trainer,
      seats: seats,
      attendees: attendees
    )
  }

  private static let tuesday = lesson("s2", "2026-03-03T10:00", "2026-03-03T11:00")

  private static func rooms(_ inputs: inout PlanningInputs) {
    inputs.training.rooms = [Room(name: "blue", site: "site", seats: 8)]
  }

  private static func supervisor(_ inputs: inout PlanningInputs) {
    inputs.settings.queues[0].openingHours =
      Make.queue(
        open: "08:00-12:00",
        on: [.monday, .tuesday]
      ).openingHours
    inputs.training.presence = [PresenceRule(skill: "phone", site: "site", least: 1)]
  }

  /// Rules about classes, and about who is present.
  static let classCases: [RuleCase] = [
    RuleCase(
      rule: "class attendance",
      reason: "one of two, from start to end",
      strips: ["........##tt|........####"],
      change: { $0.training.sessions = [lesson(), tuesday] }
    ),
    RuleCase(
      rule: "class attendance",
      reason: "away during both",
      strips: ["........"],
      change: {
        $0.training.sessions = [lesson(), tuesday]
        $0.absences = [
          Absence(
            employee: "ada",
            from: Make.time("2026-03-02T11:00"),
            until: Make.time("2026-03-04T00:00"),
            kind: "leave"
          )
        ]
      }
    ),
    RuleCase(
      rule: "class attendance",
      reason: "both of two",
      strips: ["........##tt|.........#t##"],
      change: { $0.training.sessions = [lesson(), tuesday] },
      expected: [
        "ada 2026-03-02 class attendance: attends 2 of these from start to end; exactly 1 is "
          + "required: class s1 of course aml, 2026-03-02 10:00 until 2026-03-02 12:00; class s2 of "
          + "course aml, 2026-03-03 10:00 until 2026-03-03 11:00"
      ]
    ),
    RuleCase(
      rule: "class attendance",
      reason: "a class cut short",
      strips: ["........##t#"],
      change: { $0.training.sessions = [lesson()] },
      expected: [
        "ada 2026-03-02 class attendance: attends 0 of these from start to end; exactly 1 is "
          + "required: class s1 of course aml, 2026-03-02 10:00 until 2026-03-02 12:00"
      ]
    ),
    RuleCase(
      rule: "class attendance",
      reason: "a class that does not list the person",
      strips: ["........##tt"],
      change: { $0.training.sessions = [lesson(attendees: [])] },
      expected: [
        "ada 2026-03-02 class attendance: training without a name from 2026-03-02 10:00 until "
          + "2026-03-02 12:00 is no class that lists the person"
      ]
    ),
    RuleCase(
      rule: "class seats",
      reason: "one seat for one person",
      strips: ["........##tt"],
      change: { $0.training.sessions = [lesson(seats: 1)] }
    ),
    RuleCase(
      rule: "class seats",
      reason: "none for one person",
      strips: ["........##tt"],
      change: { $0.training.sessions = [lesson(seats: 0)] },
      expected: ["2026-03-02 class seats: class s1 has 0 seats; 1 attend: ada"]
    ),
    RuleCase(
      rule: "class trainer",
      reason: "in the class from start to end",
      strips: ["........##tt"],
      change: { $0.training.sessions = [lesson(trainer: "ada", attendees: [])] }
    ),
    RuleCase(
      rule: "class trainer",
      reason: "serves in the second hour",
      strips: ["........##t#"],
      change: { $0.training.sessions = [lesson(trainer: "ada", attendees: [])] },
      expected: [
        "2026-03-02 class trainer: ada teaches class s1 of course aml, 2026-03-02 10:00 until "
          + "2026-03-02 12:00, but no training of theirs holds it whole"
      ]
    ),
    RuleCase(
      rule: "class room",
      reason: "one class after the other",
      strips: [],
      change: {
        rooms(&$0)
        $0.training.sessions = [
          lesson(room: "blue", attendees: []),
          lesson("s2", "2026-03-02T12:00", "2026-03-02T13:00", room: "blue", attendees: []),
        ]
      }
    ),
    RuleCase(
      rule: "class room",
      reason: "two classes at once",
      strips: [],
      change: {
        rooms(&$0)
        $0.training.sessions = [
          lesson(room: "blue", attendees: []),
          lesson("s2", "2026-03-02T11:00", "2026-03-02T13:00", room: "blue", attendees: []),
        ]
      },
      expected: [
        "2026-03-02 class room: room blue holds class s1 until 2026-03-02 12:00 and class s2 from "
          + "2026-03-02 11:00"
      ]
    ),
    RuleCase(
      rule: "class site",
      reason: "the person's own",
      strips: ["........##tt"],
      change: { $0.training.sessions = [lesson(site: "site")] }
    ),
    RuleCase(
      rule: "class site",
      reason: "another one",
      strips: ["........##tt"],
      change: { $0.training.sessions = [lesson(site: "hill")] },
      expected: [
        "ada 2026-03-02 class site: attends class s1 of course aml, 2026-03-02 10:00 until "
          + "2026-03-02 12:00 for people of site hill; is of site site"
      ]
    ),
    RuleCase(
      rule: "presence",
      reason: "a holder at all open times",
      strips: ["........####|........####"],
      change: supervisor
    ),
    RuleCase(
      rule: "presence",
      reason: "nobody on Monday and Tuesday",
      strips: [],
      change: supervisor,
      expected: [
        "2026-03-02 presence: skill phone at site: 0 present from 2026-03-02 08:00 until 2026-03-02 "
          + "12:00, at least 1 required; 1 missing",
        "2026-03-03 presence: skill phone at site: 0 present from 2026-03-03 08:00 until 2026-03-03 "
          + "12:00, at least 1 required; 1 missing",
      ]
    ),
  ]
}
