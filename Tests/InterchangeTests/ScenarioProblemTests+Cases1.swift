extension ScenarioProblemTests {
  static let cases1 = [
    ProblemCase(
      "key that does not exist",
      in: "scenario.yaml",
      .changing(
        "shrinkage: 0.08",
        to: "shrinkag: 0.08"
      ),
      gives: [
        """
        center/scenario.yaml:9: unknown key 'shrinkag'.
        Did you mean 'shrinkage'? The keys are: name, synthetic, time_zone, interval_minutes, \
        roster_slot_minutes, shift_start_minutes, seed, currency, forecast, shrinkage, \
        target_period, proficiency, queues, sites, shift_templates, rules, contracts, shift_kinds, \
        weekend, rule_sets, labor_rules, heads, meetings, on_call, rotations, costs.
        """
      ]
    ),
    ProblemCase(
      "key of a queue that does not exist",
      in: "scenario.yaml",
      .changing(
        "    patience_seconds: 120",
        to: "    patience: 120"
      ),
      gives: [
        """
        center/scenario.yaml:16: unknown key 'patience' in queue 'phone'.
        Did you mean 'patience_seconds'? The keys are: name, channel, skill, opening_hours, \
        target, patience_seconds, aht_seconds, handle_time_variation, concurrency, weight, \
        priority, segments, records, abandonment, like, like_factor, daily_arrivals.
        """
      ]
    ),
    ProblemCase(
      "limit on abandonment beside a key that does not exist",
      in: "scenario.yaml",
      .changing(
        "maximum_occupancy: 0.88}\n    patience_seconds: 120",
        to: "maximum_abandonment: 0.05}\n    patience: 150s"
      ),
      gives: [
        """
        center/scenario.yaml:16: unknown key 'patience' in queue 'phone'.
        Did you mean 'patience_seconds'? The keys are: name, channel, skill, opening_hours, \
        target, patience_seconds, aht_seconds, handle_time_variation, concurrency, weight, \
        priority, segments, records, abandonment, like, like_factor, daily_arrivals.
        """
      ]
    ),
    ProblemCase(
      "missing key",
      in: "scenario.yaml",
      .changing(
        """
        interval_minutes: 30

        """,
        to: ""
      ),
      gives: [
        """
        center/scenario.yaml:1: the key 'interval_minutes' is missing.
        Add it with 5, 10, 15, 30 or 60.
        """
      ]
    ),
    ProblemCase(
      "duplicate key",
      in: "scenario.yaml",
      .changing(
        "seed: 42",
        to: """
          seed: 42
          seed: 43
          """
      ),
      gives: [
        """
        center/scenario.yaml:6: the key 'seed' occurs more than once in this mapping.
        Keep one of each. The rest of the file was not read.
        """
      ]
    ),
    ProblemCase(
      "syntax error",
      in: "scenario.yaml",
      .changing(
        """
        sites:
          - {name: harbour
        """,
        to: """
          sites:
            - {name: [harbour
          """
      ),
      gives: [
        """
        center/scenario.yaml:26: the file is not YAML: while parsing a flow sequence: did not \
        find expected ',' or ']'.
        Check indentation, quotes and colons on this line and the one before. The rest of the \
        file was not read.
        """
      ]
    ),
    ProblemCase(
      "tab in the indentation",
      in: "scenario.yaml",
      .changing(
        "    channel: phone",
        to: "\tchannel: phone"
      ),
      gives: [
        """
        center/scenario.yaml:12: the file is not YAML: while scanning a plain scalar: found a \
        tab character that violates indentation.
        Check indentation, quotes and colons on this line and the one before. The rest of the \
        file was not read.
        """
      ]
    ),
    ProblemCase(
      "empty file",
      in: "scenario.yaml",
      .replacing(""),
      gives: [
        """
        center/scenario.yaml:1: the file is empty.
        Write the scenario's settings; docs/reference/scenario-format.md lists the keys.
        """
      ]
    ),
    ProblemCase(
      "no mapping",
      in: "scenario.yaml",
      .replacing(
        """
        - a
        - b

        """
      ),
      gives: [
        """
        center/scenario.yaml:1: the file is a list.
        Write a mapping with the keys name, synthetic, time_zone, interval_minutes, \
        roster_slot_minutes, shift_start_minutes, seed, currency, forecast, shrinkage, \
        target_period, proficiency, queues, sites, shift_templates, rules, contracts, shift_kinds, \
        weekend, rule_sets, labor_rules, heads, meetings, on_call, rotations, costs.
        """
      ]
    ),
    ProblemCase(
      "list where a number belongs",
      in: "scenario.yaml",
      .changing(
        "interval_minutes: 30",
        to: "interval_minutes: [30]"
      ),
      gives: [
        """
        center/scenario.yaml:3: interval_minutes is a list.
        Write 5, 10, 15, 30 or 60.
        """
      ]
    ),
    ProblemCase(
      "number where a list belongs",
      in: "scenario.yaml",
      .changing(
        "shift_templates: [full_day]",
        to: "shift_templates: full_day"
      ),
      gives: [
        """
        center/scenario.yaml:40: shift_templates of contract 'full_time' is 'full_day'.
        Write a list: one item per line after '- '.
        """
      ]
    ),
    ProblemCase(
      "text where a number belongs",
      in: "scenario.yaml",
      .changing(
        "aht_seconds: 240",
        to: "aht_seconds: four minutes"
      ),
      gives: [
        """
        center/scenario.yaml:17: aht_seconds of queue 'phone' is 'four minutes'.
        Write a number of seconds, above 0 and at most 1000000.
        """
      ]
    ),
    ProblemCase(
      "interval that is not one of the five",
      in: "scenario.yaml",
      .changing(
        "interval_minutes: 30",
        to: "interval_minutes: 20"
      ),
      gives: [
        """
        center/scenario.yaml:3: interval_minutes is 20.
        Write 5, 10, 15, 30 or 60.
        """
      ]
    ),
    ProblemCase(
      "slot that does not fit the interval",
      in: "scenario.yaml",
      .changing(
        """
        interval_minutes: 30
        roster_slot_minutes: 15
        """,
        to: """
          interval_minutes: 15
          roster_slot_minutes: 10
          """
      ),
      gives: [
        """
        center/scenario.yaml:4: roster_slot_minutes is 10 but interval_minutes is 15.
        One must divide the other. Write roster_slot_minutes: 15.
        """,
        """
        center/scenario.yaml:30: the length of break 1 of shift template 'full_day' is 15 \
        minutes but roster_slot_minutes is 10.
        Write a multiple of 10, such as 10.
        """,
        """
        center/scenario.yaml:30: the length of break 3 of shift template 'full_day' is 15 \
        minutes but roster_slot_minutes is 10.
        Write a multiple of 10, such as 10.
        """,
      ]
    ),
    ProblemCase(
      "start grid that is no multiple of the slot",
      in: "scenario.yaml",
      .changing(
        "shift_start_minutes: 30",
        to: "shift_start_minutes: 20"
      ),
      gives: [
        """
        center/scenario.yaml:5: shift_start_minutes is 20 but roster_slot_minutes is 15.
        Write a multiple of 15.
        """
      ]
    ),
    ProblemCase(
      "negative seed",
      in: "scenario.yaml",
      .changing(
        "seed: 42",
        to: "seed: -1"
      ),
      gives: [
        """
        center/scenario.yaml:6: seed is -1.
        Write a whole number of 0 or more.
        """
      ]
    ),
    ProblemCase(
      "time zone with a typing error",
      in: "scenario.yaml",
      .changing(
        "Europe/London",
        to: "Europe/Lodnon"
      ),
      gives: [
        """
        center/scenario.yaml:2: time_zone is 'Europe/Lodnon'.
        Did you mean 'Europe/London'? Write a name of the tz database.
        """
      ]
    ),
    ProblemCase(
      "time zone of a site with a typing error",
      in: "scenario.yaml",
      .changing(
        "{name: harbour, overtime_budget_hours: 40}",
        to: "{name: harbour, time_zone: Europe/Warsav}"
      ),
      gives: [
        """
        center/scenario.yaml:26: time_zone of site 'harbour' is 'Europe/Warsav'.
        Did you mean 'Europe/Warsaw'? Write a name of the tz database.
        """
      ]
    ),
  ]
}
