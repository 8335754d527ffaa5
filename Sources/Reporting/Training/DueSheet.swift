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
      tables: (report.needs.map { [Self.needs($0)] } ?? []) + [Self.counts(report)],
      notes: report.needs == nil
        ? ["Who they are is told to HR and planners: ask with --role hr or --role planner."]
        : [
          "Lost skills are those that the person cannot use alone from then on without this certificate, as far as "
            + "the others on record allow them."
        ]
    )
  }

  static func needs(_ needs: [TrainingNeed]) -> FigureTable {
    FigureTable(
      name: "people",
      title: "People",
      nothing: "Nobody needs a certificate by then.",
      columns: [
        FigureTable.Column("employee", "Employee"), FigureTable.Column("course", "Course"),
        FigureTable.Column("by", "By"), FigureTable.Column("kind", "Why"),
        FigureTable.Column("days_left", "Days", isNumber: true),
        FigureTable.Column("skills_lost", "Skills lost", isNumber: true),
        FigureTable.Column("booked", "Booked"),
      ],
      rows: needs.map { need in
        let time = need.due.by
        return FigureTable.Row([
          .text(need.due.employee), .text(need.due.course),
          .text(time.secondOfDay == 0 ? "\(time.date)" : "\(time)"),
          .text(need.due.kind.rawValue), .number(Double(need.daysLeft), places: 0),
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
          .text(count.team.isEmpty ? "–" : count.team), .text(count.course),
          .count(count.overdue), .count(count.due),
          .bar(Double(count.overdue + count.due) / Double(max(1, most))),
        ])
      }
    )
  }
}
