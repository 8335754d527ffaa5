import Workforce

/// `sessions.csv`.
enum SessionsFile {
  static let name = "sessions.csv"
  static let columns = [
    "session", "course", "start", "end", "room", "site", "trainer", "seats", "attendees",
  ]

  private struct Columns {
    let session, course, start, end, room, site, trainer, seats, attendees: CSVColumn

    init(_ table: CSVTable) {
      session = table.column("session")
      course = table.column("course")
      start = table.column("start")
      end = table.column("end")
      room = table.column("room")
      site = table.column("site")
      trainer = table.column("trainer")
      seats = table.column("seats")
      attendees = table.column("attendees")
    }
  }

  /// Reads the classes and adds their names to the context.
  static func read(
    _ bytes: [UInt8],
    findings: FileFindings,
    into context: inout FolderContext
  ) -> [ClassSession] {
    var sessions: [ClassSession] = []
    var places: [(session: ClassSession, line: Int)] = []
    let names = each(bytes, findings: findings, context) { session, line in
      sessions.append(session)
      places.append((session, line))
    }
    guard let names else { return [] }
    reportClashes(places, context, findings)
    context.training?.sessions = NameSet(names)
    context.training?.training.sessions = sessions
    return sessions
  }

  /// Reads row by row; gives each sound row with its line.
  ///
  /// - Returns: The names of all rows, those with faults too; `nil` when rows cannot be told.
  static func each(
    _ bytes: [UInt8],
    findings: FileFindings,
    _ context: FolderContext,
    _ body: (ClassSession, Int) throws -> Void
  ) rethrows -> [String]? {
    guard var table = CSVTable(bytes, required: columns, findings: findings) else { return nil }
    let columns = Columns(table)
    var lines = FirstLines<String>()
    var names: [String] = []
    while table.next() {
      let id = table.text(columns.session)
      if !id.isEmpty, let first = lines.earlier(id, line: table.line) {
        table.report("session", .duplicateReference("session", id, line: first))
      } else if !id.isEmpty {
        names.append(id)
      }
      if let session = session(table, columns, context) { try body(session, table.line) }
    }
    return names
  }

  /// Warns of rooms and trainers that would be in two classes at once.
  private static func reportClashes(
    _ places: [(session: ClassSession, line: Int)],
    _ context: FolderContext,
    _ findings: FileFindings
  ) {
    let moments = places.map { place -> (start: Instant, end: Instant)? in
      let room = context.training?.training.rooms.first { $0.name == place.session.room }
      return zone(of: room, context).map {
        ($0.instant(at: place.session.start), $0.instant(at: place.session.end))
      }
    }
    let order = places.indices.filter { moments[$0] != nil }.sorted { first, second in
      guard let one = moments[first], let two = moments[second] else { return false }
      return (one.start, first) < (two.start, second)
    }
    for (position, first) in order.enumerated() {
      for second in order[(position + 1)...] {
        guard let one = moments[first], let two = moments[second], two.start < one.end else {
          break
        }
        reportClash(places[min(first, second)], places[max(first, second)], findings)
      }
    }
  }

  private static func reportClash(
    _ first: (session: ClassSession, line: Int),
    _ second: (session: ClassSession, line: Int),
    _ findings: FileFindings
  ) {
    let shared = [
      ("room", first.session.room, second.session.room),
      ("trainer", first.session.trainer, second.session.trainer),
    ]
    for (what, own, other) in shared {
      guard let own, own == other else { continue }
      findings.report(
        "\(what) clash",
        line: second.line,
        severity: .warning,
        .classClash(what, own, second.session.id, first.session.id, line: first.line)
      )
    }
  }

  private static func session(_ table: CSVTable, _ columns: Columns, _ context: FolderContext)
    -> ClassSession?
  {
    let id = table.value(columns.session, .text)
    let course = table.member(columns.course, "course", of: context.training?.courses)
    let room = table.optionalMember(columns.room, "room", of: context.training?.rooms)
    let site = table.optionalMember(
      columns.site,
      "site",
      of: context.draft?.sites.map(NameSet.init)
    )
    let trainer: String?? =
      table.range(columns.trainer).isEmpty
      ? .some(nil) : table.employee(columns.trainer, context).map { .some($0) }
    let seats = table.value(columns.seats, .wholeNumber(1...10_000))
    let attendees = attendees(table, columns.attendees, context)
    let place = room.flatMap { name in
      context.training?.training.rooms.first { $0.name == name }
    }
    let zone = zone(of: place, context)
    let start = time(columns.start, table, zone)
    let end = time(columns.end, table, zone)
    if let start, let end, end <= start {
      table.report("end before start", .sessionEnd(start, end))
    }
    if let seats, let place, seats > place.seats {
      table.report("seats", .tooManySeats(seats, place))
    }
    guard let id, let course, let room, let site, let trainer, let seats, let attendees, let start,
      let end, start < end
    else { return nil }
    return ClassSession(
      id: id,
      course: course,
      start: start,
      end: end,
      room: room,
      site: site,
      trainer: trainer,
      seats: seats,
      attendees: attendees
    )
  }

  /// The zone on whose clock a class stands; `nil` when it cannot be told.
  private static func zone(of room: Room?, _ context: FolderContext) -> Zone? {
    guard let draft = context.draft, let zone = draft.zone else { return nil }
    return room.map { draft.settings.zone(ofSite: $0.site) } ?? zone
  }

  private static func time(_ column: CSVColumn, _ table: CSVTable, _ zone: Zone?)
    -> LocalDateTime?
  {
    guard let local = table.value(column, .localTime) else { return nil }
    guard let zone, let problem = LocalTimes(zone: zone).skippedProblem(local, column.name) else {
      return local
    }
    table.report("skipped time", problem)
    return nil
  }

  private static func attendees(_ table: CSVTable, _ column: CSVColumn, _ context: FolderContext)
    -> [String]?
  {
    let names = table.text(column).split(separator: "+").map(String.init)
    var seen: Set<String> = []
    var isSound = true
    for name in names {
      if let employees = context.employees, employees[name] == nil {
        table.report("unknown employee", .unknown("employee", name, context.employeeNames))
        isSound = false
      } else if !seen.insert(name).inserted {
        table.report("attendees", .attendeeTwice(name))
        isSound = false
      }
    }
    return isSound ? names : nil
  }

  /// The file's text.
  static func text(_ sessions: [ClassSession]) -> [UInt8] {
    var csv = CSVText(header: columns)
    for session in sessions {
      csv.append([
        session.id, session.course, session.start.description, session.end.description,
        session.room ?? "", session.site ?? "", session.trainer ?? "", String(session.seats),
        session.attendees.joined(separator: "+"),
      ])
    }
    return csv.bytes
  }
}

extension Problem {
  static func classClash(
    _ what: String,
    _ name: String,
    _ session: String,
    _ other: String,
    line: Int
  ) -> Problem {
    Problem(
      "\(what) '\(name)' is in class '\(session)' while in class '\(other)' (line \(line)).",
      "Move one of them, or give it another \(what)."
    )
  }

  static func sessionEnd(_ start: LocalDateTime, _ end: LocalDateTime) -> Problem {
    Problem(
      "end is \(end) but start is \(start).",
      "Write an end after the start; past midnight it has the next date."
    )
  }
}
