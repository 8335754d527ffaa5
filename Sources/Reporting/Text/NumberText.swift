import Workforce

/// Numbers as people read them: `12,345.6`; a dash for what is no number.
func decimal(_ value: Double, places: Int = 0) -> String {
  guard value.isFinite, abs(value) < 1e14 else { return "–" }
  let scale = (0..<places).reduce(1) { product, _ in product * 10 }
  let scaled = Int((abs(value) * Double(scale)).rounded())
  let sign = value < 0 && scaled > 0 ? "−" : ""
  let whole = grouped(scaled / scale)
  return sign + (places == 0 ? whole : "\(whole).\(padded(scaled % scale, places))")
}

/// A whole number with a comma after every three digits.
func grouped(_ number: Int) -> String {
  let digits = String(number.magnitude)
  var result = ""
  for (index, digit) in digits.enumerated() {
    if index > 0, (digits.count - index) % 3 == 0 { result += "," }
    result.append(digit)
  }
  return (number < 0 ? "−" : "") + result
}

/// A share as percent with one decimal: `83.4%`.
func percent(_ share: Double, places: Int = 1) -> String {
  let text = decimal(share * 100, places: places)
  return text == "–" ? text : text + "%"
}

/// A mean share with half the width of its interval: `83.4% ± 0.6`.
///
/// Where the interval would reach beyond 0 or 100 %, the other end alone: `99.8% (≥ 99.5)`.
/// - Parameters:
///   - estimate: The share.
///   - bound: What was promised: a share on its wrong side is told apart from it.
///   - isCap: Whether the share was to be at most the bound.
/// - Returns: The text.
func percent(_ estimate: Estimate, bound: Double? = nil, isCap: Bool = false) -> String {
  let mean = bound.map { measuredShare(estimate.mean, $0, isCap: isCap) } ?? percent(estimate.mean)
  let limit = { (share: Double) in decimal(share * 100, places: 1) }
  return switch (estimate.low < -1e-9, estimate.high > 1 + 1e-9) {
  case (false, false): "\(mean) ± \(limit(estimate.halfWidth))"
  case (false, true): "\(mean) (≥ \(limit(estimate.low)))"
  case (true, false): "\(mean) (≤ \(limit(estimate.high)))"
  case (true, true): "\(mean) (0–100)"
  }
}

/// A share as percent, with so many decimals that one that misses its bound does not look like it.
func measuredShare(_ share: Double, _ bound: Double, isCap: Bool = false) -> String {
  let isMissed = isCap ? share > bound : share < bound
  let places = isMissed ? 1...6 : 1...1
  let distinct = places.first { percent(share, places: $0) != percent(bound, places: $0) }
  return percent(share, places: distinct ?? 1)
}

/// A given share as percent, with as many decimals as it has: `80%`, `99.99%`.
func shareText(_ share: Double) -> String {
  let places = (0..<4).first { places in
    let scaled = (0..<places).reduce(share * 100) { value, _ in value * 10 }
    return abs(scaled.rounded() - scaled) < 1e-6
  }
  return percent(share, places: places ?? 4)
}

/// An amount of money: `1,234 GBP`, `€1,234`.
package func money(_ amount: Double, _ currency: String, places: Int = 0) -> String {
  let isCode = currency.allSatisfy { $0.isLetter }
  guard !isCode, !currency.isEmpty else {
    let text = decimal(amount, places: places)
    return currency.isEmpty ? text : "\(text)\u{A0}\(currency)"
  }
  let text = decimal(abs(amount), places: places)
  return (amount < 0 && text != "0" ? "−" : "") + currency + text
}

/// `1 person`, `2 people`.
func counted(_ count: Int, _ singular: String, _ plural: String) -> String {
  "\(grouped(count)) \(count == 1 ? singular : plural)"
}

/// A number with leading zeros.
func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}

/// A duration in plain words: `1 hour 30 minutes`, `20 seconds`.
func words(_ duration: Duration) -> String {
  let seconds = Int(duration.inSeconds.rounded())
  let parts = [
    (seconds / 3600, "hour"), (seconds / 60 % 60, "minute"), (seconds % 60, "second"),
  ]
  let text = parts.filter { $0.0 > 0 }.map { counted($0.0, $0.1, $0.1 + "s") }
  return text.isEmpty ? "0 seconds" : text.joined(separator: " ")
}

/// Names in a sentence: `a, b and c`.
func listed(_ names: [String]) -> String {
  guard names.count > 1, let last = names.last else { return names.first ?? "" }
  return names.dropLast().joined(separator: ", ") + " and " + last
}

extension Collection where Element == Double {
  /// The sum.
  var total: Double { reduce(0, +) }
}
