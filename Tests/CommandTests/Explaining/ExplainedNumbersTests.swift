import Foundation
import Testing

/// Every number of an explanation, recomputed from the files and lines that it names.
@Suite struct ExplainedNumbersTests {
  private static let moment = "2026-03-03T10:30"
  private static let file = ["--forecast", "need"]

  private func near(
    _ shown: Double,
    _ expected: Double,
    _ tolerance: Double = 0.0051,
    _ what: String = ""
  ) {
    #expect(abs(shown - expected) <= tolerance, "\(what): \(shown) for \(expected)")
  }

  /// The mean factor of everybody with a skill, from the two files of people.
  private func meanFactor(_ place: Workplace, _ skill: String) throws -> Double {
    let rows = { (name: String) in
      try place.text(name).split(separator: "\n").dropFirst()
        .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    }
    let held = try rows("small/skills.csv").filter { $0[1] == skill }
    var (sum, weight) = (0.0, 0.0)
    for person in try rows("small/employees.csv") {
      guard let grant = held.first(where: { $0[0] == person[0] }) else { continue }
      let hired = person[5].split(separator: "-").compactMap { Int($0) }
      // full months until 3 March 2026
      let months = 12 * (2026 - hired[0]) + 3 - hired[1] - (hired[2] > 3 ? 1 : 0)
      let tenure = MixedScenario.tenure.first { months < $0.months }?.factor ?? 1
      let share = try #require(Double(person[7]))
      sum += share * (MixedScenario.factors[grant[4]] ?? 1) * tenure
      weight += share
    }
    return sum / weight
  }

  /// The factor of the people, from the groups that are shown and from the files.
  private func checkPeople(_ explained: ExplainedText, _ skill: String, _ next: String) throws
    -> Double
  {
    let part = try explained.part("People", until: next)
    let shown = try #require(part.firstMatch(of: /need ([0-9.]+) × as long/))
    let factor = try #require(Double(shown.1))
    near(factor, try meanFactor(explained.place, skill), 0.000051, "mean factor")
    let groups =
      #/
      ([0-9]+)\ (?:junior|expert|without\ a\ level)(?:,\ under\ [0-9]+\ months)?
      (?:\ \(([0-9.]+)\ full-time\))?\ ([0-9.]+)(?:\ ×\ ([0-9.]+))?
      /#
    var (sum, weight, people) = (0.0, 0.0, 0)
    for group in part.matches(of: groups) {
      let count = try #require(Int(group.1))
      let share = group.2.flatMap { Double($0) } ?? Double(count)
      sum += share * (Double(group.3) ?? .nan) * (group.4.flatMap { Double($0) } ?? 1)
      weight += share
      people += count
    }
    near(factor, sum / weight, 0.000051, "factor of the groups")
    #expect(part.contains("the mean of the \(people) people with skill \(skill) on Tue 3 Mar"))
    // the factors stand where they are said to stand
    let named = try explained.settings(in: part).filter { $0.key == "factor" }
      .compactMap { Double($0.value) }
    let used = part.contains("1.3") ? [1.3, 0.85, 1.25, 1.1].filter { part.contains("\($0)") } : []
    #expect(!used.isEmpty && named == used)
    #expect(part.contains("small/employees.csv; small/skills.csv"))
    return factor
  }

  @Test func `calls and chats`() async throws {
    try await MixedScenario.with { place in
      try place.edit("small/employees.csv", line: 3) { $0.replacing(",1,no", with: ",0.8,no") }
      try await place.succeed(["staff", "small", "--week", Workplace.week, "--out", "need"])
      for (queue, skill) in [
        ("phone_general", "general"), ("phone_cards", "cards"), ("chat", "general"),
      ] {
        let explained = try await ExplainedText(place, queue, Self.moment, Self.file)
        let contacts = try explained.part("Contacts", until: "Handle time")
        let shown = ExplainedText.numbers(contacts)
        near(shown[0], try explained.cell("arrivals", of: "forecast.csv", in: contacts))
        near(shown[3], try explained.cell("low80", of: "forecast.csv", in: contacts), 0.5)
        near(shown[4], try explained.cell("high80", of: "forecast.csv", in: contacts), 0.5)
        let time = try explained.part("Handle time", until: "People")
        let seconds = ExplainedText.numbers(time)[0]
        near(seconds, try explained.cell("aht_seconds", of: "forecast.csv", in: time))
        let factor = try checkPeople(explained, skill, "Patience")
        try checkSettings(explained, isChat: queue == "chat")
        try checkLoad(explained, contacts: shown[0], seconds, factor, isChat: queue == "chat")
      }
    }
  }

