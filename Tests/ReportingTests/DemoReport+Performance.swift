import Foundation
import Workforce

@testable import Reporting

extension DemoReport {
  /// Gives people to queues in each roster slot, those who serve one queue first.
  func coverage(
    _ inputs: PlanningInputs,
    _ requirement: Requirement,
    _ roster: Roster
  ) -> Coverage {
    let grid = requirement.grid
    let slot = min(15, grid.stepMinutes)
    let share = Double(slot) / Double(grid.stepMinutes)
    let names = inputs.settings.queues.map(\.name)
    var allocated = names.map { _ in Array(repeating: 0.0, count: grid.count) }
    var idle = Array(repeating: 0.0, count: grid.count)
    let shifts = roster.tours.flatMap(\.shifts).sorted { $0.queues.count < $1.queues.count }
    for step in 0..<grid.count * grid.stepMinutes / slot {
      let now = grid.start.adding(minutes: step * slot)
      let interval = grid.index(of: now)
      var given = names.map { _ in 0 }
      for shift in shifts where shift.start <= now && now < shift.end {
        guard
          shift.segments.contains(where: { $0.kind == .work && $0.start <= now && now < $0.end })
        else { continue }
        let open = names.indices.filter { queue in
          shift.queues.contains(names[queue])
            && given[queue] < requirement.queues[queue].intervals[interval].rostered
        }
        guard let queue = open.first else {
          idle[interval] += share
          continue
        }
        given[queue] += 1
        allocated[queue][interval] += share
      }
    }
    return Coverage(grid: grid, allocated: allocated, idle: idle)
  }

  /// Service levels that fall where people are missing.
  func simulation(
    _ inputs: PlanningInputs,
    _ forecast: Forecast,
    _ requirement: Requirement,
    _ coverage: Coverage
  ) -> SimulationResult {
    let grid = forecast.grid
    var random = RandomStream(seed: UInt64(seed), name: "simulation")
    let queues = inputs.settings.queues.indices.map { index -> QueueSimulation in
      let intervals = (0..<grid.count).map { interval -> ServiceMeasures in
        let arrivals = forecast.queues[index].intervals.mean[interval]
        let need = Double(requirement.queues[index].intervals[interval].rostered)
        let ratio = need > 0 ? coverage.allocated[index][interval] / need : 1
        let level = max(0.03, min(0.99, 0.86 - 1.9 * (1 - ratio) + 0.06 * random.normal()))
        return measures(arrivals, arrivals > 0 ? level : 1, spread: 0.03)
      }
      return QueueSimulation(
        queue: inputs.settings.queues[index].name,
        intervals: intervals,
        days: grid.days.map { sum(Array(intervals[$0]), spread: 0.012) },
        total: sum(intervals, spread: 0.006),
        target: inputs.settings.queues[index].target,
        period: inputs.settings.targetPeriod,
        occupancy: Estimate(mean: 0.783, halfWidth: 0.004),
        dayOccupancy: grid.days.map { _ in Estimate(mean: 0.783, halfWidth: 0.01) },
        isOpen: forecast.queues[index].isOpen,
        agents: requirement.queues[index].intervals.map { Double($0.agents) }
      )
    }
    return SimulationResult(
      grid: grid,
      replications: 200,
      seed: 42,
      queues: queues,
      occupancy: Estimate(mean: 0.783, halfWidth: 0.004)
    )
  }

  private func sum(_ parts: [ServiceMeasures], spread: Double) -> ServiceMeasures {
    let arrivals = parts.reduce(0) { $0 + $1.arrivals }
    let answered = parts.reduce(0) { $0 + $1.answeredInTarget }
    return measures(arrivals, arrivals > 0 ? answered / arrivals : 1, spread: spread)
  }

  private func measures(_ arrivals: Double, _ level: Double, spread: Double) -> ServiceMeasures {
    ServiceMeasures(
      arrivals: arrivals,
      answeredInTarget: arrivals * level,
      abandoned: arrivals * (1 - level) * 0.2,
      abandonedInTarget: arrivals * (1 - level) * 0.05,
      serviceLevel: Estimate(mean: level, halfWidth: spread),
      averageSpeedOfAnswer: Estimate(mean: 8 + 60 * (1 - level), halfWidth: 40 * spread),
      abandonmentShare: Estimate(mean: (1 - level) * 0.2, halfWidth: 0.2 * spread)
    )
  }
}
