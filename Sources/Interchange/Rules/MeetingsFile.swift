public import Workforce

/// `meetings.csv`: when meetings are held, as far as it is settled.
public enum MeetingsFile {
  /// The file's name.
  public static let name = "meetings.csv"
  static let columns = ["meeting", "start", "end"]

  static func read(_ bytes: [UInt8], findings: FileFindings, _ context: FolderContext)
    -> [MeetingTime]
  {
    guard var table = CSVTable(bytes, required: columns, findings: findings) else { return [] }
    let (meetings, starts, ends) = (
      table.column("meeting"), table.column("start"), table.column("end")
    )
    var times: [MeetingTime] = []
    while table.next() {
      let meeting = known(table, meetings, context)
      let (start, end) = (table.value(starts, .localTime), table.value(ends, .localTime))
      guard let meeting, let start, let end else { continue }
      guard start < end else {
        table.report("end before start", .endBeforeStart(start, end))
        continue
      }
      times.append(MeetingTime(meeting: meeting, start: start, end: end))
    }
    return times
  }

  private static func known(_ table: CSVTable, _ column: CSVColumn, _ context: FolderContext)
    -> String?
  {
    guard let name = table.value(column, .text) else { return nil }
    guard let all = context.draft?.settings.labor.meetings.map(\.name), !all.contains(name) else {
      return name
    }
    table.report("unknown meeting", .unknownName("meeting", name, all))
    return nil
  }

  /// The file's text.
  public static func text(_ times: [MeetingTime]) -> [UInt8] {
    var csv = CSVText(header: columns)
    for time in times {
      csv.append([time.meeting, time.start.description, time.end.description])
    }
    return csv.bytes
  }
}
