public import Workforce

/// A report's sheet as CSV and JSON.
public enum SheetFile {
  /// The first table: a row per row; what is replaced by a correction is marked.
  ///
  /// Shares are numbers between 0 and 1; an interval takes two columns, its ends.
  public static func csv(_ sheet: FigureSheet) -> [UInt8] {
    guard let table = sheet.tables.first else { return [] }
    let hasReplaced = table.rows.contains(where: \.isReplaced)
    var csv = CSVText(
      header: table.columns.indices.flatMap { names(table, $0) } + (hasReplaced ? ["replaced"] : [])
    )
    for row in table.rows {
      let cells = table.columns.indices.flatMap { column in
        texts(row.cells[column], count: names(table, column).count)
      }
      csv.append(cells + (hasReplaced ? [row.isReplaced ? "yes" : "no"] : []))
    }
    return csv.bytes
  }

  /// Everything: facts, tables and notes.
  public static func json(_ sheet: FigureSheet) -> [UInt8] {
    let value = JSONText.object([
      ("report", .string(sheet.kind)), ("title", .string(sheet.title)),
      ("context", .string(sheet.context)), ("summary", .string(sheet.lead)),
      (
        "facts",
        .list(
          sheet.facts.map { fact in
            .object([
              ("name", .string(fact.name)), ("value", .string(fact.text)),
              ("detail", .string(fact.detail)),
            ])
          }
        )
      ),
      ("tables", .object(sheet.tables.map { ($0.name, .list(rows(of: $0))) })),
      ("notes", .list(sheet.notes.map { .string($0) })),
    ])
    return Array((value.text() + "\n").utf8)
  }

  private static func rows(of table: FigureTable) -> [JSONText] {
    let hasReplaced = table.rows.contains(where: \.isReplaced)
    return table.rows.map { row in
      var pairs: [(key: String, value: JSONText)] = []
      for column in table.columns.indices {
        let names = names(table, column)
        pairs += zip(names, values(row.cells[column], count: names.count)).map { ($0, $1) }
      }
      if hasReplaced { pairs.append(("replaced", .word(row.isReplaced ? "true" : "false"))) }
      return .object(pairs)
    }
  }

  /// An interval's column becomes two; a bar or a caption, which say what another column says, none.
  private static func names(_ table: FigureTable, _ column: Int) -> [String] {
    let name = table.columns[column].name
    switch table.columns[column].form {
    case .plain: return [name]
    case .interval: return [name + "_low", name + "_high"]
    case .bar, .caption: return []
    }
  }

  private static func values(_ cell: FigureTable.Cell, count: Int) -> [JSONText] {
    switch cell {
    case _ where count == 0: []
    case .none: Array(repeating: .word("null"), count: count)
    case .text(let text), .named(let text, _): [.string(text)]
    case .date(let date): [.string(date.description)]
    case .moment(let time): [.string(text(of: time))]
    case .verdict(let verdict): [.string(verdict.rawValue)]
    case .count(let number): [.number(number)]
    case .number(let number, _): [.number(number)]
    case .share(let share): [.number(rounded(share))]
    case .bar: []
    case .interval(_, let low, let high, _): [.number(rounded(low)), .number(rounded(high))]
    }
  }

  private static func texts(_ cell: FigureTable.Cell, count: Int) -> [String] {
    switch cell {
    case _ where count == 0: []
    case .none: Array(repeating: "", count: count)
    case .text(let text), .named(let text, _): [text]
    case .date(let date): [date.description]
    case .moment(let time): [text(of: time)]
    case .verdict(let verdict): [verdict.rawValue]
    case .count(let number): [String(number)]
    case .number(let number, _): [Numbers.text(number)]
    case .share(let share): [Numbers.text(rounded(share))]
    case .bar: []
    case .interval(_, let low, let high, _):
      [Numbers.text(rounded(low)), Numbers.text(rounded(high))]
    }
  }

  /// The date alone at midnight.
  private static func text(of time: LocalDateTime) -> String {
    time.secondOfDay == 0 ? time.date.description : time.description
  }

  /// A share to a millionth, which is more than anybody counts.
  private static func rounded(_ share: Double) -> Double { (share * 1e6).rounded() / 1e6 }
}
