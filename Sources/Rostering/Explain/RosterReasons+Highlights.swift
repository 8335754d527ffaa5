public import Workforce

extension RosterReasons {
  /// An interval of a queue that lacks people.
  public struct Gap: Hashable, Sendable {
    let queue: Int
    let from: Instant
    let until: Instant
    let need: Int

    /// Names an interval by its queue's position and its time, with the people needed.
    public init(queue: Int, from: Instant, until: Instant, need: Int) {
      self.queue = queue
      self.from = from
      self.until = until
      self.need = need
    }
  }

  /// The refused wishes that are paid for most, with the best weeks that grant them, and why some
  /// intervals are short; rules that stop people are not named.
  ///
  /// - Parameters:
  ///   - most: How many wishes.
  ///   - gaps: The intervals.
  /// - Returns: The highlights.
  /// - Throws: `ShiftwrightError` never, as nothing is searched that could be cancelled.
  public func highlights(
    wishes most: Int,
    gaps: [Gap]
  ) throws(ShiftwrightError) -> RosterHighlights {
    let people = problem.employees.indices.map { weeks(of: $0) }
    let asked = people.indices.flatMap { position in
      wishes(people[position]).map { (position: position, limited: $0) }
    }
    let refused = asked.filter { !$0.limited.wish.isGranted }
    let dearest = refused.enumerated().sorted {
      ($0.element.limited.wish.price, -$0.offset) > ($1.element.limited.wish.price, -$1.offset)
    }.prefix(most).map(\.element)
    let found = parallelMap(count: dearest.count, threads: effort.threads) { index in
      let (position, limited) = dearest[index]
      return RosterHighlights.Wish(
        employee: problem.employees[position].id,
        wish: granted(limited, people[position]).wish
      )
    }
    var explained: [IntervalExplanation] = []
    for gap in gaps {
      explained.append(
        try interval(
          from: gap.from,
          until: gap.until,
          queues: [gap.queue],
          needs: [gap.need],
          namesRules: false
        )
      )
    }
    return RosterHighlights(
      wishes: found,
      refused: refused.count,
      asked: asked.count,
      gaps: explained
    )
  }
}
