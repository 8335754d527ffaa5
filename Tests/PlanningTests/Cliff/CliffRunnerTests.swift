import GLPKSolver
import TestSupport
import Testing
import Workforce

@testable import Planning

@Suite struct CliffRunnerTests {
  @Test func `forty in a hundred lapse on one night, and the cheapest plan avoids it`() throws {
    let inputs = try ClassPlacerTests.inputs(seed: 1, share: 0.4, on: "2026-03-16")
    let runner = CliffRunner(
      inputs: inputs,
      options: try CliffOptions(weeks: 3, replications: 10),
      solver: GLPKSolver()
    )
    let result = try runner.run(from: ScenarioFixtures.week)
    let last = result.weeks[2]
    #expect(last.skills.allSatisfy { $0.without < 0.85 * $0.with })
    #expect(result.weeks[0].skills.allSatisfy { $0.without > 0.9 * $0.with })
    // fewer people never serve better, but for chance
    #expect(
      last.queues.contains { queue in
        guard let without = queue.without, let with = queue.with else { return false }
        return without.high < with.low
      }
    )
    for week in result.weeks {
      for skill in week.skills {
        let missing = result.short.first { $0.week == week.week && $0.skill == skill.skill }
        #expect(skill.planned + (missing?.heads ?? 0) >= min(skill.need, skill.with) - 1e-3)
      }
    }
    #expect(!result.renewals.isEmpty)
    #expect(result.renewals.allSatisfy { $0.week.monday < $0.lapses.date })
    // the plan's worst week, when played, is as good as promised or as renewals can make it
    for (queue, settings) in zip(last.queues, inputs.settings.queues) {
      let planned = try #require(queue.planned)
      let with = try #require(queue.with)
      #expect(planned.high >= min(settings.target.serviceLevel.value, with.mean))
    }
  }
}
