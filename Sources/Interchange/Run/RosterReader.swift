import Workforce

/// One row of a roster file.
struct RosterRow {
  var line: Int
  var employee: String
  var date: LocalDate
  var shiftStart: Instant
  var shiftEnd: Instant
  var segment: ShiftSegment
  /// The queues of a work row; empty when the row leaves them open.
  var queues: [String]
}

/// Puts the rows of a roster file together into shifts and tours.
struct RosterReader {
  private let inputs: PlanningInputs
  private let findings: FileFindings
  private let clocks: PersonalClocks
  private let context: FolderContext

  init(inputs: PlanningInputs, findings: FileFindings) {
    self.inputs = inputs
    self.findings = findings
    clocks = PersonalClocks(inputs)
    var context = FolderContext()
    context.employeeNames = inputs.employees.map(\.id)
    context.employees = Dictionary(
      inputs.employees.enumerated().map { ($0.element.id, $0.offset) },
      uniquingKeysWith: { first, _ in first }
    )
    self.context = context
  }

  /// The roster; one without shifts only where its week is known.
  func read(_ bytes: [UInt8], week known: ISOWeek? = nil) -> Roster? {
    guard var table = CSVTable(bytes, required: RosterFile.columns, findings: findings) else {
      return nil
    }
    let columns = RosterFile.columns.map(table.column)
    var rows: [RosterRow] = []
    var unread: Set<String> = []
    while table.next() {
      if let row = row(table, columns) {
        rows.append(row)
      } else {
        unread.insert(table.text(columns[0]))
      }
    }
    guard !rows.isEmpty else {
      if findings.errorCount == 0, let known {
        return Roster(week: known, zone: inputs.settings.zone, tours: tours([], unread: unread))
      }
      if findings.errorCount == 0 { findings.report("no shifts", .emptyRoster) }
      return nil
    }
    let tours = tours(rows, unread: unread)
    guard let week = week(rows) else { return nil }
    return Roster(week: week, zone: inputs.settings.zone, tours: tours)
  }

  private func row(_ table: CSVTable, _ columns: [CSVColumn]) -> RosterRow? {
    let employee = table.employee(columns[0], context)
    let date = table.value(columns[1], .date)
    let times = LocalTimes(zone: clocks.zone(of: employee ?? ""))
    let moments = [2, 3, 5, 6].map { table.instant(columns[$0], times) }
    let kind = table.value(columns[4], .segmentKind)
    let isTraining = kind == .training
    let session = isTraining ? session(table, columns[7], on: date) : nil
    let queues = isTraining ? [] : queues(table, columns[7], isWork: kind == .work)
    guard let employee, let date, let kind, let queues, let shiftStart = moments[0],
      let shiftEnd = moments[1], let start = moments[2], let end = moments[3]
    else { return nil }
    return RosterRow(
      line: table.line,
      employee: employee,
      date: date,
      shiftStart: shiftStart,
      shiftEnd: shiftEnd,
      segment: ShiftSegment(kind: kind, start: start, end: end, session: session),
      queues: queues
    )
  }

  /// The class of a training row, or a meeting that the plan has settled; reports one that the scenario
  /// does not have.
  private func session(_ table: CSVTable, _ column: CSVColumn, on date: LocalDate?) -> String? {
    let text = table.text(column)
    if text.isEmpty { return nil }
    let meetings = inputs.settings.labor.meetings
    if let date, meetings.contains(where: { $0.session(on: date) == text }) { return text }
    let known = inputs.training.sessions.map(\.id)
    if !known.contains(text) { table.report("session", .unknown("session", text, known)) }
    return text
  }

  /// The queues of a row, in the order of the settings.
  private func queues(_ table: CSVTable, _ column: CSVColumn, isWork: Bool) -> [String]? {
    let text = table.text(column)
    if text.isEmpty { return [] }
    guard isWork else {
      table.report("queues on a break", .queuesOnBreak(text))
      return nil
    }
    let known = inputs.settings.queues.map(\.name)
    let given = text.split(separator: "+", omittingEmptySubsequences: false).map(String.init)
    let unknown = given.filter { !known.contains($0) }
    for name in unknown { table.report("unknown queue", .unknown("queue", name, known)) }
    return unknown.isEmpty ? known.filter(given.contains) : nil
  }

  /// Groups the rows; holes are not looked for with people some of whose rows are unread.
  private func tours(_ rows: [RosterRow], unread: Set<String>) -> [Tour] {
    let position = { (row: RosterRow) in context.employees?[row.employee] ?? 0 }
    let order = rows.indices.sorted { first, second in
      let (a, b) = (rows[first], rows[second])
      return (position(a), a.shiftStart, a.segment.start, first)
        < (position(b), b.shiftStart, b.segment.start, second)
    }
    var tours: [Tour] = []
    var group: [RosterRow] = []
    let close = {
      guard let first = group.first else { return }
      let assembly = ShiftAssembly(
        rows: group,
        inputs: inputs,
        zone: clocks.zone(of: first.employee),
        findings: findings,
        isComplete: !unread.contains(first.employee)
      )
      if tours.last?.employee != first.employee {
        tours.append(
          Tour(
            employee: first.employee,
            shifts: [],
            zone: clocks.ownZone(of: first.employee)
          )
        )
      }
      tours[tours.count - 1].shifts.append(assembly.shift())
    }
    for index in order {
      let row = rows[index]
      if let last = group.last, (last.employee, last.shiftStart) != (row.employee, row.shiftStart) {
        close()
        group = []
      }
      group.append(row)
    }
    close()
    return tours
  }

  /// The week of all rows; reports when there are several.
  private func week(_ rows: [RosterRow]) -> ISOWeek? {
    let weeks = Set(rows.map { ISOWeek(containing: $0.date) }).sorted()
    if weeks.count == 1 { return weeks[0] }
    let firsts = weeks.compactMap { week in
      rows.filter { ISOWeek(containing: $0.date) == week }.map(\.line).min()
    }
    findings.report("weeks", line: firsts.max(), .severalWeeks(weeks, lines: firsts))
    return nil
  }
}

extension TextValue where Value == ShiftSegment.Kind {
  static var segmentKind: Self {
    words
  }
}
