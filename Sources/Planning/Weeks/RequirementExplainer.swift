import Forecasting
public import Interchange
import Staffing
public import Workforce

/// Opens a number of the requirement: inputs with their places, formula and neighbors.
public struct RequirementExplainer: Sendable {
  private let loaded: LoadedScenario
  private let scenario: String
  private let forecastFile: String?

  private var settings: ScenarioSettings { loaded.inputs.settings }

  /// Takes a scenario with its folder, and the forecast's file where it was read from one.
  public init(loaded: LoadedScenario, scenario: String, forecastFile: String?) {
    self.loaded = loaded
    self.scenario = scenario.hasSuffix("/") ? String(scenario.dropLast()) : scenario
    self.forecastFile = forecastFile
  }

  /// The need of a queue in the interval that holds a moment.
  ///
  /// - Parameters:
  ///   - place: The queue and the moment.
  ///   - forecast: What is expected.
  ///   - requirement: The need that it leads to.
  /// - Returns: Everything that the need came from.
  /// - Throws: `BadInput` when there is no such queue or interval.
  public func explanation(
    of place: QueueTime,
    _ forecast: Forecast,
    _ requirement: Requirement
  ) throws -> RequirementExplanation {
    let found = place.place(among: settings.queues.map(\.name), in: forecast.grid)
    guard let (number, index) = found.value else { throw BadInput(diagnostics: found.diagnostics) }
    let (queue, expected) = (settings.queues[number], forecast.queues[number])
    return RequirementExplanation(
      queue: queue,
      grid: forecast.grid,
      index: index,
      forecast: expected,
      sources: sources(queue, expected, forecast.grid, index),
      answer: RequirementCalculator(settings: settings).explanation(
        of: queue,
        expected,
        at: index,
        minutes: forecast.grid.stepMinutes
      ),
      deferred: queue.channel == .deferred
        ? deferred(number, forecast, requirement).explanation(at: index) : nil
    )
  }

  private func deferred(
    _ number: Int,
    _ forecast: Forecast,
    _ requirement: Requirement
  ) -> DeferredExplainer {
    let setting = settingText(settings.queues[number].name)
    return DeferredExplainer(
      settings: settings,
      forecast: forecast,
      requirement: requirement,
      place: number,
      sources: (setting("due"), setting("follows"))
    )
  }

  /// The contacts of a channel without people in the interval that holds a moment; `nil` when the
  /// place names no such channel.
  ///
  /// - Parameters:
  ///   - place: The channel and the moment.
  ///   - forecast: What is expected; where it was read from a file, it is made again, since the
  ///     files hold queues only.
  /// - Returns: Everything that the contacts came from.
  /// - Throws: `BadInput` when there is no such interval.
  public func selfService(
    at place: QueueTime,
    _ forecast: Forecast
  ) throws -> SelfServiceExplanation? {
    guard let channel = settings.selfService.first(where: { $0.name == place.queue }) else {
      return nil
    }
    let found = place.place(among: [channel.name], in: forecast.grid)
    guard let (_, index) = found.value else { throw BadInput(diagnostics: found.diagnostics) }
    let whole =
      forecast.selfService.isEmpty
      ? try ForecastBuilder(inputs: loaded.inputs, threads: 1)
        .forecast(ISOWeek(containing: forecast.grid.dates[0])) : forecast
    guard let expected = whole.selfService.first(where: { $0.name == channel.name }) else {
      return nil
    }
    let setting = settingText(channel.name)
    return SelfServiceExplanation(
      channel: channel,
      grid: forecast.grid,
      index: index,
      forecast: expected,
      containmentSource: expected.isContainmentRecorded
        ? "measured from the history" : setting("containment"),
      spillsSource: setting("spills")
    )
  }

  private func sources(
    _ queue: QueueSettings,
    _ expected: QueueForecast,
    _ grid: TimeGrid,
    _ index: Int
  ) -> RequirementExplanation.Sources {
    let setting = settingText(queue.name)
    let row = row(of: queue.name, grid, index)
    return RequirementExplanation.Sources(
      arrivals: row ?? "forecast now by \(expected.method.rawValue)",
      handleTime: row ?? "forecast now from the history, else aht_seconds",
      variation: variationSource(expected) ?? setting("handle_time_variation"),
      earlier: row.map { "\($0) and the rows of \(queue.name) before it" }
        ?? "forecast now by \(expected.method.rawValue)",
      patience: patienceSource(expected) ?? setting("patience_seconds"),
      target: setting("target"),
      demands: queue.target.demands.map { setting(Self.key(of: $0)) },
      concurrency: setting("concurrency"),
      shrinkage: setting("shrinkage")
    )
  }

  /// Where a key of a queue stands in the scenario.
  private func settingText(_ queue: String) -> (String) -> String {
    let bytes = loaded.files.first { $0.name == "scenario.yaml" }?.bytes ?? []
    let lines = InputLines(scenario: bytes, queue: queue)
    return { key in
      lines.line(of: key).map { "\(scenario)/scenario.yaml:\($0), \(key)" }
        ?? "\(key) is not in scenario.yaml"
    }
  }

  /// The key of the scenario that a demand stands at.
  private static func key(of demand: ServiceDemand) -> String {
    switch demand {
    case .serviceLevel: "target"
    case .speedOfAnswer: "speed_of_answer_seconds"
    case .abandonment: "maximum_abandonment"
    case .occupancy: "maximum_occupancy"
    case .intervalFloor: "interval_floor"
    case .minimumAgents: "minimum_agents"
    }
  }

  private func row(of queue: String, _ grid: TimeGrid, _ index: Int) -> String? {
    forecastFile.flatMap { file in
      InputLines.forecastRow(
        in: file,
        queue: queue,
        start: grid.instant(at: index),
        zone: grid.zone
      )
    }
  }

  private func variationSource(_ expected: QueueForecast) -> String? {
    guard expected.handleTimeVariation != nil else { return nil }
    return forecastFile == nil
      ? "measured from the history" : "\(ForecastFile.names[1]), aht_variation"
  }

  private func patienceSource(_ expected: QueueForecast) -> String? {
    guard expected.patience != nil else { return nil }
    return forecastFile == nil
      ? "measured from the history" : "\(ForecastFile.names[1]), patience_seconds"
  }
}
