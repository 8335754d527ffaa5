import Planning
import Testing
import Workforce

/// What `--grid` takes, and what it says of what it does not.
@Suite struct WhatIfAxisTests {
  private func axes(_ texts: [String]) throws -> [WhatIfAxis] {
    let options = try SampleOptions(people: 30, queues: 3, weeks: 4)
    let settings = SampleScenario(options: options).inputs().settings
    return try WhatIfAxis.axes(texts, settings: settings)
  }

  private func problem(_ texts: [String]) -> String {
    do {
      _ = try axes(texts)
      return ""
    } catch { return "\(error)" }
  }

  @Test(arguments: [
    "volume=0.9..1.3/0.05", "volume=0..1/0.1", "overtime=0..100/20", "volume=1..1/3",
  ])
  func `a range that ends on a step is taken`(text: String) {
    #expect(problem([text]) == "")
  }

  @Test func `a range that ends between two steps is refused with what can be written`() {
    #expect(
      problem(["volume=0.9..1.3/0.3"])
        == "--grid volume=0.9..1.3/0.3 ends at 1.3, but its steps are at 1.2 and 1.5.\n"
        + "Write 0.9..1.2/0.3 or 0.9..1.5/0.3, or list the values: 0.9,1.2,1.3."
    )
    // a list of that many values is no help
    #expect(problem(["volume=0..1/0.03"]).hasSuffix("Write 0..0.99/0.03 or 0..1.02/0.03."))
  }

  @Test func `the same axis twice is refused, and all problems are told`() {
    let text = problem(["volume=0.9,1", "volume=1,1.1", "overtime=0..5/2"])
    #expect(
      text.hasPrefix(
        "--grid volume is given twice: each point of a grid has one value of it.\n"
          + "Write one: --grid volume=0.9,1,1.1\n"
      )
    )
    #expect(text.contains("--grid overtime=0..5/2 ends at 5, but its steps are at 4 and 6."))
  }
}
