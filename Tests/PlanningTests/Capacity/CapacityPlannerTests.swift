import Capacity
import Foundation
import GLPKSolver
import Interchange
import Testing
import Workforce

@testable import Planning

@Suite struct CapacityPlannerTests {
  static let place = URL(fileURLWithPath: #filePath)
    .appending(path: "../../../../scenarios/harbour-bank").standardized.path

  private func plan(
    _ change: (inout CapacityAssumptions) -> Void = { _ in },
    months: Int = 3,
    threads: Int = 2
  ) throws -> CapacityResult {
    let loaded = try LoadedScenario(Self.place)
    var said = try CapacityReading.assumptions(nil, beside: Self.place, loaded.inputs).value
    change(&said)
    let planner = try CapacityPlanner(
      loaded: loaded,
      at: Self.place,
      assumptions: said,
      options: try CapacityOptions(months: months, replications: 200, threads: threads),
      solver: GLPKSolver()
    )
    return try planner.plan()
  }

  @Test func `the shipped assumptions are read without findings`() throws {
    let loaded = try LoadedScenario(Self.place)
    let said = try CapacityReading.assumptions(nil, beside: Self.place, loaded.inputs)
    #expect(said.findings.isEmpty)
    #expect(said.value.crossTraining.map(\.skill) == ["chat", "cards"])
  }

  @Test func `files are the same for any number of threads`() throws {
    let (one, two) = (try plan(threads: 1), try plan(threads: 2))
    #expect(one.files() == two.files())
    #expect(one.gap <= 0.01)
  }

  @Test func `people there are come out whole`() throws {
    let result = try plan()
    let loaded = try LoadedScenario(Self.place)
    #expect(result.problem.groups.reduce(0) { $0 + $1.count } == loaded.inputs.employees.count)
    // each skill's holders in the first month, counted in the files
    for (index, skill) in result.problem.skills.enumerated() {
      let held = result.problem.groups.reduce(0) { sum, group in
        let set = group.sets[0].map { result.problem.sets[$0] } ?? []
        return sum + (set.contains(index) ? group.count : 0)
      }
      #expect(held == loaded.inputs.skills.count { $0.skill == skill })
    }
  }

  @Test func `growth raises the need in proportion, and the plan follows`() throws {
    let steady = try plan({ $0.demand = CapacityAssumptions.Demand(yearlyGrowth: 0) }, months: 2)
    let growing = try plan({ $0.demand = CapacityAssumptions.Demand(yearlyGrowth: 1) }, months: 2)
    for (before, after) in zip(steady.problem.need.joined(), growing.problem.need.joined()) {
      #expect(after.middle > before.middle)
      #expect(before.low <= before.middle && before.middle <= before.high)
    }
    #expect(growing.objective > steady.objective)
  }

  @Test func `a week without names needs no more than one with names leaves uncovered`() throws {
    let loaded = try LoadedScenario(Self.place)
    let check = try CapacityWeekCheck(
      try #require(ISOWeek("2026-W10")),
      inputs: loaded.inputs,
      threads: 2,
      solver: GLPKSolver()
    )
    #expect(check.needed > 0 && check.needed <= check.dedicated + 1e-6)
    // no names, no rest, no wishes: what it leaves uncovered is no more than rosters leave
    #expect(check.uncovered <= check.rostered + 0.01 * check.hours)
    #expect(check.hours > 500)
  }

  @Test func `wrong options are told together`() {
    #expect {
      try CapacityOptions(months: 0, replications: 1, timeLimit: .zero)
    } throws: { error in
      "\(error)" == """
        months is 0.
        Give a whole number from 1 to 60.
        replications is 1.
        Give a whole number from 2 to 100000.
        time limit is 0.0 seconds.
        Give a number of seconds above 0.
        """
    }
  }
}
