import Reporting
import Testing
import Workforce

@Suite struct ProgressLineTests {
  private static let standing = RosterStanding(
    cost: 33_469.6,
    bound: 33_132.9,
    gap: 0.01006,
    controllableGap: 0.352
  )

  @Test(arguments: [
    (
      StageProgress(stage: "day programs", detail: "objective 33469.6", standing: standing),
      "day programs, 12 s: cost 33,470, bound 33,133, gap 1.01% (35.2% controllable)"
    ),
    (
      StageProgress(
        stage: "bound",
        standing: RosterStanding(cost: nil, bound: 900, gap: 1, controllableGap: 1)
      ), "bound, 12 s: bound 900"
    ),
    (StageProgress(stage: "exact master"), "exact master, 12 s"),
    (
      StageProgress(stage: "simulate", fraction: Fraction(0.25), detail: "50 of 200"),
      "simulate 25%, 12 s: 50 of 200"
    ),
  ])
  func `says stage, seconds and how good the roster is`(progress: StageProgress, text: String) {
    let line = ProgressLine(progress, elapsed: .seconds(12.8)).text(columns: 79)
    #expect(line.hasPrefix(text), "\(line)")
    #expect(line.count <= 79)
    #expect(ProgressLine(progress, elapsed: .seconds(12.8)).text(columns: 9).count <= 9)
  }
}
