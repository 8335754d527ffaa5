extension ScenarioProblemTests {
  static let cases2 = [
    ProblemCase(
      "unknown time zone",
      in: "scenario.yaml",
      .changing(
        "Europe/London",
        to: "Mars/Olympus"
      ),
      gives: [
        """
        center/scenario.yaml:2: time_zone is 'Mars/Olympus'.
        Write a name of the tz database, such as Europe/London.
        """
      ]
    ),
    ProblemCase(
      "forecast method that does not exist",
      in: "scenario.yaml",
      .changing(
        "method: auto",
        to: "method: weekday_men"
      ),
      gives: [
        """
        center/scenario.yaml:8: method of forecast is 'weekday_men'.
        Did you mean 'weekday_mean'? Write auto, weekly_naive, weekday_mean, weekday_median, \
        poisson_level, factor_model, exponential_smoothing, calendar_process or blend.
        """
      ]
    ),
    ProblemCase(
      "shrinkage of one",
      in: "scenario.yaml",
      .changing(
        "shrinkage: 0.08",
        to: "shrinkage: 1"
      ),
      gives: [
        """
        center/scenario.yaml:9: shrinkage is 1.
        Write a share from 0 to 0.95.
        """
      ]
    ),
    ProblemCase(
      "shrinkage in percent",
      in: "scenario.yaml",
      .changing(
        "shrinkage: 0.08",
        to: "shrinkage: 8%"
      ),
      gives: [
        """
        center/scenario.yaml:9: shrinkage is '8%'.
        Write a share between 0 and 1: write 0.08.
        """
      ]
    ),
    ProblemCase(
      "service level in percent",
      in: "scenario.yaml",
      .changing(
        "service_level: 0.80",
        to: "service_level: 80"
      ),
      gives: [
        """
        center/scenario.yaml:15: service_level of the target of queue 'phone' is 80.
        Write a share between 0 and 1: write 0.80.
        """
      ]
    ),
    ProblemCase(
      "service level above one hundred percent",
      in: "scenario.yaml",
      .changing(
        "service_level: 0.80",
        to: "service_level: 120"
      ),
      gives: [
        """
        center/scenario.yaml:15: service_level of the target of queue 'phone' is 120.
        Write a share between 0 and 1.
        """
      ]
    ),
    ProblemCase(
      "threshold of zero",
      in: "scenario.yaml",
      .changing(
        "within_seconds: 30",
        to: "within_seconds: 0"
      ),
      gives: [
        """
        center/scenario.yaml:15: within_seconds of the target of queue 'phone' is 0.
        Write a number of seconds, above 0 and at most 1000000.
        """
      ]
    ),
    ProblemCase(
      "opening hours with a typing error",
      in: "scenario.yaml",
      .changing(
        """
        "08:00-20:00"
        """,
        to: """
          "8-20"
          """
      ),
      gives: [
        """
        center/scenario.yaml:14: mon-fri in the opening hours of queue 'phone' is '8-20'.
        Write closed, a window such as "08:00-20:00", or a list of windows.
        """
      ]
    ),
    ProblemCase(
      "opening day that does not exist",
      in: "scenario.yaml",
      .changing(
        """
        sat: "09:00
        """,
        to: """
          sta: "09:00
          """
      ),
      gives: [
        """
        center/scenario.yaml:14: unknown day 'sta' in the opening hours of queue 'phone'.
        Did you mean 'sat'? Write mon … sun, or a range such as mon-fri.
        """
      ]
    ),
    ProblemCase(
      "opening day twice",
      in: "scenario.yaml",
      .changing(
        """
        mon-fri: "08:00
        """,
        to: """
          mon-sat: "08:00
          """
      ),
      gives: [
        """
        center/scenario.yaml:14: the opening hours of queue 'phone' give 'sat' twice.
        Write each day once; several windows of a day form a list.
        """
      ]
    ),
    ProblemCase(
      "opening windows that overlap",
      in: "scenario.yaml",
      .changing(
        """
        "13:00-18:00"
        """,
        to: """
          "11:00-18:00"
          """
      ),
      gives: [
        """
        center/scenario.yaml:21: mon-sun in the opening hours of queue 'chat' has 11:00-18:00 \
        after 08:00-12:00, which overlap or are out of order.
        Write the windows in order, each after the end of the one before.
        """
      ]
    ),
    ProblemCase(
      "opening hours that are no mapping",
      in: "scenario.yaml",
      .changing(
        """
        opening_hours: {mon-fri: "08:00-20:00", sat: "09:00-17:00", sun: closed}
        """,
        to: "opening_hours: always"
      ),
      gives: [
        """
        center/scenario.yaml:14: the opening hours of queue 'phone' are not given by day.
        Write opening_hours: {mon-fri: "08:00-20:00", sat: "09:00-17:00", sun: closed}.
        """
      ]
    ),
    ProblemCase(
      "channel that does not exist",
      in: "scenario.yaml",
      .changing(
        "channel: chat",
        to: "channel: chats"
      ),
      gives: [
        """
        center/scenario.yaml:19: channel of queue 'chat' is 'chats'.
        Did you mean 'chat'? Write phone, chat, deferred or self_service.
        """
      ]
    ),
    ProblemCase(
      "several calls at once",
      in: "scenario.yaml",
      .changing(
        "patience_seconds: 120",
        to: "concurrency: 2"
      ),
      gives: [
        """
        center/scenario.yaml:16: concurrency of queue 'phone' is 2 but its channel is phone.
        One person has one call at a time: write 1, or channel: chat.
        """
      ]
    ),
    ProblemCase(
      "queue name with a plus",
      in: "scenario.yaml",
      .changing(
        "- name: chat",
        to: "- name: chat+mail"
      ),
      gives: [
        """
        center/scenario.yaml:18: the queue name 'chat+mail' begins with '(' or holds '+'.
        Rosters join queue names with '+': choose a name without it, such as phone_general.
        """,
        """
        center/contacts.csv:4: unknown queue 'chat'.
        Did you mean 'chat+mail'? The queues are: phone, chat+mail.
        """,
        """
        center/contacts.csv:5: unknown queue 'chat'.
        Did you mean 'chat+mail'? The queues are: phone, chat+mail.
        """,
      ]
    ),
    ProblemCase(
      "duplicate queue name",
      in: "scenario.yaml",
      .changing(
        "- name: chat",
        to: "- name: phone"
      ),
      gives: [
        """
        center/scenario.yaml:18: a second queue is named 'phone' (the first is in line 11).
        Rename one.
        """
      ]
    ),
    ProblemCase(
      "tiers whose cost decreases",
      in: "scenario.yaml",
      .changing(
        "share: 1, cost_per_hour: 180",
        to: "share: 1, cost_per_hour: 18"
      ),
      gives: [
        """
        center/scenario.yaml:43: cost_per_hour of understaffing tier 2 is 18 but the tier \
        before costs 32.
        The first missing people are the cheapest: order the tiers by rising cost.
        """
      ]
    ),
    ProblemCase(
      "opening hours off the planning intervals",
      in: "scenario.yaml",
      .changing(
        "mon-fri: \"08:00-20:00\"",
        to: "mon-fri: \"08:20-19:40\""
      ),
      gives: [
        """
        center/scenario.yaml:14: a window of queue 'phone' is 08:20-19:40, but interval_minutes \
        is 30.
        Write times that are multiples of 30 minutes, such as 08:00-20:00, or a smaller \
        interval_minutes.
        """
      ]
    ),
    ProblemCase(
      "a wage beyond reason",
      in: "scenario.yaml",
      .changing(
        "wage_per_hour: 20",
        to: "wage_per_hour: 1e300"
      ),
      gives: [
        """
        center/scenario.yaml:37: wage_per_hour of contract 'full_time' is 1e300.
        Write a number of at most 1000000.
        """
      ]
    ),
  ]
}
