import Reporting
public import Rostering
public import Workforce

/// The conflicts of a week with the ways out, in words.
public struct ConflictReport: Sendable {
  /// The center's name.
  public let title: String
  /// The week with what is fixed.
  public let week: FixedWeek
  /// The conflicts.
  public let conflicts: [SolvedConflict]
  /// The cheapest changes for all of them.
  public let whole: WholeWayOut
  /// What nearly stands in the way; `nil` where it was not asked for.
  public var near: NearConflicts?
  let places: MemberPlaces

  /// True where nothing stands in each other's way.
  public var isFree: Bool { conflicts.isEmpty }

  /// Most ways out of a conflict that a terminal shows.
  private static let mostWays = 4

  /// Paragraphs for a terminal.
  public var text: String {
    let found = conflicts.enumerated().map { paragraph($0.offset + 1, $0.element) }
    let parts = [lead] + found + (isFree ? [] : [together])
    let words = parts.map(Self.folded).joined(separator: "\n\n") + "\n"
    return words + (near.map { "\n" + $0.text } ?? "")
  }

  /// Lines of at most 80 columns; what goes on in a further one is set in under its beginning.
  static func folded(_ text: String) -> String {
    text.split(separator: "\n").flatMap { line -> [String] in
      let blank = String(line.prefix { $0 == " " })
      let inner = blank + "  "
      let words = wrapped(String(line.dropFirst(blank.count)), to: 78 - inner.count)
      return words.enumerated().map { ($0.offset == 0 ? blank : inner) + $0.element }
    }.joined(separator: "\n")
  }

  /// What was found, in a sentence.
  public var lead: String {
    let week = week.week.description
    if isFree {
      return
        "\(title), \(week): no conflict. Everybody has a legal week, and what is asked for at each moment "
        + "can be kept."
    }
    let count = conflicts.count == 1 ? "1 conflict" : "\(conflicts.count) conflicts"
    return "\(title), \(week): \(count)."
  }

  private func paragraph(_ number: Int, _ solved: SolvedConflict) -> String {
    let words = MemberWords(week)
    let conflict = solved.conflict
    let members = conflict.members.map {
      "   - \(words.member($0, of: conflict.soleEmployee)) [\(places.place(of: $0))]"
    }
    let head = "\(number). \(words.demand(conflict)): \(Self.holding(conflict))"
    return ([head] + members + ways(solved)).joined(separator: "\n")
  }

  private static func holding(_ conflict: WeekConflict) -> String {
    let proof =
      conflict.isIrreducible ? "" : " It is not proved that each of them is needed."
    return switch conflict.members.count {
    case 0: "nothing that can be changed here stands in the way.\(proof)"
    case 1: "this cannot hold by itself.\(proof)"
    case 2: "these two cannot both hold.\(proof)"
    default: "these \(conflict.members.count) cannot all hold.\(proof)"
    }
  }

  private func ways(_ solved: SolvedConflict) -> [String] {
    guard !solved.ways.isEmpty else {
      return ["   No change of one of them was found that is enough."]
    }
    let words = MemberWords(week)
    let shown = solved.ways.prefix(Self.mostWays).map { way in
      let note = way.isEnough ? "" : ", which ends this conflict and leaves another"
      return "   \(Self.points(way.price)): \(words.change(way.change))\(note)"
    }
    return ["   Ways out, cheapest first, each tried:"] + shown
  }

  private var together: String {
    let words = MemberWords(week)
    let changes = whole.changes.map { "   \(Self.points($0.price)): \(words.change($0.change))" }
    let end =
      whole.isConfirmed
      ? "Searched again with all of it: no conflict is left."
      : "Searched again with all of it: conflicts are left; change more by hand."
    return
      (["All together, \(Self.points(whole.price)):"] + changes + [end]).joined(separator: "\n")
  }

  static func points(_ price: Double) -> String {
    let rounded = (price * 10).rounded() / 10
    let number = rounded == rounded.rounded() ? "\(Int(rounded))" : "\(rounded)"
    return number == "1" ? "1 point" : "\(number) points"
  }
}

extension ConflictReport {
  /// The report as words and a table, for pages and files.
  public var sheet: FigureSheet {
    FigureSheet(
      kind: "Conflicts",
      title: "Conflicts of \(week.week)",
      context: title,
      lead: lead,
      facts: conflicts.isEmpty
        ? []
        : [
          FigureSheet.Fact("Conflicts", "\(conflicts.count)"),
          FigureSheet.Fact(
            "Cheapest changes together",
            Self.points(whole.price),
            detail: whole.isConfirmed ? "searched again: no conflict is left" : "conflicts are left"
          ),
        ],
      tables: [table, changes] + (near?.tables ?? [])
    )
  }

  private var table: FigureTable {
    let words = MemberWords(week)
    let rows = conflicts.enumerated().flatMap { index, solved -> [FigureTable.Row] in
      let demand = words.demand(solved.conflict)
      let members = solved.conflict.members.map { member -> FigureTable.Row in
        FigureTable.Row([
          .count(index + 1), .text(demand), .text("member"),
          .text(words.member(member, of: solved.conflict.soleEmployee)),
          .text(places.place(of: member)),
          .none, .none,
        ])
      }
      let ways = solved.ways.map { way -> FigureTable.Row in
        FigureTable.Row([
          .count(index + 1), .text(demand), .text("way out"), .text(words.change(way.change)),
          .text(places.place(of: way.member)), .number(way.price, places: 1),
          .text(way.isEnough ? "yes" : "no"),
        ])
      }
      return members + ways
    }
    return FigureTable(
      name: "conflicts",
      title: "What cannot hold together, and the ways out",
      columns: [
        FigureTable.Column("conflict", "No.", isNumber: true),
        FigureTable.Column("demand", "What cannot be"),
        FigureTable.Column("role", "Role"),
        FigureTable.Column("what", "What"),
        FigureTable.Column("place", "Where"),
        FigureTable.Column("points", "Points", isNumber: true),
        FigureTable.Column("enough", "Enough"),
      ],
      rows: rows
    )
  }

  private var changes: FigureTable {
    let words = MemberWords(week)
    return FigureTable(
      name: "together",
      title: "The cheapest changes for all together",
      columns: [
        FigureTable.Column("what", "Change"), FigureTable.Column("place", "Where"),
        FigureTable.Column("points", "Points", isNumber: true),
      ],
      rows: whole.changes.map { way in
        FigureTable.Row([
          .text(words.change(way.change)), .text(places.place(of: way.member)),
          .number(way.price, places: 1),
        ])
      }
    )
  }
}
