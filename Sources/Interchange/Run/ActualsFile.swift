public import Workforce

/// What a day has brought so far: a file like `contacts.csv`, or two columns for one queue.
public enum ActualsFile {
  /// Reads a file and reports everything that is wrong with it.
  ///
  /// - Parameters:
  ///   - path: The file: `queue,interval_start,arrivals`, or a timestamp and a count.
  ///   - settings: The scenario's queues and zone.
  ///   - queue: The queue of a file without that column; `nil` when the scenario has but one.
  /// - Returns: One entry per queue of the settings, records ascending.
  public static func load(
    _ path: String,
    settings: ScenarioSettings,
    queue: String?
  ) -> Loaded<[QueueHistory]> {
    let findings = FileFindings(file: path)
    guard let bytes = InputFile.bytes(path, findings: findings, missing: .missingActuals) else {
      return Loaded(nil, diagnostics: findings.diagnostics)
    }
    let firstLine = String(decoding: bytes.prefix { $0 != 10 }, as: UTF8.self)
    let hasQueues = firstLine.split(separator: ",").contains {
      $0.trimmingPrefix("\u{FEFF}").filter { !$0.isWhitespace && $0 != "\"" } == "queue"
    }
    let records =
      hasQueues
      ? byQueue(bytes, settings, findings) : ofOneQueue(path, settings, queue, findings)
    guard let records, findings.errorCount == 0 else {
      return Loaded(nil, diagnostics: findings.diagnostics)
    }
    if records.allSatisfy(\.isEmpty) { findings.report("no rows", .noActuals) }
    let histories = zip(settings.queues, records).map { queue, records in
      QueueHistory(
        queue: queue.name,
        intervalMinutes: settings.intervalMinutes,
        records: records.sorted { $0.start < $1.start }
      )
    }
    return Loaded(
      findings.errorCount == 0 ? histories : nil,
      diagnostics: findings.diagnostics
    )
  }

  private static func byQueue(
    _ bytes: [UInt8],
    _ settings: ScenarioSettings,
    _ findings: FileFindings
  ) -> [[HistoryRecord]]? {
    guard
      let table = CSVTable(
        bytes,
        required: ContactsFile.required,
        optional: ContactsFile.optional,
        findings: findings
      )
    else { return nil }
    var context = FolderContext()
    context.draft = ScenarioDraft(contactsOf: settings)
    var reader = ContactsReader(table, context)
    reader.readRows()
    return settings.queues.map { queue in
      reader.queues.first { $0.queue == queue.name }?.records ?? []
    }
  }

  private static func ofOneQueue(
    _ path: String,
    _ settings: ScenarioSettings,
    _ queue: String?,
    _ findings: FileFindings
  ) -> [[HistoryRecord]]? {
    let names = settings.queues.map(\.name)
    guard let name = queue ?? (names.count == 1 ? names[0] : nil), names.contains(name) else {
      findings.report("queue", .actualsWithoutQueue(names))
      return nil
    }
    let loaded = BareHistoryFile.load(path)
    for finding in loaded.diagnostics {
      findings.report(
        "rows",
        line: finding.line,
        severity: finding.severity,
        Problem(finding.message, finding.suggestion)
      )
    }
    guard let bare = loaded.value else { return nil }
    let records = bare.rows.map { row in
      HistoryRecord(start: settings.zone.instant(at: row.time), arrivals: row.count)
    }
    return names.map { $0 == name ? records : [] }
  }
}

extension Problem {
  static let missingActuals = Problem(
    "the file is missing.",
    "Give a CSV file with what has come so far: queue,interval_start,arrivals."
  )

  static let noActuals = Problem(
    "the file has no rows.",
    "Write one row per interval that is over, with 0 where nothing came."
  )

  static func actualsWithoutQueue(_ names: [String]) -> Problem {
    Problem(
      "the file has no column 'queue' and the scenario has \(names.count) queues.",
      "Add the column, or say --queue with one of \(names.joined(separator: ", "))."
    )
  }
}
