/// Compares a header with the columns that a file may have.
struct CSVHeaderCheck {
  let header: [String]
  let required: [String]
  let optional: [String]

  /// Reports what is wrong; false when rows cannot be read by this header.
  func report(to findings: FileFindings, line: Int) -> Bool {
    if header.count == 1, let separator = otherSeparator {
      findings.report("separator", line: line, .separator(separator))
      return false
    }
    let known = required + optional
    let unused = known.filter { !header.contains($0) }
    for name in header where !known.contains(name) {
      findings.report(
        "unknown column",
        line: line,
        .unknownColumn(name, unused: unused, known: known)
      )
    }
    let missing = required.filter { !header.contains($0) }
    for name in missing {
      findings.report("missing column", line: line, .missingColumn(name, header: header))
    }
    // The second of each name; later ones say nothing new.
    let doubled = header.indices.filter { index in
      known.contains(header[index]) && header[..<index].count { $0 == header[index] } == 1
    }
    for index in doubled {
      findings.report("duplicate column", line: line, .duplicateColumn(header[index]))
    }
    return missing.isEmpty && doubled.isEmpty
  }

  private var otherSeparator: String? {
    if header[0].contains(";") { return "semicolons" }
    return header[0].contains("\t") ? "tabs" : nil
  }
}
