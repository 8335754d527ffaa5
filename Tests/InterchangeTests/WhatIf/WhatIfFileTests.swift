import Interchange
import TestSupport
import Testing
import Workforce

@Suite struct WhatIfFileTests {
  private typealias Make = ScenarioFixtures

  private var inputs: PlanningInputs {
    var people = Make.people("ada", "bo", "cy")
    people[0].team = "early"
    people[1].team = "early"
    var inputs = Make.inputs(
      people: people,
      queues: [
        Make.queue("phone", open: "08:00-20:00"), Make.queue("cards", open: "08:00-20:00"),
      ]
    )
    inputs.skills = [SkillGrant(employee: "ada", skill: "phone")]
    return inputs
  }

  private func read(_ text: String) -> Loaded<WhatIfFile.Content> {
    WhatIfFile.read(Array(text.utf8), named: "rush.yaml", inputs: inputs)
  }

  @Test func `reads changes in their order, each with its line`() throws {
    let loaded = read(
      """
      question: What if?
      changes:
        - volume: {queue: phone, factor: 1.2, from: 2026-03-02, until: 2026-03-04}
        - hire: {count: 2, skills: cards, start: 2026-03-02}

        - absence: {team: early, share: 0.5, from: 2026-03-03}
      """
    )
    let content = try #require(loaded.value, "\(loaded.diagnostics)")
    #expect(content.lines == [3, 4, 6])
    #expect(content.whatIf.name == "rush")
    #expect(content.whatIf.question == "What if?")
    let (first, last) = (Make.date("2026-03-02"), Make.date("2026-03-04"))
    let day = Make.date("2026-03-03")
    #expect(
      content.whatIf.changes == [
        .assume(.volume(queue: "phone", factor: 1.2, dates: first...last)),
        .hire(WhatIfHire(count: 2, skills: ["cards"], start: first)),
        .absence(
          WhatIfPeople(team: "early", amount: .share(Make.share(0.5))),
          dates: day...day,
          kind: "sick"
        ),
      ]
    )
  }

  @Test func `an empty list changes nothing`() throws {
    #expect(try #require(read("name: nothing\n").value).whatIf.changes.isEmpty)
    #expect(try #require(read("name: nothing\nchanges: []\n").value).whatIf.changes.isEmpty)
  }

  /// What the writer writes is what the reader reads, for random what-ifs.
  @Test(arguments: 1...200)
  func `written and read again it is the same`(seed: Int) throws {
    var random = RandomWhatIf(seed: seed)
    let whatIf = WhatIf(
      name: "random-\(seed)",
      question: "\"Why\": not?",
      changes: random.changes()
    )
    let text = WhatIfFile.text(whatIf)
    let loaded = read(text)
    #expect(loaded.value?.whatIf == whatIf, "\(text)\n\(loaded.diagnostics)")
  }

  @Test(arguments: [
    ("- volume: {queue: phon, factor: 1}", "unknown queue 'phon'."),
    ("- volume: {factor: -1}", "factor of the change 'volume' is -1."),
    (
      "- volume: {factor: 1, growth_per_year: 0.1, since: 2026-01-01}", "has both factor and growth"
    ),
    ("- volume: {growth_per_year: 0.1}", "the key 'since' of the change 'volume' is missing."),
    (
      "- volume: {factor: 1, from: 2026-03-04, until: 2026-03-02}",
      "until is 2026-03-02 but from is"
    ),
    ("- volume: {factor: 1, from: 2026-02-30}", "from of the change 'volume' is '2026-02-30'."),
    ("- migrate: {from: phone, to: phone, share: 0.1}", "contacts of 'phone' go to 'phone'."),
    ("- migrate: {from: phone, to: cards, share: 2}", "share of the change 'migrate' is 2."),
    ("- handle_time: {queue: phone}", "has neither factor nor seconds."),
    ("- handle_time: {factor: 1, seconds: 9}", "has both seconds and factor."),
    ("- containment: {queue: bot, share: 0.2}", "unknown queue 'bot'."),
    ("- forecast: {week: p80}", "week of the change 'forecast' is 'p80'."),
    ("- target: {queue: phone}", "the change 'target' changes nothing."),
    ("- target: {service_level: 1}", "service_level of the change 'target' is 1."),
    ("- absence: {employees: [ada, ada], from: 2026-03-03}", "names somebody twice."),
    ("- absence: {employees: [dan], from: 2026-03-03}", "unknown employee 'dan'."),
    ("- absence: {team: late, from: 2026-03-03}", "unknown team 'late'."),
    ("- absence: {count: 1, share: 0.1, from: 2026-03-03}", "has both share and count."),
    ("- hire: {count: 1}", "skills"),
    ("- hire: {count: 1, skills: [typing]}", "unknown skill 'typing'."),
    ("- hire: {count: 1, skills: [phone], level: master}", "names no levels."),
    ("- contract: {contract: contract, to: contract}", "change to 'contract'."),
    ("- terms: {contract: contract, weekly_hours: {minimum: 90}}", "90"),
    ("- rule: {minimum_rest_hours: never}", "minimum_rest_hours of the change 'rule' is 'never'."),
    ("- opening: {queue: phone, opening_hours: {mon-sun: \"00:00-24:00\"}}", "its history knows"),
    ("- budget: {site: site}", "has neither overtime_hours nor pay."),
    ("- absence: {employees: [], from: 2026-03-03}", "is an empty list."),
    ("- rule: {minimum_rest_hours: 200}", "minimum_rest_hours of the change 'rule' is 200."),
    ("- terms: {contract: contract, shift_templates: []}", "is an empty list."),
    ("- volume: {factor: 101}", "factor of the change 'volume' is 101."),
    ("- volume: {growth_per_year: 5, since: 2026-01-01}", "growth_per_year of the change"),
    ("- close: {site: nowhere, from: 2026-03-03}", "unknown site 'nowhere'."),
    ("- voluem: {factor: 1}", "unknown key 'voluem' in a change."),
    ("- {}", "the change is empty."),
    ("- volume: {factor: 1}\n    hire: {count: 1, skills: phone}", "the change has 2 kinds"),
  ])
  func `what is wrong is said`(change: String, message: String) {
    let loaded = read("changes:\n  \(change)\n")
    #expect(loaded.value == nil)
    #expect(
      loaded.errors.contains {
        $0.message.contains(message) && $0.line == 2 && !$0.suggestion.isEmpty
      }
        || loaded.errors.contains { $0.message.contains(message) && $0.line == 3 },
      "\(loaded.diagnostics)"
    )
  }

  @Test(arguments: [
    ("shrinkage: {share: 0.1}", "shrinkage: {share: 0.2}", "the shrinkage"),
    ("handle_time: {seconds: 200}", "handle_time: {queue: phone, factor: 1.1}", "the handle time"),
    ("forecast: {week: p10}", "forecast: {week: p90}", "the week of the forecast"),
    (
      "target: {queue: phone, within_seconds: 20}", "target: {within_seconds: 30}",
      "the threshold"
    ),
    ("rule: {minimum_rest_hours: 9}", "rule: {minimum_rest_hours: off}", "the rest"),
    ("price: {overtime_premium: 1}", "price: {overtime_premium: 0}", "the premium of overtime"),
    (
      "leave: {employees: ada, last_day: 2026-03-02}",
      "leave: {employees: [bo, ada], last_day: 2026-03-04}", "the last day of 'ada'"
    ),
    (
      "certify: {employees: bo, skill: phone}",
      "lapse: {employees: bo, skill: phone, on: 2026-03-03}", "the skill 'phone' of 'bo'"
    ),
    (
      "close: {site: site, from: 2026-03-03, until: 2026-03-05}",
      "close: {site: site, from: 2026-03-04}", "the closing"
    ),
    (
      "close: {site: site, from: 2026-03-02, until: 2026-03-08}",
      "hire: {count: 2, skills: cards}", "the staff"
    ),
    ("budget: {pay: 100}", "budget: {pay: 200}", "the pay"),
  ])
  func `contradictions are said`(first: String, second: String, message: String) {
    let loaded = read("changes:\n  - \(first)\n  - \(second)\n")
    #expect(loaded.errors.count == 1, "\(loaded.diagnostics)")
    #expect(loaded.errors.first?.message.hasPrefix(message) == true, "\(loaded.diagnostics)")
    #expect(loaded.errors.first?.line == 3)
    #expect(read("changes:\n  - \(first)\n").value != nil)
    #expect(read("changes:\n  - \(second)\n").value != nil)
  }

  @Test(arguments: [
    ("close: {site: site, from: 2026-03-03}", "close: {site: site, from: 2026-03-06}"),
    ("close: {site: site, from: 2026-03-07}", "hire: {count: 2, skills: cards, site: site}"),
    (
      "certify: {employees: bo, skill: phone, from: 2026-03-02}",
      "lapse: {employees: bo, skill: phone, on: 2026-03-05}"
    ),
  ])
  func `what acts at other times goes together`(first: String, second: String) {
    let loaded = read("changes:\n  - \(first)\n  - \(second)\n")
    #expect(loaded.value?.whatIf.changes.count == 2, "\(loaded.diagnostics)")
  }

  @Test(arguments: ["base.yaml", "start.yaml", "a b.yaml", "ä.yaml"])
  func `a file's name that is no name must be given one`(file: String) {
    let nameless = Array("changes: []\n".utf8)
    let loaded = WhatIfFile.read(nameless, named: file, inputs: inputs)
    #expect(loaded.errors.first?.message.hasPrefix("the file has no name") == true)
    let named = Array("name: other\nchanges: []\n".utf8)
    #expect(WhatIfFile.read(named, named: file, inputs: inputs).value?.whatIf.name == "other")
    #expect(read("  \n").errors.first?.message == "the file is empty.")
  }

  @Test func `factors go together`() {
    let text = """
      changes:
        - handle_time: {factor: 0.9}
        - handle_time: {queue: phone, factor: 1.1}
        - volume: {factor: 2}
        - volume: {factor: 0.5}
      """
    #expect(read(text).value?.whatIf.changes.count == 4)
  }

  @Test func `all that is wrong is said at once`() {
    let loaded = read(
      """
      name: a/b
      changes:
        - volume: {queue: fone, factor: much}
        - hire: {count: 1.5, skills: [phone]}
        - shrinkage: {share: 7}
        - close: {site: site, from: 2026-13-01}
      """
    )
    #expect(loaded.errors.count == 6, "\(loaded.diagnostics)")
    #expect(loaded.errors.map(\.line) == [1, 3, 3, 4, 5, 6])
  }
}

