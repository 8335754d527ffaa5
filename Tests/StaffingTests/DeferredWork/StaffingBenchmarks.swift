import Foundation
import GLPKSolver
import Testing
import Workforce

@testable import Staffing

/// Speed on one core; run with `BENCHMARK=1` and a release build.
@Suite(
  .serialized,
  .enabled(if: ProcessInfo.processInfo.environment["BENCHMARK"] == "1", "needs BENCHMARK=1")
)
struct StaffingBenchmarks {
  @Test func `a week of deferred work in quarters of an hour`() throws {
    let smoother = DeferredWorkSmoother(solver: GLPKSolver())
    let weeks = (1...5).map { SmoothingWeek(seed: $0) }
    let times = try weeks.map { week in
      try ContinuousClock().measure { _ = try smoother.plan(week.queues, in: week.pool) }.inSeconds
    }
    print("three queues, 672 slots: \(times.sorted()[2]) s")
  }

  @Test(arguments: [nil, 120.0])
  func `a week of time-varying requirement in quarters of an hour`(patience: Double?) throws {
    let arrivals = (0..<672).map { slot in
      (32..<80).contains(slot % 96) ? 60 + 40 * sin(Double(slot % 96) / 7) : 0.0
    }
    var queue = TestQueue(
      arrivals: 0,
      handleTime: .seconds(900),
      patience: patience.map { .seconds($0) }
    )
    queue.intervalMinutes = 15
    queue.arrivalsByInterval = arrivals
    let calculator = RequirementCalculator(settings: try queue.settings())
    let forecast = try queue.forecast()
    let time = ContinuousClock().measure { _ = calculator.requirement(for: forecast) }
    print("one queue, 672 intervals of up to 100 erlangs: \(time.inSeconds) s")
  }
}
