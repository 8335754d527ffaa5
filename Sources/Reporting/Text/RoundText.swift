import Workforce

/// Which promises a roster of the search for prices does not keep, in words.
struct RoundText {
  let settings: ScenarioSettings
  let round: PriceRound

  /// `; missed: chat mean wait 12.3 s for at most 10 s`; empty when every target is met.
  var missed: String {
    let texts = settings.queues.indices.filter { round.surpluses[$0] < 0 }.map { index in
      "\(settings.queues[index].name) \(promise(of: index))"
    }
    return texts.isEmpty ? "" : "; missed: " + texts.joined(separator: ", ")
  }

  private func promise(of index: Int) -> String {
    guard round.judgments.indices.contains(index) else { return guess(index) }
    let judgments = round.judgments[index]
    let worst = [TargetVerdict.missed, .unproven].lazy
      .compactMap { verdict in judgments.first { $0.verdict == verdict } }.first
    guard let worst else { return near(index, judgments) }
    return text(worst, index)
  }

  private func text(_ judgment: TargetJudgment, _ index: Int) -> String {
    let measured = JudgmentText.mean(judgment)
    return "\(name(judgment.demand, index)) \(measured) for \(judgment.demand.boundText)"
  }

  /// Met, but the nearest promise by less than the margin for chance.
  private func near(_ index: Int, _ judgments: [TargetJudgment] = []) -> String {
    func halfWidths(_ judgment: TargetJudgment) -> Double {
      abs(judgment.measured.mean - judgment.demand.bound) / judgment.measured.halfWidth
    }
    let nearest = judgments.filter { $0.measured.halfWidth > 0 }
      .min { halfWidths($0) < halfWidths($1) }
    let day = nearest?.day == nil ? "" : " on its worst day"
    return (nearest.map { text($0, index) + day } ?? service(index)) + ", too near to be sure"
  }

  private func service(_ index: Int) -> String {
    let (queue, measured) = (settings.queues[index], round.service[index])
    let share = queue.target.serviceLevel.value
    return "\(serviceName(index)) \(measuredShare(measured.mean, share)) for \(shareText(share))"
  }

  /// What the service level alone tells: whether it is the promise that is missed, else the others.
  private func guess(_ index: Int) -> String {
    let (demands, measured) = (settings.queues[index].target.demands, round.service[index])
    let bound = settings.queues[index].target.serviceLevel.value
    let others = demands.filter { BindingTarget($0) != .serviceLevel }
    if others.count < demands.count, measured.mean - 3 * measured.halfWidth < bound {
      return measured.mean < bound ? service(index) : near(index)
    }
    let names = others.map { "\(name($0, index)) (\($0.boundText))" }
    return names.isEmpty ? service(index) : names.joined(separator: " or ")
  }

  private func name(_ demand: ServiceDemand, _ index: Int) -> String {
    guard BindingTarget(demand) != .serviceLevel else { return serviceName(index) }
    return demand.subject.hasPrefix("the ") ? String(demand.subject.dropFirst(4)) : demand.subject
  }

  private func serviceName(_ index: Int) -> String {
    settings.queues[index].channel == .deferred ? "share done in time" : "service level"
  }
}

extension JudgmentText {
  /// What was measured, without its interval.
  static func mean(_ judgment: TargetJudgment) -> String {
    let mean = judgment.measured.mean
    return switch judgment.demand {
    case .speedOfAnswer: "\(decimal(mean, places: 1)) s"
    case .minimumAgents: decimal(mean, places: 1)
    case .serviceLevel, .intervalFloor: measuredShare(mean, judgment.demand.bound)
    case .abandonment, .occupancy: measuredShare(mean, judgment.demand.bound, isCap: true)
    }
  }
}
