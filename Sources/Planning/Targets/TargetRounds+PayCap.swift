import Foundation
import Rostering
import Workforce

/// Rosters whose pay is at most what the scenario allows.
///
/// Pay and service both fall with the prices of missed contacts, so the prices that the targets ask for
/// are all multiplied by one share, which is looked for by halving on its logarithm.
extension TargetRounds {
  /// The most rosters to keep a cap on pay.
  private static let mostForCap = 7
  /// A share is divided by this until pay is below the cap.
  private static let firstStep = log(4.0)
  /// A bracket of shares that is narrow enough.
  private static let narrow = log(1.05)

  /// The roster of the best service whose pay is at most the scenario's; that found without a cap
  /// where contracts alone cost more, or where it keeps the cap; the one that costs least in pay where
  /// none keeps it.
  func capped(_ found: Found, from weeks: RosterStart) throws -> Found {
    guard let most = inputs.settings.costs.maximumPay, let prices = found.pricing.contactPrices,
      found.outcome.costs.contractPay <= most, found.pay > most
    else { return found }
    var rounds = found.rounds
    var best = (found: found, round: rounds.firstIndex(where: \.isChosen) ?? 0)
    var weeks = weeks
    var bracket = (over: 0.0, under: Double?.none)
    for _ in 0..<Self.mostForCap where !stop.isStopped {
      if let under = bracket.under, bracket.over - under < Self.narrow { break }
      let next = bracket.under.map { ($0 + bracket.over) / 2 } ?? bracket.over - Self.firstStep
      let scaled = prices.map { $0 * exp(next) }
      let made = try roster(at: scaled, from: weeks, number: rounds.count + 1, check: { _ in })
      weeks = made.weeks
      rounds.append(made.round)
      if Self.isBetter(made.round, than: rounds[best.round], cap: most) {
        let own = Found(outcome: made.outcome, pricing: made.pricing, rounds: [])
        best = (own, rounds.count - 1)
      }
      if made.round.pay <= most { bracket.under = next } else { bracket.over = next }
    }
    for index in rounds.indices { rounds[index].isChosen = index == best.round }
    best.found.rounds = rounds
    if stop.reason == .timeLimit { best.found.outcome.stopReason = .timeLimit }
    return best.found
  }

  /// Whether a roster keeps a cap on pay and serves better, or comes nearer to the cap.
  private static func isBetter(_ round: PriceRound, than other: PriceRound, cap: Double) -> Bool {
    guard (round.pay <= cap) == (other.pay <= cap) else { return round.pay <= cap }
    return round.pay <= cap ? round.missing < other.missing : round.pay < other.pay
  }
}

extension TargetRounds.Found {
  /// Pay with overtime premiums.
  var pay: Double { outcome.costs.pay + outcome.costs.overtimePremium }
}
