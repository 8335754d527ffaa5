import Workforce

/// A column of an open table; has no index where an optional column is absent.
struct CSVColumn {
  let name: String
  let index: Int?
}

/// A CSV file with a header, read row by row; reports what is wrong on the way.
struct CSVTable {
  let findings: FileFindings
  private var scanner: CSVScanner
  private var fields: [CSVField] = []
  private let header: [String]
  private var isBroken = false

  /// Reads the header; `nil` when rows cannot be told by it.
  init?(
    _ bytes: [UInt8],
    required: [String],
    optional: [String] = [],
    findings: FileFindings
  ) {
    self.findings = findings
    if let problem = TextEncoding.problem(in: bytes) {
      findings.report("text encoding", line: problem.line, problem.problem)
      return nil
    }
    var scanner = CSVScanner(bytes)
    var fields: [CSVField] = []
    switch scanner.next(&fields) {
    case .row: break
    case .end:
      findings.report("empty file", line: 1, .noHeader(required + optional))
      return nil
    case .fault(let fault):
      findings.report("quotes", line: scanner.rowLine, .csvFault(fault))
      return nil
    }
    header = fields.map(scanner.text)
    self.scanner = scanner
    let check = CSVHeaderCheck(header: header, required: required, optional: optional)
    guard check.report(to: findings, line: scanner.rowLine) else { return nil }
  }

  /// A column by name.
  func column(_ name: String) -> CSVColumn {
    CSVColumn(name: name, index: header.firstIndex(of: name))
  }

  /// Steps to the next well-formed row; false at the end.
  mutating func next() -> Bool {
    while !isBroken {
      switch scanner.next(&fields) {
      case .end: return false
      case .fault(let fault):
        findings.report("quotes", line: scanner.rowLine, .csvFault(fault))
        if case .unterminatedQuote = fault { isBroken = true }
      case .row:
        if fields.count == header.count { return true }
        findings.report(
          "number of fields",
          line: scanner.rowLine,
          .fieldCount(fields.count, header: header)
        )
      }
    }
    return false
  }

  /// The line on which the current row begins.
  var line: Int { scanner.rowLine }

  /// The bytes of the whole file, to look at with ``range(_:)``.
  var bytes: [UInt8] { scanner.bytes }

  /// Where a column's bytes lie in the current row; empty when the column is absent.
  func range(_ column: CSVColumn) -> Range<Int> {
    guard let index = column.index else { return 0..<0 }
    return fields[index].start..<fields[index].end
  }

  /// The current row's text in a column; empty when the column is absent.
  func text(_ column: CSVColumn) -> String {
    column.index.map { scanner.text(fields[$0]) } ?? ""
  }

  /// The current row's value in a column; reports and gives `nil` when it cannot be read.
  func value<Value>(_ column: CSVColumn, _ reader: TextValue<Value>) -> Value? {
    let text = text(column)
    if let value = reader.read(text) { return value }
    findings.report(column.name, line: line, reader.problem(column.name, given: text))
    return nil
  }

  /// The same for a column that may be empty.
  func optional<Value>(_ column: CSVColumn, _ reader: TextValue<Value>) -> Value? {
    range(column).isEmpty ? nil : value(column, reader)
  }

  /// Reports a problem of the current row.
  func report(
    _ kind: String,
    severity: Diagnostic.Severity = .error,
    _ problem: @autoclosure () -> Problem
  ) {
    findings.report(kind, line: line, severity: severity, problem())
  }
}
