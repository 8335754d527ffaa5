import TestSupport
import Workforce

extension RuleTests {
  private static func lock(_ date: String, _ kind: RosterLock.Kind) -> Labor.Change {
    { $0.locks = [RosterLock(employee: "ada", date: Make.date(date), kind: kind)] }
  }

  private static let times = RosterLock.Kind.times(
    start: Make.time("2026-03-02T00:00"),
    end: Make.time("2026-03-02T04:00")
  )

  /// Early, off, any shift; from Monday to Wednesday only.
  private static func rotation(ahead: Int, also change: @escaping Labor.Change = { _ in })
    -> Labor.Change
  {
    Labor.rules {
      $0.settings.labor.rotations = [
        Rotation(
          name: "short",
          pattern: [.kind("early"), .off, .anyShift],
          anchor: Make.date("2026-02-27")
        )
      ]
      $0.rotationPlaces = [
        RotationPlace(
          employee: "ada",
          rotation: "short",
          ahead: ahead,
          from: Make.date("2026-03-02"),
          until: Make.date("2026-03-04")
        )
      ]
      change(&$0)
    }
  }

  /// Somebody must be there on Monday morning.
  private static func desk(least: Int = 0, most: Int? = nil) -> Labor.Change {
    var windows = Array(repeating: [ClockWindow](), count: 7)
    windows[0] = [Make.window("08:00-12:00")]
    let hours = OpeningHours(windows: windows)
    return Labor.rules {
      $0.settings.labor.heads = [HeadRule(name: "desk", hours: hours, least: least, most: most)]
    }
  }

  /// An hour on Monday and Tuesday morning.
  private static func meeting(
    _ attendance: Meeting.Attendance,
    also change: @escaping Labor.Change = { _ in }
  ) -> Labor.Change {
    Labor.rules {
      $0.settings.labor.meetings = [
        Meeting(
          name: "huddle",
          scope: RuleScope(),
          length: .hours(1),
          weekdays: [.monday, .tuesday],
          hours: Make.window("08:00-12:00"),
          attendance: attendance
        )
      ]
      change(&$0)
    }
  }

  /// What is settled beforehand, and heads.
  static let laborSettledCases: [RuleCase] = [
    RuleCase(
      rule: "lock",
      reason: "no shift where none is allowed",
      strips: ["|####"],
      change: lock("2026-03-02", .off)
    ),
    RuleCase(
      rule: "lock",
      reason: "a shift where none is allowed",
      strips: ["####"],
      change: lock("2026-03-02", .off),
      expected: ["ada 2026-03-02 lock: 00:00-04:00; locked is no shift"]
    ),
    RuleCase(
      rule: "lock",
      reason: "no shift where one is settled",
      strips: ["####"],
      change: lock("2026-03-03", .shift),
      expected: ["ada 2026-03-03 lock: no shift; locked is a shift"]
    ),
    RuleCase(
      rule: "lock",
      reason: "exactly the times",
      strips: ["####"],
      change: lock("2026-03-02", times)
    ),
    RuleCase(
      rule: "lock",
      reason: "an hour later than settled",
      strips: [".####"],
      change: lock("2026-03-02", times),
      expected: [
        "ada 2026-03-02 lock: 01:00-05:00; locked is 2026-03-02 00:00 until 2026-03-02 04:00"
      ]
    ),
    RuleCase(
      rule: "lock",
      reason: "a date of another week",
      strips: ["####"],
      change: lock("2026-03-09", .shift)
    ),
    RuleCase(
      rule: "rotation",
      reason: "as the pattern asks, and anything after the last date",
      strips: ["......####||####|####|####"],
      change: rotation(ahead: 0)
    ),
    RuleCase(
      rule: "rotation",
      reason: "somebody who is one position ahead",
      strips: ["......####||####"],
      change: rotation(ahead: 1),
      expected: [
        "ada 2026-03-02 rotation: a shift of early; rotation short asks for no shift",
        "ada 2026-03-03 rotation: no shift; rotation short asks for a shift",
        "ada 2026-03-04 rotation: a shift of night; rotation short asks for early",
      ]
    ),
    RuleCase(
      rule: "rotation",
      reason: "dates of leave are free of it",
      strips: ["||####"],
      change: rotation(ahead: 0, also: Labor.away("2026-03-02", until: "2026-03-03"))
    ),
    RuleCase(
      rule: "heads",
      reason: "there from the first minute to the last",
      strips: ["........####"],
      change: desk(least: 1, most: 1)
    ),
    RuleCase(
      rule: "heads",
      reason: "two hours late",
      strips: ["..........####"],
      change: desk(least: 1),
      expected: [
        "2026-03-02 heads: desk: 0 at work from 2026-03-02 08:00 until 2026-03-02 10:00; "
          + "at least 1 required"
      ]
    ),
    RuleCase(
      rule: "heads",
      reason: "one too many from ten on",
      strips: ["..........####"],
      change: desk(most: 0),
      expected: [
        "2026-03-02 heads: desk: 1 at work from 2026-03-02 10:00 until 2026-03-02 12:00; "
          + "at most 0 allowed"
      ]
    ),
    RuleCase(
      rule: "site seats",
      reason: "as many seats as people",
      strips: ["####"],
      change: { $0.settings.sites[0].seats = 1 }
    ),
    RuleCase(
      rule: "site seats",
      reason: "no seat",
      strips: ["####"],
      change: { $0.settings.sites[0].seats = 0 },
      expected: [
        "2026-03-02 site seats: site site: 1 at work from 2026-03-02 00:00 until "
          + "2026-03-02 04:00; 0 seats"
      ]
    ),
    RuleCase(
      rule: "meeting",
      reason: "the last hour, and the first; nobody at work on Wednesday is asked",
      strips: ["...........####|.....####|####"],
      change: meeting(.all)
    ),
    RuleCase(
      rule: "meeting",
      reason: "half an hour too late, and no shift on Tuesday",
      strips: [".......................########"],
      step: 30,
      change: meeting(.all),
      expected: [
        "ada 2026-03-02 meeting: huddle: no shift without a break from 2026-03-02 08:00 until "
          + "2026-03-02 09:00, when the most others can",
        "ada 2026-03-03 meeting: huddle: no shift without a break from 2026-03-03 08:00 until "
          + "2026-03-03 09:00, when the most others can",
      ]
    ),
    RuleCase(
      rule: "meeting",
      reason: "who has no shift on Tuesday, and is asked only at work",
      strips: ["........####"],
      change: meeting(.atWork)
    ),
    RuleCase(
      rule: "meeting",
      reason: "who is on leave is not asked",
      strips: ["........####"],
      change: meeting(.all, also: Labor.away("2026-03-03", until: "2026-03-04"))
    ),
  ]
}
