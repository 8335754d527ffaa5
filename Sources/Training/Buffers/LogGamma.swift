import Foundation

/// The logarithm of the gamma function above 0: Lanczos (1964) with g = 7 and nine terms, good to
/// about 15 digits.
func logGamma(_ value: Double) -> Double {
  if value < 0.5 {
    return log(.pi / sin(.pi * value)) - logGamma(1 - value)
  }
  let terms: [Double] = [
    676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
    12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
  ]
  let x = value - 1
  var sum = 0.99999999999980993
  for (index, term) in terms.enumerated() { sum += term / (x + Double(index + 1)) }
  let base = x + 7.5
  return 0.5 * log(2 * .pi) + (x + 0.5) * log(base) - base + log(sum)
}
