/// Sets of skills whose work the same people share: enough heads of each skill may still be too few
/// together (Hall 1935).
///
/// All sets up to four skills; beyond, single skills, pairs, and all together.
struct SkillSets: Sendable {
  /// Positions of skills; the first sets are the single skills in their order, the last is all.
  let sets: [[Int]]

  init(skills count: Int) {
    let all = (1..<max(2, 1 << min(count, 16))).map { mask in
      (0..<count).filter { mask >> $0 & 1 == 1 }
    }.filter { !$0.isEmpty && (count <= 4 || $0.count <= 2) }
    let single = (0..<count).map { [$0] }
    let more = all.filter { $0.count > 1 && $0.count < count }
      .sorted { ($0.count, "\($0)") < ($1.count, "\($1)") }
    sets = single + more + (count > 1 ? [Array(0..<count)] : [])
  }

  /// Heads per set and week of a person with these heads per skill and week: somebody counts once.
  func heads(_ skills: [[Double]]) -> [[Double]] {
    sets.map { set in
      guard let first = set.first else { return [] }
      return skills[first].indices.map { week in set.map { skills[$0][week] }.max() ?? 0 }
    }
  }

  /// What all people of a scenario add up to.
  func heads(_ people: [[[Double]]]) -> [[Double]] {
    guard let first = people.first else { return sets.map { _ in [] } }
    return sets.indices.map { set in
      first[set].indices.map { week in people.reduce(0) { $0 + $1[set][week] } }
    }
  }

  /// The need of a set: that of its skills together.
  func need(_ skills: [Double]) -> [Double] { sets.map { $0.reduce(0) { $0 + skills[$1] } } }

  /// A set in words.
  func name(_ set: Int, _ skills: [String]) -> String {
    sets[set].map { skills[$0] }.joined(separator: " + ")
  }
}
