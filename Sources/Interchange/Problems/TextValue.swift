import Workforce

/// How to read one kind of value from text, in YAML and CSV alike.
struct TextValue<Value> {
  /// What is accepted, to follow "Write".
  let accepted: String
  /// The value; `nil` when the text is none.
  let read: (String) -> Value?
  /// A better advice for some wrong texts.
  var hint: (String) -> String? = { _ in nil }

  /// The problem of a text that cannot be read; `field` may say whose it is.
  func problem(_ field: String, given: String) -> Problem {
    let shown = Numbers.number(given) == nil ? "'\(given)'" : given
    return Problem(
      given.isEmpty ? "\(field) is empty." : "\(field) is \(shown).",
      hint(given) ?? "Write \(accepted)."
    )
  }

  /// The same, turned into something else.
  func map<Other>(_ transform: @escaping (Value) -> Other?) -> TextValue<Other> {
    TextValue<Other>(accepted: accepted, read: { read($0).flatMap(transform) }, hint: hint)
  }
}

extension TextValue where Value == String {
  /// A text that is not empty.
  static var text: Self { text("a text") }

  /// The same; `accepted` says what is expected.
  static func text(_ accepted: String) -> Self {
    Self(accepted: accepted) { $0.isEmpty ? nil : $0 }
  }
}

extension TextValue where Value == Double {
  /// Counts, prices and weights beyond this are typing errors.
  static var largest: Double { 1_000_000 }

  private static func largeHint(_ text: String) -> String? {
    guard let number = Numbers.number(text), number > largest else { return nil }
    return "Write a number of at most \(Numbers.text(largest))."
  }

  static func number(atLeast low: Double) -> Self {
    Self(
      accepted: "a number of \(Numbers.text(low)) or more",
      read: { Numbers.number($0).flatMap { $0 >= low && $0 <= Self.largest ? $0 : nil } },
      hint: largeHint
    )
  }

  static func number(above low: Double) -> Self {
    Self(
      accepted: "a number above \(Numbers.text(low))",
      read: { Numbers.number($0).flatMap { $0 > low && $0 <= Self.largest ? $0 : nil } },
      hint: largeHint
    )
  }
}

extension TextValue where Value == Int {
  static func wholeNumber(_ range: ClosedRange<Int>) -> Self {
    let words =
      range.upperBound == Int.max
      ? "of \(range.lowerBound) or more" : "from \(range.lowerBound) to \(range.upperBound)"
    return Self(accepted: "a whole number \(words)") { text in
      Int(text).flatMap { range.contains($0) ? $0 : nil }
    }
  }

  static func wholeNumber(oneOf values: [Int]) -> Self {
    Self(accepted: Suggestion.listing(values.map(String.init))) { text in
      Int(text).flatMap { values.contains($0) ? $0 : nil }
    }
  }
}

extension TextValue where Value == UInt64 {
  static var seed: Self { Self(accepted: "a whole number of 0 or more") { UInt64($0) } }
}

extension TextValue where Value == Bool {
  static var flag: Self {
    Self(accepted: "yes or no") { text in
      switch text.lowercased() {
      case "yes", "true": true
      case "no", "false": false
      default: nil
      }
    }
  }
}

extension TextValue where Value == Fraction {
  static var share: Self {
    Self(
      accepted: "a share between 0 and 1",
      read: { Numbers.number($0).flatMap { Fraction($0) } },
      hint: percentHint
    )
  }

  static var shareAboveZero: Self {
    Self(
      accepted: "a share above 0 and at most 1",
      read: { Numbers.number($0).flatMap { $0 >= 0.001 ? Fraction($0) : nil } },
      hint: percentHint
    )
  }

  static var shareBelowOne: Self {
    Self(
      accepted: "a share from 0 to 0.95",
      read: { Numbers.number($0).flatMap { $0 <= 0.95 ? Fraction($0) : nil } },
      hint: { $0 == "100" ? nil : percentHint($0) }
    )
  }

  /// For `80` and `80%`: write 0.80.
  ///
  /// A bare number below 2 is rather a slip than a percentage.
  private static func percentHint(_ text: String) -> String? {
    let isMarked = text.hasSuffix("%")
    let digits = isMarked ? String(text.dropLast()) : text
    guard let percent = Numbers.number(digits), percent > 0, percent <= 100 else { return nil }
    guard isMarked || percent >= 2 else { return nil }
    let cents = Int((percent * 100).rounded())
    guard Double(cents) == percent * 100, cents % 100 == 0 else {
      return "Write a share between 0 and 1: write \(Numbers.text(percent / 100))."
    }
    let hundredths = cents / 100
    let value = hundredths == 100 ? "1" : "0.\(hundredths < 10 ? "0" : "")\(hundredths)"
    return "Write a share between 0 and 1: write \(value)."
  }
}

extension TextValue where Value == Duration {
  /// Hours, rounded to the second.
  static var hours: Self {
    Self(accepted: "a number of hours, 0 to 10000") { text in
      Numbers.number(text).flatMap { value in
        (0...10_000).contains(value) ? .seconds(Int((value * 3600).rounded())) : nil
      }
    }
  }

  /// Hours within a day.
  static var hoursOfDay: Self {
    Self(accepted: "a number of hours, 0 to 24") { text in
      hours.read(text).flatMap { $0 <= .hours(24) ? $0 : nil }
    }
  }

  /// Seconds above 0, without a unit.
  static var seconds: Self {
    Self(
      accepted: "a number of seconds, above 0 and at most 1000000",
      read: { Numbers.number($0).flatMap { $0 >= 0.001 && $0 <= 1e6 ? .seconds($0) : nil } },
      hint: { text in
        UnitText.duration(text).map {
          "The key counts seconds: write \(Numbers.text($0.inSeconds)) without a unit."
        }
      }
    )
  }

  /// Whole minutes above 0.
  static var minutes: Self {
    Self(accepted: "a whole number of minutes, 1 to 1440") { text in
      Int(text).flatMap { (1...1440).contains($0) ? .minutes($0) : nil }
    }
  }
}

extension TextValue {
  /// One of some words.
  static func word(_ words: [String], _ make: @escaping (String) -> Value?) -> Self {
    Self(
      accepted: Suggestion.listing(words),
      read: make,
      hint: { given in
        Suggestion.nearest(to: given, among: words).map {
          "Did you mean '\($0)'? Write \(Suggestion.listing(words))."
        }
      }
    )
  }
}

extension TextValue where Value: CaseIterable & RawRepresentable, Value.RawValue == String {
  /// One of the words of an enumeration.
  static var words: Self {
    word(Value.allCases.map(\.rawValue)) { Value(rawValue: $0) }
  }
}
