import Workforce

/// What a person worked in the weeks before, as labor rules look at it.
struct PersonHistory: Sendable {
  /// A past shift.
  struct Duty: Sendable {
    let date: LocalDate
    let start: Instant
    let end: Instant
    /// Paid minutes.
    let paid: Int
    /// Its kinds, as bits.
    let kinds: UInt64
  }

  /// The week's Monday.
  let monday: LocalDate
  /// Past shifts, ascending by start.
  let duties: [Duty]

  init(_ past: [PastDuty], monday: LocalDate, kinds: ShiftKinds, zone: Zone) {
    self.monday = monday
    duties = past.map { duty in
      let (start, end) = (zone.instant(at: duty.start), zone.instant(at: duty.end))
      return Duty(
        date: duty.start.date,
        start: start,
        end: end,
        paid: duty.paid?.wholeMinutes ?? end.minutes(since: start),
        kinds: kinds.bits(from: start, to: end, in: zone)
      )
    }.sorted { ($0.start, $0.end) < ($1.start, $1.end) }
  }

  /// The last past shift.
  var last: Duty? { duties.last }

  /// The latest end of a past shift.
  var lastEnd: Instant? { duties.map(\.end).max() }

  /// The first date of a period of so many weeks that ends with this one.
  func firstDate(weeks: Int) -> LocalDate { monday.adding(days: -7 * (weeks - 1)) }

  /// Past shifts of a period of so many weeks that ends with this one.
  func duties(weeks: Int) -> [Duty] {
    let first = firstDate(weeks: weeks)
    return duties.filter { first <= $0.date }
  }

  /// Past dates in a row up to the Sunday before with a shift that counts.
  func run(_ counts: (Duty) -> Bool = { _ in true }) -> Int {
    let dates = Set(duties.filter(counts).map(\.date))
    var run = 0
    while dates.contains(monday.adding(days: -1 - run)) { run += 1 }
    return run
  }

  /// Dates without a shift between the last past one and the week; `nil` where no past shift is known.
  var freeDates: Int? {
    last.map { monday.daysSinceEpoch - $0.date.daysSinceEpoch - 1 }
  }

  /// In how many of the weeks before some shift starts on a weekend's date, of so many, the latest first.
  func weekends(_ weekend: [Weekday], weeks: Int) -> [Bool] {
    let dates = duties.filter { weekend.contains($0.date.weekday) }.map(\.date)
    return (1...max(1, weeks)).prefix(weeks).map { back in
      let first = monday.adding(days: -7 * back)
      return dates.contains { first <= $0 && $0 < first.adding(days: 7) }
    }
  }
}
