import Workforce

/// `contacts.csv` with one row per contact.
enum SingleContactsFile {
  static let required = ["queue", "arrived", "outcome"]
  static let optional = ["wait_seconds", "handle_seconds"]
  /// The header as it is written.
  static let columns = ["queue", "arrived", "wait_seconds", "outcome", "handle_seconds"]

  /// Whether a file's header is that of single contacts.
  static func isOne(_ bytes: [UInt8]) -> Bool {
    var scanner = CSVScanner(bytes)
    var fields: [CSVField] = []
    guard case .row = scanner.next(&fields) else { return false }
    let header = fields.map(scanner.text)
    return header.contains("arrived") && !header.contains("interval_start")
  }

  /// Reads the histories, in the order of the settings.
  static func read(_ bytes: [UInt8], findings: FileFindings, _ context: FolderContext)
    -> [QueueHistory]
  {
    guard
      let table = CSVTable(bytes, required: required, optional: optional, findings: findings)
    else { return [] }
    var reader = SingleContactsReader(table, context)
    reader.readRows()
    let mayBeEmpty = ContactsFile.mayBeEmpty(context)
    let isComplete = findings.errorCount == 0
    let zone = context.draft?.zone ?? .utc
    let settings = context.draft?.settings
    return reader.queues.compactMap { queue in
      guard !queue.contacts.isEmpty else {
        if isComplete, !mayBeEmpty.contains(queue.name) {
          findings.report("empty history", .noHistory(queue.name))
        }
        return nil
      }
      let sums = ContactSums(
        intervalMinutes: min(15, settings?.intervalMinutes ?? 15),
        zone: zone,
        queue: settings?.queues.first { $0.name == queue.name }
      )
      return sums.history(queue.name, queue.contacts)
    }
  }

  /// The file's text.
  static func text(_ histories: [QueueHistory], zone: Zone) -> [UInt8] {
    var csv = CSVText(header: columns)
    for history in histories {
      for contact in history.contacts {
        csv.append([
          history.queue, arrivalText(contact.arrived, zone),
          contact.wait.map { Numbers.text($0.inSeconds) } ?? "", contact.outcome.rawValue,
          contact.handleTime.map { Numbers.text($0.inSeconds) } ?? "",
        ])
      }
    }
    return csv.bytes
  }

  /// The local time; with its offset for the later of two.
  static func arrivalText(_ arrived: Instant, _ zone: Zone) -> String {
    let local = zone.local(at: arrived)
    guard case .ambiguous(_, let later) = zone.resolve(local), arrived == later else {
      return local.description
    }
    return zone.text(of: arrived)
  }
}

/// Reads the rows of single contacts into queues; works on bytes, since there may be millions.
struct SingleContactsReader {
  private(set) var queues: [(name: String, contacts: [ContactRecord])]
  private var table: CSVTable
  private var clock: DayClock
  private let names: [[UInt8]]
  private let known: [String]?
  private let queue, arrived, wait, outcome, handleTime: CSVColumn
  /// What only a trace has.
  private let replication, employee, due: CSVColumn
  /// Queues whose contacts may be done, late or open, where they are to be played again.
  private var deferred: Set<String> = []
  /// Takes the contacts that are to be played again, with what only a trace has; `nil` for others.
  private(set) var replayed: ReplayedRows?
  /// The replication of the first row, and rows of others.
  private var played: String?
  private(set) var otherReplications = 0

  /// Takes a table of contacts that are to be played again.
  init(replaying table: CSVTable, _ inputs: PlanningInputs) {
    var context = FolderContext()
    context.draft = ScenarioDraft(contactsOf: inputs.settings)
    self.init(table, context)
    let queues = inputs.settings.queues
    deferred = Set(queues.filter { $0.channel == .deferred }.map(\.name))
    replayed = ReplayedRows(table, inputs)
  }

