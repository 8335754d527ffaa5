import Foundation

/// How many still wait after a time, from waits of which some were ended by an answer.
///
/// The product-limit estimate (Kaplan & Meier 1958): at each time t with d departures among n that
/// still wait, the share that stays is multiplied by 1 − d/n. Waits that end with an answer at t
/// still count in n at t.
struct SurvivalCurve {
  /// One step down.
  struct Step: Equatable {
    var time: Double
    /// Share that waits longer.
    var share: Double
  }

  private(set) var steps: [Step] = []
  /// Departures in all.
  private(set) var departures = 0
  /// The last time at which at least ``trustedCount`` and a fiftieth of all still waited.
  let trustedTime: Double

  /// Below this number still waiting the curve is too ragged to read.
  static let trustedCount = 20

  /// Makes the curve from waits in seconds, at least 0, and whether each ended with leaving.
  init(_ waits: [(seconds: Double, left: Bool)]) {
    let sorted = waits.sorted { $0.seconds < $1.seconds }
    let edge = sorted.count - max(Self.trustedCount, sorted.count / 50)
    trustedTime = edge >= 0 ? sorted[edge].seconds : 0
    var share = 1.0
    var index = 0
    while index < sorted.count {
      let time = sorted[index].seconds
      var left = 0
      var end = index
      while end < sorted.count, sorted[end].seconds == time {
        if sorted[end].left { left += 1 }
        end += 1
      }
      if left > 0 {
        share *= 1 - Double(left) / Double(sorted.count - index)
        steps.append(Step(time: time, share: share))
        departures += left
      }
      index = end
    }
  }

  /// The share that waits longer than a time.
  func share(after time: Double) -> Double {
    steps.last { $0.time <= time }?.share ?? 1
  }

  /// The mean wait, waits beyond `limit` counted as `limit`: the area under the curve.
  func restrictedMean(upTo limit: Double) -> Double {
    var area = 0.0
    var (time, share) = (0.0, 1.0)
    for step in steps where step.time < limit {
      area += share * (step.time - time)
      (time, share) = (step.time, step.share)
    }
    return area + share * max(0, limit - time)
  }

  /// The mean wait until leaving: the area up to ``trustedTime``, then an exponential tail through
  /// the curve's end there (Brown, Hollander & Korwar 1974); `nil` when nobody left by then.
  var mean: Double? {
    let end = share(after: trustedTime)
    guard trustedTime > 0, end < 1 else { return nil }
    guard end > 0 else { return restrictedMean(upTo: trustedTime) }
    return restrictedMean(upTo: trustedTime) + end * trustedTime / -log(end)
  }
}
