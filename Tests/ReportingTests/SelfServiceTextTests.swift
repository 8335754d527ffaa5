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

  @Test func `hours of deferred work are hours`() {
    let target = ServiceTarget(serviceLevel: Fraction(0.95) ?? .zero, threshold: .hours(4))
    #expect(target.shortText == "95% in 4 h")
    #expect(target.inWords == "95% within 4 hours")
    let phone = ServiceTarget(serviceLevel: Fraction(0.8) ?? .zero, threshold: .seconds(120))
    #expect(phone.shortText == "80% in 120 s")
  }
}
