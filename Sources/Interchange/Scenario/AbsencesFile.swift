import Workforce

/// `absences.csv`.
enum AbsencesFile {
  static let name = "absences.csv"
  static let columns = ["employee", "from", "until", "kind"]

  static func read(_ bytes: [UInt8], findings: FileFindings, _ context: FolderContext)
    -> [Absence]
  {
    guard var table = CSVTable(bytes, required: columns, findings: findings) else { return [] }
    let (employees, froms) = (table.column("employee"), table.column("from"))
    let (untils, kinds) = (table.column("until"), table.column("kind"))
    var absences: [(absence: Absence, line: Int)] = []
    while table.next() {
      let employee = table.employee(employees, context)
      let kind = table.value(kinds, .text("a kind, such as leave, sick or training"))
      let from = table.moment(froms, of: employee, context, isEnd: false)
      let until = table.moment(untils, of: employee, context, isEnd: true)
      guard let employee, let kind, let from, let until else { continue }
      guard from < until else {
        table.report(
          "until before from",
          .untilBeforeFrom(table.text(froms), table.text(untils))
        )
        continue
      }
      let absence = Absence(employee: employee, from: from, until: until, kind: kind)
      absences.append((absence, table.line))
    }
    reportOverlaps(absences, findings)
    return absences.map(\.absence)
  }

  private static func reportOverlaps(
    _ absences: [(absence: Absence, line: Int)],
    _ findings: FileFindings
  ) {
    let order = absences.indices.sorted { first, second in
      let (a, b) = (absences[first].absence, absences[second].absence)
      return (a.employee, a.from, first) < (b.employee, b.from, second)
    }
    var last: (absence: Absence, line: Int)?
    for index in order {
      let current = absences[index]
      if let before = last, before.absence.employee == current.absence.employee {
        if current.absence.from < before.absence.until {
          let (one, other) = before.line < current.line ? (before, current) : (current, before)
          findings.report(
            "overlapping absences",
            line: other.line,
            .overlappingAbsences(other.absence, one.absence, line: one.line)
          )
        }
        if before.absence.until > current.absence.until { continue }
      }
      last = current
    }
  }

  /// The file's text.
  static func text(_ absences: [Absence]) -> [UInt8] {
    var csv = CSVText(header: columns)
    for absence in absences {
      let isWholeDays = absence.from.secondOfDay == 0 && absence.until.secondOfDay == 0
      csv.append([
        absence.employee,
        isWholeDays ? absence.from.date.description : absence.from.description,
        isWholeDays ? absence.until.date.adding(days: -1).description : absence.until.description,
        absence.kind,
      ])
    }
    return csv.bytes
  }
}
