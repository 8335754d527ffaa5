import Workforce

/// Once in the week a stretch of so many minutes without a shift.
///
/// Times are elapsed minutes since Monday 00:00; a state is the end of the last shift, or that the stretch is
/// had. Of shifts it tells apart only what decides about a stretch: starts that the same ends leave enough time
/// before, and ends that leave the same starts enough time after. With a price every minute of the longest
/// stretch counts, and all starts and ends are told apart.
struct WeeklyRestMachine: DayMachine {
  /// When a shift begins and ends.
  struct Span: Hashable, Sendable {
    let start: Int
    let end: Int
  }

  /// Minutes asked for.
  let rest: Int
  /// Price of a minute missed; `nil` where it is hard.
  let price: Double?
  /// Minutes of the week.
  let length: Int
  /// Monday 00:00, in seconds since 1970.
  let monday: Int
  /// By date: one shift of each sort that is told apart; its letter is the position, plus 1.
  let spans: [[Span]]
  /// By date: the letter of each span.
  private let letters: [[Span: Int]]

  private static let isHad = -1
  /// More than any end.
  private static let scale = 1 << 20

  /// Looks at all shifts that may be worked; the last past one ends at `first`, or before Monday.
  init(rest: Int, price: Double?, week: Range<Instant>, shifts: [[CandidateShift]], first: Int) {
    self.rest = rest
    self.price = price
    monday = week.lowerBound.secondsSinceEpoch
    length = week.upperBound.minutes(since: week.lowerBound)
    let origin = monday
    let all = shifts.map { day in
      Set(day.map { Self.span(of: $0, since: origin) })
        .sorted { ($0.start, $0.end) < ($1.start, $1.end) }
    }
    var spans: [[Span]] = []
    var letters: [[Span: Int]] = []
    for day in all.indices {
      let ends = Set(all[..<day].joined().map(\.end) + [first])
      let starts = Set(all[(day + 1)...].joined().map(\.start) + [length])
      let (own, table) = Self.sorts(
        of: all[day],
        starts: price == nil ? ends.map { $0 + rest }.sorted() : nil,
        ends: starts.map { $0 - rest }.sorted()
      )
      spans.append(own)
      letters.append(table)
    }
    self.spans = spans
    self.letters = letters
  }

  /// One shift of each sort, and everybody's letter; all are told apart where no thresholds are given.
  private static func sorts(
    of day: [Span],
    starts: [Int]?,
    ends: [Int]
  ) -> ([Span], [Span: Int]) {
    var spans: [Span] = []
    var known: [[Int]: Int] = [:]
    var letters: [Span: Int] = [:]
    for span in day {
      let key =
        starts.map { starts in
          [starts.count { $0 <= span.start }, ends.count { $0 < span.end }]
        } ?? [span.start, span.end]
      let letter = known[key] ?? spans.count + 1
      if known[key] == nil { spans.append(span) }
      known[key] = letter
      letters[span] = letter
    }
    return (spans, letters)
  }

  private static func span(of shift: CandidateShift, since monday: Int) -> Span {
    Span(
      start: (shift.startInstant.secondsSinceEpoch - monday) / 60,
      end: (shift.endInstant.secondsSinceEpoch - monday) / 60
    )
  }

  /// The last past shift ends so many minutes after Monday 00:00, or before.
  func start(lastEnd: Int) -> Int { max(0, lastEnd) }

  func letter(of shift: CandidateShift) -> Int {
    letters[shift.day][Self.span(of: shift, since: monday)] ?? 1
  }

  func step(_ state: Int, day: Int, letter: Int) -> DayStep? {
    guard letter > 0, state != Self.isHad else { return DayStep(state: state) }
    let span = spans[day][letter - 1]
    let (longest, end) = (state / Self.scale, state % Self.scale)
    let gap = span.start - end
    if gap >= rest { return DayStep(state: Self.isHad) }
    let best = price == nil ? 0 : max(longest, gap)
    return DayStep(state: best * Self.scale + max(end, span.end))
  }

  func end(_ state: Int) -> Double? {
    guard state != Self.isHad else { return 0 }
    let (longest, end) = (state / Self.scale, state % Self.scale)
    let gap = max(longest, length - end)
    if gap >= rest { return 0 }
    return price.map { $0 * Double(rest - max(0, gap)) }
  }
}
