import GLPKSolver
import Testing

@testable import Capacity

@Suite struct TargetCurveTests {
  @Test func `lies on straight lines between its points and beyond`() {
    let curve = TargetCurve([
      TargetCurve.Point(level: 1, agents: 14), TargetCurve.Point(level: -1, agents: 8),
      TargetCurve.Point(level: 0, agents: 10),
    ])
    #expect([-2, -1, -0.5, 0, 0.25, 1, 2].map(curve.agents) == [6, 8, 9, 10, 11, 14, 18])
    #expect(TargetCurve.nothing.agents(at: 3) == 0)
  }

  @Test func `is out of reach where a point is`() {
    let curve = TargetCurve([
      TargetCurve.Point(level: 0, agents: 10), TargetCurve.Point(level: 1, agents: .infinity),
    ])
    #expect(curve.agents(at: 0.5) == .infinity)
  }
}
