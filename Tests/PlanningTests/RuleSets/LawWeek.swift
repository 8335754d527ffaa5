import TestSupport
import Workforce

/// What Ada works in the week from 2026-03-23, and before.
///
/// All of it is paid, meals too.
struct LawWeek: Sendable {
  /// Shifts such as `mon 08:00-14:00`, or with a meal `mon 08:00-16:00 / 12:00-12:30`.
  var shifts: [String]
  /// Hours of the weeks before, the last one first, each in six equal shifts from Monday to Saturday.
  var past: [Int] = []
  /// Hours of a week above which Ada has overtime.
  var overtimeAfter = 168.0
  /// The first and the last date of leave.
  var leave: ClosedRange<LocalDate>?

  private typealias Make = ScenarioFixtures
  private static let week = ScenarioFixtures.week("2026-W13")

  /// With the last shift in place of the own last one.
  func ending(_ shift: String) -> LawWeek {
    var changed = self
    changed.shifts[shifts.count - 1] = shift
    return changed
  }

  var roster: Roster {
    Roster(
      week: Self.week,
      zone: .utc,
      tours: [Tour(employee: "ada", shifts: shifts.map(shift))]
    )
  }

  func inputs(_ labor: LaborSettings) -> PlanningInputs {
    let meal = BreakTemplate(kind: .lunch, length: .minutes(30), isPaid: true)
    var inputs = Make.inputs(
      people: Make.people("ada"),
      templates: [Make.template(minutes: 480, breaks: [meal])],
      contracts: [Make.contract(overtimeAfter: overtimeAfter)]
    )
    inputs.settings.labor = labor
    inputs.pastDuties = past.indices.reversed().flatMap(duties)
    if let leave {
      inputs.absences = [
        Absence(
          employee: "ada",
          from: midnight(leave.lowerBound),
          until: midnight(leave.upperBound.adding(days: 1)),
          kind: "leave"
        )
      ]
    }
    return inputs
  }

  private func midnight(_ date: LocalDate) -> LocalDateTime {
    Zone.utc.local(at: Zone.utc.startOfDay(date))
  }

  private func duties(_ back: Int) -> [PastDuty] {
    let monday = Self.week.monday.adding(days: -7 * (back + 1))
    let minutes = past[back] * 60 / 6
    guard minutes > 0 else { return [] }
    return (0..<6).map { day in
      let start = Zone.utc.startOfDay(monday.adding(days: day))
      return PastDuty(
        employee: "ada",
        start: Zone.utc.local(at: start),
        end: Zone.utc.local(at: start.adding(minutes: minutes))
      )
    }
  }

  private func shift(_ text: String) -> Shift {
    let words = text.split(separator: " ").map(String.init)
    let days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    guard let day = days.firstIndex(of: words[0]) else { preconditionFailure(text) }
    let date = Self.week.monday.adding(days: day)
    let midnight = Zone.utc.startOfDay(date)
    let (start, end) = times(words[1], midnight)
    var segments = [ShiftSegment(kind: .work, start: start, end: end)]
    if words.count == 4 {
      let meal = times(words[3], midnight)
      segments = [
        ShiftSegment(kind: .work, start: start, end: meal.start),
        ShiftSegment(kind: .lunch, start: meal.start, end: meal.end),
        ShiftSegment(kind: .work, start: meal.end, end: end),
      ]
    }
    return Shift(date: date, start: start, end: end, segments: segments, queues: ["phone"])
  }

  private func times(_ window: String, _ midnight: Instant) -> (start: Instant, end: Instant) {
    let window = Make.window(window)
    return (
      midnight.adding(minutes: window.start.minutes), midnight.adding(minutes: window.endMinutes)
    )
  }
}
