/// Numbers from and to text, without locale.
enum Numbers {
  /// Reads digits with an optional sign, point and exponent; `nil` for anything else.
  static func number(_ text: String) -> Double? {
    let bytes = Array(text.utf8)
    return number(in: bytes, 0, bytes.count)
  }

  /// Reads the bytes from `start` to `end`.
  ///
  /// Up to 15 digits and a point are exact integers divided by an exact power of ten, hence
  /// correctly rounded; everything else goes through the standard library.
  static func number(in bytes: [UInt8], _ start: Int, _ end: Int) -> Double? {
    var mantissa = 0
    var digits = 0
    var decimals = -1
    var index = start
    while index < end {
      let byte = bytes[index]
      if byte >= 48, byte <= 57 {
        mantissa = mantissa &* 10 &+ Int(byte &- 48)
        digits += 1
        if decimals >= 0 { decimals += 1 }
      } else if byte == UInt8(ascii: "."), decimals < 0 {
        decimals = 0
      } else {
        return slow(bytes[start..<end])
      }
      index += 1
    }
    guard digits > 0, decimals != 0, digits <= 15 else { return slow(bytes[start..<end]) }
    return decimals <= 0 ? Double(mantissa) : Double(mantissa) / powers[decimals]
  }

  private static let powers: [Double] = (0...15).map { exponent in
    (0..<exponent).reduce(1.0) { power, _ in power * 10 }
  }

  private static func slow(_ bytes: ArraySlice<UInt8>) -> Double? {
    let allowed = bytes.allSatisfy { byte in
      (48...57).contains(byte) || byte == 43 || byte == 45 || byte == 46 || byte == 69
        || byte == 101
    }
    guard allowed, let last = bytes.last, (48...57).contains(last) else { return nil }
    return Double(String(decoding: bytes, as: UTF8.self)).flatMap { $0.isFinite ? $0 : nil }
  }

  /// The shortest text that reads back as the same number; whole numbers without a point.
  static func text(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 && !(value == 0 && value.sign == .minus)
      ? String(Int(value)) : value.description
  }
}
