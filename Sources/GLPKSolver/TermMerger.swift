import Optimization

/// Adds up terms with the same index, which GLPK does not take twice, and drops zeros.
struct TermMerger {
  private let kind: String
  private var place: [Int]
  private var stamp: [Int]
  private var round = 0

  /// Prepares for indices in `0..<count`, which name things of a kind.
  init(count: Int, kind: String) {
    self.kind = kind
    place = Array(repeating: 0, count: count)
    stamp = Array(repeating: 0, count: count)
  }

  /// The terms with one per index, in the order of first appearance.
  ///
  /// Throws where an index is out of range or a sum is not finite.
  mutating func merged(_ terms: [LinearModel.Term]) throws -> [LinearModel.Term] {
    round += 1
    var merged: [LinearModel.Term] = []
    merged.reserveCapacity(terms.count)
    for term in terms {
      guard place.indices.contains(term.index) else {
        throw SolverError.badIndex(term.index, place.count, kind)
      }
      if stamp[term.index] == round {
        merged[place[term.index]].coefficient += term.coefficient
      } else {
        stamp[term.index] = round
        place[term.index] = merged.count
        merged.append(term)
      }
    }
    return try merged.filter {
      guard $0.coefficient.isFinite else {
        throw SolverError.badNumber($0.coefficient, "a sum of coefficients of", kind, "\($0.index)")
      }
      return $0.coefficient != 0
    }
  }
}

extension SolverError {
  /// The error for an index that names nothing.
  static func badIndex(_ index: Int, _ count: Int, _ kind: String) -> SolverError {
    let known = count == 0 ? "none" : "0 to \(count - 1)"
    return SolverError(
      .badIndex,
      """
      session: there is no \(kind) \(index); it has \(known).
      Use the index from when the \(kind) was added; removing variables moves later ones down.
      """
    )
  }
}
