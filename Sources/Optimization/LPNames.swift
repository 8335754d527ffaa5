/// Names as the LP format takes them: letters, digits and underscores, each used once.
struct LPNames {
  /// Words that open a section or stand for infinity.
  private static let reserved: Set<String> = [
    "binaries", "binary", "bin", "bound", "bounds", "end", "free", "gen", "general", "generals",
    "inf", "infinity", "int", "integer", "integers", "max", "maximise", "maximize", "maximum",
    "min", "minimise", "minimize", "minimum", "s_t_", "st", "subject", "such",
  ]
  private static let longest = 100

  private var taken: Set<String> = []

  /// A name that resembles the given one; the same calls in the same order give the same names.
  mutating func name(for readable: String, prefix: String) -> String {
    let base = Self.sanitized(readable, prefix: prefix)
    var candidate = base
    var copy = 1
    while !taken.insert(candidate).inserted {
      copy += 1
      candidate = "\(base)_\(copy)"
    }
    return candidate
  }

  /// Replaces what the format does not take, and what it could take for a number or a keyword.
  private static func sanitized(_ readable: String, prefix: String) -> String {
    let name = String(
      readable.prefix(longest).map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" }
    )
    let isPlain = name.first.map { $0.isLetter && !startsLikeExponent(name) } ?? false
    return isPlain && !reserved.contains(name.lowercased()) ? name : "\(prefix)_\(name)"
  }

  /// Whether a name behind a number could be read as its exponent.
  private static func startsLikeExponent(_ name: String) -> Bool {
    guard name.first == "e" || name.first == "E" else { return false }
    return name.dropFirst().first.map { $0.isNumber || $0 == "_" } ?? true
  }
}
