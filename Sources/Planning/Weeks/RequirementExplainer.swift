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
    let date = forecast.grid.dates[forecast.grid.day(of: index)]
    let people = ProficiencyMix(loaded.inputs)
    let mix = people.mix(of: queue.skill, on: date)
    let places = places(forecast.grid, index)
    let calculator = RequirementCalculator(inputs: loaded.inputs)
    return RequirementExplanation(
      queue: queue,
      grid: forecast.grid,
      index: index,
      forecast: expected,
      mix: mix,
      spilled: spilled(queue.name, forecast, index, places),
      sources: places.sources(queue, expected, mix),
      answer: calculator.explanation(of: number, in: forecast, at: index),
      deferred: queue.channel == .deferred
        ? DeferredExplainer(
          settings: settings,
          forecast: people.stretched(forecast),
          requirement: requirement,
          place: number,
          places: places
        ).explanation(at: index) : nil
    )
  }

  private func places(_ grid: TimeGrid, _ index: Int) -> ExplainedPlaces {
    ExplainedPlaces(
      files: loaded.files,
      scenario: scenario,
      forecastFile: forecastFile,
      grid: grid,
      index: index
    )
  }

  /// What self-service adds to a queue, where the forecast was made now.
  private func spilled(
    _ queue: String,
    _ forecast: Forecast,
    _ index: Int,
    _ places: ExplainedPlaces
  ) -> [RequirementExplanation.Spilled] {
    zip(settings.selfService, forecast.selfService).flatMap { channel, expected in
      zip(channel.spills.indices, expected.spilled).compactMap { number, spilled in
        guard spilled.queue == queue, !channel.isSpillRecorded, spilled.arrivals[index] > 0 else {
          return nil
        }
        return RequirementExplanation.Spilled(
          channel: channel.name,
          contacts: spilled.arrivals[index],
          handleTimeFactor: channel.spills[number].handleTimeFactor,
          source: places.spill(number, of: channel)
        )
      }
    }
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
    let places = places(forecast.grid, index)
    return SelfServiceExplanation(
      channel: channel,
      grid: forecast.grid,
      index: index,
      forecast: expected,
      contactsSource: places.contacts(of: channel, expected),
      containmentSource: expected.isContainmentRecorded
        ? places.history : places.setting(channel.name, ["containment"]),
      spillSources: channel.spills.indices.map { places.spill($0, of: channel) }
    )
  }
}
