public import Workforce

extension FigureSheet {
  /// What a course changed in people's work.
  public init(_ report: TrainingEffectReport) {
    self.init(
      kind: "Effect of training",
      title: report.titles.heading(report.course),
      context: "\(report.center), \(report.date)",
      lead: Self.lead(report),
      facts: [Fact("Took the course", grouped(report.trained), detail: "people, counted once")],
      tables: [Self.effects(report.effects), Self.warnings(report)],
      notes: [
        "Before: the \(report.days) days before the course; after: \(report.days) days from day "
          + "\(report.skipped + 1) after it, each weighted by cases. The effect is the change of those who took it less that "
          + "of colleagues of the same queues, not trained by then, over the same days; its interval is Welch's, 95%."
      ]
    )
  }

  private static func lead(_ report: TrainingEffectReport) -> String {
    guard !report.effects.isEmpty else {
      return "No measure has records of people before and after the course."
    }
    let told = report.effects.filter { $0.effect.isOff && $0.warnings.isEmpty }
    guard !told.isEmpty else { return "No effect can be told from chance and other causes." }
    let parts = told.map { effect in
      let isBetter = (effect.effect.mean < 0) == effect.measure.isBetterLow
      return "\(effect.measure.words) is \(isBetter ? "better" : "worse") by "
        + amount(abs(effect.effect.mean), effect.measure)
    }
    return listed(parts).capitalizedFirst + "."
  }

  private static func effects(_ effects: [EffectEstimate]) -> FigureTable {
    FigureTable(
      name: "effects",
      title: "Measures",
      nothing: "None could be estimated.",
      columns: [
        FigureTable.Column("measure", "Measure"),
        FigureTable.Column("trained", "Took it", isNumber: true),
        FigureTable.Column("before", "Before", isNumber: true),
        FigureTable.Column("after", "After", isNumber: true),
        FigureTable.Column("colleagues", "Colleagues", isNumber: true),
        FigureTable.Column("colleagues_change", "Change", isNumber: true),
        FigureTable.Column("effect", "Effect", isNumber: true),
        FigureTable.Column("effect_low", "From", isNumber: true),
        FigureTable.Column("effect_high", "To", isNumber: true),
      ],
      rows: effects.map { effect in
        let cell = { (value: Double?) -> FigureTable.Cell in
          value.map { .number($0, places: effect.measure.isShare ? 3 : 1) } ?? .none
        }
        return FigureTable.Row([
          .text(effect.measure.words), .count(effect.trained), cell(effect.before),
          cell(effect.after), .count(effect.others),
          effect.others == 0 ? .none : cell(effect.othersChange.mean),
          effect.others == 0 ? .none : cell(effect.effect.mean), cell(effect.effect.low),
          cell(effect.effect.high),
        ])
      }
    )
  }

  private static func warnings(_ report: TrainingEffectReport) -> FigureTable {
    let rows = report.effects.flatMap { effect in
      effect.warnings.map { FigureTable.Row([.text(effect.measure.words), .text($0.words)]) }
    }
    let withheld = report.withheld.map { measure in
      FigureTable.Row([
        .text(measure.words), .text("fewer than 5 people on a side: told to HR only"),
      ])
    }
    return FigureTable(
      name: "warnings",
      title: "Where it cannot be told",
      nothing: "No reason is known to doubt it.",
      columns: [FigureTable.Column("measure", "Measure"), FigureTable.Column("why", "Why")],
      rows: rows + withheld
    )
  }

  private static func amount(_ value: Double, _ measure: PerformanceRecord.Measure) -> String {
    measure.isShare
      ? "\(decimal(value * 100, places: 1)) points" : "\(decimal(value, places: 1)) seconds"
  }
}

extension PerformanceRecord.Measure {
  /// The measure in plain words.
  var words: String {
    switch self {
    case .handleTime: "handle time"
    case .satisfaction: "satisfaction"
    case .complaintRate: "complaint rate"
    case .quality: "quality"
    }
  }
}

extension EffectEstimate.Warning {
  /// Why an effect should not be believed, in plain words.
  var words: String {
    switch self {
    case .tooFew(let trained, let others):
      "too few people: \(trained) took it, \(others) did not; ten on each side are needed"
    case .othersChanged: "colleagues changed too over the same days"
    case .trendBefore: "those who took it were changing already before it"
    case .otherCourse(let people):
      "\(counted(people, "person", "people")) took another course within the same days"
    }
  }
}
