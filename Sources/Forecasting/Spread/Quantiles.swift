import Foundation

/// Points of the standard normal distribution that bound 95 % and 80 %.
enum NormalPoint {
  static let outer = 1.959963984540054
  static let inner = 1.2815515655446004
}

/// The smallest count whose cumulative Poisson probability reaches `share`; for means up to 100.
func poissonQuantile(_ share: Double, mean: Double) -> Int {
  var probability = exp(-mean)
  var cumulative = probability
  var count = 0
  while cumulative < share, count < 1000 {
    count += 1
    probability *= mean / Double(count)
    cumulative += probability
  }
  return count
}
