import Testing
import Workforce

@testable import Interchange

/// Every text is pinned whole: where, what, and what to do next.
@Suite struct ScenarioProblemTests {
  @Test(arguments: cases1 + cases2 + targetCases + channelCases + shareCases)
  func `reports`(c: ProblemCase) {
    #expect(c.findings() == c.expected)
  }
}
