import Testing
import Workforce

@testable import Interchange

/// Every text is pinned whole: where, what, and what to do next.
@Suite struct ShiftProblemTests {
  @Test(arguments: cases)
  func `reports`(c: ProblemCase) {
    #expect(c.findings() == c.expected)
  }
}
