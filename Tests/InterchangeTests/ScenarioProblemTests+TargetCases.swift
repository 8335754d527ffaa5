extension ScenarioProblemTests {
  /// Targets that are incomplete, out of range or beyond any number of people.
  static let targetCases = [
    ProblemCase(
      "neither a service level nor another target",
      in: "scenario.yaml",
      .changing(
        "target: {service_level: 0.80, within_seconds: 30, maximum_occupancy: 0.88}",
        to: "target: {minimum_agents: 2}"
      ),
      gives: [
        """
        center/scenario.yaml:15: the key 'service_level' of the target of queue 'phone' is \
        missing.
        Add it with a share between 0 and 1.
        """,
        """
        center/scenario.yaml:15: the key 'within_seconds' of the target of queue 'phone' is \
        missing.
        Add it with a number of seconds, above 0 and at most 1000000.
        """,
      ]
    ),
    ProblemCase(
      "a service level without a threshold",
      in: "scenario.yaml",
      .changing(
        "target: {service_level: 0.80, within_seconds: 30, maximum_occupancy: 0.88}",
        to: "target: {service_level: 0.8, maximum_occupancy: 0.88}"
      ),
      gives: [
        """
        center/scenario.yaml:15: the key 'within_seconds' of the target of queue 'phone' is \
        missing.
        Add it with a number of seconds, above 0 and at most 1000000.
        """
      ]
    ),
    ProblemCase(
      "a floor without a threshold",
      in: "scenario.yaml",
      .changing(
        "target: {service_level: 0.80, within_seconds: 30, maximum_occupancy: 0.88}",
        to: "target: {interval_floor: 0.6}"
      ),
      gives: [
        """
        center/scenario.yaml:15: the key 'within_seconds' of the target of queue 'phone' is \
        missing.
        Add it with a number of seconds, above 0 and at most 1000000.
        """
      ]
    ),
    ProblemCase(
      "a service level that nobody reaches",
      in: "scenario.yaml",
      .changing(
        "service_level: 0.80",
        to: "service_level: 1.0"
      ),
      gives: [
        """
        center/scenario.yaml:15: service_level of the target of queue 'phone' is 1.0.
        No number of people answers every contact in time. Write a share of at most 0.9999, \
        such as 0.80 or 0.99.
        """
      ]
    ),
    ProblemCase(
      "a floor that nobody reaches",
      in: "scenario.yaml",
      .changing(
        "maximum_occupancy: 0.88",
        to: "interval_floor: 100"
      ),
      gives: [
        """
        center/scenario.yaml:15: interval_floor of the target of queue 'phone' is 100.
        No number of people answers every contact in time. Write a share of at most 0.9999, \
        such as 0.80 or 0.99.
        """
      ]
    ),
    ProblemCase(
      "an unknown definition",
      in: "scenario.yaml",
      .changing(
        "maximum_occupancy: 0.88",
        to: "definition: answer"
      ),
      gives: [
        """
        center/scenario.yaml:15: definition of the target of queue 'phone' is 'answer'.
        Did you mean 'answered'? Write offered, offered_less_early_abandons or answered.
        """
      ]
    ),
    ProblemCase(
      "a speed of answer that nobody reaches",
      in: "scenario.yaml",
      .changing(
        "maximum_occupancy: 0.88",
        to: "speed_of_answer_seconds: 0"
      ),
      gives: [
        """
        center/scenario.yaml:15: speed_of_answer_seconds of the target of queue 'phone' is 0.
        Write a number of seconds, above 0 and at most 1000000.
        """
      ]
    ),
    ProblemCase(
      "no abandonment at all",
      in: "scenario.yaml",
      .changing(
        "maximum_occupancy: 0.88",
        to: "maximum_abandonment: 0"
      ),
      gives: [
        """
        center/scenario.yaml:15: maximum_abandonment of the target of queue 'phone' is 0.
        Write a share above 0 and at most 1.
        """
      ]
    ),
    ProblemCase(
      "abandonment in percent",
      in: "scenario.yaml",
      .changing(
        "maximum_occupancy: 0.88",
        to: "maximum_abandonment: 5"
      ),
      gives: [
        """
        center/scenario.yaml:15: maximum_abandonment of the target of queue 'phone' is 5.
        Write a share between 0 and 1: write 0.05.
        """
      ]
    ),
    ProblemCase(
      "a cap that nobody keeps",
      in: "scenario.yaml",
      .changing(
        "maximum_occupancy: 0.88",
        to: "maximum_occupancy: 0"
      ),
      gives: [
        """
        center/scenario.yaml:15: maximum_occupancy of the target of queue 'phone' is 0.
        Write a share above 0 and at most 1.
        """
      ]
    ),
    ProblemCase(
      "half an agent",
      in: "scenario.yaml",
      .changing(
        "maximum_occupancy: 0.88",
        to: "minimum_agents: 1.5"
      ),
      gives: [
        """
        center/scenario.yaml:15: minimum_agents of the target of queue 'phone' is 1.5.
        Write a whole number from 0 to 10000.
        """
      ]
    ),
    ProblemCase(
      "a threshold with its unit",
      in: "scenario.yaml",
      .changing(
        "within_seconds: 30",
        to: "within_seconds: 30s"
      ),
      gives: [
        """
        center/scenario.yaml:15: within_seconds of the target of queue 'phone' is '30s'.
        The key counts seconds: write 30 without a unit.
        """
      ]
    ),
    ProblemCase(
      "patience in minutes",
      in: "scenario.yaml",
      .changing(
        "patience_seconds: 120",
        to: "patience_seconds: 2 min"
      ),
      gives: [
        """
        center/scenario.yaml:16: patience_seconds of queue 'phone' is '2 min'.
        The key counts seconds: write 120 without a unit.
        """
      ]
    ),
    ProblemCase(
      "abandonment of those who never leave",
      in: "scenario.yaml",
      .changing(
        "target: {service_level: 0.8, within_seconds: 60}",
        to: "target: {maximum_abandonment: 0.05}"
      ),
      gives: [
        """
        center/scenario.yaml:22: warning: maximum_abandonment of the target of queue 'chat' has \
        no patience_seconds beside it.
        Where the history of single contacts does not tell patience either, nobody leaves and \
        the limit asks only that everybody can be answered. Write patience_seconds.
        """
      ]
    ),
    ProblemCase(
      "an unknown period",
      in: "scenario.yaml",
      .changing(
        "shrinkage: 0.08",
        to: "shrinkage: 0.08\ntarget_period: daily"
      ),
      gives: [
        """
        center/scenario.yaml:10: target_period is 'daily'.
        Write week or each_day.
        """
      ]
    ),
  ]
}
