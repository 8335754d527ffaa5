import Foundation
import Testing
import Workforce

@testable import Rostering

/// The time that the repair of one sickness takes in memory; run with `BENCHMARK=1` and a release
/// build.
@Suite(
  .serialized,
  .enabled(
    if: ProcessInfo.processInfo.environment["BENCHMARK"] == "1" && TeamInstance.isPresent,
    "needs BENCHMARK=1 and ../shared"
  )
)
struct RepairBenchmarks {
  @Test(arguments: ["S1", "M1", "L1"])
  func `one sickness`(name: String) throws {
    var warm = try #require(try WarmRepair.published(name, rounds: 30))
    let cells = RepairCells(published: warm)
    let prices = RepairPrices(
      ChangeRequest.Prices(changedShift: 20, changedStartPerHour: 4),
      slotMinutes: 15
    )
    warm = WarmRepair.priced(warm, cells: cells, prices: prices)
    let repairer = RosterRepairer(cells: cells, threads: 2)
    var lines: [(milliseconds: Double, text: String)] = []
    for sick in stride(from: 0, to: warm.tours.count, by: max(1, warm.tours.count / 21)) {
      guard let shift = warm.tours[sick].shifts.first(where: { $0.day >= 2 }) else { continue }
      var state = warm
      var meter = WorkMeter()
      let start = ContinuousClock.now
      guard repairer.dropShift(&state, of: sick, on: shift.day) else { continue }
      let lost = state.objective
      let tally = repairer.repair(&state, days: [shift.day], without: [sick], meter: &meter)
      let milliseconds = (ContinuousClock.now - start).inSeconds * 1000
      let gain = lost - state.objective
      lines.append(
        (
          milliseconds,
          "\(milliseconds) ms, \(tally.responses) responses, \(tally.improved) improved, gain \(gain)"
        )
      )
    }
    lines.sort { $0.milliseconds < $1.milliseconds }
    print("\(name) median:", lines[lines.count / 2].text)
    print("\(name) worst:", lines[lines.count - 1].text)
  }
}
