public import Workforce

/// A CSV file with a timestamp and a count in each row, under any names; or with a timestamp
/// only, one row per contact.
public enum BareHistoryFile {
  /// Reads a file and reports everything that is wrong with it.
  public static func load(_ path: String) -> Loaded<BareHistory> {
    let findings = FileFindings(file: path)
    let history = InputFile.bytes(path, findings: findings, missing: .missingHistory).flatMap {
      read($0, findings)
    }
    return Loaded(history, diagnostics: findings.diagnostics)
  }

  static func read(_ bytes: [UInt8], _ findings: FileFindings) -> BareHistory? {
    if let problem = TextEncoding.problem(in: bytes) {
      findings.report("text encoding", line: problem.line, problem.problem)
      return nil
    }
    guard let header = header(bytes, findings) else { return nil }
    guard var table = CSVTable(bytes, required: header, findings: findings) else { return nil }
    let columns = header.map(table.column)
    var history = BareHistory(
      timestampColumn: header[0],
      countColumn: header.count > 1 ? header[1] : "",
      rows: []
    )
    while table.next() {
      let time = time(table, columns[0])
      let count = columns.count > 1 ? count(table, columns[1]) : 1
      guard let time, let count else { continue }
      history.rows.append(BareHistory.Row(line: table.line, time: time, count: count))
    }
    if history.rows.isEmpty, findings.errorCount == 0 {
      findings.report("no rows", .emptyHistory)
    }
    return history
  }

  /// The one or two names of the header; reports and gives `nil` when there is none.
  private static func header(_ bytes: [UInt8], _ findings: FileFindings) -> [String]? {
    var scanner = CSVScanner(bytes)
    var fields: [CSVField] = []
    guard case .row = scanner.next(&fields) else {
      findings.report("empty file", line: 1, .emptyHistory)
      return nil
    }
    let header = fields.map(scanner.text)
    if LocalDateTime(header[0]) != nil {
      findings.report("no header", line: scanner.rowLine, .dataAsHeader(header))
      return nil
    }
    if header.count == 1, header[0].contains(";") || header[0].contains("\t") {
      let separator = header[0].contains(";") ? "semicolons" : "tabs"
      findings.report("separator", line: scanner.rowLine, .separator(separator))
      return nil
    }
    guard header.count <= 2 else {
      findings.report("columns", line: scanner.rowLine, .bareColumns(header))
      return nil
    }
    return header
  }

  private static func time(_ table: CSVTable, _ column: CSVColumn) -> LocalDateTime? {
    if let local = LocalDateTime(bytes: table.bytes, table.range(column)) { return local }
    let reader = TextValue<LocalDateTime>(
      accepted: "a local time as YYYY-MM-DD HH:MM, seconds optional"
    ) { _ in nil }
    return table.value(column, reader)
  }

  private static func count(_ table: CSVTable, _ column: CSVColumn) -> Double? {
    let range = table.range(column)
    let value = Numbers.number(in: table.bytes, range.lowerBound, range.upperBound)
    if let value, value >= 0 { return value }
    return table.value(column, .number(atLeast: 0))
  }
}

extension Problem {
  static let missingHistory = Problem(
    "the file is missing.",
    "Give the path of a CSV file with two columns, a timestamp and a count."
  )

  static let emptyHistory = Problem(
    "the file has no rows.",
    "Write a header such as timestamp,calls and one row per interval."
  )

  static func dataAsHeader(_ fields: [String]) -> Problem {
    Problem(
      "the first line is data: \(fields.joined(separator: ",")).",
      "Put a header above it, such as \(fields.count > 1 ? "timestamp,calls" : "timestamp")."
    )
  }

  static func bareColumns(_ header: [String]) -> Problem {
    Problem(
      "the file has \(header.count) columns: \(header.joined(separator: ", ")).",
      "Keep two: a timestamp and a count; or one: a timestamp per contact."
    )
  }
}
