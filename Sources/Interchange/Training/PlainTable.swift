public import Workforce

/// A table as CSV, for outputs that nothing reads back.
public enum PlainTable {
  /// The bytes of a header and rows; fields are quoted where they must be.
  public static func bytes(header: [String], rows: [[String]]) -> [UInt8] {
    var csv = CSVText(header: header)
    for row in rows { csv.append(row) }
    return csv.bytes
  }
}

/// Classes as `sessions.csv` has them.
public enum SessionTable {
  /// The bytes of the file.
  public static func bytes(_ sessions: [ClassSession]) -> [UInt8] { SessionsFile.text(sessions) }
}
