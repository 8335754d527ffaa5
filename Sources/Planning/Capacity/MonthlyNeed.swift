import Capacity
import Forecasting
import Foundation
import Optimization
import Staffing
import Workforce

/// What each month asks for, in full-time people at work, by skill.
struct MonthlyNeed {
  /// A month's need.
  struct Month {
    var week: ISOWeek
    /// Contacts of the week, per queue.
    var contacts: [Double]
    /// Per skill.
    var bands: [CapacityProblem.NeedBand]
    /// Full-time people that the targets take, per skill.
    var curves: [TargetCurve]
    /// Agent-hours of the week that no shift of the contracts can cover.
    var uncoveredHours: Double
    /// Relative standard deviation of the week's contacts.
    var deviation: Double
  }

  let inputs: PlanningInputs
  let terms: CapacityTerms
  let skills: [String]
  let threads: Int
  let solver: any LinearSolver
  /// The last day of the history, from which growth counts.
  let known: LocalDate

  /// The need of a month, `index` months after the first.
  func month(_ month: CalendarMonth, index: Int) throws -> Month {
    let week = SampleWeeks(inputs: inputs).week(of: month)
    let forecast = grown(
      try ForecastBuilder(inputs: inputs, threads: threads).forecast(week),
      by: week
    )
    let deviation = Self.deviation(forecast)
    let spread = CapacitySimulation.DemandSpread(monthly: deviation, yearly: terms.demand.spread)
    let reach = 1.2815515655446004 * spread.deviation(month: index)
    let case10 = try hours(Self.scaled(forecast, by: exp(-reach)))
    let case90 = try hours(Self.scaled(forecast, by: exp(reach)))
    let requirement = try needed(forecast)
    var found = Month(
      week: week,
      contacts: forecast.queues.map { $0.intervals.mean.reduce(0, +) },
      bands: [],
      curves: [],
      uncoveredHours: 0,
      deviation: deviation
    )
    for skill in skills.indices {
      let shares = (low: Self.sum(case10[skill]), high: Self.sum(case90[skill]))
      let own = try staffed(skill, forecast, requirement, shares)
      found.bands.append(own.band)
      found.curves.append(own.service?.curve(deviation: spread.deviation(month: index)) ?? .nothing)
      found.uncoveredHours += own.uncovered
    }
    return found
  }

  private static func sum(_ numbers: [Double]) -> Double { numbers.reduce(0, +) }

  /// A skill's need in full-time people with its band, and the service that they give.
  ///
  /// Nothing without need. `hours` are agent-hours at 10 and 90 %.
  func staffed(
    _ skill: Int,
    _ forecast: Forecast,
    _ requirement: Requirement,
    _ hours: (low: Double, high: Double)
  ) throws -> (band: CapacityProblem.NeedBand, service: MonthlyService?, uncovered: Double) {
    let middle = Self.agents(requirement, inputs.settings, skills)
    let total = Self.sum(middle[skill])
    guard total > 0 else { return (CapacityProblem.NeedBand(low: 0, middle: 0, high: 0), nil, 0) }
    let (people, staffing) = try fullTime(skill, middle, forecast.grid)
    let band = CapacityProblem.NeedBand(
      low: people * min(1, hours.low / total),
      middle: people,
      high: people * max(1, hours.high / total)
    )
    let service = service(skill, forecast, requirement, staffing.present, band)
    return (band, service, staffing.uncoveredHours)
  }

  /// The service of a skill's people, spread over the week as the program spreads them.
  private func service(
    _ skill: Int,
    _ forecast: Forecast,
    _ requirement: Requirement,
    _ present: [Double],
    _ band: CapacityProblem.NeedBand
  ) -> MonthlyService {
    let settings = inputs.settings
    let expected = ProficiencyMix(inputs).stretched(forecast)
    let own = settings.queues.indices.filter { settings.queues[$0].skill == skills[skill] }
    let all = present.indices.map { index in
      own.reduce(0) { $0 + requirement.queues[$1].intervals[index].rostered }
    }
    return MonthlyService(
      calculator: RequirementCalculator(inputs: inputs),
      queues: own.map { place in
        MonthlyService.Queue(
          settings: settings.queues[place],
          expected: expected.queues[place],
          share: present.indices.map { index in
            Double(requirement.queues[place].intervals[index].rostered)
              / Double(max(1, all[index]))
          }
        )
      },
      present: present,
      band: band,
      shrinkage: settings.shrinkage.value,
      minutes: forecast.grid.stepMinutes
    )
  }

  private func needed(_ forecast: Forecast) throws -> Requirement {
    try DeferredNeed(inputs: inputs, forecast: forecast, solver: solver).requirement
  }

  /// Agents needed per skill and interval, with shrinkage.
  private func hours(_ forecast: Forecast) throws -> [[Double]] {
    Self.agents(try needed(forecast), inputs.settings, skills)
  }

