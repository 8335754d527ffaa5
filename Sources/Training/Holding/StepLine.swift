import Workforce

/// What a person's certificates of one course allow, as it changes.
struct StepLine: Sendable {
  /// A certificate with its moments.
  struct Span: Sendable {
    let from: Instant
    let lapses: Instant?
    /// The first moment after the days of grace.
    let graceUntil: Instant?
    let grace: Holding

    func holding(at moment: Instant) -> Holding {
      guard from <= moment else { return .none }
      guard let lapses, lapses <= moment else { return .full }
      return graceUntil.map { moment < $0 } ?? false ? grace : .none
    }

    var cuts: [Instant] { [from] + [lapses, graceUntil].compactMap(\.self) }
  }

  /// The moments of change, ascending.
  let cuts: [Instant]
  private let steps: [Holding]

  init(_ spans: [Span]) {
    let cuts = Set(spans.flatMap(\.cuts)).sorted()
    self.cuts = cuts
    steps = cuts.map { cut in spans.map { $0.holding(at: cut) }.max() ?? .none }
  }

  func holding(at moment: Instant) -> Holding {
    let begun = cuts.beginning(by: moment)
    return begun == 0 ? .none : steps[begun - 1]
  }
}

extension [Instant] {
  /// How many of these ascending moments lie at or before a moment.
  func beginning(by moment: Instant) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] <= moment { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
