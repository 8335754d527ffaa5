public import Workforce

/// Weekly figures of a center and its groups, `figures.csv`.
///
/// `docs/reference/scorecard-format.md` describes it.
public enum FiguresFile {
  static let required = ["week", "measure", "group_kind", "group"]
  static let optional = ["numerator", "denominator", "value", "count", "sd"]

  private struct Key: Hashable {
    var week: ISOWeek
    var measure: String
    var kind: FigureGroupKind
    var group: String
  }

  private struct Columns {
    let week, measure, kind, group, numerator, denominator, value, count, sd: CSVColumn

    init(_ table: CSVTable) {
      week = table.column("week")
      measure = table.column("measure")
      kind = table.column("group_kind")
      group = table.column("group")
      numerator = table.column("numerator")
      denominator = table.column("denominator")
      value = table.column("value")
      count = table.column("count")
      sd = table.column("sd")
    }
  }

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - measures: The measures that it may name.
  /// - Returns: The figures by week, measure, kind and group; or everything that is wrong.
  public static func load(_ path: String, measures: [ScorecardMeasure]) -> Loaded<[WeeklyFigure]> {
    let findings = FileFindings(file: path)
    guard let bytes = InputFile.bytes(path, findings: findings, missing: .missingFigures) else {
      return Loaded(nil, diagnostics: findings.diagnostics)
    }
    let figures = read(bytes, measures: measures, findings: findings)
    return Loaded(figures, diagnostics: findings.diagnostics)
  }

  static func read(_ bytes: [UInt8], measures: [ScorecardMeasure], findings: FileFindings)
    -> [WeeklyFigure]
  {
    guard var table = CSVTable(bytes, required: required, optional: optional, findings: findings)
    else { return [] }
    let columns = Columns(table)
    var lines = FirstLines<Key>()
    var rows: [WeeklyFigure] = []
    var isEmpty = true
    while table.next() {
      isEmpty = false
      if let figure = figure(table, columns, measures, &lines) { rows.append(figure) }
    }
    if isEmpty, findings.errorCount == 0 { findings.report("no rows", .noFigures) }
    return rows.sorted {
      ($0.week, $0.measure, $0.kind, $0.group) < ($1.week, $1.measure, $1.kind, $1.group)
    }
  }

  private static func figure(
    _ table: CSVTable,
    _ columns: Columns,
    _ measures: [ScorecardMeasure],
    _ lines: inout FirstLines<Key>
  ) -> WeeklyFigure? {
    let week = table.value(columns.week, .isoWeek)
    let name = table.text(columns.measure)
    let measure = measures.first { $0.name == name }
    if measure == nil {
      table.report("measure", .unknownMeasure(name, measures.map(\.name)))
    }
    let kind = table.value(columns.kind, TextValue<FigureGroupKind>.words)
    let group = table.text(columns.group)
    if let kind, kind != .center, group.isEmpty { table.report("group", .emptyGroup(kind)) }
    // two rows about the same are told also where their figures are wrong
    if let week, let kind, !name.isEmpty, kind == .center || !group.isEmpty {
      let key = Key(week: week, measure: name, kind: kind, group: kind == .center ? "" : group)
      if let first = lines.earlier(key, line: table.line) {
        table.report("second row", .secondFigure(name, of: kind, key.group, week, line: first))
      }
    }
    guard let measure else { return nil }
    let counted = measure.form == .share ? share(table, columns) : mean(table, columns)
    if let wrong = misplaced(table, columns, measure.form) {
      table.report("form", .wrongForm(measure, wrong))
      return nil
    }
    guard let week, let kind, let counted, kind == .center || !group.isEmpty else { return nil }
    return WeeklyFigure(
      week: week,
      measure: measure.name,
      kind: kind,
      group: kind == .center ? "" : group,
      cases: counted.cases,
      total: counted.total,
      deviation: counted.deviation
    )
  }

  private static func share(_ table: CSVTable, _ columns: Columns)
    -> (cases: Double, total: Double, deviation: Double?)?
  {
    guard let total = table.value(columns.numerator, .figure),
      let cases = table.value(columns.denominator, .figure)
    else { return nil }
    guard total <= cases else {
      table.report("numerator", .moreThanAll(total, cases))
      return nil
    }
    return (cases, total, nil)
  }

  private static func mean(_ table: CSVTable, _ columns: Columns)
    -> (cases: Double, total: Double, deviation: Double?)?
  {
    guard let cases = table.value(columns.count, .figure) else { return nil }
    // nobody knows the mean of nothing
    if cases == 0 { return (0, 0, nil) }
    let value = table.value(columns.value, .number(above: 0))
    let isGiven = !table.range(columns.sd).isEmpty
    let deviation = table.optional(columns.sd, .figure)
    guard let value, !isGiven || deviation != nil else { return nil }
    return (cases, value * cases, deviation)
  }

  /// A column that has a field though the measure has no use for it.
  private static func misplaced(
    _ table: CSVTable,
    _ columns: Columns,
    _ form: ScorecardMeasure.Form
  ) -> String? {
    let strange =
      form == .share
      ? [columns.value, columns.count, columns.sd] : [columns.numerator, columns.denominator]
    return strange.first { !table.range($0).isEmpty }?.name
  }
}

extension TextValue where Value == ISOWeek {
  static var isoWeek: Self {
    Self(accepted: "an ISO week of the calendar as YYYY-Www, such as 2026-W10") { ISOWeek($0) }
  }
}

extension TextValue where Value == Double {
  /// A count or a spread.
  static var figure: Self {
    Self(accepted: "a number of 0 or more") { text in
      Numbers.number(text).flatMap { $0 >= 0 && $0 <= 1e12 ? $0 : nil }
    }
  }
}
