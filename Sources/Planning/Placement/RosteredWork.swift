import Workforce

/// Somebody's time in a class.
struct Sitting: Hashable, Sendable {
  var employee: String
  var session: String
  var course: String
  var from: Instant
  var until: Instant
  /// True for who teaches it.
  var isTeaching = false

  /// The people of a class, and who teaches it.
  static func sittings(
    of session: ClassSession,
    _ people: [String],
    _ trainer: String?,
    _ offer: PlacementDraft.Offer
  ) -> [Sitting] {
    (people.map { ($0, false) } + (trainer.map { [($0, true)] } ?? [])).map { person, isTeaching in
      Sitting(
        employee: person,
        session: session.id,
        course: session.course,
        from: offer.from,
        until: offer.until,
        isTeaching: isTeaching
      )
    }
  }
}

/// When the people of a roster serve contacts, and that roster with classes in it.
struct RosteredWork: Sendable {
  private let roster: Roster
  private let spans: [String: [Range<Instant>]]

  init(_ roster: Roster) {
    self.roster = roster
    spans = Dictionary(
      roster.tours.map { ($0.employee, Self.spans(of: $0)) },
      uniquingKeysWith: +
    )
  }

  /// Stretches of serving without a break, those that follow each other as one.
  private static func spans(of tour: Tour) -> [Range<Instant>] {
    let segments = tour.shifts.flatMap(\.segments).filter { $0.kind == .work && $0.start < $0.end }
    return segments.reduce(into: []) { spans, segment in
      if let last = spans.last, last.upperBound == segment.start {
        spans[spans.count - 1] = last.lowerBound..<segment.end
      } else {
        spans.append(segment.start..<segment.end)
      }
    }
  }

  /// Whether somebody serves contacts through a stretch of time.
  func isServing(_ employee: String, from start: Instant, until end: Instant) -> Bool {
    (spans[employee] ?? []).contains { $0.lowerBound <= start && end <= $0.upperBound }
  }

  /// The roster with people in classes instead of at work; times outside work stay as they are.
  func roster(with sittings: [Sitting]) -> Roster {
    let own = Dictionary(grouping: sittings, by: \.employee)
    var changed = roster
    for tour in changed.tours.indices {
      guard let sittings = own[changed.tours[tour].employee] else { continue }
      for shift in changed.tours[tour].shifts.indices {
        let segments = changed.tours[tour].shifts[shift].segments
        changed.tours[tour].shifts[shift].segments = sittings.reduce(segments) { parts, sitting in
          parts.flatMap { Self.split($0, by: sitting) }
        }
      }
    }
    return changed
  }

  private static func split(_ segment: ShiftSegment, by sitting: Sitting) -> [ShiftSegment] {
    let (from, until) = (max(segment.start, sitting.from), min(segment.end, sitting.until))
    guard segment.kind == .work, from < until else { return [segment] }
    var (before, inside, after) = (segment, segment, segment)
    before.end = from
    inside = ShiftSegment(kind: .training, start: from, end: until, session: sitting.session)
    after.start = until
    return [before, inside, after].filter { $0.start < $0.end }
  }
}
