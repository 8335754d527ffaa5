import Workforce

/// Measures stages one after another.
struct StageTimer {
  /// When the first stage began.
  let start = ContinuousClock.now
  /// Seconds per stage so far.
  private(set) var timings: [StageTiming] = []

  /// Runs a stage and notes how long it took.
  mutating func measure<Value>(_ stage: String, _ body: () throws -> Value) rethrows -> Value {
    let begin = ContinuousClock.now
    let value = try body()
    timings.append(
      StageTiming(stage: stage, seconds: (ContinuousClock.now - begin).inSeconds)
    )
    return value
  }
}
