import Foundation

/// Looks for the smallest price of a missed contact at which a queue's target is met, by rosters
/// made at prices in turn.
///
/// Each queue has a bracket on the logarithm of its price: the highest price that failed and the
/// lowest that passed. How far a price seems from the one looked for, on that logarithm, is asked of
/// who knows the queue. Inside a bracket the next price is a false position of these distances, with
/// the Illinois change of Dowell & Jarratt 1971, or the middle where that does not move; without a
/// bracket it goes as far as the distance, at most ×8. All queues move together.
struct PriceSearch {
  /// A price and what it gave.
  struct Trial: Hashable {
    var logPrice: Double
    /// Service less target: at least 0 where the target is met for certain.
    var surplus: Double
    /// By how much the price seems too high, on its logarithm; below 0 too low.
    var distance: Double
  }

  /// One queue's bracket.
  struct Bracket: Hashable {
    private(set) var failed: Trial?
    private(set) var passed: Trial?
    /// True when the end that stays has been kept once more: its surplus then counts half.
    private var keptTwice = false
    private var lastPassed: Bool?
    /// The last step without a bracket; the next in the same direction is twice as long.
    private var lastStep = 0.0

    /// Steps without a bracket.
    static let steps = log(1.1)...log(8.0)
    /// The width of a bracket that is narrow enough.
    static let narrow = log(1.02)
    /// A surplus that is small enough.
    static let close = 0.005

    /// Takes in what a price gave.
    mutating func add(_ trial: Trial) {
      let hasPassed = trial.surplus >= 0
      lastStep = lastPassed == hasPassed ? step(trial) : 0
      keptTwice = lastPassed == hasPassed
      lastPassed = hasPassed
      if hasPassed {
        passed = trial
        // a failure at a higher price was another roster's doing
        if let other = failed, other.logPrice >= trial.logPrice { failed = nil }
      } else {
        failed = trial
        if let other = passed, other.logPrice <= trial.logPrice { passed = nil }
      }
    }

    /// True when a lower price is not worth another roster.
    var isSettled: Bool {
      guard let passed else { return false }
      if passed.surplus < Self.close { return true }
      return failed.map { passed.logPrice - $0.logPrice < Self.narrow } ?? false
    }

    /// The logarithm of the next price; a settled queue stays.
    func next(after current: Double) -> Double {
      switch (failed, passed) {
      case (let failed?, let passed?): isSettled ? passed.logPrice : inside(failed, passed)
      case (nil, let passed?): isSettled ? passed.logPrice : passed.logPrice - step(passed)
      case (let failed?, nil): failed.logPrice + step(failed)
      case (nil, nil): current
      }
    }

    /// As far as it seems, and further after each step that was not enough.
    private func step(_ trial: Trial) -> Double {
      min(Self.steps.upperBound, max(Self.steps.lowerBound, abs(trial.distance), 2 * lastStep))
    }

    private func inside(_ failed: Trial, _ passed: Trial) -> Double {
      let width = passed.logPrice - failed.logPrice
      var (low, high) = (failed.distance, passed.distance)
      if keptTwice {
        if lastPassed == true { low /= 2 } else { high /= 2 }
      }
      guard high - low > 1e-3 else { return failed.logPrice + width / 2 }
      let share = -low / (high - low)
      guard share > 0.02, share < 0.98 else { return failed.logPrice + width / 2 }
      return failed.logPrice + share * width
    }
  }

  private var brackets: [Bracket]
  /// Logarithms of the prices to try next.
  private(set) var logPrices: [Double]

  /// Starts at prices, above 0.
  init(prices: [Double]) {
    brackets = prices.map { _ in Bracket() }
    logPrices = prices.map { log($0) }
  }

  /// The prices to try next.
  var prices: [Double] { logPrices.map { exp($0) } }

  /// True when every queue has passed at a price that is hardly above one that failed, or just so.
  var isSettled: Bool { brackets.allSatisfy(\.isSettled) }

  /// Takes in the surplus of each queue at the present prices and how far they seem from the ones
  /// looked for, and moves them all.
  mutating func add(surpluses: [Double], distances: [Double]) {
    for index in brackets.indices {
      brackets[index].add(
        Trial(
          logPrice: logPrices[index],
          surplus: surpluses[index],
          distance: distances[index]
        )
      )
      logPrices[index] = brackets[index].next(after: logPrices[index])
    }
  }
}
