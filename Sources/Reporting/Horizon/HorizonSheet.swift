public import Workforce

extension FigureSheet {
  /// Weeks that were planned in a row: the weeks, what is wrong with them, the people.
  public init(_ result: WeeksResult, _ settings: ScenarioSettings) {
    let sheet = HorizonSheet(result: result, settings: settings)
    self.init(
      kind: "Weeks in a row",
      title: sheet.title,
      context: settings.name,
      lead: sheet.lead,
      facts: sheet.facts,
      tables: [sheet.weeks, sheet.findings, sheet.people],
      notes: sheet.notes
    )
  }

  /// The people alone, for a file of their own.
  public init(peopleOf result: WeeksResult, _ settings: ScenarioSettings) {
    let sheet = HorizonSheet(result: result, settings: settings)
    self.init(
      kind: "People in weeks in a row",
      title: sheet.title,
      context: settings.name,
      lead: sheet.lead,
      facts: [],
      tables: [sheet.people],
      notes: []
    )
  }
}

/// The words and tables of weeks in a row.
private struct HorizonSheet {
  let result: WeeksResult
  let settings: ScenarioSettings

  var title: String {
    guard let first = result.weeks.first, let last = result.weeks.last else { return "No week" }
    return first.week == last.week
      ? first.week.description : "\(first.week) to \(last.week)"
  }

  var lead: String {
    let impossible = result.weeks.filter { !$0.impossible.isEmpty || !$0.broken.isEmpty }
    let weeks = counted(result.weeks.count, "week is", "weeks are")
    let start = "\(weeks) planned, each after the weeks before it. "
    let end = result.end.map { " " + $0.replacing("\n", with: " ") } ?? ""
    guard let first = impossible.first else { return start + "All rules are kept." + end }
    return start
      + "Not all rules are kept: \(first.week) is the first week with something in the way." + end
  }

  var facts: [FigureSheet.Fact] {
    let paid = result.weeks.reduce(0) { $0 + $1.paidMinutes }
    let overtime = result.weeks.reduce(0) { $0 + $1.overtimeMinutes }
    let pay = result.weeks.reduce(0) { $0 + $1.costs.pay + $1.costs.overtimePremium }
    let weekends = result.people.filter { $0.shifts > 0 }.map(\.weekends)
    let widest = result.weeks.map(\.gap).max() ?? 0
    return [
      FigureSheet.Fact(
        "Pay of all weeks",
        money(pay, settings.currency),
        detail: "overtime premiums included"
      ),
      FigureSheet.Fact(
        "Cost of all weeks",
        money(result.cost, settings.currency),
        detail: (settings.costs.cover == .service ? "each at its own prices of contacts; " : "")
          + "gap of a week at most \(percent(widest, places: 2))"
      ),
      FigureSheet.Fact(
        "Paid hours",
        grouped(paid / 60),
        detail: "\(grouped(overtime / 60)) of them overtime"
      ),
      FigureSheet.Fact(
        "Weekend shifts of a person",
        "\(weekends.min() ?? 0) to \(weekends.max() ?? 0)",
        detail: "of those with shifts"
      ),
    ]
  }

  var weeks: FigureTable {
    let money = ["pay", "overtime_premium", "wishes", "fairness", "rules", "cover"]
    let titles = ["Pay", "Overtime premium", "Wishes", "Fairness", "Rules", "Cover"]
    return FigureTable(
      name: "weeks",
      title: "The weeks",
      lead: "Prices in \(settings.currency); every bound is that of the week after the weeks "
        + "before it.",
      columns: [
        FigureTable.Column("week", "Week"),
        FigureTable.Column("cost", "Cost", isNumber: true),
        FigureTable.Column("bound", "Bound", isNumber: true, isWide: true),
        FigureTable.Column("gap", "Gap", isNumber: true),
      ]
        + zip(money, titles).map {
          FigureTable.Column($0, $1, isNumber: true, isWide: true)
        } + [
          FigureTable.Column("paid_hours", "Paid hours", isNumber: true),
          FigureTable.Column("overtime_hours", "Overtime hours", isNumber: true),
        ]
        + settings.queues.map {
          FigureTable.Column("in_target_\($0.name)", "In target, \($0.name)", isNumber: true)
        } + [
          FigureTable.Column("broken_rules", "Broken rules", isNumber: true),
          FigureTable.Column("without_week", "People without a week", isNumber: true),
          FigureTable.Column("cut_short", "Cut short", isOptional: true),
        ],
      rows: result.weeks.map(row)
    )
  }

