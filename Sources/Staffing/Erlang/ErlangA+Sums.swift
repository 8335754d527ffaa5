import Foundation
import Workforce

extension ErlangA {
  /// The measures from sums over states, relative to all agents busy and nobody waiting.
  ///
  /// The states with a free agent weigh r, the odds of Erlang B; those with j waiting weigh q_j.
  /// Of the latter flow balance gives y·q_(j−1) = (x + j)·q_j, hence the part that is answered,
  /// (n ÷ a)·Σ q_j. Beyond the threshold the density of the offered wait is that of a load y·e⁻ˢ,
  /// s = `limit`, scaled by e^ψ(s) of ``OfferedWaitIntegral``; hence P(V > T), of whom the share
  /// e⁻ˢ is patient enough to wait longer.
  ///
  /// - Parameters:
  ///   - servers: Agents × concurrency, above zero.
  ///   - limit: The threshold in mean patiences.
  /// - Returns: `nil` where the sums have too many terms.
  func summedMeasures(servers: Int, limit: Double) -> QueueMeasures? {
    let count = Double(servers)
    let ratio = patience / averageHandleTime
    let (x, y) = (count * ratio, offeredLoad * ratio)
    guard let sums = QueueLengthSums(x: x, y: y, u: exp(-limit)) else { return nil }
    let free = ErlangB(offeredLoad: offeredLoad).admittedOdds(servers: servers)
    let whole = free + 1 + sums.busy
    let perLoad = count / offeredLoad
    let rise = exp((offeredLoad - count) * ratio * limit - y * exponentialRest(limit))
    let answered = free + perLoad * sums.busy
    let abandoned = sums.waiting / y
    let late = perLoad * rise * sums.late
    let stillThere = rise * (1 + sums.late) * exp(-limit)
    let prompt = free + perLoad * (sums.busy - rise * sums.late)
    // A small difference of large sums has lost its digits; a short integral has them.
    let inTime =
      limit > 0 && prompt < 1e-3 * answered
      ? integratedServiceLevel(servers: servers, limit: limit) : min(1, prompt / whole)
    return QueueMeasures(
      delayProbability: (1 + sums.busy) / whole,
      serviceLevel: inTime,
      missedShare: min(1, (abandoned + late) / whole),
      lateShare: min(1, stillThere / whole),
      answeredShare: min(1, answered / whole),
      secondsToAnswer: perLoad * sums.wait / answered * patience.inSeconds,
      abandonmentShare: min(1, abandoned / whole),
      occupancy: min(1, answered / whole / perLoad)
    )
  }
}
