import Workforce

/// One promise and what came of it, in words.
struct JudgmentText {
  let judgment: TargetJudgment
  let grid: TimeGrid
  /// Whether it is about deferred work, for which nobody waits.
  let isDeferred: Bool

  /// What was measured: `84.1% ± 0.4`, `12.3 s ± 0.4`, `1.8`; why there is nothing to judge.
  var measured: String {
    let estimate = judgment.measured
    if judgment.verdict == .notJudged { return isDeferred ? "nothing due" : "no contacts" }
    switch judgment.demand {
    case .speedOfAnswer:
      // no mean is below 0 s: a missed one has nobody in it
      if judgment.verdict == .missed, estimate.high <= judgment.demand.bound {
        return "nobody is answered"
      }
      return "\(decimal(estimate.mean, places: 1)) s ± \(decimal(estimate.halfWidth, places: 1))"
    case .minimumAgents: return decimal(estimate.mean, places: 1)
    case .serviceLevel(let share, _, _), .intervalFloor(let share, _, _):
      return percent(estimate, bound: share.value)
    case .abandonment(let share), .occupancy(let share):
      return percent(estimate, bound: share.value, isCap: true)
    }
  }

  /// The promise as the subject of a sentence.
  var subject: String {
    if isDeferred, case .serviceLevel = judgment.demand { return "the share done in time" }
    return judgment.demand.subject
  }

  /// The limits of the 95 % interval; a dash where means decide.
  var limits: String {
    guard judgment.verdict != .notJudged else { return "–" }
    let (low, high) = judgment.limits
    switch judgment.demand {
    case .minimumAgents, .intervalFloor: return "–"
    case .speedOfAnswer: return "\(decimal(low, places: 1))–\(decimal(high, places: 1)) s"
    default: return "\(percent(low))–\(percent(high))"
    }
  }

  /// What the measure belongs to: `on the worst day, Mon 2 Mar`; empty for the week.
  var place: String {
    if judgment.verdict == .notJudged { return "" }
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
      "\(subject.capitalizedFirst): \(judgment.demand.boundText) promised, "
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
    let isAlone = judgments.count == 1 && BindingTarget(judgments[0].demand) == .serviceLevel
    if isAlone, period == .week, !isDeferred { return [] }
    return judgments.map { text(of: $0, grid).line }
  }

  /// A judgment in words.
  func text(of judgment: TargetJudgment, _ grid: TimeGrid) -> JudgmentText {
    JudgmentText(judgment: judgment, grid: grid, isDeferred: isDeferred)
  }
}

extension ServiceTarget {
  /// `80% in 20 s`; the first demand where no service level is asked for.
  var shortText: String {
    switch demands[0] {
    case .speedOfAnswer(let longest): "wait ≤ \(spanText(longest))"
    case .abandonment(let share): "leave ≤ \(shareText(share.value))"
    case .occupancy(let share): "busy ≤ \(shareText(share.value))"
    case .minimumAgents(let fewest): "≥ \(counted(fewest, "agent", "agents"))"
    case .serviceLevel(let share, _, _), .intervalFloor(let share, _, _):
      "\(shareText(share.value)) in \(thresholdText)"
    }
  }

  /// Seconds as people in call centers say them; the hours of deferred work as hours.
  private var thresholdText: String {
    threshold >= .hours(1) ? spanText(threshold) : "\(decimal(threshold.inSeconds)) s"
  }

  /// `80% within 20 seconds`; the first demand where no service level is asked for.
  var inWords: String {
    guard case .serviceLevel = demands[0] else { return demands[0].text }
    return "\(shareText(serviceLevel.value)) within \(words(threshold))"
  }
}
