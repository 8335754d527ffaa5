import Testing
import Workforce

@testable import Reporting

@Suite struct SelfServiceTextTests {
  private func channel(
    contained: Double,
    isRecorded: Bool = false,
    spills: Bool = true,
    target: Double? = 0.7
  ) -> SelfServiceForecast {
    SelfServiceForecast(
      name: "bot",
      arrivals: [600, 400],
      contained: [600 * contained, 400 * contained],
      spilled: spills
        ? [.init(queue: "phone", arrivals: [60, 40]), .init(queue: "chat", arrivals: [10, 5])] : [],
      isSpillRecorded: isRecorded,
      useTarget: target.flatMap { Fraction($0) },
      method: nil
    )
  }

  @Test func `says what is resolved and where the rest goes`() {
    #expect(
      channel(contained: 0.75).sentence
        == "bot: 1,000 contacts, 75.0% resolved without a person (target 70.0%, met); 100 to phone "
        + "and 15 to chat"
    )
    #expect(
      channel(contained: 0.62, isRecorded: true).sentence
        == "bot: 1,000 contacts, 62.0% resolved without a person (target 70.0%, missed); 100 to "
        + "phone and 15 to chat, which their history already holds"
    )
    #expect(
      channel(contained: 0.5, spills: false, target: nil).sentence
        == "bot: 1,000 contacts, 50.0% resolved without a person; the rest gives up"
    )
    var silent = channel(contained: 0.5)
    silent.arrivals = [0, 0]
    silent.contained = [0, 0]
    #expect(silent.sentence == "bot: no contacts expected")
  }

  /// Contacts of 336 intervals with one share: their sums are off by rounding only.
  @Test(arguments: 1...9)
  func `a target that is exactly met is met`(first: Int) throws {
    for thousandth in stride(from: first, to: 1000, by: 9) {
      let target = try #require(Fraction(Double(thousandth) / 1000))
      let arrivals = (0..<336).map { 400 / 48 + 0.37 * Double($0 * $0 % 11) }
      var bot = channel(contained: 0)
      bot.useTarget = target
      bot.arrivals = arrivals
      bot.contained = arrivals.map { $0 * target.value }
      #expect(bot.meetsTarget == true, "\(target)")
      #expect(bot.useShare == target.value)
      #expect(bot.sentence.contains(", met)"), "\(bot.sentence)")
      // what misses by more than rounding does not look as if it were met
      bot.contained = arrivals.map { $0 * (target.value - 2e-6) }
      #expect(bot.meetsTarget == false)
      let words = bot.sentence.firstMatch(of: /contacts, ([0-9.]+%) .*target ([0-9.]+%), missed/)
      let shown = try #require(words)
      #expect(shown.1.dropLast() != shown.2.dropLast())
      #expect((Double(shown.1.dropLast()) ?? 100) < (Double(shown.2.dropLast()) ?? 0))
    }
  }

  @Test func `says between which shares the hours lie`() {
    var bot = channel(contained: 0.6)
    bot.contained = [540, 120]
    bot.evidence = [(0.9, 9), (0.3, 16)].map { share, hour in
      ContainmentEvidence(
        hour: hour,
        isWeekend: false,
        weeks: 8,
        contained: 100 * share,
        contacts: 100,
        mean: 0.6,
        drawn: share,
        share: share
      )
    }
    #expect(
      bot.sentence.hasPrefix(
        "bot: 1,000 contacts, 66.0% resolved without a person (30.0% to 90.0% by weekday and hour; "
          + "target 70.0%, missed); "
      )
    )
  }

  @Test func `hours of deferred work are hours`() {
    let target = ServiceTarget(serviceLevel: Fraction(0.95) ?? .zero, threshold: .hours(4))
    #expect(target.shortText == "95% in 4 h")
    #expect(target.inWords == "95% within 4 hours")
    let phone = ServiceTarget(serviceLevel: Fraction(0.8) ?? .zero, threshold: .seconds(120))
    #expect(phone.shortText == "80% in 120 s")
  }
}
