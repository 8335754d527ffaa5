import GLPKSolver
import Interchange
import Testing
import Workforce

@testable import Planning

/// Weeks in a row inside this process, where the moment of a stop can be chosen exactly.
@Suite struct HorizonPlannerTests {
  private func scenario() throws -> LoadedScenario {
    let options = try SampleOptions(people: 24, queues: 2, weeks: 4, seed: 5)
    let inputs = SampleScenario(options: options).inputs()
    return try LoadedScenario(files: ScenarioFolder.files(for: inputs))
  }

  private func planner(weeks: Int, _ scenario: LoadedScenario) throws -> HorizonPlanner {
    try HorizonPlanner(
      scenario,
      weeks: weeks,
      options: PlanOptions(effort: 1, threads: 2, replications: 10, cover: .need),
      solver: GLPKSolver(),
      versions: RunFiles.Versions(shiftwright: "1", solver: "2")
    )
  }

  @Test func `an interrupted chain ends with the weeks that are done`() throws {
    let scenario = try scenario()
    let first = SampleOptions.standardWeek
    let stop = StopSignal()
    let third = first.adding(weeks: 2).description
    let outcome = try planner(weeks: 5, scenario).plan(
      from: first,
      stop: stop,
      progress: { if $0.stage.hasPrefix(third) { stop.stop(.cancelled) } }
    )
    #expect(outcome.result.weeks.map(\.week) == [first, first.adding(weeks: 1)])
    #expect(outcome.result.end == "Interrupted in week \(third).")
    let runs = Set(outcome.files.map { $0.name.split(separator: "/")[0] })
    #expect(runs.filter { $0.hasPrefix("20") }.count == 2)
    #expect(runs.isSuperset(of: ["horizon.html", "horizon.csv", "persons.csv", "history.csv"]))
    let alone = try planner(weeks: 2, scenario).plan(from: first)
    #expect(alone.result.weeks == outcome.result.weeks)
    #expect(alone.result.people == outcome.result.people)
  }

  @Test func `without any week done an interruption is told as one`() throws {
    let stop = StopSignal()
    stop.stop(.cancelled)
    let planner = try planner(weeks: 2, scenario())
    #expect(throws: ShiftwrightError.self) {
      try planner.plan(from: SampleOptions.standardWeek, stop: stop)
    }
  }

  @Test func `turns on call go on from week to week`() throws {
    var inputs = try scenario().inputs
    let night = try #require(ClockWindow("22:00-06:00"))
    inputs.settings.labor.onCall = [
      OnCallDuty(
        name: "duty manager",
        skill: inputs.settings.queues[0].skill,
        hours: OpeningHours(windows: Weekday.allCases.map { _ in [night] })
      )
    ]
    let files = try ScenarioFolder.files(for: inputs)
    let first = SampleOptions.standardWeek
    let outcome = try planner(weeks: 2, LoadedScenario(files: files)).plan(from: first)
    func rows(_ name: String) throws -> [Substring] {
      let file = try #require(outcome.files.first { $0.name == name }, "\(name)")
      return String(decoding: file.bytes, as: UTF8.self).split(separator: "\n")
    }
    let weeks = [first, first.adding(weeks: 1)]
    let turns = try weeks.map { try rows("\($0)/oncall.csv") }
    #expect(turns.map(\.count) == [8, 8])
    #expect(try rows("\(weeks[1])/inputs/oncall.csv") == turns[0])
    #expect(try rows("oncall.csv") == turns[0] + turns[1].dropFirst())
    #expect(!outcome.files.contains { $0.name == "\(first)/inputs/oncall.csv" })
    let people = (turns[0].dropFirst() + turns[1].dropFirst()).map {
      $0.split(separator: ",", omittingEmptySubsequences: false)[3]
    }
    // fourteen turns among more people than that: nobody has a second one
    #expect(!people.contains(""))
    #expect(Set(people).count == people.count)
  }

  /// What periods leave, counted by hand.
  @Test func `what rules over periods leave is counted from past shifts`() throws {
    var inputs = try scenario().inputs
    let week = SampleOptions.standardWeek
    let person = inputs.employees[0]
    inputs.settings.labor.kinds = [ShiftKind(name: "early", starts: ClockWindow("00:00-09:00"))]
    inputs.settings.labor.rules = [
      RuleEntry(.weekends(most: 2, weeks: 3)),
      RuleEntry(.weekends(most: 1, weeks: 3), scope: RuleScope(employees: [person.id])),
      RuleEntry(.kindCount(["early"], least: 3, most: 5, weeks: 2)),
      RuleEntry(.periodHours(least: nil, most: .hours(100), weeks: 2)),
    ]
    inputs.absences = []
    inputs.calendar = []
    // the last Sunday; the Monday before it; one too old for two weeks, on a Saturday
    inputs.pastDuties = [(-1, 8), (-7, 10), (-9, 8)].map { back, hour in
      let start = LocalDateTime(date: week.monday.adding(days: back), secondOfDay: 3600 * hour)
      return PastDuty(employee: person.id, start: start, end: start.adding(minutes: 480))
    }
    inputs.pastDuties[0].paid = .hours(7)
    let left = PeriodRooms(inputs, week).left(for: person)
    #expect(
      left.map(\.rule) == ["weekends in 3 weeks", "early shifts in 2 weeks", "hours in 2 weeks"]
    )
    #expect(left.map(\.used) == [2, 1, 15])
    #expect(left.map(\.room) == [0, 4, 100 * person.fullTimeEquivalent.value - 15])
    #expect(left.map(\.due) == [nil, 2, nil])
  }
}
