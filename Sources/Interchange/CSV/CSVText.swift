/// Builds CSV text: a header, then rows; lines end with a line feed.
struct CSVText {
  private(set) var bytes: [UInt8] = []

  init(header: [String]) { append(header) }

  /// Adds a row; fields are quoted where they must be.
  mutating func append(_ fields: [String]) {
    for (index, field) in fields.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      appendField(field)
    }
    bytes.append(10)
  }

  private mutating func appendField(_ field: String) {
    let needsQuotes = field.utf8.contains { byte in
      byte == UInt8(ascii: "\"") || byte == UInt8(ascii: ",") || byte == 10 || byte == 13
    }
    guard needsQuotes || field.hasPrefix("\u{FEFF}") else {
      bytes.append(contentsOf: field.utf8)
      return
    }
    bytes.append(UInt8(ascii: "\""))
    for byte in field.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// The bytes so far, which are forgotten.
  mutating func removeAll() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  /// The text so far.
  var text: String { String(decoding: bytes, as: UTF8.self) }
}
