import Workforce

/// Finds the rules of one person that cannot be kept together.
struct ConflictFinder {
  /// Whether some week keeps a set of rules.
  let isPossible: ([any TourRule]) -> Bool

  /// An irreducible set of rules without a legal week, by the deletion filter (Chinneck & Dravnieks
  /// 1991): a rule is left out for good when the rest still has none.
  func conflict(among rules: [any TourRule]) -> [any TourRule] {
    var kept = rules
    var index = 0
    while index < kept.count {
      var shorter = kept
      shorter.remove(at: index)
      if isPossible(shorter) { index += 1 } else { kept = shorter }
    }
    return kept
  }
}
