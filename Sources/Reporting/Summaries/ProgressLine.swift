public import Workforce

/// What a terminal shows while long work goes on, in one line.
public struct ProgressLine: Sendable {
  private let progress: StageProgress
  private let elapsed: Duration

  /// Takes how far the work is, and the time since its start.
  public init(_ progress: StageProgress, elapsed: Duration) {
    self.progress = progress
    self.elapsed = elapsed
  }

  /// Stage and seconds, then cost, bound and gaps of the roster where it is known, else the share
  /// done and a remark; at most `columns` wide.
  public func text(columns: Int) -> String {
    let share = progress.fraction.map { " \(percent($0.value, places: 0))" } ?? ""
    let head = "\(progress.stage)\(share), \(Int(elapsed.inSeconds)) s"
    let rest = progress.standing.map(standing) ?? progress.detail
    return clipped(printable(rest.isEmpty ? head : "\(head): \(rest)"), to: columns)
  }

  private func standing(_ standing: RosterStanding) -> String {
    let bound = "bound \(decimal(standing.bound))"
    guard let cost = standing.cost else { return bound }
    return "cost \(decimal(cost)), \(bound), gap \(percent(standing.gap, places: 2))"
      + " (\(percent(standing.controllableGap)) controllable)"
  }
}
