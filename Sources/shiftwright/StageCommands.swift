import ArgumentParser
import GLPKSolver
import Interchange
import Planning
import Reporting
import Workforce

struct StaffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "staff",
    abstract: "Compute the people needed per interval from a forecast."
  )

  @Argument(help: "The scenario's folder or database.")
  var scenario: String

  @Option(help: ArgumentHelp("forecast.csv, or the folder that holds it.", valueName: "path"))
  var forecast: String?

  @Option(
    help: ArgumentHelp("The week, when there is no --forecast.", valueName: "YYYY-Www"),
    transform: Reading.week
  )
  var week: ISOWeek?

  @Option(help: ArgumentHelp("The folder to write requirement.csv into.", valueName: "dir"))
  var out: String?

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Explain one number: a queue and a moment, such as phone 2026-03-03T10:30.",
      valueName: "queue time"
    )
  )
  var explain: [String] = []

  func validate() throws {
    let place = try explained()
    guard forecast == nil, week == nil, place == nil else { return }
    throw ValidationError("Give --forecast a file, or --week a week.")
  }

  /// The number to explain, where one is asked for.
  private func explained() throws -> QueueTime? {
    guard !explain.isEmpty else { return nil }
    guard let place = QueueTime(explain) else {
      throw ValidationError(
        "'\(explain.joined(separator: " "))' is no queue with a time.\n"
          + "Write --explain with both, such as phone 2026-03-03T10:30."
      )
    }
    return place
  }

  private func explained(
    _ place: QueueTime,
    _ explainer: RequirementExplainer,
    _ forecast: Forecast,
    _ requirement: Requirement
  ) throws -> String {
    if let channel = try explainer.selfService(at: place, forecast) {
      return SelfServiceExplanationText(explanation: channel).text()
    }
    let explanation = try explainer.explanation(of: place, forecast, requirement)
    return RequirementExplanationText(explanation: explanation).text()
  }

  func run() throws {
    try Console.run { stop in
      let loaded = try LoadedScenario(scenario)
      let stages = StageRunner(loaded: loaded)
      let place = try explained()
      let ownWeek = place.map { ISOWeek(containing: $0.time.date) }
      let file = self.forecast
      let forecast = try stages.forecast(file: file, or: week ?? ownWeek)
      Console.report(loaded.findings + forecast.diagnostics)
      let requirement = try stages.requirement(forecast, solver: GLPKSolver())
      if let out {
        let table = OutputFile(
          name: RequirementFile.name,
          text: RequirementFile.csv(requirement)
        )
        try AtomicFolder.write(
          ForecastFile.files(forecast) + [table],
          to: out,
          replacingExisting: true,
          stop: stop
        )
      }
      if let place {
        let explainer = RequirementExplainer(
          loaded: loaded,
          scenario: scenario,
          forecastFile: file
        )
        Console.say(try explained(place, explainer, forecast, requirement))
      } else {
        Console.say(
          RequirementSummary(
            requirement: requirement,
            forecast: forecast,
            settings: loaded.inputs.settings
          ).text()
        )
      }
    }
  }
}
