import GLPKSolver
import Interchange
import Testing
import Workforce

@testable import Planning

/// Meetings whose times a plan settles, judged by the roster's segments and by the referee.
@Suite struct MeetingTests {
  private let week = SampleOptions.standardWeek

  private func scenario(_ meetings: [Meeting]) throws -> LoadedScenario {
    let options = try SampleOptions(people: 24, queues: 2, weeks: 4, seed: 5)
    var inputs = SampleScenario(options: options).inputs()
    inputs.settings.labor.meetings = meetings
    return try LoadedScenario(files: ScenarioFolder.files(for: inputs))
  }

  private func options() throws -> PlanOptions {
    try PlanOptions(effort: 1, threads: 2, replications: 10, cover: .need)
  }

  private func meeting(_ hours: String, _ attendance: Meeting.Attendance) throws -> Meeting {
    Meeting(
      name: "huddle",
      scope: RuleScope(teams: ["team 1"]),
      length: .minutes(30),
      weekdays: [.tuesday, .thursday],
      hours: try #require(ClockWindow(hours)),
      attendance: attendance
    )
  }

  @Test(arguments: ["10:00-15:00", "11:00-11:30"])
  func `everybody meant who is at work is in the meeting together`(hours: String) throws {
    let settled = try scenario([meeting(hours, .atWork)])
      .settlingMeetings(of: week, solver: GLPKSolver())
    #expect(settled.inputs.meetingTimes.map(\.start.date) == [week.dates[1], week.dates[3]])
    let again = try LoadedScenario(files: settled.files)
    #expect(again.inputs == settled.inputs)
    let planner = WeekPlanner(
      inputs: settled.inputs,
      findings: [],
      options: try options(),
      solver: GLPKSolver()
    )
    let plan = try planner.plan(week)
    #expect(plan.check.violations.map(\.description) == [])
    #expect(plan.check.rules.contains("meeting"))
    let team = Set(settled.inputs.employees.filter { $0.team == "team 1" }.map(\.id))
    var attended = 0
    for tour in plan.outcome.roster.tours {
      for shift in tour.shifts where [week.dates[1], week.dates[3]].contains(shift.date) {
        let time = try #require(
          settled.inputs.meetingTimes.first { $0.start.date == shift.date }
        )
        let start = settled.inputs.settings.zone.instant(at: time.start)
        let parts = shift.segments.filter { $0.kind == .training }.map { [$0.start, $0.end] }
        #expect(
          parts == (team.contains(tour.employee) ? [[start, start.adding(minutes: 30)]] : [])
        )
        attended += parts.count
      }
    }
    #expect(attended > 4)
  }

  /// The need is looked up at every start by hand.
  @Test func `a meeting is held when the fewest people are needed`() throws {
    var loaded = try scenario([meeting("08:00-18:00", .all)])
    var inputs = loaded.inputs
    inputs.availability = []
    for index in inputs.settings.contracts.indices {
      inputs.settings.contracts[index].shiftWindow = nil
    }
    loaded = try LoadedScenario(files: ScenarioFolder.files(for: inputs))
    let planner = WeekPlanner(
      inputs: loaded.inputs,
      findings: [],
      options: try options(),
      solver: GLPKSolver()
    )
    let need = try planner.needed(in: week)
    let times = MeetingChooser(loaded.inputs, week).times(need)
    #expect(times.count == 2)
    for time in times {
      let people = stride(from: 480, through: 1050, by: 15).map { minute -> Int in
        stride(from: 0, to: 30, by: 5).reduce(0) { sum, more in
          let midnight = LocalDateTime(date: time.start.date, time: .midnight)
          let moment = inputs.settings.zone.instant(at: midnight.adding(minutes: minute + more))
          let interval = need.grid.index(of: moment)
          return sum + need.queues.reduce(0) { $0 + $1.intervals[interval].rostered }
        }
      }
      let place = (time.start.minuteOfDay - 480) / 15
      #expect(people[place] == people.min())
      #expect(people.firstIndex(of: people[place]) == place)
    }
  }

  @Test func `a date that is settled stays as it is`() throws {
    var inputs = try scenario([meeting("09:00-12:00", .atWork)]).inputs
    let start = LocalDateTime(date: week.dates[1], secondOfDay: 10 * 3600)
    inputs.meetingTimes = [
      MeetingTime(meeting: "huddle", start: start, end: start.adding(minutes: 30))
    ]
    let settled = try LoadedScenario(files: ScenarioFolder.files(for: inputs))
      .settlingMeetings(of: week, solver: GLPKSolver())
    #expect(settled.inputs.meetingTimes.count == 2)
    #expect(settled.inputs.meetingTimes[0].start == start)
    let names = settled.inputs.training.sessions.map(\.id)
    #expect(names == ["huddle \(week.dates[1])", "huddle \(week.dates[3])"])
  }
}
