import Interchange
import Workforce

/// The files that a scorecard is made of, as the user named them.
public struct ScorecardPlaces: Sendable {
  /// Weekly figures.
  public var figures: String
  /// Complaints, if any.
  public var complaints: String?
  /// Goals, if not the usual ones.
  public var goals: String?
  /// A scenario whose own results count too.
  public var scenario: String?
  /// Run folders whose simulated service is shown apart.
  public var runs: [String]

  /// Names the files.
  public init(
    figures: String,
    complaints: String? = nil,
    goals: String? = nil,
    scenario: String? = nil,
    runs: [String] = []
  ) {
    self.figures = figures
    self.complaints = complaints
    self.goals = goals
    self.scenario = scenario
    self.runs = runs
  }
}

/// What the files of a scorecard say.
struct ScorecardInputs {
  var settings: ScorecardSettings
  var figures: [WeeklyFigure]
  var complaints: [Complaint]
  var expected: [ExpectedService]
  var scenario: PlanningInputs?

  /// Reads all files; throws ``BadInput`` with everything that is wrong in any of them.
  init(_ places: ScorecardPlaces) throws {
    var found: [Diagnostic] = []
    settings = ScorecardSettings()
    if let path = places.goals {
      let goals = GoalsFile.load(path)
      settings = goals.settings
      found += goals.diagnostics
    }
    if let place = places.scenario {
      do {
        let loaded = try LoadedScenario(place)
        scenario = loaded.inputs
        if settings.title.isEmpty { settings.title = loaded.inputs.settings.name }
        settings.zone = settings.zone ?? loaded.inputs.settings.zone
      } catch let bad as BadInput {
        found += bad.diagnostics
      }
    }
    let figures = FiguresFile.load(places.figures, measures: settings.measures)
    found += figures.diagnostics
    self.figures = figures.value ?? []
    complaints = []
    if let path = places.complaints {
      let read = ComplaintsFile.load(path, zone: settings.zone ?? .utc)
      found += read.diagnostics
      complaints = read.value ?? []
    }
    expected = []
    for run in places.runs {
      let read = ExpectedServiceFile.load(run)
      found += read.diagnostics
      expected += read.value ?? []
    }
    if found.contains(where: { $0.severity == .error }) { throw BadInput(diagnostics: found) }
  }
}
