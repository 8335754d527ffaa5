/// A piece of well-formed markup, valid as HTML and as XML.
///
/// Literals are taken as they are; interpolated text is escaped, so that nothing in the data can
/// become a tag.
struct Markup: ExpressibleByStringInterpolation, Sendable {
  /// The markup's source.
  var source: String

  init(stringLiteral value: String) { source = value }
  init(stringInterpolation: Interpolation) { source = stringInterpolation.source }
  init(_ pieces: [Markup]) { source = pieces.map(\.source).joined() }

  /// Nothing.
  static let none: Markup = ""

  /// Collects literals and escaped values.
  struct Interpolation: StringInterpolationProtocol {
    var source = ""

    init(literalCapacity: Int, interpolationCount: Int) {
      source.reserveCapacity(literalCapacity + interpolationCount * 8)
    }

    mutating func appendLiteral(_ literal: String) { source += literal }
    mutating func appendInterpolation(_ markup: Markup) { source += markup.source }
    mutating func appendInterpolation(_ markup: [Markup]) {
      for piece in markup { source += piece.source }
    }
    mutating func appendInterpolation(_ text: String) { source += escaped(text) }
    mutating func appendInterpolation(_ number: Int) { source += String(number) }
    /// A coordinate, to a tenth.
    mutating func appendInterpolation(_ coordinate: Double) { source += tenths(coordinate) }
  }
}

/// Replaces what has a meaning in markup, and characters that XML forbids.
func escaped(_ text: String) -> String {
  var result = ""
  result.reserveCapacity(text.utf8.count)
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": result += "&amp;"
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    case "\"": result += "&quot;"
    case "'": result += "&#39;"
    case "\t", "\n", "\r": result += " "
    default: result.unicodeScalars.append(isAllowedInXML(scalar) ? scalar : "\u{FFFD}")
    }
  }
  return result
}

private func isAllowedInXML(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x20...0x7E, 0xA0...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
  default: false
  }
}

/// A coordinate with at most one decimal, in ASCII.
func tenths(_ value: Double) -> String {
  guard value.isFinite, abs(value) < 1e15 else { return "0" }
  let scaled = Int((value * 10).rounded())
  let sign = scaled < 0 ? "-" : ""
  let size = abs(scaled)
  return size % 10 == 0 ? "\(sign)\(size / 10)" : "\(sign)\(size / 10).\(size % 10)"
}
