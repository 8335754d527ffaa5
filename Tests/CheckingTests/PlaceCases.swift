import TestSupport
import Workforce

extension RuleTests {
  private static func available(_ days: DayPattern, _ window: String?) -> Availability {
    Availability(employee: "ada", days: days, window: window.map(Make.window))
  }

  private static func away(_ from: String, _ until: String) -> Absence {
    Absence(employee: "ada", from: Make.time(from), until: Make.time(until), kind: "leave")
  }

  /// Rules about when and where one shift lies.
  static let placeCases: [RuleCase] = [
    RuleCase(
      rule: "employment",
      reason: "on the first and on the last day",
      strips: ["|####||####"],
      change: {
        $0.employees[0].hired = Make.date("2026-03-03")
        $0.employees[0].leaves = Make.date("2026-03-05")
      }
    ),
    RuleCase(
      rule: "employment",
      reason: "the days before and after",
      strips: ["####||||####"],
      change: {
        $0.employees[0].hired = Make.date("2026-03-03")
        $0.employees[0].leaves = Make.date("2026-03-05")
      },
      expected: ["2026-03-02", "2026-03-06"].map {
        "ada \($0) employment: a shift on \($0); employed from 2026-03-03 until 2026-03-05"
      }
    ),
    RuleCase(
      rule: "employment",
      reason: "nobody of that identifier",
      strips: ["####"],
      change: {
        $0.employees[0].id = "bo"
      },
      expected: ["ada 2026-03-02 employment: no employee has this identifier"]
    ),
    RuleCase(
      rule: "shift window",
      reason: "from the window's first to its last minute",
      strips: ["........####"],
      change: { $0.changeContract { $0.shiftWindow = Make.window("08:00-12:00") } }
    ),
    RuleCase(
      rule: "shift window",
      reason: "an hour early, and an hour late past midnight",
      strips: [".......####|.....................###|#|.....................###|#"],
      change: { $0.changeContract { $0.shiftWindow = Make.window("08:00-00:00") } },
      expected: [
        "ada 2026-03-02 shift window: 07:00-11:00; the contract allows 08:00-00:00",
        "ada 2026-03-03 shift window: 21:00-01:00 (+1 d); the contract allows 08:00-00:00",
        "ada 2026-03-05 shift window: 21:00-01:00 (+1 d); the contract allows 08:00-00:00",
      ]
    ),
    RuleCase(
      rule: "shift window",
      reason: "a night inside a window over midnight",
      strips: ["......................##|##"],
      change: { $0.changeContract { $0.shiftWindow = Make.window("22:00-02:00") } }
    ),
    RuleCase(
      rule: "opening hours",
      reason: "closed in the middle only",
      strips: ["........####"],
      change: {
        $0.settings.queues[0].openingHours.windows[0] = [
          Make.window("08:00-09:00"), Make.window("11:30-12:00"),
        ]
      }
    ),
    RuleCase(
      rule: "opening hours",
      reason: "nobody calls before eight",
      strips: [".......####"],
      change: { $0.settings.queues[0] = Make.queue(open: "08:00-20:00") },
      expected: [
        "ada 2026-03-02 opening hours: none of phone is open in the 30 min from "
          + "2026-03-02 07:00; 1 must be"
      ]
    ),
    RuleCase(
      rule: "opening hours",
      reason: "a night: open past midnight, then a closed day",
      strips: ["......................##|##", "|......................##|##"],
      change: {
        $0.settings.queues[0] = Make.queue(open: "22:00-02:00", on: [.monday, .tuesday])
        $0.calendar = [CalendarEntry(date: Make.date("2026-03-03"), kind: .closed, name: "x")]
      },
      expected: [
        "ada 2026-03-03 opening hours: none of phone is open in the 30 min from "
          + "2026-03-03 22:00 and 2026-03-04 01:30; 1 must be"
      ]
    ),
    RuleCase(
      rule: "opening hours",
      reason: "a Saturday made a working day",
      strips: ["|||||........####"],
      change: {
        $0.settings.queues[0] = Make.queue(open: "08:00-12:00", on: [.friday])
        $0.calendar = [CalendarEntry(date: Make.date("2026-03-07"), kind: .makeUpDay, name: "x")]
      }
    ),
    RuleCase(
      rule: "skills",
      reason: "held until the second day of a night",
      strips: ["......................##|##"],
      change: { $0.skills[0].until = Make.date("2026-03-03") }
    ),
    RuleCase(
      rule: "skills",
      reason: "lapses at midnight, in the middle of a night",
      strips: ["......................##|##|"],
      change: { $0.skills[0].until = Make.date("2026-03-02") },
      expected: [
        "ada 2026-03-02 skills: queue phone needs skill phone on 2026-03-03; held then: none"
      ]
    ),
    RuleCase(
      rule: "skills",
      reason: "a shift that ends at midnight needs no skill on the next day",
      strips: ["....................####"],
      change: { $0.skills[0].until = Make.date("2026-03-02") }
    ),
    RuleCase(
      rule: "skills",
      reason: "a skill never held",
      strips: ["####"],
      queues: ["phone", "chat"],
      change: { $0.settings.queues.append(Make.queue("chat", skill: "typing")) },
      expected: [
        "ada 2026-03-02 skills: queue chat needs skill typing on 2026-03-02; held then: phone"
      ]
    ),
    RuleCase(
      rule: "skills",
      reason: "a queue that does not exist",
      strips: ["####"],
      queues: ["phone", "fax"],
      expected: ["ada 2026-03-02 skills: queue fax is not in the scenario"]
    ),
    RuleCase(
      rule: "skills",
      reason: "no queue",
      strips: ["####"],
      queues: [],
      expected: [
        "ada 2026-03-02 skills: names 0 queues; at least 1 is required"
      ]
    ),
    RuleCase(
      rule: "availability",
      reason: "a date's lines replace its weekday's, which replace the every-day ones",
      strips: ["........####|............####|................####"],
      change: {
        $0.availability = [
          available(.everyDay, "16:00-20:00"), available(.weekday(.monday), "00:00-04:00"),
          available(.date(Make.date("2026-03-02")), nil),
          available(.date(Make.date("2026-03-02")), "08:00-12:00"),
          available(.weekday(.tuesday), "12:00-14:00"),
          available(.weekday(.tuesday), "12:00-16:00"),
        ]
      }
    ),
    RuleCase(
      rule: "availability",
      reason: "half in each of two windows, and not at all",
      strips: ["........####|........####|........####"],
      change: {
        $0.availability = [
          available(.weekday(.monday), "08:00-10:00"), available(.weekday(.monday), "10:00-12:00"),
          available(.weekday(.tuesday), nil), available(.everyDay, "08:00-12:00"),
        ]
      },
      expected: [
        "ada 2026-03-02 availability: 08:00-12:00; available 08:00-10:00, 10:00-12:00",
        "ada 2026-03-03 availability: 08:00-12:00; not available that day",
      ]
    ),
    RuleCase(
      rule: "absence",
      reason: "away until the start and from the end",
      strips: ["........####"],
      change: {
        $0.absences = [
          away("2026-03-02T06:00", "2026-03-02T08:00"),
          away("2026-03-02T12:00", "2026-03-02T13:00"),
        ]
      }
    ),
    RuleCase(
      rule: "absence",
      reason: "away for a part of the day",
      strips: ["........####"],
      change: { $0.absences = [away("2026-03-02T11:30", "2026-03-02T13:00")] },
      expected: [
        "ada 2026-03-02 absence: 08:00-12:00 overlaps leave from 2026-03-02 11:30 until "
          + "2026-03-02 13:00 by 30 min; 0 min are allowed"
      ]
    ),
  ]
}
