/// Finds an irreducible set of members without which the rest can hold.
///
/// QuickXplain (Junker, AAAI 2004): halves of the members are kept while the others are searched. Where
/// the answers are not monotone, the deletion filter (Chinneck & Dravnieks 1991) is repeated until no
/// single member can be left out.
struct QuickExplain<Member: Hashable> {
  /// Whether some members can hold together.
  let isPossible: (Set<Member>) -> Bool

  /// An irreducible set among members that cannot all hold; those that stand last are kept rather.
  ///
  /// Without members it is empty: nothing that can be changed stands in the way.
  func conflict(among members: [Member]) -> [Member] {
    guard !members.isEmpty, isPossible([]) else { return [] }
    let found = Set(explain([], isChanged: false, Array(members.reversed())))
    return filtered(members.filter(found.contains))
  }

  private func explain(
    _ background: Set<Member>,
    isChanged: Bool,
    _ members: [Member]
  ) -> [Member] {
    if isChanged, !isPossible(background) { return [] }
    if members.count <= 1 { return members }
    let half = members.count / 2
    let (first, second) = (Array(members[..<half]), Array(members[half...]))
    let late = explain(background.union(first), isChanged: true, second)
    let early = explain(background.union(late), isChanged: !late.isEmpty, first)
    return early + late
  }

  /// The deletion filter, until it removes nothing.
  func filtered(_ members: [Member]) -> [Member] {
    var kept = members
    var index = 0
    while index < kept.count {
      var shorter = kept
      shorter.remove(at: index)
      if isPossible(Set(shorter)) {
        index += 1
      } else {
        kept = shorter
        index = 0
      }
    }
    return kept
  }
}
