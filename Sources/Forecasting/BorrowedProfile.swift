import Workforce

/// The week of a queue with a short history, borrowed from a similar one.
///
/// The similar queue's expected profile is multiplied by the ratio of the two levels: own arrivals
/// over the other's in the intervals that both know. A given factor, or daily arrivals over the
/// other's mean day, counts as two mean days more. The own weekday means come in with the share
/// weeks ÷ 3.
struct BorrowedProfile {
  /// Own arrivals for one of the similar queue; `nil` when nothing tells.
  let ratio: Double?
  /// How much the own profile counts, 0…1.
  let ownShare: Double
  /// Squared coefficient of variation of the level: 0.09 at first, less with each own day.
  let levelVariation: Double

  static let weeksNeeded = 3.0
  static let firstVariation = 0.09

  /// Compares the two pasts.
  ///
  /// - Parameters:
  ///   - own: The new queue's ordinary days.
  ///   - openDays: On how many weekdays it is open.
  ///   - other: The similar queue's ordinary days, not empty.
  ///   - similar: What the settings say of it.
  ///   - dayVariation: The similar queue's variation of a day beyond Poisson.
  init(
    own: [PastDay],
    openDays: Int,
    other: [PastDay],
    similar: SimilarQueue,
    dayVariation: Double
  ) {
    let recent = other.suffix(56).filter { $0.total > 0 }
    let meanDay = recent.reduce(0) { $0 + $1.total } / Double(max(1, recent.count))
    let given = similar.factor ?? similar.dailyArrivals.flatMap { meanDay > 0 ? $0 / meanDay : nil }
    var sums = (own: 0.0, other: 0.0)
    let days = Dictionary(other.map { ($0.date, $0) }, uniquingKeysWith: { $1 })
    for day in own {
      guard let match = days[day.date] else { continue }
      for (mine, theirs) in zip(day.arrivals, match.arrivals) {
        guard let mine, let theirs else { continue }
        sums.own += mine
        sums.other += theirs
      }
    }
    if let given {
      let usual = sums.other + 2 * meanDay
      ratio = usual > 0 ? (sums.own + 2 * meanDay * given) / usual : nil
    } else {
      ratio = sums.other > 0 ? sums.own / sums.other : nil
    }
    let weeks = Double(own.count) / Double(max(1, openDays))
    ownShare = min(1, weeks / Self.weeksNeeded)
    let perDay =
      dayVariation + 1 / max(1, own.reduce(0) { $0 + $1.total } / Double(max(1, own.count)))
    levelVariation = 1 / (1 / Self.firstVariation + Double(own.count) / perDay)
  }

  /// Puts both profiles together, per interval of a day.
  func blended(_ other: [Double?], _ own: [Double?]) -> [Double?] {
    zip(other, own).map { theirs, mine in
      guard let theirs, let ratio else { return mine }
      guard let mine else { return ratio * theirs }
      return (1 - ownShare) * ratio * theirs + ownShare * mine
    }
  }
}
