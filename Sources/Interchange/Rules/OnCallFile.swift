public import Workforce

/// `oncall.csv`: whose turn it was, or is, to be called.
public enum OnCallFile {
  /// The file's name.
  public static let name = "oncall.csv"
  static let columns = ["duty", "start", "end", "employee"]

  static func read(_ bytes: [UInt8], findings: FileFindings, _ context: FolderContext)
    -> [OnCallTurn]
  {
    guard var table = CSVTable(bytes, required: columns, findings: findings) else { return [] }
    let (duties, employees) = (table.column("duty"), table.column("employee"))
    let (starts, ends) = (table.column("start"), table.column("end"))
    var turns: [OnCallTurn] = []
    while table.next() {
      let duty = table.value(duties, .text)
      let (start, end) = (table.value(starts, .localTime), table.value(ends, .localTime))
      let isNobody = table.text(employees).isEmpty
      let employee = isNobody ? nil : table.employee(employees, context)
      guard let duty, let start, let end, isNobody || employee != nil else { continue }
      guard start < end else {
        table.report("end before start", .endBeforeStart(start, end))
        continue
      }
      turns.append(OnCallTurn(duty: duty, start: start, end: end, employee: employee))
    }
    return turns
  }

  /// The file's text; the employee of a duty that nobody has is empty.
  public static func text(_ turns: [OnCallTurn]) -> [UInt8] {
    var csv = CSVText(header: columns)
    for turn in turns {
      csv.append([
        turn.duty, turn.start.description, turn.end.description, turn.employee ?? "",
      ])
    }
    return csv.bytes
  }
}
