import Workforce

extension QueueSimulation {
  /// Half-widths by which a measure must lie on the right side, so that fresh streams agree.
  private static let margin = 3.0

  /// By how much the promise kept least is kept, as a share, less what chance may take from it on
  /// other streams; the targets count as met from 0 on.
  var targetSurplus: Double { judgments.map(Self.surplus).min() ?? 1 }

  private static func surplus(_ judgment: TargetJudgment) -> Double {
    let measured = judgment.measured
    let bound = judgment.demand.bound
    let doubt = margin * measured.halfWidth
    return switch judgment.demand {
    case .serviceLevel: measured.mean - doubt - bound
    case .abandonment, .occupancy: bound - measured.mean - doubt
    // seconds and agents as shares of what was promised
    case .speedOfAnswer: (bound - measured.mean - doubt) / bound
    case .minimumAgents: (measured.mean - bound) / bound
    // judged by its mean
    case .intervalFloor: measured.mean - bound
    }
  }
}
