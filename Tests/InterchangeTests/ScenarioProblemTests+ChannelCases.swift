extension ScenarioProblemTests {
  /// Queues of the four kinds, their keys, and what they have in common.
  static let channelCases = [
    ProblemCase(
      "a deferred queue and self-service are fine",
      in: "scenario.yaml",
      .changing(
        "    concurrency: 2",
        to: """
              concurrency: 2
            - name: mail
              channel: deferred
              skill: writing
              opening_hours: {mon-sun: "08:00-18:00"}
              target: {share_in_time: 0.95}
              due: 4h
              hours: clock
              like: chat
              daily_arrivals: 30
              aht_seconds: 300
            - name: bot
              channel: self_service
              containment: 0.62
              spills: [{queue: phone, share: 0.4, delay_seconds: 60, aht_factor: 1.1}]
              use_target: 0.70
              daily_arrivals: 500
          """
      ),
      gives: []
    ),
    ProblemCase(
      "e-mail as a channel",
      in: "scenario.yaml",
      .changing(
        "channel: chat",
        to: "channel: e-mail"
      ),
      gives: [
        """
        center/scenario.yaml:19: channel of queue 'chat' is 'e-mail'.
        E-mail, social media, complaints and back office have until a due time: write deferred.
        """
      ]
    ),
    ProblemCase(
      "callbacks as a channel",
      in: "scenario.yaml",
      .changing(
        "channel: chat",
        to: "channel: callback"
      ),
      gives: [
        """
        center/scenario.yaml:19: channel of queue 'chat' is 'callback'.
        Calls are answered at once, callbacks too: write phone.
        """
      ]
    ),
    ProblemCase(
      "a messenger as a channel",
      in: "scenario.yaml",
      .changing(
        "channel: chat",
        to: "channel: WhatsApp"
      ),
      gives: [
        """
        center/scenario.yaml:19: channel of queue 'chat' is 'WhatsApp'.
        One person has several such conversations at once: write chat.
        """
      ]
    ),
    ProblemCase(
      "a bot as a channel",
      in: "scenario.yaml",
      .changing(
        "channel: chat",
        to: "channel: bot"
      ),
      gives: [
        """
        center/scenario.yaml:19: channel of queue 'chat' is 'bot'.
        Nobody answers there: write self_service.
        """
      ]
    ),
    ProblemCase(
      "a due time without unit",
      in: "scenario.yaml",
      .changing(
        "    concurrency: 2",
        to: """
              concurrency: 2
            - name: mail
              channel: deferred
              skill: writing
              opening_hours: {mon-sun: "08:00-18:00"}
              target: {share_in_time: 0.95}
              due: 4
              hours: clock
              like: chat
              daily_arrivals: 30
              aht_seconds: 300
          """
      ),
      gives: [
        """
        center/scenario.yaml:30: due of queue 'mail' is 4.
        Write the unit too: 4s for seconds, 4m for minutes, 4h for hours.
        """
      ]
    ),
    ProblemCase(
      "a due time of nothing",
      in: "scenario.yaml",
      .changing(
        "    concurrency: 2",
        to: """
              concurrency: 2
            - name: mail
              channel: deferred
              skill: writing
              opening_hours: {mon-sun: "08:00-18:00"}
              target: {share_in_time: 0.95}
              due: 0h
              hours: clock
              like: chat
              daily_arrivals: 30
              aht_seconds: 300
          """
      ),
      gives: [
        """
        center/scenario.yaml:30: due of queue 'mail' is '0h'.
        Write a duration from one minute to 2000 hours.
        """
      ]
    ),
    ProblemCase(
      "no due time and no hours",
      in: "scenario.yaml",
      .changing(
        "    concurrency: 2",
        to: """
              concurrency: 2
            - name: mail
              channel: deferred
              skill: writing
              opening_hours: {mon-sun: "08:00-18:00"}
              target: {share_in_time: 0.95}
              like: chat
              daily_arrivals: 30
              aht_seconds: 300
          """
      ),
      gives: [
        """
        center/scenario.yaml:25: the key 'due' of queue 'mail' is missing.
        Add it with a duration from one minute to 2000 hours with its unit, such as 330s, \
        5m30s or 1h.
        """,
        """
        center/scenario.yaml:25: the key 'hours' of queue 'mail' is missing.
        Add it with service or clock.
        """,
      ]
    ),
    ProblemCase(
      "hours of an office",
      in: "scenario.yaml",
      .changing(
        "    concurrency: 2",
        to: """
              concurrency: 2
            - name: mail
              channel: deferred
              skill: writing
              opening_hours: {mon-sun: "08:00-18:00"}
              target: {share_in_time: 0.95}
              due: 4h
              hours: office
              like: chat
              daily_arrivals: 30
              aht_seconds: 300
          """
      ),
      gives: [
        """
        center/scenario.yaml:31: hours of queue 'mail' is 'office'.
        Write service or clock.
        """
      ]
    ),
    ProblemCase(
      "a phone's target for deferred work",
      in: "scenario.yaml",
      .changing(
        "    concurrency: 2",
        to: """
              concurrency: 2
            - name: mail
              channel: deferred
              skill: writing
              opening_hours: {mon-sun: "08:00-18:00"}
              target: {service_level: 0.8, within_seconds: 30}
              due: 4h
              hours: clock
              like: chat
              daily_arrivals: 30
              aht_seconds: 300
          """
      ),
      gives: [
        """
        center/scenario.yaml:29: the target of queue 'mail' has service_level, within_seconds, \
        but nobody waits for deferred work.
        Write target: {share_in_time: 0.95}, the share done by the due time.
        """
      ]
    ),
    ProblemCase(
      "all in time",
      in: "scenario.yaml",
      .changing(
        "    concurrency: 2",
        to: """
              concurrency: 2
            - name: mail
              channel: deferred
              skill: writing
              opening_hours: {mon-sun: "08:00-18:00"}
              target: {share_in_time: 1}
              due: 4h
              hours: clock
              like: chat
              daily_arrivals: 30
              aht_seconds: 300
          """
      ),
      gives: [
        """
        center/scenario.yaml:29: share_in_time of the target of queue 'mail' is 1.
        Chance leaves no certainty that every item is done in time. Write a share of at most \
        0.9999, such as 0.95 or 0.99.
        """
      ]
    ),
    ProblemCase(
      "patience and concurrency of deferred work",
      in: "scenario.yaml",
      .changing(
        "    concurrency: 2",
        to: """
              concurrency: 2
            - name: mail
              channel: deferred
              skill: writing
              opening_hours: {mon-sun: "08:00-18:00"}
              target: {share_in_time: 0.95}
              due: 4h
              hours: clock
              like: chat
              daily_arrivals: 30
              aht_seconds: 300
              patience_seconds: 60
              concurrency: 2
          """
      ),
      gives: [
        """
        center/scenario.yaml:35: patience_seconds of queue 'mail' does not go with channel: \
        deferred.
        Deferred work does not leave: leave the key out, and give due.
        """,
        """
        center/scenario.yaml:36: concurrency of queue 'mail' does not go with channel: deferred.
        One person does one item at a time: leave the key out.
        """,
      ]
    ),
    ProblemCase(
      "a slow phone and a due chat",
      in: "scenario.yaml",
      .changing(
        "    patience_seconds: 120",
        to: """
              patience_seconds: 120
              slowdown: 0.2
              due: 1h
          """
      ),
      gives: [
        """
        center/scenario.yaml:17: slowdown of queue 'phone' does not go with channel: phone.
        One person has one call at a time: leave it out, or channel: chat.
        """,
        """
        center/scenario.yaml:18: due of queue 'phone' does not go with channel: phone.
        It is a key of channel: deferred. Leave it out, or change the channel.
        """,
      ]
    ),
    ProblemCase(
      "following nobody",
      in: "scenario.yaml",
      .changing(
        "    concurrency: 2",
        to: """
              concurrency: 2
            - name: mail
              channel: deferred
              skill: writing
              opening_hours: {mon-sun: "08:00-18:00"}
              target: {share_in_time: 0.95}
              due: 4h
              hours: clock
              like: chat
              daily_arrivals: 30
              aht_seconds: 300
              follows: {queue: mial, share: 0.5}
          """
      ),
      gives: [
        """
        center/scenario.yaml:35: unknown queue 'mial'.
        Did you mean 'mail'? The queues are: phone, chat, mail.
        """
      ]
    ),
  ]
}
