import Reporting
public import Workforce

extension NearConflicts {
  /// Paragraphs for a terminal.
  public var text: String {
    let lines = { (rows: [Row]) in
      rows.map { row in
        let again = row.resolve.map { ", \(change($0)) by a new search" } ?? ""
        return "   - \(row.what): \(change(row.dual)) by the duals\(again)"
      }
    }
    let head =
      "Near conflicts: what the week would cost. No figure can see less than the gap of "
      + "\(money(gap, currency, places: 2))."
    let parts = [
      [head], ["Rules that bind most:"] + lines(rules.filter { $0.dual > 0.005 }),
      ["More and fewer people, their pay counted:"] + lines(staff),
    ]
    return parts.map { ConflictReport.folded($0.joined(separator: "\n")) }
      .joined(separator: "\n\n") + "\n"
  }

  /// A saving in words: `41.61 GBP less`, `212.49 GBP more`.
  private func change(_ saving: Double) -> String {
    "\(money(abs(saving), currency, places: 2)) \(saving < 0 ? "more" : "less")"
  }

  /// The figures as tables.
  public var tables: [FigureTable] {
    [("rules", "Rules that bind most", rules), ("staff", "More and fewer people", staff)].map {
      name,
      title,
      rows in
      FigureTable(
        name: name,
        title: title,
        lead: "What the week would cost less, in \(currency); below 0 it would cost more.",
        columns: [
          FigureTable.Column("what", "What"),
          FigureTable.Column("dual", "By the duals", isNumber: true),
          FigureTable.Column("resolve", "By a new search", isNumber: true),
        ],
        rows: rows.map { row in
          FigureTable.Row([
            .text(row.what), .number(row.dual, places: 2),
            row.resolve.map { FigureTable.Cell.number($0, places: 2) } ?? FigureTable.Cell.none,
          ])
        }
      )
    }
  }
}
