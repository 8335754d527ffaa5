/// The lines on which keys stood first.
struct FirstLines<Key: Hashable> {
  private var lines: [Key: Int] = [:]

  /// The line on which a key stood before; notes this line and gives `nil` for a new one.
  mutating func earlier(_ key: Key, line: Int) -> Int? {
    if let first = lines[key] { return first }
    lines[key] = line
    return nil
  }
}

/// Gathers the rows of a file, and reports those whose key an earlier row has.
///
/// - Parameters:
///   - findings: Where to report.
///   - kind: What sort of problem it is.
///   - key: What no two rows may share.
///   - problem: What is wrong with a row, and the line of the first.
///   - each: Gives the rows with their lines.
/// - Returns: All rows.
func uniqueRows<Value, Key: Hashable>(
  _ findings: FileFindings,
  _ kind: String,
  by key: @escaping (Value) -> Key,
  _ problem: @escaping (Value, Int) -> Problem,
  in each: ((Value, Int) -> Void) -> Void
) -> [Value] {
  var lines = FirstLines<Key>()
  var rows: [Value] = []
  each { row, line in
    if let first = lines.earlier(key(row), line: line) {
      findings.report(kind, line: line, problem(row, first))
    }
    rows.append(row)
  }
  return rows
}

/// The same for rows that each have a reference of their own.
func uniqueRows<Value>(
  _ findings: FileFindings,
  reference: @escaping (Value) -> String,
  in each: ((Value, Int) -> Void) -> Void
) -> [Value] {
  uniqueRows(
    findings,
    "reference",
    by: reference,
    { .duplicateReference("reference", reference($0), line: $1) },
    in: each
  )
}
