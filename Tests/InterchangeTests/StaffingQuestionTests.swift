import Testing
import Workforce

@testable import Interchange

@Suite struct StaffingQuestionTests {
  @Test(arguments: [
    ("330s", 330.0), ("5m30s", 330), ("5min 30s", 330), ("1h", 3600), ("1.5h", 5400),
    ("1h30m", 5400), ("0.5s", 0.5), ("2 hours", 7200), ("90 sec", 90), ("1H", 3600),
  ])
  func `reads durations with their units`(text: String, seconds: Double) {
    #expect(UnitText.duration(text)?.inSeconds == seconds)
  }

  @Test(arguments: ["", "90", "s", "5x", "30s5m", "5m5m", "-5s", "1..5s", "5m30", "1e400s", "٣s"])
  func `knows what is no duration`(text: String) {
    #expect(UnitText.duration(text) == nil)
  }

  private func options(
    arrivals: String = "250",
    aht: String = "330s",
    _ change: (inout StaffingOptions) -> Void = { _ in }
  ) -> StaffingOptions {
    var options = StaffingOptions(
      arrivals: arrivals,
      per: "1h",
      handleTime: aht,
      target: "80/30",
      patience: nil,
      concurrency: "1",
      shrinkage: "0",
      maximumSpeedOfAnswer: nil,
      maximumAbandonment: nil,
      maximumOccupancy: nil,
      agents: nil
    )
    change(&options)
    return options
  }

  @Test(arguments: ["80/30", "80/30s", "80%/30s", "80/0.5m"])
  func `reads a target in several ways`(text: String) throws {
    let read = StaffingQuestionReader.read(options { $0.target = text })
    let question = try #require(read.value).question
    let share = try #require(Fraction(0.8))
    #expect(question.demands == [.serviceLevel(share, within: .seconds(30))])
    #expect(question.threshold == .seconds(30))
  }

  @Test(arguments: ServiceLevelDefinition.allCases)
  func `reads the definition of the share`(definition: ServiceLevelDefinition) throws {
    let read = StaffingQuestionReader.read(options { $0.definition = definition.rawValue })
    let question = try #require(read.value).question
    let share = try #require(Fraction(0.8))
    #expect(
      question.demands == [.serviceLevel(share, within: .seconds(30), by: definition)]
    )
    #expect(question.definition == definition)
  }

  @Test func `explains a definition without a share`() {
    let read = StaffingQuestionReader.read(
      options {
        $0.definition = "answerd"
        $0.target = nil
        $0.maximumSpeedOfAnswer = "20s"
      }
    )
    #expect(
      read.diagnostics.map(\.description) == [
        """
        --definition is 'answerd'.
        Did you mean 'answered'? Write offered, offered_less_early_abandons or answered.
        """,
        """
        --definition is given without --target: it says what the share of the target is taken of.
        Give --target 80/30 too, or leave --definition out.
        """,
      ]
    )
  }

  @Test func `reads every option`() throws {
    let read = StaffingQuestionReader.read(
      options {
        $0.per = "30m"
        $0.patience = "90s"
        $0.concurrency = "2"
        $0.shrinkage = "30%"
        $0.maximumSpeedOfAnswer = "15s"
        $0.maximumAbandonment = "0.05"
        $0.maximumOccupancy = "85%"
        $0.agents = "26"
      }
    )
    let (question, agents) = try #require(read.value)
    #expect(agents == 26)
    #expect(question.interval == .minutes(30))
    #expect(question.patience == .seconds(90))
    #expect(question.concurrency == 2)
    #expect(question.shrinkage == Fraction(0.3))
    #expect(
      question.demands.dropFirst() == [
        .speedOfAnswer(.seconds(15)), .abandonment(try #require(Fraction(0.05))),
        .occupancy(try #require(Fraction(0.85))),
      ]
    )
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let change: @Sendable (inout StaffingOptions) -> Void
    let message: String

    init(
      _ name: String,
      _ message: String,
      _ change: @escaping @Sendable (inout StaffingOptions) -> Void
    ) {
      testDescription = name
      self.change = change
      self.message = message
    }
  }

  static let cases = [
    Case(
      "patience without a unit",
      "--patience is 90.\n"
        + "Write the unit too: 90s for seconds, 90m for minutes, 90h for hours."
    ) { $0.patience = "90" },
    Case(
      "no patience",
      "--patience is '0s'.\nWrite a mean patience of at least 1 second."
    ) { $0.patience = "0s" },
    Case(
      "more than all",
      "--target is '120/30'.\nNo number of agents answers 120 % in time. "
        + "Write a share below 100, such as 80/30."
    ) { $0.target = "120/30" },
    Case(
      "all",
      "--target is '100/30s'.\nNo number of agents answers 100 % in time. "
        + "Write a share below 100, such as 80/30."
    ) { $0.target = "100/30s" },
    Case(
      "a share for a percentage",
      "--target is '0.8/30'.\nThe share is in percent: write 80/30 for 80 % within 30 seconds."
    ) { $0.target = "0.8/30" },
    Case(
      "half a target",
      "--target is 80.\nWrite percent/seconds: 80/30 is 80 % answered within 30 seconds."
    ) { $0.target = "80" },
    Case("no contacts", "--arrivals is 0.\nWrite a number above 0.") { $0.arrivals = "0" },
    Case(
      "percent without its sign",
      "--shrinkage is 30.\nWrite 30% for 30 percent, or a share between 0 and 1."
    ) { $0.shrinkage = "30" },
    Case(
      "nobody there",
      "--shrinkage is 1.\nWrite a share from 0 to 0.95, such as 0.3 or 30%."
    ) { $0.shrinkage = "1" },
    Case(
      "nothing asked for",
      "there is nothing that the service must be.\n"
        + "Give --target 80/30, or one of --max-asa, --max-abandonment and --max-occupancy."
    ) { $0.target = nil },
    Case(
      "abandonment without patience",
      "--max-abandonment is given without --patience: contacts who wait for ever never leave.\n"
        + "Give the mean time that a contact waits before it leaves, such as --patience 90s."
    ) { $0.maximumAbandonment = "5%" },
    Case(
      "too much",
      "the load is 1500000 erlangs: --arrivals × --aht ÷ --per.\n"
        + "The calculator goes to 100000. Look at the three options and their units."
    ) { ($0.arrivals, $0.handleTime, $0.per) = ("1000000", "1.5h", "1h") },
    Case(
      "a chat too many",
      "--concurrency is 11.\nWrite a whole number from 1 to 10."
    ) { $0.concurrency = "11" },
  ]

  @Test(arguments: cases)
  func `says what is wrong`(c: Case) {
    let read = StaffingQuestionReader.read(options(c.change))
    #expect(read.value == nil)
    #expect(read.diagnostics.map(\.description) == [c.message])
  }

  @Test func `says everything at once`() {
    let read = StaffingQuestionReader.read(
      options(arrivals: "-5", aht: "330") {
        $0.target = "120/30"
        $0.patience = "90"
        $0.maximumOccupancy = "85"
      }
    )
    #expect(read.diagnostics.count == 5)
  }
}

