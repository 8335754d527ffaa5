import Testing
import Workforce

@testable import Rostering

/// The repair of one sickness in a roster in memory.
@Suite(.enabled(if: TeamInstance.isPresent, "../shared is not there"))
struct WarmRepairTests {
  @Test func `others take over where somebody falls sick, and the rest stays`() throws {
    let state = try #require(try WarmRepair.published("S1"))
    let problem = state.problem
    let cells = RepairCells(published: state)
    let prices = RepairPrices(
      ChangeRequest.Prices(changedShift: 20, changedStartPerHour: 4),
      slotMinutes: 15
    )
    var warm = WarmRepair.priced(state, cells: cells, prices: prices)
    let published = warm
    let sick = try #require(state.tours.firstIndex { $0.shifts.contains { $0.day == 2 } })
    let repairer = RosterRepairer(cells: cells)
    #expect(repairer.dropShift(&warm, of: sick, on: 2))
    let before = warm.objective
    var meter = WorkMeter()
    let tally = repairer.repair(&warm, days: [2], without: [sick], meter: &meter)
    #expect(warm.objective <= before)
    #expect(abs(warm.objective - warm.recomputedObjective()) < 1e-6)
    #expect(tally.responses <= 60)
    #expect(warm.tours[sick].shifts == published.tours[sick].shifts.filter { $0.day != 2 })
    for employee in problem.employees.indices {
      let person = problem.employees[employee]
      let isWhole = employee == sick || problem.isLegal(warm.tours[employee].shifts, for: person)
      #expect(isWhole)
    }
    let changed = problem.employees.indices.count {
      $0 != sick && warm.tours[$0].shifts != published.tours[$0].shifts
    }
    #expect(changed <= 20)
  }
}