/// Random changes that do not contradict each other.
private struct RandomWhatIf {
  private typealias Make = ScenarioFixtures
  private var random: RandomStream

  init(seed: Int) {
    random = RandomStream(seed: UInt64(bitPattern: Int64(seed)), name: "random what-if")
  }

  private mutating func chance() -> Bool { random.below(2) == 0 }
  private mutating func queue() -> String? { [nil, "phone", "cards"][random.below(3)] }
  private mutating func date() -> LocalDate {
    Make.date("2026-03-02").adding(days: random.below(20))
  }
  private mutating func factor() -> Double { Double(1 + random.below(4000)) / 1000 }
  private mutating func share() -> Fraction { Make.share(Double(random.below(900)) / 1000) }
  private mutating func dates() -> ClosedRange<LocalDate> {
    let first = date()
    return first...first.adding(days: random.below(5))
  }

  private mutating func people() -> WhatIfPeople {
    let amount: WhatIfPeople.Amount =
      [.all, .count(random.below(9)), .share(share())][random.below(3)]
    return WhatIfPeople(
      employees: chance() ? ["ada", "cy"] : [],
      team: chance() ? "early" : nil,
      site: chance() ? "site" : nil,
      contract: nil,
      holding: chance() ? "phone" : nil,
      amount: amount
    )
  }

