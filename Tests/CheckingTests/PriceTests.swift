import Checking
import TestSupport
import Testing
import Workforce

@Suite struct PriceTests {
  @Test func `recomputes every part of one person's week`() throws {
    var inputs = Make.inputs(
      people: Make.people("ada"),
      templates: [Make.template(minutes: 240)],
      contracts: [Make.contract(hours: 5...20, overtimeAfter: 6, days: 1...7)]
    )
    let band = Preference.Wish.startBetween(Make.clock("09:00"), Make.clock("10:00"))
    inputs.preferences = [
      Preference(employee: "ada", days: .everyDay, wish: band, weight: 2),
      Preference(employee: "ada", days: .everyDay, wish: .dayOff, weight: 0.5),
      Preference(employee: "ada", days: .weekday(.saturday), wish: .dayOff, weight: 3),
    ]
    inputs.pastDuties = [
      PastDuty(
        employee: "ada",
        start: Make.time("2026-03-01T08:00"),
        end: Make.time("2026-03-01T12:00")
      )
    ]
    let requirement = Make.requirement(inputs) { _, time in
      time.date == Make.week.monday && (8..<12).contains(time.minuteOfDay / 60) ? 2 : 0
    }
    let roster = RosterStrip(week: Make.week).roster(["ada": "........####|||||..........####"])
    let report = RosterChecker(inputs: inputs).check(roster, requirement: requirement)
    let costs = try #require(report.costs)
    #expect(report.isClean)
    #expect(costs.pay == 160)  // 8 h at 20
    #expect(costs.overtimePremium == 20)  // 2 h at 20 · 0.5
    #expect(costs.contractPay == 100)  // 5 h at 20
    #expect(costs.startPreference == 4)  // Monday 1 h early at 2 · 2; Saturday on the bound
    #expect(costs.dayOffPreference == 35)  // 10 · 0.5 and 10 · 3
    #expect(costs.startChange == 0)  // no successive dates
    #expect(costs.weekendFairness == 18)  // 6 · (2² − 1²)
    #expect(abs(costs.understaffing - 128) < 1e-9)  // one of two missing for 4 h at 32
    #expect(abs(costs.overstaffing - 8) < 1e-9)  // Saturday's 4 h at 2
    #expect(abs(costs.total - 373) < 1e-9)
  }

  @Test func `takes the most specific start wish, the first of its kind`() throws {
    var inputs = Make.inputs(people: Make.people("ada"), templates: [Make.template(minutes: 240)])
    func wish(_ days: DayPattern, _ time: String, _ weight: Double) -> Preference {
      let band = Preference.Wish.startBetween(Make.clock(time), Make.clock(time))
      return Preference(employee: "ada", days: days, wish: band, weight: weight)
    }
    let monday = Make.week.monday
    inputs.preferences = [
      wish(.everyDay, "04:00", 1), wish(.weekday(.monday), "05:00", 1),
      wish(.date(monday), "06:00", 1), wish(.date(monday), "08:00", 1),
      wish(.weekday(.tuesday), "07:00", 1), wish(.weekday(.tuesday), "08:00", 5),
    ]
    let requirement = Make.requirement(inputs) { _, _ in 0 }
    let roster = RosterStrip(week: Make.week).roster([
      "ada": "........####|.........####|..........####"
    ])
    let report = RosterChecker(inputs: inputs).check(roster, requirement: requirement)
    let costs = try #require(report.costs)
    // 2 h from 06:00, 2 h from 07:00, 6 h from 04:00, at 2 an hour.
    #expect(costs.startPreference == 20)
    // Two changes of one hour at 1.
    #expect(costs.startChange == 2)
  }

  @Test func `prices a shift past the week's end only inside the week`() throws {
    let inputs = Make.inputs(people: Make.people("ada"), templates: [Make.template(minutes: 240)])
    let requirement = Make.requirement(inputs) { _, _ in 0 }
    let strip = "||||||......................##|##"
    let roster = RosterStrip(week: Make.week).roster(["ada": strip])
    let report = RosterChecker(inputs: inputs).check(roster, requirement: requirement)
    #expect(report.isClean)
    #expect(try #require(report.costs).overstaffing == 4)  // 2 h at 2
    #expect(try #require(report.costs).pay == 80)
  }

  @Test func `has no price without a requirement or with shifts that are no shifts`() {
    let inputs = Make.inputs(people: Make.people("ada"), templates: [Make.template(minutes: 240)])
    let requirement = Make.requirement(inputs) { _, _ in 1 }
    let checker = RosterChecker(inputs: inputs)
    let strip = RosterStrip(week: Make.week)
    let fine = strip.roster(["ada": "####"])
    #expect(checker.check(fine, requirement: requirement).costs != nil)
    #expect(checker.check(fine, requirement: nil).costs == nil)
    for roster in [
      strip.roster(["ada": "###"]), strip.roster(["bo": "####"]),
      strip.roster(["ada": "####"], queues: ["fax"]), strip.roster(["ada": "####"], queues: []),
      strip.roster(["ada": "####", "ada": ".####"]),
    ] {
      #expect(checker.check(roster, requirement: requirement).costs == nil)
    }
  }

  @Test func `weighs planning intervals shorter than the slot by their length`() throws {
    let inputs = Make.inputs(people: Make.people("ada"), intervalMinutes: 15)
    let requirement = Make.requirement(inputs) { _, time in
      time.date == Make.week.monday && time.minuteOfDay == 0 ? 14 : 0
    }
    let report = RosterChecker(inputs: inputs).check(
      Roster(week: Make.week, zone: .utc, tours: []),
      requirement: requirement
    )
    // Two people at 32, three at 80, nine at 180, for a quarter of an hour.
    #expect(abs(try #require(report.costs).total - (64 + 240 + 1620) / 4) < 1e-9)
  }
}
