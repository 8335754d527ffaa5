import Workforce

/// Judges single weeks of groups against what their peers and their own past lead one to expect.
///
/// A group with a past is compared with its usual difference from its peers; one without, with the
/// differences that its peers have among themselves, as a funnel plot with over-dispersion does
/// (Spiegelhalter 2005).
struct WeekJudge {
  /// Weeks of the past that count, and how many a group needs to be judged by its own.
  static let window = 26
  static let leastPast = 8
  /// Weeks just before the judged one that are no past: a decline may have begun in them.
  static let gap = 2
  /// Groups that a group without a past needs beside it.
  static let leastPeers = 3

  /// What a week's score rests on.
  struct Judgment {
    var score: Double
    var limit: Double
    /// The difference that is usual, on the even scale.
    var usual: Double
    /// The standard error of four weeks together.
    var fourWeekError: Double
    /// The variance of the week itself, and that of what is usual, which all weeks share.
    var ownVariance: Double
    var knownVariance: Double

    var isWorse: Bool { score > limit }
  }

  let table: PeerTable
  /// The chance of a false alarm in one week.
  let level: Double

  /// The same where a difference lasts: two weeks in a row then say no more than one, but a group
  /// raises one ticket in the weeks that it takes to have a past.
  private var lastingLevel: Double { min(level, Double(Self.leastPast) * level * level) }

  /// Judges a week of all groups.
  ///
  /// - Parameters:
  ///   - week: The week's position.
  ///   - isLeftOut: Whether a week of a group is no past, because a ticket was open then.
  /// - Returns: One entry per group; `nil` where there is too little to judge by.
  func judge(_ week: Int, leavingOut isLeftOut: (_ group: Int, _ week: Int) -> Bool) -> [Judgment?]
  {
    let span = max(0, week - Self.gap - Self.window + 1)..<max(0, week - Self.gap + 1)
    let pasts = table.groups.indices.map { group in
      span.compactMap { isLeftOut(group, $0) ? nil : table.differences[group][$0] }
    }
    let (extra, degrees) = spread(of: pasts)
    return table.groups.indices.map { group in
      guard let difference = table.differences[group][week] else { return nil }
      let past = pasts[group]
      if past.count >= Self.leastPast, degrees >= 1 {
        return compare(difference, with: past, extra: extra, degrees: degrees)
      }
      return funnel(difference, of: group, in: week, span: span, isLeftOut)
    }
  }

  /// The variance from week to week beyond sampling, pooled over the groups.
  private func spread(of pasts: [[PeerTable.Difference]]) -> (extra: Double, degrees: Int) {
    var deviations: [ExtraVariance.Deviation] = []
    var (degrees, groups) = (0, 0)
    for past in pasts where past.count > 1 {
      let mean = Self.mean(past)
      groups += 1
      degrees += past.count - 1
      for entry in past {
        let off = entry.worse - mean
        deviations.append(
          ExtraVariance.Deviation(square: off * off, sampling: entry.variance)
        )
      }
    }
    guard groups > 0 else { return (0, 0) }
    // what one group lacks its peers have too much of: of two groups only one says something new
    let free = degrees * (groups - 1) / groups
    return (ExtraVariance.estimate(deviations, degrees: Double(degrees)), free)
  }

  private func compare(
    _ difference: PeerTable.Difference,
    with past: [PeerTable.Difference],
    extra: Double,
    degrees: Int
  ) -> Judgment {
    let usual = Self.mean(past)
    let count = Double(past.count)
    let known = past.reduce(0) { $0 + $1.variance + extra } / (count * count)
    let own = difference.variance + extra
    return Judgment(
      score: (difference.worse - usual) / (own + known).squareRoot(),
      limit: StudentDistribution.value(at: 1 - level, degrees: degrees),
      usual: usual,
      fourWeekError: (own / 4 + known).squareRoot(),
      ownVariance: own,
      knownVariance: known
    )
  }

  /// A group without a past among the differences that its peers have from each other.
  private func funnel(
    _ difference: PeerTable.Difference,
    of group: Int,
    in week: Int,
    span: Range<Int>,
    _ isLeftOut: (_ group: Int, _ week: Int) -> Bool
  ) -> Judgment? {
    var deviations: [ExtraVariance.Deviation] = []
    var peers = 0
    for other in table.groups.indices where other != group {
      let own = (Array(span) + [week]).compactMap { place in
        isLeftOut(other, place) ? nil : table.difference(of: other, in: place, without: group)
      }
      guard !own.isEmpty else { continue }
      peers += 1
      for entry in own {
        deviations.append(
          ExtraVariance.Deviation(
            square: entry.worse * entry.worse,
            sampling: entry.variance,
            weight: 1 / Double(own.count)
          )
        )
      }
    }
    guard peers >= Self.leastPeers else { return nil }
    let extra = ExtraVariance.estimate(deviations, degrees: Double(peers))
    let variance = difference.variance + extra
    return Judgment(
      score: difference.worse / variance.squareRoot(),
      limit: StudentDistribution.value(at: 1 - lastingLevel, degrees: peers - 1),
      usual: 0,
      fourWeekError: (difference.variance / 4 + extra).squareRoot(),
      ownVariance: difference.variance,
      knownVariance: extra
    )
  }

  private static func mean(_ past: [PeerTable.Difference]) -> Double {
    past.reduce(0) { $0 + $1.worse } / Double(max(1, past.count))
  }
}
