import Foundation
import GLPKSolver
import Interchange
import Planning
import Simulation
import Testing
import Workforce

/// The demo's roster, and the same with one person's shifts half an hour later.
///
/// Plans a week, so it runs with `BENCHMARK=1` only.
@Suite(
  .enabled(if: ProcessInfo.processInfo.environment["BENCHMARK"] == "1", "needs BENCHMARK=1")
)
struct DemoDifferenceTests {
  private static let demo = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../scenarios/harbour-bank").standardized

  private func moved(_ roster: Roster, tour: Int) -> Roster {
    var roster = roster
    roster.tours[tour].shifts = roster.tours[tour].shifts.map { shift in
      var shift = shift
      shift.start = shift.start.adding(minutes: 30)
      shift.end = shift.end.adding(minutes: 30)
      shift.segments = shift.segments.map {
        ShiftSegment(
          kind: $0.kind,
          start: $0.start.adding(minutes: 30),
          end: $0.end.adding(minutes: 30)
        )
      }
      return shift
    }
    return roster
  }

  @Test func `the same contacts make the demo's interval at most a third as wide`() throws {
    let inputs = try #require(ScenarioFolder.load(Self.demo.path).value)
    let planner = WeekPlanner(
      inputs: inputs,
      findings: [],
      options: try PlanOptions(effort: 1, threads: 2, replications: 2),
      solver: GLPKSolver()
    )
    let plan = try planner.plan(try #require(ISOWeek("2026-W10")))
    let roster = plan.outcome.roster
    let comparison = RosterComparison(
      options: try SimulationOptions(seed: 7, replications: 200, threads: 2)
    )
    var chats: [Double] = []
    for tour in stride(from: 0, to: roster.tours.count, by: 6) {
      let difference = comparison.difference(
        of: moved(roster, tour: tour),
        from: roster,
        against: plan.forecast,
        inputs: inputs,
        stop: StopSignal()
      )
      for queue in difference.queues {
        let ratio = share(queue.total.serviceLevel)
        print(roster.tours[tour].employee, queue.queue, ratio)
        guard queue.queue == "chat" else {
          #expect(ratio <= 1 / 3.0)
          continue
        }
        // Hardly any chat misses its target, and those that do fall where the shift moved: judged together below.
        chats.append(ratio)
      }
      print(roster.tours[tour].employee, "all", share(difference.total.serviceLevel))
      #expect(share(difference.total.serviceLevel) <= 1 / 3.0)
    }
    #expect(chats.sorted()[chats.count / 2] <= 0.5)
  }

  /// The width of the interval as a share of that of rosters with contacts of their own.
  private func share(_ difference: PairedDifference) -> Double {
    difference.estimate.halfWidth / difference.unpairedHalfWidth
  }
}
