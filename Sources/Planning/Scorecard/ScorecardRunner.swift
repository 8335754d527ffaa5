import Interchange
import Scorecard
import Training
public import Workforce

/// Makes a scorecard of weekly figures and the product's own results.
public struct ScorecardRunner: Sendable {
  /// Weeks of complaints that are shown by themselves.
  static let complaintWeeks = 8
  /// Weeks of the figures that are the baseline when nothing else is said.
  static let baselineWeeks = 8

  private let places: ScorecardPlaces
  private let asker: Asker
  private let date: LocalDate?

  /// Takes what was asked.
  ///
  /// - Parameters:
  ///   - places: The files.
  ///   - asker: Who asks; pass rates depend on it.
  ///   - date: The last day that counts; the end of the last week with figures when left out.
  public init(_ places: ScorecardPlaces, asker: Asker, on date: LocalDate? = nil) {
    self.places = places
    self.asker = asker
    self.date = date
  }

  /// The scorecard.
  ///
  /// Throws ``BadInput`` with everything that is wrong in the files, `ShiftwrightError` when no figure
  /// lies before the day.
  public func run() throws -> ScorecardResult {
    var inputs = try ScorecardInputs(places)
    var notes: [String] = []
    let end = date ?? inputs.figures.map(\.week).max().map { $0.monday.adding(days: 6) }
    let given = inputs.figures.map(\.week).min()
    try addOwn(to: &inputs, through: end, &notes)
    inputs.figures.removeAll { figure in
      end.map { figure.week.monday.adding(days: 6) > $0 } ?? false
    }
    guard let first = given ?? inputs.figures.map(\.week).min(), !inputs.figures.isEmpty, let end
    else {
      throw ShiftwrightError(
        "\(places.figures) has no week that is over on \(end?.description ?? "that day").\n"
          + "Give --on a later day, or add figures."
      )
    }
    let settings = inputs.settings
    let baseline = Self.baseline(settings, first, &notes)
    let start = settings.start ?? baseline.upperBound.adding(weeks: 1).monday
    let forecaster = GoalForecaster(baseline: baseline, start: start, date: end)
    let goals = settings.goals.compactMap { goal in
      settings.measure(goal.measure).map { measure in
        forecaster.outlook(goal, measure, Self.center(measure, inputs.figures, &notes))
      }
    }
    let warnings = EarlyWarning(settings).outcome(inputs.figures)
    notes += Self.lonely(inputs.figures) + Self.clock(inputs)
    return ScorecardResult(
      title: settings.title,
      date: end,
      baseline: baseline,
      start: start,
      goals: goals,
      tickets: warnings.tickets,
      standings: warnings.standings,
      judgedWeeks: warnings.judged,
      escalation: EscalationTimes(inputs.complaints, through: end, zone: settings.zone ?? .utc)
        .rows(weeks: Self.complaintWeeks),
      expected: inputs.expected,
      notes: notes
    )
  }

  private static func clock(_ inputs: ScorecardInputs) -> [String] {
    guard !inputs.complaints.isEmpty, inputs.settings.zone == nil else { return [] }
    return ["No time zone is known: the clock of the complaints is taken to never change."]
  }

  /// The weeks with which changes are compared.
  private static func baseline(
    _ settings: ScorecardSettings,
    _ first: ISOWeek,
    _ notes: inout [String]
  ) -> ClosedRange<ISOWeek> {
    if let baseline = settings.baseline { return baseline }
    let baseline = first...first.adding(weeks: baselineWeeks - 1)
    notes.append(
      "No baseline is named: the first \(baselineWeeks) weeks with figures, "
        + "\(baseline.lowerBound) to \(baseline.upperBound), are taken."
    )
    return baseline
  }

  /// Adds what the scenario has recorded of measures and groups that the file says nothing of.
  private func addOwn(
    to inputs: inout ScorecardInputs,
    through end: LocalDate?,
    _ notes: inout [String]
  ) throws {
    guard let scenario = inputs.scenario, let place = places.scenario else { return }
    var own = OwnFigures(inputs: scenario).figures
    if let end, !scenario.training.courses.isEmpty {
      let overview = try TrainingReporter(TrainingSources.at(place), asker: asker, on: end)
        .overview(by: [.quarter])
      own += overview.tables.flatMap { $0.weeklyFigures(through: end) }
    }
    var taken: [String] = []
    for measure in inputs.settings.measures {
      for kind in FigureGroupKind.allCases {
        let isGiven = inputs.figures.contains { $0.measure == measure.name && $0.kind == kind }
        let found = own.filter { $0.measure == measure.name && $0.kind == kind }
        guard !found.isEmpty, !isGiven else { continue }
        inputs.figures += found
        taken.append("\(measure.name) by \(kind.rawValue)")
      }
    }
    guard !taken.isEmpty else { return }
    notes.append("From the records of \(place): \(taken.joined(separator: ", ")).")
  }

  /// The center's weeks of a measure: its own rows, else those of its sites, queues or teams added up.
  private static func center(
    _ measure: ScorecardMeasure,
    _ figures: [WeeklyFigure],
    _ notes: inout [String]
  ) -> [WeeklyFigure] {
    let own = figures.filter { $0.measure == measure.name }
    guard let kind = own.map(\.kind).min() else { return [] }
    let rows = Dictionary(grouping: own.filter { $0.kind == kind }, by: \.week)
    if kind != .center {
      notes.append("\(measure.name) of the center is that of every \(kind.rawValue) together.")
    }
    return rows.keys.sorted().compactMap { week in
      guard let parts = rows[week] else { return nil }
      let cases = parts.reduce(0) { $0 + $1.cases }
      let known = parts.compactMap { part in part.deviation.map { $0 * $0 * part.cases } }
      let isKnown = known.count == parts.count && cases > 0
      return WeeklyFigure(
        week: week,
        measure: measure.name,
        kind: .center,
        group: "",
        cases: cases,
        total: parts.reduce(0) { $0 + $1.total },
        deviation: isKnown ? (known.reduce(0, +) / cases).squareRoot() : nil
      )
    }
  }

  /// Groups that have nobody to be compared with.
  private static func lonely(_ figures: [WeeklyFigure]) -> [String] {
    FigureGroupKind.allCases.dropFirst().flatMap { kind -> [String] in
      let own = figures.filter { $0.kind == kind && $0.cases > 0 }
      return Set(own.map(\.measure)).sorted().compactMap { measure in
        let groups = Set(own.filter { $0.measure == measure }.map(\.group))
        guard groups.count == 1, let only = groups.sorted().first else { return nil }
        return "\(kind.rawValue) '\(only)' alone has figures of \(measure): it has no peers and "
          + "raises no ticket."
      }
    }
  }
}
