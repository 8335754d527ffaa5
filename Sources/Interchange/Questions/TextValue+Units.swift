import Workforce

extension TextValue where Value == Duration {
  /// A duration with its unit: `330s`, `5m30s`, `1.5h`; `words` say which are accepted.
  static func withUnit(from low: Duration, to high: Duration, _ words: String) -> Self {
    Self(
      accepted: "\(words) with its unit, such as 330s, 5m30s or 1h",
      read: { text in
        UnitText.duration(text).flatMap { (low...high).contains($0) ? $0 : nil }
      },
      hint: { text in
        if Numbers.number(text) != nil {
          return
            "Write the unit too: \(text)s for seconds, \(text)m for minutes, \(text)h for hours."
        }
        return UnitText.duration(text) == nil ? nil : "Write \(words)."
      }
    )
  }
}

extension TextValue where Value == Fraction {
  /// A share as `0.3` or `30%`, above 0 unless `isZeroAllowed`, and below 1.
  static func shareOrPercent(isZeroAllowed: Bool = false) -> Self {
    Self(
      accepted: "a share \(isZeroAllowed ? "from" : "above") 0 and below 1, such as 0.3 or 30%",
      read: { text in
        UnitText.share(text).flatMap { share in
          share.value < 1 && (isZeroAllowed || share.value > 0) ? share : nil
        }
      },
      hint: { text in
        guard let percent = Numbers.number(text), percent > 1, percent < 100 else { return nil }
        return "Write \(text)% for \(text) percent, or a share between 0 and 1."
      }
    )
  }
}

/// Texts with units, as a command line has them.
enum UnitText {
  private static let units: [(name: String, seconds: Double)] = [
    ("hours", 3600), ("hour", 3600), ("h", 3600), ("min", 60), ("m", 60), ("seconds", 1),
    ("sec", 1), ("s", 1),
  ]

  /// Numbers with units, the larger unit first and each once.
  static func duration(_ text: String) -> Duration? {
    var rest = Substring(text.lowercased())
    var last = Double.infinity
    var sum = 0.0
    while !rest.isEmpty {
      let digits = rest.prefix { $0.isASCII && $0.isNumber || $0 == "." }
      rest = rest.dropFirst(digits.count).drop { $0 == " " }
      let name = rest.prefix { $0.isLetter }
      rest = rest.dropFirst(name.count).drop { $0 == " " }
      guard let number = Numbers.number(String(digits)),
        let unit = units.first(where: { $0.name == name })?.seconds, unit < last
      else { return nil }
      last = unit
      sum += number * unit
    }
    return last.isFinite && sum <= 1e12 ? .seconds(sum) : nil
  }

  /// `0.3` or `30%`.
  static func share(_ text: String) -> Fraction? {
    guard text.hasSuffix("%") else { return Numbers.number(text).flatMap { Fraction($0) } }
    return Numbers.number(String(text.dropLast())).flatMap { Fraction($0 / 100) }
  }
}
