public import Workforce

extension FigureSheet {
  /// Who needs which certificate by when, or how many.
  public init(_ report: TrainingDueReport) {
    let overdue = report.counts.reduce(0) { $0 + $1.overdue }
    let due = report.counts.reduce(0) { $0 + $1.due }
    self.init(
      kind: "Training due",
      title: report.center,
      context: "\(report.date), \(counted(report.days, "day", "days")) ahead",
      lead: "\(counted(overdue, "certificate is", "certificates are")) overdue, "
        + "\(grouped(due)) more \(due == 1 ? "falls" : "fall") due by "
        + "\(report.date.adding(days: report.days)).",
      facts: [],
      tables: (report.needs.map { [Self.needs($0, report.titles, report.names)] } ?? [])
        + [Self.counts(report)],
      notes: report.needs == nil
        ? ["Who they are is told to HR and planners: ask with --role hr or --role planner."]
        : [
          "Lost skills are those that the person cannot use alone from then on without this certificate, as far as "
            + "the others on record allow them."
        ]
    )
  }

  /// What people need; names where they are given, of a person's own sheet neither name nor identifier.
  static func needs(
    _ needs: [TrainingNeed],
    _ titles: CourseTitles,
    _ names: [String: String]?,
    isOwn: Bool = false
  ) -> FigureTable {
    FigureTable(
      name: "people",
      title: "People",
      nothing: "Nobody needs a certificate by then.",
      columns: [
        FigureTable.Column("employee", "Employee", isOptional: true),
        FigureTable.Column("name", "Name", isOptional: true, form: .caption),
        FigureTable.Column("course", "Course"),
        FigureTable.Column("by", "By"), FigureTable.Column("kind", "Why"),
        FigureTable.Column("days_left", "Days", isNumber: true),
        FigureTable.Column("skills_lost", "Skills lost"),
        FigureTable.Column("booked", "Booked"),
      ],
      rows: needs.map { need in
        let due = need.due
        return FigureTable.Row([
          .named(due.employee, title: isOwn ? "" : due.employee),
          .text(names?[due.employee] ?? ""), .named(due.course, title: titles[due.course]),
          .moment(due.by), .text(due.kind.rawValue), .number(Double(need.daysLeft), places: 0),
          .text(need.skillsLost.joined(separator: "+")), .text(need.booked ?? ""),
        ])
      }
    )
  }

  private static func counts(_ report: TrainingDueReport) -> FigureTable {
    let most = report.counts.map { $0.overdue + $0.due }.max() ?? 0
    return FigureTable(
      name: "teams",
      title: "Teams",
      nothing: "Nobody needs a certificate by then.",
      columns: [
        FigureTable.Column("team", "Team"), FigureTable.Column("course", "Course"),
        FigureTable.Column("overdue", "Overdue", isNumber: true),
        FigureTable.Column("due", "Due", isNumber: true),
        FigureTable.Column("bar", "Both", form: .bar),
      ],
      rows: report.counts.map { count in
        FigureTable.Row([
          .text(count.team.isEmpty ? "–" : count.team),
          .named(count.course, title: report.titles[count.course]),
          .count(count.overdue), .count(count.due),
          .bar(Double(count.overdue + count.due) / Double(max(1, most))),
        ])
      }
    )
  }
}
