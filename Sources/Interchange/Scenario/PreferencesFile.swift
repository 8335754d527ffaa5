import Workforce

/// `preferences.csv`.
enum PreferencesFile {
  static let name = "preferences.csv"
  static let required = ["employee", "day", "wish", "from", "to"]
  static let optional = ["weight"]

  private struct Columns {
    let employee, day, wish, from, to, weight: CSVColumn

    init(_ table: CSVTable) {
      employee = table.column("employee")
      day = table.column("day")
      wish = table.column("wish")
      from = table.column("from")
      to = table.column("to")
      weight = table.column("weight")
    }
  }

  static func read(_ bytes: [UInt8], findings: FileFindings, _ context: FolderContext)
    -> [Preference]
  {
    guard
      var table = CSVTable(bytes, required: required, optional: optional, findings: findings)
    else { return [] }
    let columns = Columns(table)
    var preferences: [Preference] = []
    while table.next() {
      let employee = table.employee(columns.employee, context)
      let day = table.value(columns.day, .day)
      let wish = wish(table, columns)
      let weight =
        table.range(columns.weight).isEmpty ? 1 : table.value(columns.weight, .number(above: 0))
      guard let employee, let day, let wish, let weight else { continue }
      preferences.append(Preference(employee: employee, days: day, wish: wish, weight: weight))
    }
    return preferences
  }

  private static func wish(_ table: CSVTable, _ columns: Columns) -> Preference.Wish? {
    let words = TextValue<String>.word(["start", "day_off"]) { word in
      ["start", "day_off"].contains(word) ? word : nil
    }
    guard let word = table.value(columns.wish, words) else { return nil }
    if word == "day_off" {
      guard table.range(columns.from).isEmpty, table.range(columns.to).isEmpty else {
        table.report("day off with a band", .dayOffBand)
        return nil
      }
      return .dayOff
    }
    guard let from = table.value(columns.from, .clock), let to = table.value(columns.to, .clock)
    else { return nil }
    guard from <= to else {
      table.report("band", .bandOrder(from, to))
      return nil
    }
    return .startBetween(from, to)
  }

  /// The file's text.
  static func text(_ preferences: [Preference]) -> [UInt8] {
    var csv = CSVText(header: required + optional)
    for preference in preferences {
      let (wish, from, to) =
        switch preference.wish {
        case .dayOff: ("day_off", "", "")
        case .startBetween(let from, let to): ("start", from.description, to.description)
        }
      csv.append([
        preference.employee, preference.days.text, wish, from, to,
        Numbers.text(preference.weight),
      ])
    }
    return csv.bytes
  }
}