  private func row(_ week: HorizonWeek) -> FigureTable.Row {
    let costs = week.costs
    let wishes = costs.startPreference + costs.dayOffPreference + costs.startChange
    let parts = [
      costs.pay, costs.overtimePremium, wishes, costs.weekendFairness, costs.rules,
      costs.understaffing + costs.overstaffing,
    ]
    return FigureTable.Row(
      [
        .text(week.week.description), cents(costs.total),
        cents(week.bound), .share(week.gap),
      ] + parts.map(cents) + [
        cents(Double(week.paidMinutes) / 60),
        cents(Double(week.overtimeMinutes) / 60),
      ] + week.service.map { .share($0) } + [
        .count(week.broken.count), .count(week.impossible.count),
        week.isCut ? .text("yes") : .none,
      ]
    )
  }

  var findings: FigureTable {
    FigureTable(
      name: "findings",
      title: "What is in the way",
      nothing: "Every week keeps all rules for everybody.",
      columns: [
        FigureTable.Column("week", "Week"), FigureTable.Column("employee", "Person"),
        FigureTable.Column("rule", "What is not kept"),
      ],
      rows: result.weeks.flatMap { week in
        week.impossible.map { person in
          FigureTable.Row([
            .text(week.week.description), .text(person.employee),
            .text("no week keeps all of: " + person.conflict.joined(separator: "; ")),
          ])
        }
          + week.broken.map { words in
            FigureTable.Row([.text(week.week.description), .none, .text(words)])
          }
      }
    )
  }

  var people: FigureTable {
    FigureTable(
      name: "people",
      title: "The people",
      lead: "Sums of all weeks, and what rules over periods leave for the week after them.",
      columns: [
        FigureTable.Column("employee", "Person"),
        FigureTable.Column("team", "Team", isWide: true, isOptional: true),
        FigureTable.Column("contract", "Contract", isWide: true),
        FigureTable.Column("shifts", "Shifts", isNumber: true),
        FigureTable.Column("paid_hours", "Paid hours", isNumber: true),
        FigureTable.Column("weekends", "Weekend shifts", isNumber: true),
        FigureTable.Column("lates", "Late shifts", isNumber: true),
        FigureTable.Column("nights", "Night shifts", isNumber: true),
        FigureTable.Column("refused", "Wishes refused", isNumber: true),
        FigureTable.Column("left", "Left by rules over periods", isWide: true, isOptional: true),
      ],
      rows: result.people.map { person in
        FigureTable.Row([
          .text(person.employee), person.team.isEmpty ? .none : .text(person.team),
          .text(person.contract), .count(person.shifts),
          cents(Double(person.paidMinutes) / 60), .count(person.weekends),
          .count(person.lates), .count(person.nights), .count(person.refused),
          person.left.isEmpty
            ? .none : .text(person.left.map(words).joined(separator: "; ")),
        ])
      },
      isForPageOnly: true
    )
  }

  private func words(_ left: PeriodLeft) -> String {
    let room = left.room.map { "\(figure($0)) of \(figure(left.most ?? 0)) left" }
    let due = left.due.map { "\(figure($0)) still due" }
    let parts = [room, due].compactMap(\.self)
    return "\(left.rule): "
      + (parts.isEmpty ? "\(figure(left.used)) had" : parts.joined(separator: ", "))
  }

  /// A number to the hundredth, in files too.
  private func cents(_ value: Double) -> FigureTable.Cell {
    .number((value * 100).rounded() / 100, places: 2)
  }

  private func figure(_ value: Double) -> String {
    value == value.rounded() ? decimal(value) : decimal(value, places: 2)
  }

  var notes: [String] {
    [
      "Each week is planned as if it were alone, after the weeks before it: another plan of early weeks might "
        + "make later ones cheaper, so the sum of the bounds bounds nothing.",
      "Shifts that run from a Sunday into the next Monday count for rest and rules there; the people at work "
        + "then are not counted in the cover of that Monday.",
    ]
  }
}
