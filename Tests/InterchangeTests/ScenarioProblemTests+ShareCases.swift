extension ScenarioProblemTests {
  /// Stages, segments, self-service, levels and tenure.
  static let shareCases = [
    ProblemCase(
      "following itself",
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
              follows: {queue: mail}
          """
      ),
      gives: [
        """
        center/scenario.yaml:35: queue 'mail' follows itself.
        Leave follows out where customers write, and name an earlier stage elsewhere.
        """
      ]
    ),
    ProblemCase(
      "following calls",
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
              follows: {queue: phone}
          """
      ),
      gives: [
        """
        center/scenario.yaml:35: queue 'mail' follows 'phone', whose channel is phone.
        Only deferred work is passed on: name a queue with channel: deferred.
        """
      ]
    ),
    ProblemCase(
      "following in a circle",
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
              follows: {queue: boss}
            - name: boss
              channel: deferred
              skill: writing
              opening_hours: {mon-sun: "08:00-18:00"}
              target: {share_in_time: 0.95}
              due: 24h
              hours: clock
              like: chat
              daily_arrivals: 30
              aht_seconds: 300
              follows: {queue: mail}
          """
      ),
      gives: [
        """
        center/scenario.yaml:35: queue 'mail' follows itself: mail follows boss follows mail.
        Leave follows out where customers write, and name an earlier stage elsewhere.
        """
      ]
    ),
    ProblemCase(
      "due before the stage before",
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
            - name: boss
              channel: deferred
              skill: writing
              opening_hours: {mon-sun: "08:00-18:00"}
              target: {share_in_time: 0.95}
              due: 90min
              hours: clock
              like: chat
              daily_arrivals: 30
              aht_seconds: 300
              follows: {queue: mail}
          """
      ),
      gives: [
        """
        center/scenario.yaml:40: due of queue 'boss' is 1.5h, but that of 'mail', which it \
        follows, is 4h.
        Due times count from the first receipt: write a later one.
        """
      ]
    ),
    ProblemCase(
      "segments beyond the whole",
      in: "scenario.yaml",
      .changing(
        "    patience_seconds: 120",
        to: """
              segments: [{name: gold, share: 0.7, priority: 5}, {name: gold, share: 0.5, \
          priority: 2000}, {name: blue, share: 0.4, priority: 1}]
          """
      ),
      gives: [
        """
        center/scenario.yaml:16: priority of segment 2 of queue 'phone' is 2000.
        Write a whole number from -1000 to 1000.
        """,
        """
        center/scenario.yaml:16: the shares in segments of queue 'phone' sum to 1.1.
        They are parts of one whole: write shares that sum to 1 at most.
        """,
      ]
    ),
    ProblemCase(
      "the same segment twice",
      in: "scenario.yaml",
      .changing(
        "    patience_seconds: 120",
        to: """
              segments: [{name: gold, share: 0.2, priority: 5}, {name: gold, share: 0.5, \
          priority: 2}]
          """
      ),
      gives: [
        """
        center/scenario.yaml:16: a second segment of queue 'phone' is named 'gold'.
        Rename one, or join them.
        """
      ]
    ),
    ProblemCase(
      "a priority out of range",
      in: "scenario.yaml",
      .changing(
        "    patience_seconds: 120",
        to: "    priority: high"
      ),
      gives: [
        """
        center/scenario.yaml:16: priority of queue 'phone' is 'high'.
        Write a whole number from -1000 to 1000.
        """
      ]
    ),
    ProblemCase(
      "containment of 120 percent",
      in: "scenario.yaml",
      .changing(
        "    concurrency: 2",
        to: """
              concurrency: 2
            - name: bot
              channel: self_service
              containment: 120
              spills: [{queue: phone, share: 0.4, delay_seconds: 60, aht_factor: 1.1}]
              use_target: 0.70
              daily_arrivals: 500
          """
      ),
      gives: [
        """
        center/scenario.yaml:27: containment of queue 'bot' is 120.
        Write a share between 0 and 1.
        """
      ]
    ),
    ProblemCase(
      "containment of 1.2",
      in: "scenario.yaml",
      .changing(
        "    concurrency: 2",
        to: """
              concurrency: 2
            - name: bot
              channel: self_service
              containment: 1.2
              spills: [{queue: phone, share: 0.4, delay_seconds: 60, aht_factor: 1.1}]
              use_target: 0.70
              daily_arrivals: 500
          """
      ),
      gives: [
        """
        center/scenario.yaml:27: containment of queue 'bot' is 1.2.
        Write a share between 0 and 1.
        """
      ]
    ),
    ProblemCase(
      "containment with a percent sign",
      in: "scenario.yaml",
      .changing(
        "    concurrency: 2",
        to: """
              concurrency: 2
            - name: bot
              channel: self_service
              containment: 62%
              spills: [{queue: phone, share: 0.4, delay_seconds: 60, aht_factor: 1.1}]
              use_target: 0.70
              daily_arrivals: 500
          """
      ),
      gives: [
        """
        center/scenario.yaml:27: containment of queue 'bot' is '62%'.
        Write a share between 0 and 1: write 0.62.
        """
      ]
    ),
    ProblemCase(
      "no containment",
      in: "scenario.yaml",
      .changing(
        "    concurrency: 2",
        to: """
              concurrency: 2
            - name: bot
              channel: self_service
              spills: [{queue: phone, share: 0.4, delay_seconds: 60, aht_factor: 1.1}]
              use_target: 0.70
              daily_arrivals: 500
          """
      ),
      gives: [
        """
        center/scenario.yaml:25: the key 'containment' of queue 'bot' is missing.
        Add it with a share between 0 and 1.
        """
      ]
    ),
    ProblemCase(
      "a key that no bot has",
      in: "scenario.yaml",
      .changing(
        "    concurrency: 2",
        to: """
              concurrency: 2
            - name: bot
              channel: self_service
              containment: 0.62
              contaiment: 0.62
              daily_arrivals: 500
          """
      ),
      gives: [
        """
        center/scenario.yaml:28: unknown key 'contaiment' in queue 'bot'.
        The keys are: name, channel, opening_hours, daily_arrivals, containment, spills, \
        spill_recorded, use_target.
        """
      ]
    ),
    ProblemCase(
      "people for a bot",
      in: "scenario.yaml",
      .changing(
        "    concurrency: 2",
        to: """
              concurrency: 2
            - name: bot
              channel: self_service
              containment: 0.62
              spills: [{queue: phone, share: 0.4, delay_seconds: 60, aht_factor: 1.1}]
              use_target: 0.70
              daily_arrivals: 500
              skill: general
              aht_seconds: 30
          """
      ),
      gives: [
        """
        center/scenario.yaml:31: skill of queue 'bot' does not go with channel: self_service.
        No people work there: leave the key out. Say what should be resolved by use_target.
        """,
        """
        center/scenario.yaml:32: aht_seconds of queue 'bot' does not go with channel: \
        self_service.
        It is a key of channel: phone, channel: chat or channel: deferred. Leave it out, or \
        change the channel.
        """,
      ]
    ),
    ProblemCase(
      "spilling to nobody and too much",
      in: "scenario.yaml",
      .changing(
        "    concurrency: 2",
        to: """
              concurrency: 2
            - name: bot
              channel: self_service
              containment: 0.62
              spills: [{queue: phon, share: 0.7}, {queue: chat, share: 0.5, delay_seconds: 1 \
          min}]
              use_target: 0.70
              daily_arrivals: 500
          """
      ),
      gives: [
        """
        center/scenario.yaml:28: unknown queue 'phon'.
        Did you mean 'phone'? The queues are: phone, chat.
        """,
        """
        center/scenario.yaml:28: delay_seconds of spill 2 of queue 'bot' is '1 min'.
        The key counts seconds: write 60 without a unit.
        """,
        """
        center/scenario.yaml:28: the shares in spills of queue 'bot' sum to 1.2.
        They are parts of one whole: write shares that sum to 1 at most.
        """,
      ]
    ),
    ProblemCase(
      "proficiency out of order",
      in: "scenario.yaml",
      .changing(
        "shrinkage: 0.08",
        to: """
          shrinkage: 0.08
          proficiency:
            levels: [{name: new, factor: 1.2}, {name: new, factor: 0}]
            tenure: [{below_months: 12, factor: 1.1}, {below_months: 6, factor: 1.2}]
          """
      ),
      gives: [
        """
        center/scenario.yaml:11: factor of level 2 of proficiency is 0.
        Write a number above 0.
        """,
        """
        center/scenario.yaml:12: below_months is 6 after 12.
        Order the stretches by rising months: the first that holds counts.
        """,
      ]
    ),
    ProblemCase(
      "a level named twice",
      in: "scenario.yaml",
      .changing(
        "shrinkage: 0.08",
        to: """
          shrinkage: 0.08
          proficiency: {levels: [{name: new, factor: 1.2}, {name: new, factor: 1.3}]}
          """
      ),
      gives: [
        """
        center/scenario.yaml:10: a second level is named 'new'.
        Rename one.
        """
      ]
    ),
    ProblemCase(
      "a level without levels",
      in: "skills.csv",
      .replacing("employee,skill,level\nE01,general,expert\nE01,writing,\nE02,general,\n"),
      gives: [
        """
        center/skills.csv:2: level is 'expert', but scenario.yaml names no levels.
        Write proficiency: {levels: [{name: expert, factor: 1.1}]} there, or leave it empty.
        """
      ]
    ),
    ProblemCase(
      "calls for people of chats",
      in: "skills.csv",
      .replacing("employee,skill\nE01,writing\nE02,writing\n"),
      gives: [
        """
        center/scenario.yaml: warning: nobody has the skill 'general', so the target of queue \
        'phone' cannot be met: all people hold only skills of chat queues ('chat').
        Chats beside each other are no calls: give the skill to someone in skills.csv.
        """
      ]
    ),
  ]
}
