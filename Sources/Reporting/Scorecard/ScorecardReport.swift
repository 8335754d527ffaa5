public import Workforce

/// A scorecard as a page and as text for a terminal.
public struct ScorecardReport: Sendable {
  let result: ScorecardResult

  /// Takes a scorecard.
  public init(_ result: ScorecardResult) { self.result = result }

  /// The text, lines of at most 80 columns.
  ///
  /// - Parameter location: The folder that holds the files.
  /// - Returns: The text.
  public func text(at location: String) -> String {
    var lines = ["Scorecard\(name), to \(result.date).", ""]
    for outlook in result.goals {
      let mark =
        outlook.verdict.words + String(repeating: " ", count: 12 - outlook.verdict.words.count)
      let words = wrapped(Self.sentence(outlook), to: TextTable.columns - 14)
      lines.append("\(mark)  \(outlook.goal.title)")
      lines += words.map { String(repeating: " ", count: 14) + $0 }
    }
    lines += [""] + wrapped(ticketSentence, to: TextTable.columns)
    if let findable { lines += wrapped(findable, to: TextTable.columns) }
    if !result.open.isEmpty { lines += [""] + ticketTable.lines }
    if !result.escalation.isEmpty { lines += [""] + escalationLines }
    if !result.expected.isEmpty { lines += [""] + expectedTable.lines }
    if !result.notes.isEmpty { lines.append("") }
    lines += result.notes.flatMap { wrapped(printable($0), to: TextTable.columns) }
    return (lines + ["", "Files: \(location)"]).joined(separator: "\n") + "\n"
  }

  /// ` of Harbour Bank`, or nothing.
  var name: String { result.title.isEmpty ? "" : " of \(printable(result.title))" }

  /// How many tickets there are, in a sentence.
  var ticketSentence: String {
    let open = result.open
    let late = open.count { $0.due < result.date }
    let closed = result.tickets.count - open.count
    guard result.judgedWeeks > 0 else {
      return "No group could be compared with peers: that takes weeks and other groups of its kind."
    }
    return "\(counted(open.count, "ticket", "tickets")) open, \(grouped(late)) of them overdue, "
      + "\(grouped(closed)) closed by the figures; "
      + "\(counted(result.judgedWeeks, "group-week", "group-weeks")) judged."
  }

  private var ticketTable: TextTable {
    TextTable(
      head: ["Open ticket", "Measure", "Since", "Value", "Peers", "Due"],
      rows: result.open.map { ticket in
        let last = ticket.evidence.last
        return [
          Self.group(ticket), ticket.measure.name, "\(ticket.opened)",
          last.map { Self.figure($0.value, ticket.measure) } ?? "–",
          last.map { Self.figure($0.peers, ticket.measure) } ?? "–", "\(ticket.due)",
        ]
      },
      textColumns: 3
    )
  }

  private var escalationLines: [String] {
    guard let all = result.escalation.first else { return [] }
    let table = TextTable(
      head: ["Complaints", "Had to", "In time", "Share", "95% interval", "Median"],
      rows: all.levels.map { level in
        [
          "\(level.step.words) within \(level.step.hours) h", grouped(level.needed),
          grouped(level.inTime), level.share.map { percent($0) } ?? "–",
          level.needed == 0
            ? "–" : intervalText(level.interval.lowerBound, level.interval.upperBound),
          level.medianMinutes.map(Self.minutes) ?? "–",
        ]
      }
    )
    return table.lines
  }

  private var expectedTable: TextTable {
    TextTable(
      head: ["Expected, not measured", "Week", "Answered in time", "95% interval"],
      rows: result.expected.map {
        [$0.queue, "\($0.week)", percent($0.share), intervalText($0.low, $0.high)]
      },
      textColumns: 2
    )
  }

  /// A group with its kind, unless its name says it.
  static func group(_ ticket: ImprovementTicket) -> String {
    let kind = ticket.kind.rawValue
    return ticket.group.hasPrefix(kind) ? ticket.group : "\(kind) \(ticket.group)"
  }

  /// A duration of so many minutes.
  static func minutes(_ value: Double) -> String {
    value < 120 ? "\(decimal(value)) min" : "\(decimal(value / 60, places: 1)) h"
  }

  /// A figure as people read it.
  static func figure(_ value: Double, _ measure: ScorecardMeasure) -> String {
    guard measure.form == .share else {
      let unit = measure.name.hasSuffix("_seconds") ? " s" : ""
      return decimal(value, places: value < 10 ? 2 : 1) + unit
    }
    // a share of a few in a thousand wants one more digit
    return percent(value, places: value < 0.1 ? 2 : 1)
  }
}
