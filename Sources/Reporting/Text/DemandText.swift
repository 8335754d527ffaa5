import Workforce

extension ServiceDemand {
  /// What is demanded, in words: `80% answered within 30 s`.
  var text: String {
    switch self {
    case .serviceLevel(let share, let threshold, let definition):
      "\(shareText(share.value)) \(definition.answered) within \(spanText(threshold))"
    case .speedOfAnswer(let longest): "a mean wait of at most \(spanText(longest))"
    case .abandonment(let share): "at most \(shareText(share.value)) who leave"
    case .occupancy(let share): "an occupancy of at most \(shareText(share.value))"
    case .intervalFloor(let share, let threshold, let definition):
      "in every interval \(shareText(share.value)) \(definition.answered) within "
        + spanText(threshold)
    case .minimumAgents(let fewest): "at least \(counted(fewest, "agent", "agents"))"
    }
  }

  /// The demand's name as the subject of a sentence.
  var subject: String { BindingTarget(self).subject }

  /// The number that it sets: `80%`, `at most 20 s`.
  var boundText: String {
    switch self {
    case .serviceLevel(let share, _, _), .intervalFloor(let share, _, _):
      "\(shareText(share.value))"
    case .speedOfAnswer(let longest): "at most \(spanText(longest))"
    case .abandonment(let share), .occupancy(let share):
      "at most \(shareText(share.value))"
    case .minimumAgents(let fewest): "at least \(grouped(fewest))"
    }
  }

  /// What the measures of so many agents give for it: `78.3% are answered within 30 s`.
  func outcome(_ measures: QueueMeasures, agents: Int) -> String {
    switch self {
    case .serviceLevel(_, let threshold, let definition),
      .intervalFloor(_, let threshold, let definition):
      "\(percent(measures.serviceLevel(by: definition))) \(definition.areAnswered) within "
        + spanText(threshold)
    case .speedOfAnswer: "the mean wait is \(waitText(measures.secondsToAnswer))"
    case .abandonment: "\(percent(measures.abandonmentShare)) leave"
    case .occupancy: "the occupancy is \(percent(measures.occupancy))"
    case .minimumAgents: "there are \(grouped(agents))"
    }
  }
}

extension ServiceLevelDefinition {
  /// Who is meant, between a share and a threshold.
  var answered: String {
    switch self {
    case .offered: "answered"
    case .offeredLessEarlyAbandons: "of those who do not leave in time answered"
    case .answered: "of those answered were answered"
    }
  }

  fileprivate var areAnswered: String {
    switch self {
    case .offered: "are answered"
    case .offeredLessEarlyAbandons: "of those who do not leave in time are answered"
    case .answered: "of those answered are answered"
    }
  }

  /// The definition as a sentence without its period.
  var sentence: String {
    switch self {
    case .offered:
      "Contacts answered within the threshold, divided by all contacts offered, those that gave up "
        + "included"
    case .offeredLessEarlyAbandons:
      "Contacts answered within the threshold, divided by the contacts offered less those that gave "
        + "up within it"
    case .answered: "Contacts answered within the threshold, divided by all contacts answered"
    }
  }
}

extension BindingTarget {
  /// What decided, as the subject of a sentence.
  var subject: String {
    switch self {
    case .none: "nothing"
    case .serviceLevel: "the service level"
    case .speedOfAnswer: "the mean wait"
    case .abandonment: "abandonment"
    case .occupancy: "the cap on occupancy"
    case .intervalFloor: "the floor of each interval"
    case .minimumAgents: "the fewest agents"
    }
  }
}
