import Checking
import TestSupport
import Testing
import Workforce

/// Of which kind a shift of four hours is.
@Suite struct KindTests {
  private struct Kind: Sendable, CustomTestStringConvertible {
    var reason: String
    var kind: ShiftKind
    /// Starts of shifts, on Monday, that are and that are not of the kind.
    var are: [Int]
    var areNot: [Int]

    var testDescription: String { reason }
  }

  private static func kind(
    starts: String? = nil,
    ends: String? = nil,
    covers: String? = nil,
    least: Duration = .minutes(1)
  ) -> ShiftKind {
    ShiftKind(
      name: "kind",
      starts: starts.map(Make.window),
      ends: ends.map(Make.window),
      covers: covers.map(Make.window),
      leastCovered: least
    )
  }

  private static let kinds: [Kind] = [
    Kind(
      reason: "starts, both ends included",
      kind: kind(starts: "05:00-09:00"),
      are: [5, 7, 9],
      areNot: [4, 10, 0]
    ),
    Kind(
      reason: "starts around midnight",
      kind: kind(starts: "22:00-01:00"),
      are: [22, 23, 0, 1],
      areNot: [2, 21]
    ),
    Kind(
      reason: "ends at midnight",
      kind: kind(ends: "22:00-24:00"),
      are: [18, 20],
      areNot: [17, 21]
    ),
    Kind(
      reason: "ends at midnight, too",
      kind: kind(ends: "00:00-02:00"),
      are: [20, 22],
      areNot: [19, 23]
    ),
    Kind(
      reason: "at least three hours of a night, its end not included",
      kind: kind(covers: "23:00-06:00", least: .hours(3)),
      are: [22, 23, 0, 2, 3],
      areNot: [21, 4, 12]
    ),
    Kind(
      reason: "any minute of it",
      kind: kind(covers: "12:00-13:00"),
      are: [9, 12],
      areNot: [8, 13]
    ),
    Kind(
      reason: "all that is asked for",
      kind: kind(starts: "08:00-10:00", ends: "13:00-15:00", covers: "13:00-14:00"),
      are: [10],
      areNot: [9, 8, 11]
    ),
    Kind(reason: "nothing asked for", kind: kind(), are: [0, 12, 23], areNot: []),
  ]

  private static func isOne(_ kind: ShiftKind, hour: Int) -> Bool {
    var inputs = Make.inputs(people: Make.people("ada"), templates: [Make.template(minutes: 240)])
    inputs.settings.labor.kinds = [kind]
    inputs.settings.labor.rules = [RuleEntry(.kindCount(["kind"], least: 1, most: nil, weeks: 1))]
    let start = Zone.utc.startOfDay(Make.week.monday).adding(minutes: 60 * hour)
    let end = start.adding(minutes: 240)
    let shift = Shift(
      date: Make.week.monday,
      start: start,
      end: end,
      segments: [ShiftSegment(kind: .work, start: start, end: end)],
      queues: ["phone"]
    )
    let roster = Roster(
      week: Make.week,
      zone: .utc,
      tours: [Tour(employee: "ada", shifts: [shift])]
    )
    return RosterChecker(inputs: inputs).violations(in: roster).isEmpty
  }

  @Test(arguments: kinds)
  private func `is of a kind by start, end and what it covers`(c: Kind) {
    for hour in c.are { #expect(Self.isOne(c.kind, hour: hour), "\(hour)") }
    for hour in c.areNot { #expect(!Self.isOne(c.kind, hour: hour), "\(hour)") }
  }

  @Test func `a past shift is of a kind by the same test`() {
    for kind in Self.kinds {
      for (hours, isOne) in [(kind.are, true), (kind.areNot, false)] {
        for hour in hours { #expect(Self.isPastOne(kind.kind, hour: hour) == isOne, "\(hour)") }
      }
    }
  }

  private static func isPastOne(_ kind: ShiftKind, hour: Int) -> Bool {
    var inputs = Make.inputs(people: Make.people("ada"), templates: [Make.template(minutes: 240)])
    inputs.settings.labor.kinds = [kind]
    inputs.settings.labor.rules = [RuleEntry(.kindCount(["kind"], least: 1, most: nil, weeks: 2))]
    let start = LocalDateTime(date: Make.week.monday.adding(days: -3), secondOfDay: 3600 * hour)
    inputs.pastDuties = [
      PastDuty(employee: "ada", start: start, end: start.adding(minutes: 240))
    ]
    let roster = Roster(week: Make.week, zone: .utc, tours: [])
    return RosterChecker(inputs: inputs).violations(in: roster).isEmpty
  }
}
