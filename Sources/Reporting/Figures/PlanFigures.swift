import Workforce

/// The key figures of a plan, computed once for the page and the terminal.
struct PlanFigures {
  var queues: [QueueFigures]
  /// Missing people per queue and interval.
  var shortfall: [[Double]]
  /// Employees with at least one shift.
  var rosteredPeople: Int
  var paidHours: Double
  var requiredHours: Double
  var missingHours: Double
  var understaffedIntervals: Int
  /// Person-hours at work that are given to no queue.
  var idleHours: Double
  /// Objective less certified bound.
  var gapAmount: Double
  /// ``gapAmount`` at the mean wage; `nil` without paid hours or wages.
  var gapHours: Double?

  init(_ report: PlanReport) {
    let grid = report.requirement.grid
    let stepHours = Double(grid.stepMinutes) / 60
    let shortfall = Self.shortfall(report.requirement, report.coverage)
    self.shortfall = shortfall
    queues = report.inputs.settings.queues.indices.map { index in
      QueueFigures(
        settings: report.inputs.settings.queues[index],
        arrivals: report.forecast.expected(of: index, in: report.inputs.settings),
        requirement: report.requirement.queues[index],
        shortfall: shortfall[index],
        simulation: report.simulation.queues[index],
        stepHours: stepHours
      )
    }
    let paid = PaidTime(report.inputs)
    let tours = report.outcome.roster.tours
    rosteredPeople = tours.count { !$0.shifts.isEmpty }
    paidHours = Double(tours.reduce(0) { $0 + paid.minutes(of: $1) }) / 60
    requiredHours = queues.map(\.requiredHours).total
    missingHours = queues.map(\.missingHours).total
    understaffedIntervals = queues.reduce(0) { $0 + $1.understaffedIntervals }
    idleHours = report.coverage.idle.total * stepHours
    gapAmount = max(0, report.outcome.costs.total - report.outcome.bound)
    let pay = report.outcome.costs.pay
    gapHours = pay > 0 && paidHours > 0 ? gapAmount / (pay / paidHours) : nil
  }

  /// Missing people per queue and interval, 0 where rounding alone speaks.
  private static func shortfall(_ requirement: Requirement, _ coverage: Coverage) -> [[Double]] {
    zip(requirement.queues, coverage.allocated).map { queue, allocated in
      zip(queue.intervals, allocated).map { need, people in
        let missing = Double(need.rostered) - people
        return missing > 1e-6 ? missing : 0
      }
    }
  }
}