  private func checkSettings(_ explained: ExplainedText, isChat: Bool) throws {
    let patience = try explained.part("Patience", until: "Target")
    near(
      ExplainedText.numbers(patience)[0],
      try explained.setting("patience_seconds", in: patience)
    )
    let target = try explained.part("Target", until: "At once")
    near(ExplainedText.numbers(target)[0] / 100, try explained.setting("service_level", in: target))
    let within = try #require(target.firstMatch(of: /within ([0-9]+) s/))
    near(try #require(Double(within.1)), try explained.setting("within_seconds", in: target))
    if isChat {
      let definition = try explained.settings(in: target).first { $0.key == "definition" }
      #expect(definition?.value == "answered")
      #expect(target.contains("of those answered"))
    } else {
      let cap = try #require(target.firstMatch(of: /occupancy of at most ([0-9]+)%/))
      let share = try #require(Double(cap.1)) / 100
      near(share, try explained.setting("maximum_occupancy", in: target))
    }
    let slots = try explained.part("At once", until: isChat ? "Slowdown" : "Shrinkage")
    near(ExplainedText.numbers(slots)[0], try explained.setting("concurrency", in: slots))
    let text = explained.text
    let shrinkage = try #require(text.firstMatch(of: /Shrinkage ([0-9.]+)% of .*?, shrinkage/))
    let share = try #require(Double(shrinkage.1)) / 100
    near(share, try explained.setting("shrinkage", in: String(shrinkage.0)))
  }

  /// The handle time in use, the load, and how handle times vary.
  private func checkLoad(
    _ explained: ExplainedText,
    contacts: Double,
    _ seconds: Double,
    _ factor: Double,
    isChat: Bool
  ) throws {
    let text = explained.text
    let load: [Double]
    let used: Double
    if isChat {
      let slower = try explained.part("Slowdown", until: "Shrinkage")
      let slowdown = try explained.setting("slowdown", in: slower)
      near(ExplainedText.numbers(slower)[0], slowdown)
      let line =
        #/
      Handle\ time\ h\(3\)\ =\ ([0-9.,]+)\ s\ ×\ ([0-9.]+)\ ×\ \(1\ \+\ 0\.25·\(3\ −\ 1\)\)
        \ =\ ([0-9.,]+)\ s\ Load\ contacts\ ×\ h\(3\)\ ÷\ interval\ =\ (.*?)\ erlangs
      /#
      let match = try #require(text.firstMatch(of: line), "\(text)")
      #expect(ExplainedText.numbers(match.1) == [seconds] && Double(match.2) == factor)
      used = ExplainedText.numbers(match.3)[0]
      near(used, seconds * factor * (1 + slowdown * 2), 0.05, "h(3)")
      load = ExplainedText.numbers(match.4)
    } else {
      let line =
        #/
      Handle\ time\ h\ =\ ([0-9.,]+)\ s\ ×\ ([0-9.]+)\ =\ ([0-9.,]+)\ s
        \ Load\ contacts\ ×\ h\ ÷\ interval\ =\ (.*?)\ erlangs
      /#
      let match = try #require(text.firstMatch(of: line), "\(text)")
      #expect(ExplainedText.numbers(match.1) == [seconds] && Double(match.2) == factor)
      used = ExplainedText.numbers(match.3)[0]
      near(used, seconds * factor, 0.05, "h")
      load = ExplainedText.numbers(match.4)
    }
    #expect(load[0] == contacts && load[1] == used && load[2] == 1800)
    near(load[3], contacts * used / 1800, 0.01, "load")
    let hand = try explained.part("In hand", until: "Taken over")
    let variation = try #require(hand.firstMatch(of: /variation ([0-9.]+) \(Jennings/))
    let shown = try #require(Double(variation.1))
    near(
      shown,
      isChat
        ? 1 : try explained.cell("aht_variation", of: "forecast_days.csv", in: hand),
      0.0051,
      "variation"
    )
    #expect(!isChat || hand.contains("handle_time_variation is not in scenario.yaml"))
  }

  @Test func `handle times of a forecast made now say where they come from`() async throws {
    try await MixedScenario.with { place in
      let none: [String] = []
      let chat = try await ExplainedText(place, "chat", Self.moment, none)
      let contacts = try chat.part("Contacts", until: "Handle time")
      let all = ExplainedText.numbers(contacts)[0]
      let spilled = try #require(contacts.firstMatch(of: /([0-9.]+) of them from bot, each 1.2 ×/))
      let added = try #require(Double(spilled.1))
      near(try chat.setting("aht_factor", in: contacts), 1.2)
      let time = try chat.part("Handle time", until: "People")
      let shown = ExplainedText.numbers(time)
      let base = try chat.setting("aht_seconds", in: time)
      // 312.71 s on average = 310 s × (m + s·1.2) ÷ (m + s)
      #expect(Array(shown[1..<7]) == [base, shown[2], added, 1.2, shown[2], added])
      near(shown[2] + added, all, 0.011)
      near(shown[0], base * (shown[2] + added * 1.2) / (shown[2] + added), 0.05)
      // half an hour of the bot: 240 a day over 48 intervals, 38 % of them not resolved, a quarter here
      near(added, 240.0 / 48 * 0.38 * 0.25)
      let cards = try await ExplainedText(place, "phone_cards", Self.moment, none)
      #expect(
        try cards.part("Handle time", until: "People").hasSuffix(
          "s on average forecast now from small/contacts.csv"
        )
      )
      let lead = try await ExplainedText(place, "lead", Self.moment, none)
      let setting = try lead.part("Handle time", until: "People")
      #expect(ExplainedText.numbers(setting)[0] == 900)
      near(try lead.setting("aht_seconds", in: setting), 900)
    }
  }

