public import Workforce

/// Complaints with the moments at which they were taken up, `complaints.csv`.
public enum ComplaintsFile {
  static let columns = [
    "complaint", "received", "first_contact", "supervisor", "head_of_unit", "closed",
  ]

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - zone: The clock of its local times.
  /// - Returns: The complaints in the order of the file; or everything that is wrong.
  public static func load(_ path: String, zone: Zone) -> Loaded<[Complaint]> {
    let findings = FileFindings(file: path)
    guard let bytes = InputFile.bytes(path, findings: findings, missing: .missingComplaints) else {
      return Loaded(nil, diagnostics: findings.diagnostics)
    }
    let complaints = uniqueRows(
      findings,
      "second row",
      by: \.id,
      { .duplicateComplaint($0.id, line: $1) },
      in: { body in
        guard
          var table = CSVTable(
            bytes,
            required: Array(columns.prefix(2)),
            optional: Array(columns.dropFirst(2)),
            findings: findings
          )
        else { return }
        let times = LocalTimes(zone: zone)
        while table.next() {
          if let complaint = complaint(table, times) { body(complaint, table.line) }
        }
      }
    )
    return Loaded(complaints, diagnostics: findings.diagnostics)
  }

  private static func complaint(_ table: CSVTable, _ times: LocalTimes) -> Complaint? {
    let id = table.value(table.column("complaint"), .text)
    let received = table.instant(table.column("received"), times)
    let moments = columns.dropFirst(2).map { name -> (isSound: Bool, instant: Instant?) in
      let column = table.column(name)
      guard !table.range(column).isEmpty else { return (true, nil) }
      guard let instant = table.instant(column, times) else { return (false, nil) }
      if let received, instant < received {
        table.report(
          "order",
          .beforeReceived(name, table.text(column), table.text(table.column("received")))
        )
        return (false, nil)
      }
      return (true, instant)
    }
    guard let id, let received, moments.allSatisfy(\.isSound) else { return nil }
    return Complaint(
      id: id,
      received: received,
      firstContact: moments[0].instant,
      supervisor: moments[1].instant,
      headOfUnit: moments[2].instant,
      closed: moments[3].instant
    )
  }
}
