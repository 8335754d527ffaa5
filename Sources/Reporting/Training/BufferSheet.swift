public import Workforce

extension FigureSheet {
  /// How many must sit so that enough pass, and by when to start.
  public init(_ report: TrainingBufferReport) {
    let chance = shareText(report.confidence)
    let lead =
      report.final.map { answer in
        "\(grouped(answer.seats)) must \(report.isCurriculum ? "begin" : "sit") so that "
          + "\(grouped(report.needed)) pass with \(chance)."
      } ?? "So few passed in the past that no number of people suffices for \(chance)."
    self.init(
      kind: "Seats",
      title: report.titles.heading(report.subject),
      context: "\(report.center), \(report.date)",
      lead: lead,
      facts: Self.facts(report),
      tables: [Self.answers(report), Self.past(report)],
      notes: Self.notes(report)
    )
  }

  private static func facts(_ report: TrainingBufferReport) -> [Fact] {
    guard let start = report.start else { return [] }
    var facts = [
      Fact(
        start.isAsked ? "Needed on" : "Ready on",
        start.ready.description,
        detail: start.isAsked ? "" : "at the earliest"
      ),
      Fact("Start by", start.start.description, detail: late(start, report.date)),
    ]
    if start.classes > 0 {
      facts.append(
        Fact(
          "Classes",
          grouped(start.classes),
          detail: "of \(grouped(start.seats)) people, \(grouped(start.perWeek)) a week"
        )
      )
    }
    if let retakes = start.retakesFrom {
      facts.append(
        Fact(
          "Retakes from",
          retakes.description,
          detail: counted(start.retakeClasses, "class", "classes")
        )
      )
    }
    return facts
  }

  private static func late(_ start: TrainingStart, _ date: LocalDate) -> String {
    let days = date.daysSinceEpoch - start.start.daysSinceEpoch
    return days > 0 ? "\(counted(days, "day", "days")) too late" : ""
  }

  private static func answers(_ report: TrainingBufferReport) -> FigureTable {
    let answers: [(String, BufferAnswer?)] = [
      ("first attempts alone", report.first), ("with retakes", report.final),
    ]
    return FigureTable(
      name: "seats",
      title: "How many",
      columns: [
        FigureTable.Column("basis", "By"),
        FigureTable.Column("seats", "Seats", isNumber: true),
        FigureTable.Column("probability", "Chance", isNumber: true),
        FigureTable.Column("probability_one_fewer", "With one fewer", isNumber: true),
        FigureTable.Column("pass_rate", "Mean pass rate", isNumber: true),
      ],
      rows: answers.map { name, answer in
        guard let answer else { return FigureTable.Row([.text(name), .none, .none, .none, .none]) }
        return FigureTable.Row([
          .text(name), .count(answer.seats), .share(answer.probability),
          .share(answer.probabilityWithOneLess), .share(answer.passRate),
        ])
      }
    )
  }

  private static func past(_ report: TrainingBufferReport) -> FigureTable {
    FigureTable(
      name: "past",
      title: "The past",
      columns: [
        FigureTable.Column("course", "Course"), FigureTable.Column("sat", "Sat", isNumber: true),
        FigureTable.Column("first_passed", "Passed at first", isNumber: true),
        FigureTable.Column("final_passed", "Passed in the end", isNumber: true),
      ],
      rows: report.past.map {
        FigureTable.Row([
          .named($0.course, title: report.titles[$0.course]), .count($0.sat), .count($0.first),
          .count($0.final),
        ])
      }
    )
  }

  private static func notes(_ report: TrainingBufferReport) -> [String] {
    let weight = { (value: Double) in
      value == value.rounded() ? decimal(value) : decimal(value, places: 2)
    }
    var notes = [
      "The share that passes is known from the past only, with the prior Beta(\(weight(report.priorPasses)), "
        + "\(weight(report.priorFailures))): the number who pass is beta-binomial. Open cycles count as not passed."
    ]
    if report.isCurriculum {
      notes.append(
        "Courses are taken as independent; who fails one for good does not sit the next."
      )
    } else if report.start == nil {
      notes.append(
        "By when to start cannot be told: give the course seats or rooms, and placement in training.yaml."
      )
    } else {
      notes.append("Classes and retakes take whole weeks, the retakes the last before the day.")
    }
    return notes
  }
}