@Suite struct QueueTimeTests {
  @Test(arguments: [
    ["phone", "2026-03-03T10:30"], ["phone 2026-03-03T10:30"], ["phone", "2026-03-03", "10:30"],
    ["phone 2026-03-03 10:30:00"],
  ])
  func `reads a queue and a time`(words: [String]) throws {
    let place = try #require(QueueTime(words))
    #expect(place.queue == "phone")
    #expect(place.time == LocalDateTime("2026-03-03T10:30"))
  }

  @Test func `a queue's name may have blanks`() {
    #expect(QueueTime(["first", "line 2026-03-03T10:30"])?.queue == "first line")
  }

  @Test(arguments: [[], ["phone"], ["2026-03-03T10:30"], ["2026-03-03T10:30", "phone"]])
  func `knows what is none`(words: [String]) { #expect(QueueTime(words) == nil) }

  @Test(arguments: [
    (
      "phon 2026-03-23T10:30",
      "unknown queue 'phon'.\nDid you mean 'phone'? The queues are: phone, chat."
    ),
    (
      "phone 2026-03-30T00:00",
      "2026-03-30T00:00 is not in the forecast, which goes from 2026-03-23 to 2026-03-29.\n"
        + "Give a time of these days, or the forecast of another week."
    ),
    (
      "phone 2026-03-29T01:30",
      "the wall clock never shows 2026-03-29T01:30: the clocks go forward over it.\n"
        + "Give a time before or after the change."
    ),
  ])
  func `says what there is instead`(text: String, message: String) throws {
    let zone = try #require(Zone(identifier: "Europe/London"))
    let week = try #require(ISOWeek("2026-W13"))
    let grid = try #require(TimeGrid(week: week, stepMinutes: 30, zone: zone))
    let place = try #require(QueueTime([text]))
    let found = place.place(among: ["phone", "chat"], in: grid)
    #expect(found.diagnostics.map(\.description) == [message])
  }

  @Test func `the interval that holds the moment is meant`() throws {
    let week = try #require(ISOWeek("2026-W13"))
    let grid = try #require(TimeGrid(week: week, stepMinutes: 30, zone: .utc))
    let place = try #require(QueueTime(["chat", "2026-03-24T10:44"]))
    let found = try #require(place.place(among: ["phone", "chat"], in: grid).value)
    #expect(found.queue == 1 && found.index == 48 + 21)
  }
}

@Suite struct InputLinesTests {
  @Test func `finds the lines of a queue, its target and the scenario`() {
    let text = """
      name: x
      shrinkage: 0.1
      queues:
        - name: phone
          aht_seconds: 200
        - name: chat
          target:
            service_level: 0.8
            within_seconds: 30
          aht_seconds: 500
      """
    let lines = InputLines(scenario: Array(text.utf8), queue: "chat")
    #expect(lines.line(of: "shrinkage") == 2)
    #expect(lines.line(of: "target") == 7)
    #expect(lines.line(of: "within_seconds") == 9)
    #expect(lines.line(of: "aht_seconds") == 10)
    #expect(lines.line(of: "patience_seconds") == nil)
  }
}

extension InputLinesTests {
  @Test func `finds deeper keys by their path`() {
    let text = """
      proficiency:
        levels:
          - name: junior
            factor: 1.3
          - {name: expert, factor: 0.9}
        tenure: [{below_months: 6, factor: 1.2}]
      queues:
        - name: mail
          follows:
            queue: first
            share: 0.5
        - name: bot
          spills:
            - {queue: mail, share: 0.2}
            - queue: first
              share: 0.3
      """
    let mail = InputLines(scenario: Array(text.utf8), queue: "mail")
    #expect(mail.line(of: "levels.junior.factor") == 4)
    #expect(mail.line(of: "levels.expert.factor") == 5)
    #expect(mail.line(of: "tenure.6.below_months") == 6)
    #expect(mail.line(of: "follows") == 9)
    #expect(mail.line(of: "follows.share") == 11)
    #expect(mail.line(of: "spills.0.share") == nil)
    let bot = InputLines(scenario: Array(text.utf8), queue: "bot")
    #expect(bot.line(of: "spills.0.share") == 14)
    #expect(bot.line(of: "spills.1.share") == 16)
    #expect(bot.line(of: "spills.1.aht_factor") == nil)
  }
}
