import Workforce

/// The plan in a sentence.
struct Verdict {
  var report: PlanReport
  var figures: PlanFigures
  var gaps: UnderstaffingAnalysis

  /// Whether promises are met, people are missing and rules are kept, worst news first.
  var sentence: String {
    let parts = [rules, promises, staffing, impossible].compactMap(\.self)
    let text = parts.joined(separator: "; ")
    return text.prefix(1).uppercased() + text.dropFirst() + "."
  }

  private var rules: String? {
    let count = report.check.violations.count
    guard count > 0 else { return nil }
    return "this roster breaks rules in \(counted(count, "place", "places"))"
  }

  private var promises: String {
    let names = { (verdict: TargetVerdict) in
      figures.queues.filter { $0.verdict == verdict }.map(\.settings.name)
    }
    let missed = names(.missed)
    let unproven = names(.unproven)
    var parts: [String] = []
    if !missed.isEmpty {
      parts.append(
        missed.count == 1
          ? "the queue \(missed[0]) misses its target"
          : "the queues \(listed(missed)) miss their targets"
      )
    }
    if !unproven.isEmpty {
      parts.append(
        "the simulation cannot tell whether \(listed(unproven)) "
          + (unproven.count == 1 ? "meets its target" : "meet their targets")
      )
    }
    if parts.isEmpty {
      let clean = report.check.isClean ? " and every rule is kept" : ""
      let silent = figures.queues.count { $0.verdict == .notJudged }
      guard silent < figures.queues.count else { return "no queue has contacts to judge\(clean)" }
      if silent > 0 { return "every queue with contacts meets its target\(clean)" }
      return figures.queues.count == 1
        ? "the queue meets its target\(clean)" : "every queue meets its target\(clean)"
    }
    return parts.joined(separator: ", ")
  }

  private var staffing: String? {
    guard figures.missingHours > 0 else { return "nobody is missing in any interval" }
    guard report.contactPrices == nil else {
      return
        "\(decimal(figures.missingHours, places: 1)) person-hours less than Erlang "
        + "asks for"
    }
    let hours = decimal(figures.missingHours, places: 1)
    let share = percent(figures.missingHours / max(figures.requiredHours, figures.missingHours))
    let cause = gaps.hoursByCause.first.map { ", mostly because \($0.kind.reason)" } ?? ""
    return "\(hours) person-hours (\(share) of the need) are missing\(cause)"
  }

  private var impossible: String? {
    let count = report.outcome.impossible.count
    guard count > 0 else { return nil }
    return "\(counted(count, "employee has", "employees have")) no shifts because their rules "
      + "contradict each other"
  }
}

extension UnderstaffingCause.Kind {
  /// The cause as the end of a sentence.
  var reason: String {
    switch self {
    case .tooFewSkilled: "too few people hold the skill"
    case .tooFewAvailable: "too few of the people with the skill are available then"
    case .allAtWork: "everyone who could come is at work on another queue or on a break"
    case .contractUsedUp: "contract hours or days are used up"
    case .weekFull: "the week needs more hours than the people have"
    case .otherShift: "people work at another time of the day"
    case .rulesOrPrice: "rest and shift lengths forbid more, or it would cost more than the gap"
    }
  }
}