  static func agents(
    _ requirement: Requirement,
    _ settings: ScenarioSettings,
    _ skills: [String]
  ) -> [[Double]] {
    skills.map { skill in
      let queues = zip(settings.queues, requirement.queues).filter { $0.0.skill == skill }
      return (0..<requirement.grid.count).map { index in
        queues.reduce(0) { $0 + Double($1.1.intervals[index].rostered) }
      }
    }
  }

  /// Full-time people at work that cover a skill's need, in the contracts of those who hold it.
  private func fullTime(_ skill: Int, _ need: [[Double]], _ grid: TimeGrid) throws -> (
    people: Double, staffing: WeekProgram.Staffing
  ) {
    let mix = contractShares(skills[skill])
    let kinds = WeekKinds(settings: inputs.settings, grid: grid, need: [need[skill]])
    let program = kinds.program(mix.map { ([0], $0.contract, $0.share) })
    guard let found = try program.staffing(.fewestPeople, by: solver) else {
      throw ShiftwrightError(
        "The week program of '\(skills[skill])' has no solution.\n"
          + "Check the weekly hours and shift templates of the contracts in scenario.yaml."
      )
    }
    let each = mix.reduce(0) { $0 + $1.share * CapacityTerms.weeklyHours($1.contract) }
    return (found.people * each / max(1, terms.fullTimeHours), found)
  }

  /// Contracts with their shares among the holders of a skill; among all where nobody holds it.
  private func contractShares(_ skill: String) -> [(contract: ContractSettings, share: Double)] {
    let holders = Set(inputs.skills.filter { $0.skill == skill }.map(\.employee))
    let own = inputs.employees.filter { holders.contains($0.id) && !$0.isPlaceholder }
    let people = own.isEmpty ? inputs.employees : own
    let counted = inputs.settings.contracts.map { contract in
      (contract, people.count { $0.contract == contract.name })
    }.filter { $0.1 > 0 }
    let all = counted.reduce(0) { $0 + $1.1 }
    guard all > 0 else {
      let equal = 1 / Double(max(1, inputs.settings.contracts.count))
      return inputs.settings.contracts.map { ($0, equal) }
    }
    return counted.map { ($0.0, Double($0.1) / Double(all)) }
  }

  /// The forecast with each queue's growth since the history ended.
  private func grown(_ forecast: Forecast, by week: ISOWeek) -> Forecast {
    var grown = forecast
    let years = Double(week.monday.daysSinceEpoch - known.daysSinceEpoch) / 365.25
    for (index, growth) in terms.demand.growth.enumerated() where growth != 0 {
      let factor = exp(years * log(1 + growth))
      grown.queues[index] = Self.scaled(forecast.queues[index], by: factor)
    }
    return grown
  }

  private static func scaled(_ forecast: Forecast, by factor: Double) -> Forecast {
    var scaled = forecast
    scaled.queues = forecast.queues.map { Self.scaled($0, by: factor) }
    return scaled
  }

  private static func scaled(_ queue: QueueForecast, by factor: Double) -> QueueForecast {
    var scaled = queue
    for part in [\QueueForecast.intervals, \QueueForecast.days] {
      for numbers in [\QueueForecast.Band.mean, \.low95, \.low80, \.high80, \.high95] {
        scaled[keyPath: part][keyPath: numbers] =
          queue[keyPath: part][keyPath: numbers].map { $0 * factor }
      }
    }
    return scaled
  }

  /// The spread of a week's contacts around their mean, by queue, weighted by contacts.
  private static func deviation(_ forecast: Forecast) -> Double {
    let parts = forecast.queues.map { queue -> (weight: Double, deviation: Double) in
      let mean = queue.intervals.mean.reduce(0, +)
      guard mean > 0 else { return (0, 0) }
      guard let total = queue.weekTotal, let low = total.low80.first, let high = total.high80.first
      else { return (mean, queue.dayVariation.squareRoot()) }
      return (mean, (high - low) / (2 * 1.2815515655446004 * mean))
    }
    let all = parts.reduce(0) { $0 + $1.weight }
    return all > 0 ? parts.reduce(0) { $0 + $1.weight * $1.deviation } / all : 0
  }
}

extension MonthlyNeed {
  /// The need of months, in order; stops early when it is told to.
  func months(
    _ months: [CalendarMonth],
    stop: StopSignal,
    progress: (@Sendable (StageProgress) -> Void)?
  ) throws -> [Month] {
    var weeks: [Month] = []
    for (index, month) in months.enumerated() where stop.reason != .cancelled {
      weeks.append(try self.month(month, index: index))
      progress?(
        StageProgress(
          stage: "capacity need",
          fraction: Fraction(Double(index + 1) / Double(months.count)),
          detail: "\(month)"
        )
      )
    }
    return weeks
  }
}
