import Checking
import TestSupport
import Testing
import Workforce

/// Heads and seats of several people.
@Suite struct LaborCrowdTests {
  /// Ada and Bo at the site, Cy abroad an hour ahead; Bo is in team blue, Ada alone holds aid.
  private static func inputs(_ change: (inout PlanningInputs) -> Void) -> PlanningInputs {
    var inputs = Make.inputs(
      people: Make.people("ada", "bo", "cy"),
      queues: [Make.queue(open: "08:00-12:00")],
      templates: [Make.template(minutes: 240)]
    )
    inputs.settings.sites.append(Site(name: "abroad", zone: Make.zone("Africa/Lagos")))
    inputs.employees[1].team = "blue"
    inputs.employees[2].site = "abroad"
    inputs.skills.append(
      SkillGrant(employee: "ada", skill: "aid", until: Make.date("2026-03-03"))
    )
    change(&inputs)
    return inputs
  }

  /// Everybody from 08:00 to 12:00 UTC on Monday, Ada also on Wednesday.
  private static func found(_ inputs: PlanningInputs) -> [String] {
    let day = "........####"
    let roster = RosterStrip(week: Make.week).roster([
      "ada": "\(day)||\(day)", "bo": day, "cy": day,
    ])
    return RosterChecker(inputs: inputs).violations(in: roster).map(\.description)
  }

  private static func heads(_ rule: HeadRule, on days: ClosedRange<Int> = 0...0) -> [String] {
    var rule = rule
    if rule.hours == nil {
      rule.hours = OpeningHours(
        windows: (0..<7).map { days.contains($0) ? [Make.window("08:00-12:00")] : [] }
      )
    }
    return found(inputs { $0.settings.labor.heads = [rule] })
  }

  @Test func `counts everybody, those of a site, a team, or with a skill`() {
    #expect(Self.heads(HeadRule(name: "h", least: 3, most: 3)) == [])
    #expect(Self.heads(HeadRule(name: "h", site: "site", least: 2, most: 2)) == [])
    let blue = RuleScope(teams: ["blue"])
    #expect(Self.heads(HeadRule(name: "h", scope: blue, least: 1, most: 1)) == [])
    #expect(Self.heads(HeadRule(name: "h", skill: "aid", least: 1, most: 1)) == [])
    #expect(
      Self.heads(HeadRule(name: "h", least: 4, most: 5)) == [
        "2026-03-02 heads: h: 3 at work from 2026-03-02 08:00 until 2026-03-02 12:00; "
          + "4 to 5 are allowed"
      ]
    )
  }

  @Test func `a skill counts as long as it is held`() {
    #expect(
      Self.heads(HeadRule(name: "h", skill: "aid", least: 1), on: 2...2) == [
        "2026-03-04 heads: h: 0 at work from 2026-03-04 08:00 until 2026-03-04 12:00; "
          + "at least 1 required"
      ]
    )
  }

  @Test func `a site's hours are on its clock`() {
    // Cy is there from 09:00 to 13:00 on the clock abroad
    #expect(
      Self.heads(HeadRule(name: "h", site: "abroad", least: 1)) == [
        "2026-03-02 heads: h: 0 at work from 2026-03-02 08:00 until 2026-03-02 09:00; "
          + "at least 1 required"
      ]
    )
  }

  @Test func `without hours whenever some queue is open`() {
    let inputs = Self.inputs {
      $0.settings.queues[0] = Make.queue(open: "08:00-12:00", on: [.monday, .tuesday])
      $0.settings.labor.heads = [HeadRule(name: "h", least: 1)]
    }
    #expect(
      Self.found(inputs).filter { $0.contains("heads") } == [
        "2026-03-03 heads: h: 0 at work from 2026-03-03 08:00 until 2026-03-03 12:00; "
          + "at least 1 required"
      ]
    )
  }

  @Test func `follows the calendar and its own dates`() {
    let missed = Self.heads(HeadRule(name: "h", least: 1), on: 1...1)
    #expect(missed.count == 1)
    let dates = ["2026-03-02", "2026-03-03", "2026-03-04"].map(Make.date)
    #expect(Self.heads(HeadRule(name: "h", least: 1, from: dates[2]), on: 1...1) == [])
    #expect(Self.heads(HeadRule(name: "h", least: 1, until: dates[0]), on: 1...1) == [])
    #expect(
      Self.heads(HeadRule(name: "h", least: 1, from: dates[1], until: dates[1]), on: 1...1)
        == missed
    )
    let closed = Self.inputs {
      $0.calendar = [CalendarEntry(date: dates[1], kind: .closed, name: "Day")]
      var windows = Array(repeating: [ClockWindow](), count: 7)
      windows[1] = [Make.window("08:00-12:00")]
      $0.settings.labor.heads = [
        HeadRule(name: "h", hours: OpeningHours(windows: windows), least: 1)
      ]
    }
    #expect(Self.found(closed) == [])
  }

  @Test func `hours past midnight go on on the next date`() {
    var windows = Array(repeating: [ClockWindow](), count: 7)
    windows[0] = [Make.window("22:00-02:00")]
    let rule = HeadRule(name: "h", hours: OpeningHours(windows: windows), least: 1)
    #expect(
      Self.heads(rule) == [
        "2026-03-02 heads: h: 0 at work from 2026-03-02 22:00 until 2026-03-03 02:00; "
          + "at least 1 required"
      ]
    )
  }

  @Test func `seats are each site's own`() {
    let enough = Self.inputs {
      $0.settings.sites[0].seats = 2
      $0.settings.sites[1].seats = 1
    }
    #expect(Self.found(enough) == [])
    let few = Self.inputs { $0.settings.sites[0].seats = 1 }
    #expect(
      Self.found(few) == [
        "2026-03-02 site seats: site site: 2 at work from 2026-03-02 08:00 until "
          + "2026-03-02 12:00; 1 seat"
      ]
    )
  }

  @Test func `a meeting is at one time for all who are meant`() {
    func met(_ strips: [String], _ scope: RuleScope = RuleScope()) -> [String] {
      let inputs = Self.inputs {
        $0.employees.removeLast()
        $0.settings.queues[0] = Make.queue()
        $0.changeTemplate {
          $0.breaks = [BreakTemplate(kind: .rest, length: .minutes(30), isPaid: true)]
        }
        $0.settings.labor.meetings = [
          Meeting(
            name: "huddle",
            scope: scope,
            length: .hours(1),
            weekdays: [.monday],
            hours: Make.window("08:00-12:00")
          )
        ]
      }
      let strip = RosterStrip(week: Make.week, stepMinutes: 30)
      let roster = strip.roster(["ada": strips[0], "bo": strips[1]])
      return RosterChecker(inputs: inputs).violations(in: roster).map(\.description)
    }
    // Ada until 10:00 with a break from 08:00 to 08:30, Bo from 09:00 on
    let ada = "............####b###"
    let bo = "..................####b###"
    #expect(met([ada, bo]) == [])
    // Bo's break from 09:30 leaves no hour for both
    let late = "..................#b######"
    #expect(
      met([ada, late]) == [
        "bo 2026-03-02 meeting: huddle: no shift without a break from 2026-03-02 08:30 until "
          + "2026-03-02 09:30, when the most others can"
      ]
    )
    #expect(met([ada, late], RuleScope(teams: ["blue"])) == [])
  }
}
