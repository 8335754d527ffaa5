public import Workforce

extension ScorecardReport {
  /// Where a goal stands, in a sentence or two.
  static func sentence(_ outlook: GoalOutlook) -> String {
    let measure = outlook.measure
    guard let latest = outlook.latest else { return outlook.reason }
    let span = outlook.due <= latest.week.monday ? "In the four weeks to" : "Four weeks to"
    let now =
      "\(span) \(latest.week): \(figure(latest.value, measure)) of \(grouped(Int(latest.cases.rounded()))) cases"
    guard let threshold = outlook.threshold else { return "\(now). \(outlook.reason)" }
    let goal = aim(outlook, threshold)
    switch outlook.verdict {
    case .met: return "\(now); the goal of \(goal) on \(outlook.due) was met."
    case .missed: return "\(now); the goal of \(goal) on \(outlook.due) was missed."
    case .onTrack, .offTrack, .open, .noData: break
    }
    guard let forecast = outlook.forecast, let chance = outlook.chance else {
      return "\(now); the goal is \(goal) by \(outlook.due). \(outlook.reason)"
    }
    let ends = "\(bare(forecast.low, measure))–\(figure(forecast.high, measure))"
    let end: String =
      switch outlook.verdict {
      case .onTrack: "is within reach"
      case .offTrack: "is missed"
      default: "may be met or missed"
      }
    return "\(now). At this pace \(figure(forecast.value, measure)) (\(ends)) on \(outlook.due): "
      + "the goal of \(goal) \(end); chance \(chanceText(chance))."
  }

  /// The lower end of a band, whose unit the upper end has.
  private static func bare(_ value: Double, _ measure: ScorecardMeasure) -> String {
    String(figure(value, measure).prefix { $0 != "%" && $0 != " " })
  }

  /// What is to be reached: `85%`, `at most 30 (half of 61.2)`.
  static func aim(_ outlook: GoalOutlook, _ threshold: Double) -> String {
    let measure = outlook.measure
    let word = measure.better == .higher ? "at least" : "at most"
    guard let change = outlook.goal.change, let baseline = outlook.baseline,
      outlook.goal.bound.map({ abs($0 - threshold) > 1e-9 }) ?? true
    else { return "\(word) \(figure(threshold, measure))" }
    let part = "\(percent(abs(change), places: 0)) \(change < 0 ? "below" : "above")"
    return
      "\(word) \(figure(threshold, measure)), \(part) \(figure(baseline, measure)) at the baseline"
  }

  private static func chanceText(_ chance: Double) -> String {
    if chance < 0.005 { return "below 1%" }
    return chance > 0.995 ? "above 99%" : percent(chance, places: 0)
  }

  /// The smallest decline of a group that is found soon, in words.
  static func decline(_ standing: GroupStanding) -> String {
    guard let decline = standing.leastDecline else { return standing.score == nil ? "–" : "none" }
    return standing.measure.form == .share
      ? "\(decimal(decline * 100, places: decline < 0.1 ? 1 : 0)) points"
      : percent(decline, places: 0)
  }

  /// What silence about the groups means, in a sentence; `nil` where none was judged.
  var findable: String? {
    var parts: [String] = []
    for kind in FigureGroupKind.allCases {
      let own = result.standings.filter { $0.kind == kind && $0.score != nil }
      let measures = own.map(\.measure).reduce(into: [ScorecardMeasure]()) {
        if !$0.contains($1) { $0.append($1) }
      }
      parts += measures.map { measure -> String in
        let all = own.filter { $0.measure == measure }
        let found = all.filter { $0.leastDecline != nil }
          .sorted { ($0.leastDecline ?? 0, $0.group) < ($1.leastDecline ?? 0, $1.group) }
        let name = "\(measure.name) by \(kind.rawValue)"
        guard let first = found.first, let last = found.last else { return "\(name) none" }
        let (least, most) = (Self.decline(first), Self.decline(last))
        let span = least == most ? least : "\(least) to \(most)"
        return found.count == all.count ? "\(name) \(span)" : "\(name) \(span), of some none"
      }
    }
    guard !parts.isEmpty else { return nil }
    return "Within three weeks 9 of 10 declines are found that are as large as: "
      + "\(parts.joined(separator: "; ")). Smaller ones are found later or not at all."
  }

  /// What closes a ticket, in words.
  public static func criterion(of ticket: ImprovementTicket) -> String {
    let margin = ticket.criterion.margin
    let weeks = "\(ticket.criterion.weeks) weeks in a row together"
    guard ticket.measure.form == .share else {
      let most = "1\(decimal(margin, places: 3).dropFirst())"
      let whole = margin >= 1 ? decimal(1 + margin, places: 3) : most
      return ticket.measure.better == .lower
        ? "\(weeks) at most \(whole) times the peers' mean"
        : "\(weeks) at least the peers' mean divided by \(whole)"
    }
    let points = "\(decimal(margin * 100, places: 1)) points"
    return ticket.measure.better == .higher
      ? "\(weeks) at most \(points) below the peers' mean"
      : "\(weeks) at most \(points) above the peers' mean"
  }
}

extension GoalOutlook.Verdict {
  /// What is said of it, where there is little room.
  var words: String {
    switch self {
    case .onTrack: "on track"
    case .offTrack: "off track"
    case .open: "open"
    case .met: "met"
    case .missed: "missed"
    case .noData: "no figures"
    }
  }

  /// The same, told apart by form as well as color.
  var badge: Markup {
    switch self {
    case .onTrack, .met: "<span class=\"badge good\">✓ \(words)</span>"
    case .offTrack, .missed: "<span class=\"badge bad\">✗ \(words)</span>"
    case .open: "<span class=\"badge open\">? cannot be told</span>"
    case .noData: "<span class=\"badge none\">– \(words)</span>"
    }
  }
}

extension EscalationLevel.Step {
  /// Who takes a complaint up.
  var words: String {
    switch self {
    case .firstContact: "answered"
    case .supervisor: "supervisor"
    case .headOfUnit: "head of unit"
    }
  }
}
