/// Where a field's bytes lie.
struct CSVField {
  var start: Int
  var end: Int
  /// True when the bytes hold pairs of quotes that stand for one.
  var hasQuotePairs = false
}

/// Splits bytes into rows and fields after RFC 4180, with exact line numbers.
///
/// Also takes a byte-order mark and any of the three line ends. Blank lines are skipped.
struct CSVScanner {
  /// What came of looking for the next row.
  enum Outcome {
    /// A row whose first byte is on this line.
    case row
    /// A row that breaks the format.
    case fault(Fault)
    /// No more rows.
    case end
  }

  /// How a row can break the format.
  enum Fault {
    /// A quote opens a field and none closes it.
    case unterminatedQuote
    /// Something other than a comma or the line's end follows a closing quote.
    case textAfterQuote
    /// A quote stands inside a field that does not begin with one.
    case strayQuote
  }

  let bytes: [UInt8]
  /// The line on which the current row begins.
  private(set) var rowLine = 1
  private var position: Int
  private var line = 1

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// Reads the next row that is not blank into `fields`.
  mutating func next(_ fields: inout [CSVField]) -> Outcome {
    while position < bytes.count {
      rowLine = line
      fields.removeAll(keepingCapacity: true)
      if let fault = readRow(&fields) {
        skipRestOfLine()
        return .fault(fault)
      }
      if fields.contains(where: { $0.start < $0.end }) { return .row }
    }
    return .end
  }

  private mutating func readRow(_ fields: inout [CSVField]) -> Fault? {
    while true {
      if let fault = readField(&fields) { return fault }
      guard position < bytes.count else { return nil }
      guard bytes[position] == UInt8(ascii: ",") else {
        endLine()
        return nil
      }
      position += 1
      if position == bytes.count { fields.append(CSVField(start: position, end: position)) }
      if position == bytes.count { return nil }
    }
  }

  /// Steps over one line end: LF, CR LF or CR.
  private mutating func endLine() {
    let isReturn = bytes[position] == UInt8(ascii: "\r")
    position += 1
    if isReturn, position < bytes.count, bytes[position] == UInt8(ascii: "\n") { position += 1 }
    line += 1
  }

  private mutating func readField(_ fields: inout [CSVField]) -> Fault? {
    if position < bytes.count, bytes[position] == UInt8(ascii: "\"") {
      return readQuotedField(&fields)
    }
    let start = position
    var index = position
    let count = bytes.count
    while index < count {
      let byte = bytes[index]
      if byte <= UInt8(ascii: ",") {
        if byte == UInt8(ascii: ",") || byte == 10 || byte == 13 { break }
        if byte == UInt8(ascii: "\"") {
          position = index
          return .strayQuote
        }
      }
      index += 1
    }
    position = index
    fields.append(CSVField(start: start, end: index))
    return nil
  }

  private mutating func readQuotedField(_ fields: inout [CSVField]) -> Fault? {
    var field = CSVField(start: position + 1, end: position + 1)
    position += 1
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\"") {
        guard position + 1 < bytes.count, bytes[position + 1] == byte else {
          field.end = position
          position += 1
          fields.append(field)
          return isAtFieldEnd ? nil : .textAfterQuote
        }
        field.hasQuotePairs = true
        position += 2
      } else if byte == 10 || byte == 13 {
        endLine()
      } else {
        position += 1
      }
    }
    return .unterminatedQuote
  }

  private var isAtFieldEnd: Bool {
    position == bytes.count || [UInt8(ascii: ","), 10, 13].contains(bytes[position])
  }

  private mutating func skipRestOfLine() {
    while position < bytes.count, bytes[position] != 10, bytes[position] != 13 { position += 1 }
    if position < bytes.count { endLine() }
  }

  /// The text of a field, pairs of quotes made single.
  func text(_ field: CSVField) -> String {
    guard field.hasQuotePairs else {
      return String(decoding: bytes[field.start..<field.end], as: UTF8.self)
    }
    var plain: [UInt8] = []
    var index = field.start
    while index < field.end {
      plain.append(bytes[index])
      index += bytes[index] == UInt8(ascii: "\"") ? 2 : 1
    }
    return String(decoding: plain, as: UTF8.self)
  }
}
