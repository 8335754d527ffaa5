public import Workforce

/// Everything that a planner wants to know about a plan, as one page.
///
/// The page holds no timings and nothing else that changes from run to run: the same values give
/// the same bytes.
public struct PlanReport: Sendable {
  /// What the plan started from.
  let inputs: PlanningInputs
  let week: ISOWeek
  let forecast: Forecast
  let requirement: Requirement
  let outcome: RosterOutcome
  let check: CheckReport
  let coverage: Coverage
  let simulation: SimulationResult
  let findings: [Diagnostic]
  let options: [(name: String, value: String)]
  /// Price of a contact that misses its target, per queue; `nil` where people are priced by the
  /// need.
  let contactPrices: [Double]?
  /// The rosters of the search for prices; empty without one.
  let rounds: [PriceRound]
  /// What is missing where a target is missed.
  let shortfall: Shortfall?
  /// What became of a published roster; `nil` for a plan made from nothing.
  let revision: RosterRevision?
  /// The week's duties on call; empty where none are asked for.
  public var onCall: [OnCallTurn] = []
  /// Refused wishes and short intervals with their reasons; `nil` where they were not asked for.
  public var highlights: RosterHighlights?
  /// Why there are no ``highlights`` though they were asked for; `nil` where there are or need be none.
  public var highlightsProblem: String?

  /// Makes a report; `options` are those of the command, for repeating the run (seed, effort …),
  /// and `findings` those of reading the data.
  ///
  /// Findings should name files as they are named in the scenario folder, so that the page does not
  /// depend on where that folder lies. All queues come in the order of the settings, all grids are the planning intervals of `week`.
  public init(
    inputs: PlanningInputs,
    week: ISOWeek,
    forecast: Forecast,
    requirement: Requirement,
    outcome: RosterOutcome,
    check: CheckReport,
    coverage: Coverage,
    simulation: SimulationResult,
    findings: [Diagnostic],
    options: [(name: String, value: String)],
    contactPrices: [Double]? = nil,
    rounds: [PriceRound] = [],
    shortfall: Shortfall? = nil,
    revision: RosterRevision? = nil
  ) {
    self.inputs = inputs
    self.week = week
    self.forecast = forecast
    self.requirement = requirement
    self.outcome = outcome
    self.check = check
    self.coverage = coverage
    self.simulation = simulation
    self.findings = findings
    self.options = options
    self.contactPrices = contactPrices
    self.rounds = rounds
    self.shortfall = shortfall
    self.revision = revision
  }

  /// The report as a self-contained page, valid as HTML and as XML.
  public func html() -> String {
    let figures = PlanFigures(self)
    let gaps = UnderstaffingAnalysis(self, figures)
    let sections: [Markup] = [
      HeadlineSection(report: self, figures: figures, gaps: gaps).markup,
      ChangesSection(report: self).markup,
      ForecastSection(inputs: inputs, forecast: forecast).markup,
      NeedSection(report: self, figures: figures).markup,
      UnderstaffingSection(report: self, figures: figures, gaps: gaps).markup,
      RosterSection(report: self).markup,
      OnCallSection(report: self).markup,
      ReasonsSection(report: self).markup,
      ServiceSection(report: self, figures: figures).markup,
      CostSection(report: self, figures: figures).markup,
      PriceSection(report: self).markup,
      CheckSection(report: self).markup,
      CertificateSection(report: self, figures: figures).markup,
      AssumptionsSection(report: self).markup,
      RepeatSection(report: self).markup,
    ]
    return Page(
      title: "\(inputs.settings.name), week \(week)",
      contents: (revision == nil ? [] : [("changes", "Changes")]) + Page.planContents,
      sections: sections
    ).html
  }

  /// Findings of reading the data and of forecasting, each once.
  var allFindings: [Diagnostic] {
    findings + forecast.diagnostics.filter { !findings.contains($0) }
  }
}
