import Workforce

/// A rest between two shifts with a date off between them, which only late ends and early starts can miss.
///
/// Other shifts need not be told apart: those are the letter 1.
struct SkipRestMachine: DayMachine {
  /// A shift that matters, in seconds since 1970.
  struct Span: Hashable, Sendable {
    let start: Int
    let end: Int
    /// Whether the rest holds after it, and before it.
    let isAfter: Bool
    let isBefore: Bool
  }

  /// By date; `nil` where the rule is not in force.
  let terms: [PairRule.Term?]
  /// Kinds of shift after and before which it holds, as bits; `nil` for all.
  let after: UInt64?
  let before: UInt64?
  /// By date: the shifts that matter; their letters are the positions, plus 2.
  let spans: [[Span]]

  /// Looks at all shifts that may be worked; `nil` where none can miss the rest.
  init?(
    terms: [PairRule.Term?],
    after: UInt64?,
    before: UInt64?,
    shifts: [[CandidateShift]]
  ) {
    (self.terms, self.after, self.before) = (terms, after, before)
    let all = shifts.map { day in Set(day.map { Self.span(of: $0, after, before) }) }
    var spans = all.map { _ in Set<Span>() }
    for day in all.indices.dropFirst(2) {
      guard let rest = terms[day]?.minutes,
        let last = all[day - 2].filter(\.isAfter).map(\.end).max(),
        let first = all[day].filter(\.isBefore).map(\.start).min()
      else { continue }
      spans[day - 2].formUnion(all[day - 2].filter { $0.isAfter && first - $0.end < rest * 60 })
      spans[day].formUnion(all[day].filter { $0.isBefore && $0.start - last < rest * 60 })
    }
    guard spans.contains(where: { !$0.isEmpty }) else { return nil }
    self.spans = spans.map { $0.sorted { ($0.start, $0.end) < ($1.start, $1.end) } }
  }

  private static func span(
    of shift: CandidateShift,
    _ after: UInt64?,
    _ before: UInt64?
  ) -> Span {
    Span(
      start: shift.startInstant.secondsSinceEpoch,
      end: shift.endInstant.secondsSinceEpoch,
      isAfter: after.map { shift.kinds & $0 != 0 } ?? true,
      isBefore: before.map { shift.kinds & $0 != 0 } ?? true
    )
  }

  func letter(of shift: CandidateShift) -> Int {
    spans[shift.day].firstIndex(of: Self.span(of: shift, after, before)).map { $0 + 2 } ?? 1
  }

  /// A state is 0, or the letter of the last shift and whether a date off came after it.
  func step(_ state: Int, day: Int, letter: Int) -> DayStep? {
    let (last, isOff) = (state / 2, state % 2 == 1)
    guard letter > 0 else { return DayStep(state: last > 0 && !isOff ? state + 1 : 0) }
    let own = letter > 1 ? spans[day][letter - 2] : nil
    let next = own?.isAfter == true ? letter * 2 : 0
    guard let own, own.isBefore, last > 0, isOff, let term = terms[day] else {
      return DayStep(state: next)
    }
    let rest = (own.start - spans[day - 2][last - 2].end) / 60
    return step(to: next, cost(term.minutes - rest, term.price))
  }
}
