import Workforce

/// What one person's wishes make a shift cost.
struct BruteForceWishes {
  private let wishes: [Preference]
  private let prices: CostSettings

  init(_ wishes: [Preference], _ prices: CostSettings) {
    self.wishes = wishes
    self.prices = prices
  }

  /// The price of a start: the date's own wish counts before its weekday's, that before every day's.
  func startPrice(_ minute: Int, on date: LocalDate) -> Double {
    var chosen: (rank: Int, price: Double)?
    for wish in wishes where wish.days.matches(date) {
      guard case .startBetween(let low, let high) = wish.wish else { continue }
      let rank =
        switch wish.days {
        case .date: 2
        case .weekday: 1
        case .everyDay: 0
        }
      if let chosen, chosen.rank >= rank { continue }
      let nearest = min(max(minute, low.minutes), high.minutes)
      let hours = Double(abs(minute - nearest)) / 60
      chosen = (rank, hours * wish.weight * prices.startPreferencePerHour)
    }
    return chosen?.price ?? 0
  }

  /// The price of working on a date.
  func dayOffPrice(on date: LocalDate) -> Double {
    var largest = 0.0
    for wish in wishes where wish.wish == .dayOff && wish.days.matches(date) {
      largest = max(largest, wish.weight)
    }
    return largest * prices.dayOffPreference
  }
}
