import Testing
import Workforce

@testable import Rostering

/// The repair of one sickness in a roster in memory.
@Suite struct WarmRepairTests {
  @Test(arguments: 0..<100)
  func `others take over where somebody falls sick, and the rest stays`(seed: Int) throws {
    let problem = try TinyWeek(seed: seed).built().problem
    var weeks = RandomWeeks(problem, name: "warm repair", seed: seed)
    let state = weeks.state()
    let warm = WarmRoster(
      problem: problem,
      tours: state.tours,
      prices: ChangeRequest.Prices(changedShift: 5, changedStartPerHour: 1),
      threads: 1
    )
    for sick in problem.employees.indices {
      for day in 0..<problem.dayCount {
        let isOff = !state.tours[sick].shifts.contains { $0.day == day }
        guard let repair = warm.sickness(of: sick, on: day) else {
          #expect(isOff)
          continue
        }
        #expect(repair.gain >= 0)
        #expect(repair.tours[sick].shifts == state.tours[sick].shifts.filter { $0.day != day })
        for other in problem.employees.indices where other != sick {
          #expect(problem.isLegal(repair.tours[other].shifts, for: problem.employees[other]))
        }
        #expect(repair.changedPeople + repair.movedBreaks < problem.employees.count)
        let again = try #require(warm.sickness(of: sick, on: day))
        #expect(again.tours == repair.tours)
      }
    }
  }
}
