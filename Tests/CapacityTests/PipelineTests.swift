import Testing

@testable import Capacity

@Suite struct PipelineTests {
  @Test func `what passes counts`() {
    let pipeline = Pipeline(stages: [
      Pipeline.Stage(name: "practice", months: 1, counts: [0], passRate: 0.9)
    ])
    #expect(pipeline.counts(month: 1, attrition: 0) == 0.9)
  }

  @Test(arguments: 0...9)
  func `a month's worth is the mean over many moments`(month: Int) {
    let pipeline = CapacityExample.pipeline
    let steps = 20_000
    var sum = 0.0
    for step in 0..<steps {
      let moment = Double(month) + (Double(step) + 0.5) / Double(steps)
      sum += worth(moment, pipeline)
    }
    let expected = sum / Double(steps) * pipeline.survival(month: month, attrition: 0.02)
    #expect(abs(pipeline.counts(month: month, attrition: 0.02) - expected) < 1e-3)
  }

  /// What a newcomer counts for at a moment, by walking along the stages.
  private func worth(_ moment: Double, _ pipeline: Pipeline) -> Double {
    var (start, passed) = (0.0, 1.0)
    for stage in pipeline.stages {
      if moment < start + stage.months {
        let part = Int((moment - start) / stage.months * Double(stage.counts.count))
        return passed * stage.counts[min(part, stage.counts.count - 1)]
      }
      start += stage.months
      passed *= stage.passRate
    }
    return passed
  }

  @Test func `without stages people count from the first day`() {
    let pipeline = Pipeline(stages: [], attrition: 0.5)
    #expect(pipeline.counts(month: 0, attrition: 0.1) == 1)
    #expect(abs(pipeline.counts(month: 2, attrition: 0.1) - 0.81) < 1e-12)
  }
}