  /// Takes a table of the past.
  init(_ table: CSVTable, _ context: FolderContext) {
    self.table = table
    replication = table.column("replication")
    employee = table.column("employee")
    due = table.column("due")
    known = context.draft?.histories
    queues = (context.draft?.histories ?? []).map { ($0, []) }
    names = queues.map { Array($0.name.utf8) }
    clock = DayClock(zone: context.draft?.zone ?? .utc)
    queue = table.column("queue")
    arrived = table.column("arrived")
    wait = table.column("wait_seconds")
    outcome = table.column("outcome")
    handleTime = table.column("handle_seconds")
  }

  mutating func readRows() {
    while table.next() {
      guard isPlayed() else { continue }
      let index = queueIndex()
      let before = table.findings.errorCount
      let contact = contact(index.map(isDeferred) ?? false)
      guard let index, let contact, table.findings.errorCount == before else { continue }
      if replayed == nil {
        queues[index].contacts.append(contact)
      } else {
        replayed?.append(contact, queue: index, of: table)
      }
    }
  }

  private func queueIndex() -> Int? {
    let given = table.bytes[table.range(queue)]
    if let index = names.firstIndex(where: { given.elementsEqual($0) }) { return index }
    return table.reference(queue, "queue", known).flatMap { name in
      queues.firstIndex { $0.name == name }
    }
  }

  private func isDeferred(_ index: Int) -> Bool {
    !deferred.isEmpty && deferred.contains(queues[index].name)
  }

  /// Of a trace with several replications only the first one is one past.
  private mutating func isPlayed() -> Bool {
    guard replication.index != nil else { return true }
    let number = table.text(replication)
    if played == nil { played = number }
    guard number != played else { return true }
    otherReplications += 1
    return false
  }

  private mutating func contact(_ isDeferred: Bool) -> ContactRecord? {
    if isDeferred, let fate = TracedContact.Outcome(rawValue: table.text(outcome)),
      [.done, .late, .open].contains(fate)
    {
      return item(fate)
    }
    let arrived = moment(arrived)
    let outcome = table.value(outcome, .outcome)
    let wait = table.number(wait, above: false)
    let seconds = table.number(handleTime, above: true)
    guard let arrived, let outcome else { return nil }
    if let seconds, outcome != .answered {
      table.report(
        "handle time",
        .strangerHandleTime(seconds, outcome, at: table.text(self.arrived))
      )
    }
    return ContactRecord(
      arrived: arrived,
      wait: wait.map { .seconds($0) },
      outcome: outcome,
      handleTime: seconds.map { .seconds($0) }
    )
  }

  /// An item of deferred work, as a trace has it; nobody is named where it was not done.
  private mutating func item(_ fate: TracedContact.Outcome) -> ContactRecord? {
    let arrived = moment(arrived)
    let wait = table.number(wait, above: false)
    let seconds = table.number(handleTime, above: true)
    let due = table.range(due).isEmpty ? nil : moment(due)
    let isLeft = fate == .late && employee.index != nil && table.range(employee).isEmpty
    guard let arrived else { return nil }
    return ContactRecord(
      arrived: arrived,
      wait: wait.map { .seconds($0) },
      outcome: .answered,
      handleTime: seconds.map { .seconds($0) },
      due: due,
      isUnfinished: fate == .open || isLeft
    )
  }

  /// A moment; the earlier of two where the clock shows a time twice.
  private mutating func moment(_ column: CSVColumn) -> Instant? {
    guard let local = LocalDateTime(bytes: table.bytes, table.range(column)) else {
      return table.instant(column, LocalTimes(zone: clock.zone))
    }
    switch clock.resolve(local) {
    case .unique(let instant), .ambiguous(let instant, _): return instant
    case .skipped(let change):
      table.report(
        "skipped time",
        .skippedTime(local, column.name, zone: clock.zone, change: change)
      )
      return nil
    }
  }
}

extension CSVTable {
  /// The number in a column, `nil` when it is empty or wrong; a wrong one is reported.
  func number(_ column: CSVColumn, above: Bool) -> Double? {
    let range = range(column)
    guard !range.isEmpty else { return nil }
    let value = Numbers.number(in: bytes, range.lowerBound, range.upperBound)
    if let value, value <= TextValue<Double>.largest, above ? value >= 0.001 : value >= 0 {
      return value
    }
    return self.value(column, above ? .number(above: 0) : .number(atLeast: 0))
  }
}
