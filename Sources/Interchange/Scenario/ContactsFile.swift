import Workforce

/// `contacts.csv`: the past of every queue, one row per queue and interval.
enum ContactsFile {
  static let name = "contacts.csv"
  static let required = ["queue", "interval_start", "arrivals"]
  static let optional = ["handled", "abandoned", "answered_in_target", "aht_seconds"]

  /// Reads the histories, in the order of the settings.
  static func read(_ bytes: [UInt8], findings: FileFindings, _ context: FolderContext)
    -> [QueueHistory]
  {
    guard
      let table = CSVTable(bytes, required: required, optional: optional, findings: findings)
    else { return [] }
    var reader = ContactsReader(table, context)
    reader.readRows()
    let check = ContactsCheck(
      zone: context.draft?.zone,
      findings: findings,
      isComplete: findings.errorCount == 0
    )
    return reader.queues.compactMap { queue in
      check.history(queue, fallback: context.draft?.settings.intervalMinutes ?? 30)
    }
  }

  /// The file's text; optional columns are written when some record has them.
  static func text(_ histories: [QueueHistory], zone: Zone) -> [UInt8] {
    let columns: [(name: String, value: (HistoryRecord) -> Double?)] = [
      ("handled", \.handled),
      ("abandoned", \.abandoned),
      ("answered_in_target", \.answeredInTarget),
      ("aht_seconds", { $0.averageHandleTime?.inSeconds }),
    ]
    let used = columns.filter { column in
      histories.contains { $0.records.contains { column.value($0) != nil } }
    }
    var csv = CSVText(header: required + used.map(\.name))
    for history in histories {
      var seenTwice: Set<Instant> = []
      for record in history.records {
        let start = startText(record.start, &seenTwice, zone)
        let rest = used.map { $0.value(record).map(Numbers.text) ?? "" }
        csv.append([history.queue, start, Numbers.text(record.arrivals)] + rest)
      }
    }
    return csv.bytes
  }

  /// The local time; with its offset where the reader would otherwise take the earlier of two.
  ///
  /// `written` holds the earlier moments of local times that occur twice.
  private static func startText(_ start: Instant, _ written: inout Set<Instant>, _ zone: Zone)
    -> String
  {
    let local = zone.local(at: start)
    guard case .ambiguous(let earlier, let later) = zone.resolve(local) else {
      return local.description
    }
    if start == earlier { written.insert(start) }
    return start == later && !written.contains(earlier)
      ? zone.text(of: start) : local.description
  }
}
