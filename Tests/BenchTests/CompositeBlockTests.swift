import GLPKSolver
import Testing
import Workforce

@testable import Rostering
@testable import shiftwright_bench

/// Day programs of people whose skills change.
@Suite struct CompositeBlockTests {
  private static func state(_ instance: TeamInstance) throws -> RosterState {
    var state = RosterState(try TeamProblem(instance: instance).problem())
    for employee in instance.agents.indices {
      _ = BestResponse.improve(&state, employee: employee)
    }
    return state
  }

  private static func outcome(_ state: RosterState, day: Int) throws -> DayProgram.Outcome {
    let people = state.tours.indices.filter { person in
      state.tours[person].shifts.contains { $0.day == day && $0.agenda < 0 }
    }
    let group = state.problem.employees[people[0]].days[day].group
    let block = DayBlock(day: day, group: group, people: people, state: state)
    return try DayProgram(block, state: state, seed: 1, round: 1, nodes: 32).solve(GLPKSolver())
  }

  /// A change from a group to itself changes nothing.
  @Test(arguments: 1...3)
  func `see the same values as those of people whose skills stay`(seed: UInt64) throws {
    let drawn = try TeamCase.draft(people: 7, seed: seed, load: 1.2)
    var changed = drawn
    for index in changed.agents.indices {
      changed.agents[index].groupChanges = [
        TeamInstance.GroupChange(slot: 150, group: 0),
        TeamInstance.GroupChange(slot: 250, group: 0),
      ]
    }
    let (plain, composite) = (try Self.state(drawn), try Self.state(changed))
    #expect(abs(plain.objective - composite.objective) < 1e-6)
    for day in 1..<4 {
      let expected = try Self.outcome(plain, day: day)
      let found = try Self.outcome(composite, day: day)
      #expect(found.isProved == expected.isProved)
      #expect((found.shifts == nil) == (expected.shifts == nil))
    }
  }
}
