import Simulation
import Workforce

/// Classes in a roster that is there.
extension ClassPlacer {
  /// Refuses a roster of another week, or of other queues.
  func checkRun(_ week: ISOWeek) throws(ShiftwrightError) {
    guard let run else { return }
    guard run.roster.week == week, options.weeks == 1 else {
      let asked = options.weeks == 1 ? "\(week)" : "\(options.weeks) weeks from \(week)"
      throw ShiftwrightError(
        "The roster is for \(run.roster.week), but classes are asked for \(asked).\n"
          + "Give the roster's week and --weeks 1, or leave the roster out."
      )
    }
    let queues = [inputs, run.loaded.inputs].map { $0.settings.queues.map(\.name) }
    guard queues[0] == queues[1] else {
      throw ShiftwrightError(
        "The roster serves the queues \(queues[1].joined(separator: ", ")), the scenario has "
          + "\(queues[0].joined(separator: ", ")).\nPlan the week again, and give that run."
      )
    }
  }

  /// The service of the roster with people by hand and with the same people placed; `nil` where
  /// nobody sits by hand.
  func service(
    in run: PublishedRun,
    _ work: RosteredWork,
    _ byHand: [Sitting],
    _ reader: PlacementReader,
    _ stop: StopSignal
  ) throws -> PlacementService? {
    guard !byHand.isEmpty else { return nil }
    let comparer = PlacementComparer(
      inputs: run.loaded.inputs,
      forecast: run.forecast,
      work: work,
      simulation: try SimulationOptions(
        seed: options.seed ?? inputs.settings.seed,
        replications: options.replications,
        threads: options.threads
      )
    )
    return comparer.compared(try placed(byHand, reader, stop), byHand, stop: stop)
  }

  /// The people who sit by hand, and no others, placed.
  private func placed(
    _ byHand: [Sitting],
    _ reader: PlacementReader,
    _ stop: StopSignal
  ) throws -> [Sitting] {
    let people = Set(byHand.filter { !$0.isTeaching }.map { [$0.employee, $0.course] })
    let seekers = reader.builder.seekers.filter { people.contains([$0.employee, $0.course]) }
    return try solved(inputs, seekers, like: reader.builder, stop).sittings()
  }

  /// Places people once more, in the same weeks and at the same prices.
  func solved(
    _ inputs: PlanningInputs,
    _ seekers: [PlacementSeeker],
    like other: PlacementBuilder,
    _ stop: StopSignal
  ) throws -> PlacementReader {
    let builder = PlacementBuilder(inputs, other.horizon, seekers, other.prices, in: work)
    let built = builder.built()
    let found = try search(stop).solve(built.problem)
    return PlacementReader(builder: builder, built: built, choice: found.choice, solver: solver)
  }
}
