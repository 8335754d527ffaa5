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
func percent(_ estimate: Estimate) -> String {
  "\(percent(estimate.mean)) ± \(decimal(estimate.halfWidth * 100, places: 1))"
}

/// An amount of money: `1,234 GBP`, `€1,234`.
func money(_ amount: Double, _ currency: String, places: Int = 0) -> String {
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
