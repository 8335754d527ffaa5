import Workforce

/// `contacts.csv`: the past of every queue, one row per queue and interval, or one per contact.
enum ContactsFile {
  static let name = "contacts.csv"
  static let required = ["queue", "interval_start", "arrivals"]
  static let optional = ["handled", "abandoned", "answered_in_target", "aht_seconds", "contained"]

  /// Reads the histories, in the order of the settings.
  static func read(_ bytes: [UInt8], findings: FileFindings, _ context: FolderContext)
    -> [QueueHistory]
  {
    if SingleContactsFile.isOne(bytes) {
      return SingleContactsFile.read(bytes, findings: findings, context)
    }
    guard
      let table = CSVTable(bytes, required: required, optional: optional, findings: findings)
    else { return [] }
    var reader = ContactsReader(table, context)
    reader.readRows()
    let settings = context.draft?.settings
    let check = ContactsCheck(
      zone: context.draft?.zone,
      findings: findings,
      dropsRepeats: settings?.hygiene.treats(.duplicates) ?? true,
      mayBeEmpty: mayBeEmpty(context),
      isComplete: findings.errorCount == 0
    )
    return reader.queues.compactMap { queue in
      check.history(queue, fallback: settings?.intervalMinutes ?? 30)
    }
  }

  /// Queues that need no row: a level is given, beside a similar queue or for self-service, or all
  /// items come from another queue.
  static func mayBeEmpty(_ context: FolderContext) -> Set<String> {
    guard let settings = context.draft?.settings else { return [] }
    let queues = settings.queues.filter { $0.similar?.givesLevel ?? false || $0.follows != nil }
    let machines = settings.selfService.filter { $0.dailyArrivals != nil }
    return Set(queues.map(\.name) + machines.map(\.name))
  }

  /// The file's text; optional columns are written when some record has them.
  ///
  /// One row per contact when every queue has its single contacts.
  static func text(_ histories: [QueueHistory], settings: ScenarioSettings) -> [UInt8] {
    let zone = settings.zone
    if !histories.isEmpty, histories.allSatisfy({ !$0.contacts.isEmpty }) {
      return SingleContactsFile.text(histories, zone: zone)
    }
    let columns: [(name: String, value: (HistoryRecord) -> Double?)] = [
      ("handled", \.handled),
      ("abandoned", \.abandoned),
      ("answered_in_target", \.answeredInTarget),
      ("aht_seconds", { $0.averageHandleTime?.inSeconds }),
      ("contained", \.contained),
    ]
    let used = columns.filter { column in
      histories.contains { $0.records.contains { column.value($0) != nil } }
    }
    var csv = CSVText(header: required + used.map(\.name))
    let addsRepeats = !settings.hygiene.treats(.duplicates)
    for history in histories {
      var seenTwice: Set<Instant> = []
      for record in rows(history, addsRepeats: addsRepeats) {
        let start = startText(record.start, &seenTwice, zone)
        let rest = used.map { $0.value(record).map(Numbers.text) ?? "" }
        csv.append([history.queue, start, Numbers.text(record.arrivals)] + rest)
      }
    }
    return csv.bytes
  }

  /// The records, those that rows repeated as often as they stood in the file.
  private static func rows(_ history: QueueHistory, addsRepeats: Bool) -> [HistoryRecord] {
    guard !history.repeatedRows.isEmpty else { return history.records }
    var copies: [Instant: Int] = [:]
    for start in history.repeatedRows { copies[start, default: 1] += 1 }
    return history.records.flatMap { record -> [HistoryRecord] in
      guard let count = copies[record.start] else { return [record] }
      return Array(
        repeating: addsRepeats ? record.divided(by: count) : record,
        count: count
      )
    }
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
