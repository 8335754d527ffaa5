import Checking
import Forecasting
import Interchange
import Staffing
import Workforce

extension IntradayRunner {
  /// What the week's plan said: its forecast and, where it has a roster, who is there.
  struct Plan {
    private let inputs: PlanningInputs
    /// With the handle times of the people there are.
    private let forecast: Forecast
    private let coverage: Coverage?
    private let calculator: RequirementCalculator

    private var settings: ScenarioSettings { inputs.settings }

    /// Reads a run folder; without one the week is forecast anew from what was known before it.
    init(_ loaded: LoadedScenario, folder: String?, week: ISOWeek) throws {
      inputs = loaded.inputs
      calculator = RequirementCalculator(inputs: inputs)
      let stages = StageRunner(loaded: loaded)
      forecast = ProficiencyMix(inputs).stretched(try stages.forecast(file: folder, or: week))
      guard forecast.grid.dates[0] == week.monday else {
        throw ShiftwrightError(
          """
          The plan is for the week from \(forecast.grid.dates[0]), but the recorded contacts end \
          in \(week).
          Give --plan the run folder of that week.
          """
        )
      }
      if let folder {
        let roster = try stages.roster(file: folder)
        coverage = RosterChecker(inputs: loaded.inputs).coverage(
          of: roster,
          requirement: try stages.requirement(file: folder)
        )
      } else {
        coverage = nil
      }
    }

    /// Planned arrivals per interval of a day.
    func arrivals(of queue: String, on grid: TimeGrid) -> [Double] {
      guard let own = forecast.queues.first(where: { $0.queue == queue }) else {
        return Array(repeating: 0, count: grid.count)
      }
      return (0..<grid.count).map { index in
        let place = forecast.grid.index(of: grid.instant(at: index))
        return own.intervals.mean.indices.contains(place) ? own.intervals.mean[place] : 0
      }
    }

    /// How many times the method's own number the planners expect, per interval of a day; 1 where
    /// they changed nothing.
    func overrideFactors(of queue: String, on grid: TimeGrid) -> [Double] {
      guard let own = forecast.queues.first(where: { $0.queue == queue }),
        let model = own.modelMean
      else { return Array(repeating: 1, count: grid.count) }
      return (0..<grid.count).map { index in
        let place = forecast.grid.index(of: grid.instant(at: index))
        guard model.indices.contains(place), model[place] > 0 else { return 1 }
        return own.intervals.mean[place] / model[place]
      }
    }

    /// The agents that the roster has for a queue at a moment, without those whom shrinkage takes,
    /// and the most arrivals for which they meet the target; `nil` without a roster.
    func capacity(of queue: String, at instant: Instant) -> (agents: Double, arrivals: Double)? {
      guard let coverage, let position = settings.queues.firstIndex(where: { $0.name == queue })
      else { return nil }
      let place = coverage.grid.index(of: instant)
      guard coverage.allocated[position].indices.contains(place) else { return nil }
      let agents = coverage.allocated[position][place] * (1 - settings.shrinkage.value)
      let handleTime = forecast.queues[position].averageHandleTime[place]
      let arrivals = calculator.capacity(
        of: agents + 1e-9,
        for: settings.queues[position],
        handleTime: handleTime,
        patience: forecast.queues[position].patience,
        minutes: settings.intervalMinutes
      )
      return (agents, arrivals)
    }
  }
}
