import Workforce

/// One promise and what came of it, in words.
struct JudgmentText {
  let judgment: TargetJudgment
  let grid: TimeGrid

  /// What was measured: `84.1% ± 0.4`, `12.3 s ± 0.4`, `1.8`.
  var measured: String {
    let estimate = judgment.measured
    switch judgment.demand {
    case .speedOfAnswer:
      return "\(decimal(estimate.mean, places: 1)) s ± \(decimal(estimate.halfWidth, places: 1))"
    case .minimumAgents: return decimal(estimate.mean, places: 1)
    default: return percent(estimate)
    }
  }

  /// The limits of the 95 % interval; a dash where means decide.
  var limits: String {
    let (low, high) = (judgment.measured.low, judgment.measured.high)
    switch judgment.demand {
    case .minimumAgents, .intervalFloor: return "–"
    case .speedOfAnswer:
      return "\(decimal(max(0, low), places: 1))–\(decimal(high, places: 1)) s"
    default: return "\(percent(max(0, low)))–\(percent(min(1, high)))"
    }
  }

  /// What the measure belongs to: `on the worst day, Mon 2 Mar`; empty for the week.
  var place: String {
    if let day = judgment.day { return "on the worst day, \(grid.dates[day].shortText)" }
    switch judgment.demand {
    case .minimumAgents, .intervalFloor: return "in the worst interval"
    default: return ""
    }
  }

  /// `The mean wait: at most 20 s promised, 12.3 s ± 0.4: met`.
  var line: String {
    let suffix = place.isEmpty ? "" : " \(place)"
    var text =
      "\(judgment.demand.subject.capitalizedFirst): \(judgment.demand.boundText) promised, "
      + "\(measured)\(suffix): \(judgment.verdict.rawValue)"
    if let first = judgment.intervalsBelow.first {
      let moment = grid.local(at: first)
      text +=
        " in \(counted(judgment.intervalsBelow.count, "interval", "intervals")), first on "
        + "\(moment.date.shortText) at \(grid.clockText(at: first))"
    }
    return text
  }
}

extension QueueSimulation {
  /// The lines of all judgments; empty where the service level of the week says everything.
  func judgmentLines(_ grid: TimeGrid) -> [String] {
    let judgments = judgments
    if judgments.count == 1, period == .week, BindingTarget(judgments[0].demand) == .serviceLevel {
      return []
    }
    return judgments.map { JudgmentText(judgment: $0, grid: grid).line }
  }
}

extension ServiceTarget {
  /// `80% in 20 s`; the first demand where no service level is asked for.
  var shortText: String {
    switch demands[0] {
    case .speedOfAnswer(let longest): "wait ≤ \(spanText(longest))"
    case .abandonment(let share): "leave ≤ \(plainNumber(share.value * 100))%"
    case .occupancy(let share): "busy ≤ \(plainNumber(share.value * 100))%"
    case .minimumAgents(let fewest): "≥ \(counted(fewest, "agent", "agents"))"
    case .serviceLevel(let share, _, _), .intervalFloor(let share, _, _):
      "\(percent(share.value, places: 0)) in \(thresholdText)"
    }
  }

  /// Seconds as people in call centers say them; the hours of deferred work as hours.
  private var thresholdText: String {
    threshold >= .hours(1) ? spanText(threshold) : "\(decimal(threshold.inSeconds)) s"
  }

  /// `80% within 20 seconds`; the first demand where no service level is asked for.
  var inWords: String {
    guard case .serviceLevel = demands[0] else { return demands[0].text }
    return "\(percent(serviceLevel.value, places: 0)) within \(words(threshold))"
  }
}
