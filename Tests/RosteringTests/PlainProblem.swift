import TestSupport
import Workforce

@testable import Rostering

/// Roster problems made from numbers, without a scenario.
enum PlainProblem {
  static func make(
    slotCount: Int,
    dayCount: Int = 1,
    cover: [[CoverCost]] = [],
    idleCost: Double = 0,
    groups: [[Int]] = [[0]],
    crews: [RosterGroup]? = nil,
    shapes: [ShiftShape] = [],
    employees: [RosterEmployee] = [],
    coupling: Coupling = Coupling(overtimeBudgets: [.max]),
    prices: TourPrices? = nil
  ) -> RosterProblem {
    guard let grid = TimeGrid(week: ScenarioFixtures.week, stepMinutes: 30, zone: .utc) else {
      preconditionFailure("half hours divide a week")
    }
    let costs = CoverCosts(grid: grid, queues: cover)
    return RosterProblem(
      grid: grid,
      slotCount: slotCount,
      dayCount: dayCount,
      queueNames: cover.indices.map { "q\($0)" },
      groups: crews ?? groups.map { RosterGroup(queues: $0) },
      shapes: shapes,
      cover: CoverTable(costs, idleCost: idleCost),
      employees: employees,
      coupling: coupling,
      prices: prices ?? .none(dayCount: dayCount)
    )
  }

  /// Steps of random people and falling worth.
  static func cover(_ random: inout RandomStream) -> CoverCost {
    var worth = 30.0
    let steps = (0..<random.below(4)).map { _ -> CoverCost.Step in
      worth -= Double(random.below(9))
      return CoverCost.Step(people: 1 + random.below(2), worth: max(0.5, worth))
    }
    return CoverCost(steps: steps)
  }
}
