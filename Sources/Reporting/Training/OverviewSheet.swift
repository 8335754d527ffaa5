public import Workforce

extension FigureSheet {
  /// How training stands on a day.
  public init(_ overview: TrainingOverview) {
    let total = overview.tables.first?.total
    self.init(
      kind: "Training report",
      title: overview.center,
      context: overview.date.description
        + (overview.dates.map {
          ", first attempts from \($0.lowerBound) to \($0.upperBound)"
        } ?? ""),
      lead: total.map { Self.lead($0, overview) } ?? "Nobody sat.",
      facts: Self.facts(overview, total),
      tables: Self.ordered(overview.tables).map { Self.rates($0, overview) }
        + [Self.due(overview.due, overview.titles)]
        + (overview.failing.map { [Self.failing($0, overview.titles)] } ?? [])
        + [
          Self.compliance(overview.compliance, overview.titles),
          Self.competence(overview.competence),
        ],
      notes: Self.notes(overview)
    )
  }

  /// Says why there is nothing to show.
  private static func nothing(_ overview: TrainingOverview) -> String {
    overview.isWithheld
      ? "Withheld: in no quarter that is over did \(overview.leastGroup ?? 0) people sit."
      : "Nobody sat."
  }

  private static func lead(_ total: PassRateTable.Row, _ overview: TrainingOverview) -> String {
    guard let share = total.final.share else { return nothing(overview) }
    let aim = "the goal of \(shareText(overview.goal.value))"
    let verdict =
      switch total.final.verdict {
      case .above: "\(aim) is met"
      case .below: "\(aim) is missed"
      case .open: "whether \(aim) is met cannot be told"
      case .small: "too few to judge \(aim)"
      }
    let through = overview.ratesThrough.map { "By \($0), the end of a quarter, " } ?? ""
    return through + "\(grouped(total.final.passed)) of \(grouped(total.final.sat)) passed, "
      + "\(percent(share)); \(verdict)."
  }

  private static func span(_ overview: TrainingOverview) -> String {
    overview.ratesThrough.map { "began in the 90 days before \($0)" } ?? "began in the last 90 days"
  }

  private static func facts(_ overview: TrainingOverview, _ total: PassRateTable.Row?) -> [Fact] {
    var facts: [Fact] = []
    if let total {
      let none = overview.isWithheld ? "withheld" : "nobody sat"
      facts.append(fact("First attempt", total.first, none))
      facts.append(fact("In the end", total.final, none))
      facts.append(Fact("Not done yet", grouped(total.open), detail: Self.span(overview)))
    }
    let overdue = overview.due.reduce(0) { $0 + $1.overdue }
    let soon = overview.due.reduce(0) { $0 + $1.within90 }
    let compliance = overview.compliance
    facts.append(Fact("Overdue", grouped(overdue), detail: "certificates"))
    facts.append(Fact("Due in 90 days", grouped(soon), detail: "certificates"))
    let failing = grouped(overview.failingCount)
    facts.append(Fact("Failing twice", failing, detail: "people and courses"))
    facts.append(
      Fact(
        "Compliance",
        compliance.employed == 0 || compliance.courses.isEmpty
          ? "–" : percent(Double(compliance.covered) / Double(compliance.employed)),
        detail: compliance.courses.isEmpty
          ? "no course is compliance training"
          : "\(grouped(compliance.covered)) of \(grouped(compliance.employed)) have all of it"
      )
    )
    return facts
  }

  private static func fact(_ name: String, _ rate: PassRate, _ none: String) -> Fact {
    guard let share = rate.share else { return Fact(name, "–", detail: none) }
    return Fact(
      name,
      percent(share),
      detail: "\(grouped(rate.passed)) of \(grouped(rate.sat)), "
        + intervalText(rate.low, rate.high)
    )
  }

  /// Cohorts, of which there are the most, come last.
  private static func ordered(_ tables: [PassRateTable]) -> [PassRateTable] {
    tables.filter { !$0.keys.contains(.cohort) } + tables.filter { $0.keys.contains(.cohort) }
  }

  private static func rates(_ table: PassRateTable, _ overview: TrainingOverview) -> FigureTable {
    let keys = table.keys.map(\.rawValue)
    let rows = table.keys.isEmpty ? [table.total] : table.rows
    let small = rows.count { $0.final.verdict == .small }
    let isFolded = overview.tables.count > 1 && table.keys != [.course] && small > mostSmall
    return FigureTable(
      name: (["by"] + keys).joined(separator: "_"),
      title: keys.isEmpty ? "Pass rates" : "Pass rates by \(listed(keys))",
      lead: "Cycles of attempts: who sat, who passed at the first attempt and in the end, "
        + "with intervals of 95%, against the goal of \(shareText(overview.goal.value)).",
      nothing: nothing(overview),
      columns: keys.map { FigureTable.Column($0, $0.capitalizedFirst) } + rateColumns,
      rows: rows.map { row in
        FigureTable.Row(
          zip(table.keys, row.group).map { group($0, $1, overview.titles) }
            + [.count(row.final.sat)] + cells(row.first, overview.goal)
            + cells(row.final, overview.goal) + [.verdict(row.final.verdict), .count(row.open)],
          isMinor: isFolded && row.final.verdict == .small
        )
      }
    )
  }

  /// More small groups than this are folded.
  private static let mostSmall = 6

  private static func group(_ key: PassRateTable.Key, _ name: String, _ titles: CourseTitles)
    -> FigureTable.Cell
  {
    key == .course ? .named(name, title: titles[name]) : .text(name.isEmpty ? "–" : name)
  }

  private static let rateColumns = [
    FigureTable.Column("sat", "Sat", isNumber: true),
    FigureTable.Column("first_passed", "Passed at first", isNumber: true),
    FigureTable.Column("first_share", "At first, %", isNumber: true),
    FigureTable.Column(
      "first",
      "At first, 95% interval",
      isNumber: true,
      isWide: true,
      form: .interval
    ),
    FigureTable.Column("final_passed", "Passed in the end", isNumber: true),
    FigureTable.Column("final_share", "In the end, %", isNumber: true),
    FigureTable.Column("final", "In the end, 95% interval", isNumber: true, form: .interval),
    FigureTable.Column("verdict", "Goal"),
    FigureTable.Column("open", "Open", isNumber: true),
  ]

  private static func cells(_ rate: PassRate, _ goal: Fraction) -> [FigureTable.Cell] {
    guard let share = rate.share else { return [.count(0), .none, .none] }
    return [
      .count(rate.passed), .share(share),
      .interval(share: share, low: rate.low, high: rate.high, goal: goal.value),
    ]
  }

  private static func notes(_ overview: TrainingOverview) -> [String] {
    var notes = [
      "A cycle is all attempts of one person at one course up to a pass or a lapse: who needs three attempts is one who "
        + "sat. Above or below means that the whole interval is; groups of fewer than 20 get no verdict."
    ]
    if let least = overview.leastGroup {
      notes.append(
        "Pass rates are those of whole quarters that are over"
          + (overview.ratesThrough.map { ", through \($0)" } ?? "")
          + ". In each quarter groups of fewer than \(least) stand together as 'others', and a quarter "
          + "with fewer is left out, so that no single result shows; who fails twice is told to HR only."
      )
    }
    return notes
  }
}