  mutating func changes() -> [WhatIfChange] {
    var target = WhatIfTarget(queue: queue())
    target.serviceLevel = share()
    target.maximumOccupancy = chance() ? Make.share(0.85) : nil
    target.minimumAgents = chance() ? 3 : nil
    target.period = chance() ? .eachDay : nil
    var rule = WhatIfRule(contract: chance() ? "contract" : nil)
    rule.minimumRest = chance() ? .off : .set(.hours(9))
    rule.maximumConsecutiveDays = chance() ? .set(5) : nil
    rule.maximumStartChange = chance() ? .off : nil
    rule.isPresenceOff = chance()
    var terms = WhatIfTerms(contract: "contract")
    terms.wagePerHour = factor()
    var price = WhatIfPrice()
    price.overtimePremium = factor()
    price.cover = chance() ? .need : nil
    let scaling: ForecastAssumption.Scaling = chance() ? .factor(factor()) : .mean(.seconds(250))
    let all: [WhatIfChange] = [
      .assume(.volume(queue: queue(), factor: factor(), dates: chance() ? dates() : nil)),
      .assume(.growth(queue: queue(), perYear: 0.125, since: date())),
      .assume(.migration(from: "phone", to: "cards", share: share(), handleTimeFactor: factor())),
      .assume(.handleTime(queue: queue(), scaling)), .assume(.patience(queue: queue(), scaling)),
      .assume(.containment(channel: "cards", share: share())),
      .assume(.quantile([.p10, .p50, .p90][random.below(3)])), .target(target),
      .shrinkage(share()), .absence(people(), dates: dates(), kind: "off: \"sick\""),
      .hire(
        WhatIfHire(count: random.below(5), skills: ["phone", "cards"], team: chance() ? "new" : "")
      ),
      .leave(WhatIfPeople(team: "early", amount: .count(1)), lastDay: date()),
      .certify(WhatIfPeople(amount: .count(1)), skill: "cards", from: chance() ? date() : nil),
      .lapse(WhatIfPeople(team: "early"), skill: "phone", on: date()), .rule(rule),
      .terms(terms), .price(price), .budget(WhatIfBudget(overtime: .hours(7), pay: 1234.5)),
    ]
    return all.filter { _ in chance() }
  }
}
