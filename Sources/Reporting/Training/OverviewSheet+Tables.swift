import Workforce

extension FigureSheet {
  static func due(_ due: [TrainingOverview.Due], _ titles: CourseTitles) -> FigureTable {
    let most = due.map { $0.overdue + $0.within90 }.max() ?? 0
    return FigureTable(
      name: "due",
      title: "Due",
      lead: "Certificates that people need: overdue, and by when.",
      nothing: "Nothing is due within 90 days.",
      columns: [
        FigureTable.Column("course", "Course"),
        FigureTable.Column("overdue", "Overdue", isNumber: true),
        FigureTable.Column("within_30_days", "In 30 days", isNumber: true),
        FigureTable.Column("within_90_days", "In 90 days", isNumber: true),
        FigureTable.Column("all", "Overdue or in 90 days", form: .bar),
      ],
      rows: due.map { entry in
        FigureTable.Row([
          .named(entry.course, title: titles[entry.course]), .count(entry.overdue),
          .count(entry.within30), .count(entry.within90),
          .bar(Double(entry.overdue + entry.within90) / Double(max(1, most))),
        ])
      }
    )
  }

  static func failing(_ failing: [TrainingOverview.Failing], _ titles: CourseTitles)
    -> FigureTable
  {
    FigureTable(
      name: "failing",
      title: "Failing twice",
      lead: "Two attempts or more since the last pass or lapse, and no pass.",
      nothing: "Nobody.",
      columns: [
        FigureTable.Column("employee", "Employee"), FigureTable.Column("course", "Course"),
        FigureTable.Column("since", "Since"),
        FigureTable.Column("attempts", "Attempts", isNumber: true),
      ],
      rows: failing.map { entry in
        FigureTable.Row([
          .text(entry.employee), .named(entry.course, title: titles[entry.course]),
          .date(entry.since), .count(entry.attempts),
        ])
      }
    )
  }

  static func compliance(_ coverage: ComplianceCoverage, _ titles: CourseTitles) -> FigureTable {
    let share = { (count: Int) in Double(count) / Double(max(1, coverage.employed)) }
    let all =
      coverage.courses + [
        ComplianceCoverage.Course(course: "all of them", covered: coverage.covered)
      ]
    return FigureTable(
      name: "compliance",
      title: "Compliance training",
      lead: "People employed who have it in force as the day begins; days of grace do not count.",
      nothing: "No course is compliance training.",
      columns: [
        FigureTable.Column("course", "Course"),
        FigureTable.Column("covered", "Have it", isNumber: true),
        FigureTable.Column("employed", "Employed", isNumber: true),
        FigureTable.Column("share", "%", isNumber: true),
        FigureTable.Column("bar", "Of all", form: .bar),
      ],
      rows: coverage.courses.isEmpty
        ? []
        : all.map { entry in
          FigureTable.Row([
            .named(entry.course, title: titles[entry.course]), .count(entry.covered),
            .count(coverage.employed),
            coverage.employed == 0 ? .none : .share(share(entry.covered)),
            .bar(share(entry.covered)),
          ])
        }
    )
  }

  static func competence(_ stages: [StageCompetence]) -> FigureTable {
    let longest = stages.compactMap(\.median).max() ?? 0
    return FigureTable(
      name: "competence",
      title: "Time to competence",
      lead: "Days from enrolment to the last certificate of a stage: the median of those who "
        + "have all, with an interval of 95%; fewer than six people have none.",
      nothing: "No stage of a curriculum has courses that somebody took.",
      columns: [
        FigureTable.Column("curriculum", "Curriculum"), FigureTable.Column("stage", "Stage"),
        FigureTable.Column("people", "People", isNumber: true),
        FigureTable.Column("median_days", "Median days", isNumber: true),
        FigureTable.Column("from_days", "From", isNumber: true),
        FigureTable.Column("to_days", "To", isNumber: true),
        FigureTable.Column("bar", "Median", form: .bar),
      ],
      rows: stages.map { stage in
        FigureTable.Row([
          .text(stage.curriculum), .text(stage.stage), .count(stage.people),
          stage.median.map { .number($0, places: $0 == $0.rounded() ? 0 : 1) } ?? .none,
          stage.interval.map { .count($0.lowerBound) } ?? .none,
          stage.interval.map { .count($0.upperBound) } ?? .none,
          .bar(longest > 0 ? (stage.median ?? 0) / longest : 0),
        ])
      }
    )
  }
}
