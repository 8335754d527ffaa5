import Workforce

/// A shift of the week, or a past one, as labor rules see it.
struct DatedShift: Sendable {
  let date: LocalDate
  let start: Instant
  let end: Instant
  let kinds: Set<String>
  let paidMinutes: Int
  let isPast: Bool

  /// Whether it is of one of some kinds.
  func isOne(of names: [String]) -> Bool { names.contains(where: kinds.contains) }
}

/// A person's week with the shifts before it, for labor rules.
struct LaborWeek: Sendable {
  /// Shifts that start before the Monday, by start.
  let past: [DatedShift]
  /// The week's shifts, by start.
  let shifts: [DatedShift]
  /// The Monday, in days since 1970.
  let monday: Int
  /// Days since 1970 with a shift, past ones included.
  private let worked: Set<Int>

  init(_ facts: PersonFacts, _ shifts: [CheckedShift], monday: LocalDate) {
    let test = KindTest(kinds: facts.labor.kinds, zone: facts.zone)
    self.monday = monday.daysSinceEpoch
    past = facts.pastDuties(before: monday).map { duty in
      let (start, end) = (facts.zone.instant(at: duty.start), facts.zone.instant(at: duty.end))
      return DatedShift(
        date: duty.start.date,
        start: start,
        end: end,
        kinds: test.kinds(from: start, until: end),
        paidMinutes: (duty.paid ?? end.since(start)).wholeMinutes,
        isPast: true
      )
    }.sorted { ($0.start, $0.end) < ($1.start, $1.end) }
    self.shifts = shifts.map {
      DatedShift(
        date: $0.date,
        start: $0.start,
        end: $0.end,
        kinds: test.kinds(from: $0.start, until: $0.end),
        paidMinutes: $0.paid.wholeMinutes,
        isPast: false
      )
    }
    worked = Set((past + self.shifts).map(\.date.daysSinceEpoch))
  }

  /// The week's Sunday, in days since 1970.
  var sunday: Int { monday + 6 }

  /// Past shifts, then the week's.
  var all: [DatedShift] { past + shifts }

  func isWorked(_ day: Int) -> Bool { worked.contains(day) }

  /// Past shifts of the weeks before this one in a period of so many weeks.
  func past(ofWeeks weeks: Int) -> [DatedShift] {
    let first = monday - 7 * (max(1, weeks) - 1)
    return past.filter { $0.date.daysSinceEpoch >= first }
  }

  /// Pairs of a shift of the week and the one before it; the first one's is the last past one to
  /// end.
  var pairs: [(earlier: DatedShift, later: DatedShift)] {
    let last = past.max { $0.end < $1.end }
    let earlier = [last] + shifts.dropLast().map { Optional($0) }
    return zip(earlier, shifts).compactMap { earlier, later in earlier.map { ($0, later) } }
  }

  /// The first known day: that of the first past shift, else the Monday.
  var firstKnown: Int { past.first?.date.daysSinceEpoch ?? monday }

  /// Runs of days that hold something and that reach the Sunday before the week or go on after it.
  func runs(from first: Int, where holds: (Int) -> Bool) -> [DateRun] {
    var runs: [DateRun] = []
    guard first <= sunday else { return [] }
    for day in first...sunday where holds(day) {
      if let last = runs.last, last.last == day - 1 {
        runs[runs.count - 1].last = day
      } else {
        runs.append(DateRun(first: day, last: day))
      }
    }
    return runs.filter { $0.last >= monday - 1 }
  }
}

/// Successive days.
struct DateRun {
  var first: Int
  var last: Int

  var count: Int { last - first + 1 }

  /// How many of them lie before a day.
  func count(before day: Int) -> Int { max(0, min(last + 1, day) - first) }

  /// `from 2026-03-02 to 2026-03-04`.
  var words: String {
    "from \(LocalDate(daysSinceEpoch: first)) to \(LocalDate(daysSinceEpoch: last))"
  }
}
