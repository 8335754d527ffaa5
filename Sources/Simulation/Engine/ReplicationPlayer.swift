import Workforce

/// Plays replications in batches on several threads and hands what they counted on in order.
struct ReplicationPlayer {
  /// Replications between two looks at the progress; fixed, and so is the order of the sums.
  private static let batch = 16

  let options: SimulationOptions
  let stop: StopSignal
  let progress: (@Sendable (StageProgress) -> Void)?

  /// Plays each replication in all centers; `take` gets one tally per center.
  ///
  /// After the time limit it ends with the replications finished by then, at least two; when
  /// cancelled, with any number.
  func play(_ centers: [ServiceCenter], _ take: ([ReplicationTally]) -> Void) {
    let routed = centers.map { (center: $0, routes: Routes($0)) }
    let stop = stop
    var done = 0
    while done < options.replications {
      let first = done
      let count = min(Self.batch, options.replications - first)
      let tallies = parallelMap(count: count, threads: options.threads) { offset in
        Self.play(routed, first + offset, stop)
      }
      let finished = tallies.prefix { $0 != nil }.compactMap(\.self)
      finished.forEach(take)
      done += finished.count
      report(done)
      if finished.count < count { break }
    }
  }

  private static func play(
    _ centers: [(center: ServiceCenter, routes: Routes)],
    _ index: Int,
    _ stop: StopSignal
  ) -> [ReplicationTally]? {
    switch stop.reason {
    case .cancelled: return nil
    case .timeLimit where index >= 2: return nil
    default:
      return centers.map { center, routes in
        var replication = Replication(center, routes: routes, index: index)
        return replication.play()
      }
    }
  }

  private func report(_ done: Int) {
    let share = Fraction(Double(done) / Double(options.replications))
    let detail = "\(done) of \(options.replications) replications"
    progress?(StageProgress(stage: "simulate", fraction: share, detail: detail))
  }
}
