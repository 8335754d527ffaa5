import Workforce

/// Plays replications in batches on several threads and hands what they counted on in order.
struct ReplicationPlayer {
  /// Replications between two looks at the progress; fixed, and so is the order of the sums.
  private static let batch = 16

  let options: SimulationOptions
  let stop: StopSignal
  let progress: (@Sendable (StageProgress) -> Void)?

  /// How many replications are to be played in all, once so many are; `nil` when no more are.
  ///
  /// Where a width of intervals is asked for, twice as many each time up to a limit.
  func nextCount(after played: Int) -> Int? {
    if played == 0 { return options.replications }
    guard options.halfWidth != nil, played < SimulationOptions.mostForWidth else { return nil }
    return min(2 * played, SimulationOptions.mostForWidth)
  }

  /// Plays all replications that are asked for.
  func play(_ centers: [ServiceCenter], _ take: ([ReplicationTally]) -> Void) {
    play(centers, from: 0, to: options.replications, take)
  }

  /// Plays replications in all centers; `take` gets one tally per center.
  ///
  /// After the time limit it ends with the replications finished by then, at least two; when
  /// cancelled, with any number.
  func play(
    _ centers: [ServiceCenter],
    from start: Int,
    to end: Int,
    _ take: ([ReplicationTally]) -> Void
  ) {
    let routed = centers.map { (center: $0, routes: Routes($0)) }
    let stop = stop
    var done = start
    while done < end {
      let first = done
      let count = min(Self.batch, end - first)
      let tallies = parallelMap(count: count, threads: options.threads) { offset in
        Self.play(routed, first + offset, stop)
      }
      let finished = tallies.prefix { $0 != nil }.compactMap(\.self)
      finished.forEach(take)
      done += finished.count
      report(done, of: end)
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

  private func report(_ done: Int, of end: Int) {
    let share = Fraction(Double(done) / Double(end))
    let detail = "\(done) of \(end) replications"
    progress?(StageProgress(stage: "simulate", fraction: share, detail: detail))
  }
}
