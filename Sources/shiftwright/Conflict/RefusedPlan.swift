import GLPKSolver
import Planning
import Workforce

extension LoadedScenario {
  /// Runs `body`; where it refuses a week, what stands in the way is said as `conflicts` says it.
  func explainingRefusal<Value>(
    of week: ISOWeek,
    _ stop: StopSignal,
    _ body: () throws -> Value
  ) throws -> Value {
    do {
      return try body()
    } catch let impossible as ImpossibleWeek {
      let runner = ConflictRunner(
        self,
        week: week,
        prices: try ConflictPrices.read([]),
        solver: GLPKSolver()
      )
      throw try runner.explained(impossible, stop: stop)
    }
  }
}
