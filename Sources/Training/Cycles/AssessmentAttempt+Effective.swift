public import Workforce

extension Sequence<AssessmentAttempt> {
  /// The attempts that no later entry replaces, in order.
  public var effective: [AssessmentAttempt] {
    let replaced = Set(
      compactMap { entry in entry.corrects.map { Place(source: entry.source, reference: $0) } }
    )
    return filter { !replaced.contains(Place(source: $0.source, reference: $0.reference)) }
  }
}

/// Where an entry comes from.
private struct Place: Hashable {
  var source: String
  var reference: String
}
