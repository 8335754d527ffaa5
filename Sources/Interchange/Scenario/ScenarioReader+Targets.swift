import Workforce

extension ScenarioReader {
  /// The threshold of a target that asks for no service level; measures still need one.
  static let customaryThreshold = Duration.seconds(20)

  /// Reads the target of a queue that people answer.
  func target(_ queue: YAMLMap) -> ServiceTarget {
    let map = queue.map(
      "target",
      keys: ScenarioKeys.target,
      subject: "the target of \(queue.subject)"
    )
    guard let map else {
      return ServiceTarget(serviceLevel: .zero, threshold: Self.customaryThreshold)
    }
    let limits = ["speed_of_answer_seconds", "maximum_abandonment", "maximum_occupancy"]
    let isLevelNeeded = !map.has("interval_floor") && !limits.contains(where: map.has)
    let isThresholdNeeded =
      isLevelNeeded || map.has("service_level") || map.has("interval_floor")
    let level = TextValue<Fraction>.serviceLevel
    let target = ServiceTarget(
      serviceLevel: isLevelNeeded
        ? map.required("service_level", level) ?? .zero
        : map.optional("service_level", level) ?? .zero,
      threshold: (isThresholdNeeded
        ? map.required("within_seconds", .seconds) : map.optional("within_seconds", .seconds))
        ?? Self.customaryThreshold,
      definition: map.optional("definition", .definition) ?? .offered,
      averageSpeedOfAnswer: map.optional("speed_of_answer_seconds", .seconds),
      maximumAbandonment: map.optional("maximum_abandonment", .shareAboveZero),
      maximumOccupancy: map.optional("maximum_occupancy", .shareAboveZero),
      intervalFloor: map.optional("interval_floor", level),
      minimumAgents: map.optional("minimum_agents", .wholeNumber(0...10_000)) ?? 0
    )
    if target.maximumAbandonment != nil, !queue.has("patience_seconds"), !queue.hasUnknownKey {
      map.report(
        "abandonment without patience",
        at: "maximum_abandonment",
        severity: .warning,
        .abandonmentWithoutPatience(queue.subject)
      )
    }
    return target
  }
}

extension TextValue where Value == ServiceLevelDefinition {
  static var definition: Self {
    words
  }
}

extension TextValue where Value == TargetPeriod {
  static var targetPeriod: Self {
    words
  }
}

extension TextValue where Value == Fraction {
  /// A share of contacts answered in time.
  static var serviceLevel: Self {
    shareInTime("No number of people answers every contact in time.", "0.80 or 0.99")
  }

  /// A share of deferred work done by its due time.
  static var shareInTime: Self {
    shareInTime("Chance leaves no certainty that every item is done in time.", "0.95 or 0.99")
  }

  private static func shareInTime(_ reason: String, _ examples: String) -> Self {
    Self(
      accepted: Self.share.accepted,
      read: { Numbers.number($0).flatMap { $0 <= 0.9999 ? Fraction($0) : nil } },
      hint: { text in
        let digits = text.hasSuffix("%") ? String(text.dropLast()) : text
        guard let number = Numbers.number(digits) else { return Self.share.hint(text) }
        let isAll = 0.9999 < number && number <= 1 || 99.99 < number && number <= 100
        return isAll
          ? "\(reason) Write a share of at most 0.9999, such as \(examples)."
          : Self.share.hint(text)
      }
    )
  }
}

extension Problem {
  fileprivate static func abandonmentWithoutPatience(_ subject: String) -> Problem {
    Problem(
      "maximum_abandonment of the target of \(subject) has no patience_seconds beside it.",
      "Where the history of single contacts does not tell patience either, nobody leaves and the "
        + "limit asks only that everybody can be answered. Write patience_seconds."
    )
  }
}
