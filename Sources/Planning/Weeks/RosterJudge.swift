import Checking
import Workforce

/// What the independent checker says of rosters under one need.
struct RosterJudge {
  private let checker: RosterChecker
  private let requirement: Requirement
  private let cover: CoverCosts?

  /// Takes a need, and what people are worth where that does not follow from the need.
  init(inputs: PlanningInputs, requirement: Requirement, cover: CoverCosts?) {
    checker = RosterChecker(inputs: inputs)
    self.requirement = requirement
    self.cover = cover
  }

  /// What is said of a roster that was built, and the people that it gives to each queue.
  func judged(_ outcome: RosterOutcome) -> (check: CheckReport, coverage: Coverage) {
    let impossible = outcome.impossible.map(\.employee)
    return (check(outcome.roster, impossible: impossible), coverage(outcome.roster))
  }

  func check(_ roster: Roster, impossible: [String]) -> CheckReport {
    checker.check(roster, requirement: requirement, cover: cover, impossible: impossible)
  }

  func coverage(_ roster: Roster) -> Coverage {
    checker.coverage(of: roster, requirement: requirement, cover: cover)
  }

  /// Person-hours missing per queue.
  func missingHours(_ coverage: Coverage) -> [Double] {
    let hours = Double(requirement.grid.stepMinutes) / 60
    return zip(requirement.queues, coverage.allocated).map { queue, people in
      zip(queue.intervals, people).reduce(0) { sum, interval in
        sum + max(0, Double(interval.0.rostered) - interval.1) * hours
      }
    }
  }
}