  @Test func `deferred work and its stages`() async throws {
    try await MixedScenario.with { place in
      try await place.succeed(["staff", "small", "--week", Workplace.week, "--out", "need"])
      let mail = try await ExplainedText(place, "mail", Self.moment, Self.file)
      let items = try mail.part("Items", until: "Handle time")
      near(
        ExplainedText.numbers(items)[0],
        try mail.cell("arrivals", of: "forecast.csv", in: items)
      )
      try checkWork(mail, "cards", items: ExplainedText.numbers(items)[0])

      let lead = try await ExplainedText(place, "lead", Self.moment, Self.file)
      let handed = try lead.part("Items", until: "Handle time")
      let shown = ExplainedText.numbers(handed)
      near(shown[1], try lead.cell("arrivals", of: "forecast.csv", in: handed))
      near(shown[1], ExplainedText.numbers(items)[0])
      near(shown[2] / 100, try lead.setting("share", in: handed))
      near(shown[0], shown[1] * shown[2] / 100, 0.0051 + 0.005)
      try checkWork(lead, "general", items: shown[0])
    }
  }

  private func checkWork(_ explained: ExplainedText, _ skill: String, items: Double) throws {
    let time = try explained.part("Handle time", until: "People")
    let seconds = ExplainedText.numbers(time)[0]
    near(seconds, try explained.cell("aht_seconds", of: "forecast.csv", in: time))
    let factor = try checkPeople(explained, skill, "Due")
    let due = try explained.part("Due", until: "Target")
    let hours = try explained.settings(in: due)
    #expect(hours.map(\.key) == ["due", "hours"])
    #expect(due.hasPrefix("\(hours[0].value.dropLast()) h in \(hours[1].value) hours"))
    let target = try explained.part("Target", until: "Shrinkage")
    near(ExplainedText.numbers(target)[0] / 100, try explained.setting("share_in_time", in: target))
    let text = explained.text
    let line =
      #/
      Handle\ time\ h\ =\ ([0-9.,]+)\ s\ ×\ ([0-9.]+)\ =\ ([0-9.,]+)\ s
      \ Work\ items\ ×\ h\ =\ (.*?)\ hours
      /#
    let match = try #require(text.firstMatch(of: line), "\(text)")
    #expect(ExplainedText.numbers(match.1) == [seconds] && Double(match.2) == factor)
    let used = ExplainedText.numbers(match.3)[0]
    near(used, seconds * factor, 0.05, "h")
    let work = ExplainedText.numbers(match.4)
    #expect(work[0] == items && work[1] == used && work[2] == 3600)
    near(work[3], items * used / 3600, 0.007, "hours")
    let need = try place(explained, explained.text.prefix { $0 != "," })
    let program = try #require(text.firstMatch(of: /Program ([0-9.]+) hours are done in it/))
    near(try #require(Double(program.1)), need / 2, 0.0051, "program")
  }

  /// The erlangs of a queue in the interval, by `requirement.csv`.
  private func place(_ explained: ExplainedText, _ queue: some StringProtocol) throws -> Double {
    let rows = try explained.place.text("need/requirement.csv").split(separator: "\n")
    let row = try #require(rows.first { $0.hasPrefix("\(queue),\(Self.moment)") })
    return try #require(Double(row.split(separator: ",")[2]))
  }

  @Test func `self-service`() async throws {
    try await MixedScenario.with { place in
      let bot = try await ExplainedText(place, "bot", Self.moment, [])
      let contacts = try bot.part("Contacts", until: "Containment")
      let shown = ExplainedText.numbers(contacts)
      let daily = try bot.setting("daily_arrivals", in: contacts)
      #expect(shown[2] == daily && shown[3] == 48)
      near(shown[0], daily / 48)
      let share = try bot.part("Containment", until: "Spills")
      near(ExplainedText.numbers(share)[0] / 100, try bot.setting("containment", in: share))
      let spills = try bot.part("Spills", until: "Rest")
      let named = try bot.settings(in: spills)
      #expect(named.filter { $0.key == "share" }.map(\.value) == ["0.5", "0.25"])
      #expect(named.filter { $0.key == "aht_factor" }.map(\.value) == ["1.1", "1.2"])
      #expect(named.filter { $0.key == "delay_seconds" }.map(\.value) == ["60"])
      #expect(spills.contains("50% of the rest to phone_general, 60 s later, with 1.1 times"))
      #expect(spills.contains("25% of the rest to chat, with 1.2 times"))
      let rest = shown[0] * 0.38
      #expect(bot.text.contains("= 5.00 − 3.10 = 1.90 Then"))
      near(rest, 1.9)
      #expect(bot.text.contains("1.90 × 50% = 0.95 ask for phone_general"))
      #expect(bot.text.contains("1.90 × 25% = 0.48 ask for chat 0.48 give up"))
    }
  }
}
