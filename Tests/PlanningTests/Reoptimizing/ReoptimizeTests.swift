import Checking
import Foundation
import GLPKSolver
import Interchange
import Planning
import Synchronization
import Testing
import Workforce

/// Repairing a published week inside this process.
@Suite struct ReoptimizeTests {
  private func reoptimize(
    _ run: PublishedRun,
    _ changes: ChangeRequest,
    threads: Int = 1,
    isStrict: Bool = false
  ) throws -> WeekPlan {
    try reoptimizer(run, changes, threads: threads, isStrict: isStrict).reoptimize()
  }

  private func reoptimizer(
    _ run: PublishedRun,
    _ changes: ChangeRequest,
    threads: Int = 1,
    isStrict: Bool = false
  ) throws -> WeekReoptimizer {
    WeekReoptimizer(
      run: run,
      changes: changes,
      options: try PlanOptions(
        effort: 2,
        threads: threads,
        replications: 20,
        isStrict: isStrict
      ),
      solver: GLPKSolver()
    )
  }

  private var prices: ChangeRequest.Prices {
    ChangeRequest.Prices(changedShift: 10, changedStartPerHour: 2)
  }

  /// People with a shift on a date.
  private func working(_ run: PublishedRun, on date: LocalDate) -> [String] {
    run.roster.tours.filter { $0.shifts.contains { $0.date == date } }.map(\.employee)
  }

  @Test(arguments: [UInt64(1), 2, 3, 4, 5, 6])
  func `random sick calls, locks and forecasts are repaired into clean rosters`(
    seed: UInt64
  ) throws {
    let run = try PublishedWeek.run()
    var random = RandomStream(seed: seed, name: "reoptimize")
    let dates = run.roster.week.dates
    var changes = ChangeRequest(prices: prices)
    changes.now = LocalDateTime(date: dates[1], secondOfDay: 12 * 3600)
    for _ in 0..<1 + random.below(4) {
      let from = dates[2 + random.below(3)]
      let people = working(run, on: from).filter { person in
        !changes.absences.contains { $0.employee == person }
      }
      changes.absences.append(
        Absence(
          employee: people[random.below(people.count)],
          from: LocalDateTime(date: from, secondOfDay: 0),
          until: LocalDateTime(date: from.adding(days: 1 + random.below(3)), secondOfDay: 0),
          kind: "sick"
        )
      )
    }
    changes.lockedEmployees = [run.loaded.inputs.employees[random.below(24)].id]
    if seed % 2 == 0 {
      changes.overrides = [
        ForecastOverride(
          queue: nil,
          from: LocalDateTime(date: dates[3], secondOfDay: 0),
          until: LocalDateTime(date: dates[4], secondOfDay: 0),
          change: .factor(1.2),
          reason: "letters"
        )
      ]
    }
    let plan = try reoptimize(run, changes)
    let revision = try #require(plan.revision)
    #expect(plan.check.violations == [])
    #expect(plan.isUsable)
    #expect(plan.isRepeatable)
    try checkRows(revision, run, plan)
    let cost = try #require(revision.repaired.cost) + revision.changePrice
    #expect(cost <= (revision.unrepaired.cost ?? .infinity) + 1e-6)
    let zone = run.roster.zone
    for absence in changes.absences {
      let tour = plan.outcome.roster.tours.first { $0.employee == absence.employee }
      let isAway = { (shift: Shift) in
        zone.instant(at: absence.from) < shift.end && shift.start < zone.instant(at: absence.until)
      }
      #expect(tour?.shifts.contains(where: isAway) != true)
    }
    let two = try reoptimize(run, changes, threads: 2)
    #expect(two.outcome == plan.outcome)
    #expect(two.revision == revision)
  }

  /// The rows are the differences of the two rosters, found here once more.
  private func checkRows(_ revision: RosterRevision, _ run: PublishedRun, _ plan: WeekPlan) throws {
    var differing: [String] = []
    for employee in run.loaded.inputs.employees {
      let shifts = { (roster: Roster) in
        roster.tours.first { $0.employee == employee.id }?.shifts ?? []
      }
      for date in run.roster.week.dates {
        let was = shifts(run.roster).first { $0.date == date }
        let becomes = shifts(plan.outcome.roster).first { $0.date == date }
        if was?.segments != becomes?.segments { differing.append("\(employee.id) \(date)") }
      }
    }
    #expect(revision.changes.map { "\($0.employee) \($0.date)" } == differing)
    #expect(revision.changes.allSatisfy { !$0.reason.isEmpty })
    for change in revision.changes {
      switch change.kind {
      case .absent, .removed: #expect(change.was != nil && change.becomes == nil)
      case .added: #expect(change.was == nil && change.becomes != nil)
      case .moved: #expect(change.was?.start != change.becomes?.start)
      case .resized: #expect(change.was?.end != change.becomes?.end)
      case .breaksMoved: #expect(change.was == change.becomes)
      }
    }
  }

  @Test func `a re-forecast changes the need of its date only, and the reasons say so`() throws {
    let run = try PublishedWeek.run()
    let date = run.roster.week.dates[3]
    var changes = ChangeRequest(prices: prices)
    changes.overrides = [
      ForecastOverride(
        queue: "phone_general",
        from: LocalDateTime(date: date, secondOfDay: 10 * 3600),
        until: LocalDateTime(date: date, secondOfDay: 16 * 3600),
        change: .factor(1.6),
        reason: "outage"
      )
    ]
    let plan = try reoptimize(run, changes)
    let revision = try #require(plan.revision)
    let day = try #require(run.requirement.grid.dates.firstIndex(of: date))
    for (old, new) in zip(run.requirement.queues, plan.requirement.queues) {
      for index in 0..<run.requirement.grid.count
      where !run.requirement.grid.days[day].contains(index) {
        #expect(old.intervals[index] == new.intervals[index])
      }
    }
    #expect(run.requirement != plan.requirement)
    #expect(revision.unrepaired.missingHours.reduce(0, +) > revision.published.missingHours[0])
    #expect(
      revision.repaired.missingHours.reduce(0, +) < revision.unrepaired.missingHours.reduce(0, +)
    )
    let pattern =
      /takes over \d\d:\d\d-\d\d:\d\d where the new forecast left \d+\.\d agents? missing/
    #expect(revision.shiftChanges.contains { $0.reason.contains(pattern) })
    #expect(plan.forecast.overrides.count == 1)
  }

  @Test func `a day that goes on and a given need are taken as they are`() throws {
    let run = try PublishedWeek.run()
    let grid = run.forecast.grid
    let place = grid.days[2].lowerBound + 24
    let band = { (mean: Double) in
      QueueForecast.Band(mean: [mean], low95: [0], low80: [0], high80: [mean], high95: [mean])
    }
    var changes = ChangeRequest(prices: prices)
    let before = run.forecast.queues[0]
    changes.reforecast = [
      .init(
        queue: before.queue,
        start: grid.instant(at: place),
        arrivals: band(before.intervals.mean[place] * 3)
      )
    ]
    let plan = try reoptimize(run, changes)
    let after = plan.forecast.queues[0]
    #expect(after.intervals.mean[place] == before.intervals.mean[place] * 3)
    #expect(abs(after.days.mean[2] - before.days.mean[2] - before.intervals.mean[place] * 2) < 1e-9)
    let changed = plan.requirement.queues[0].intervals.indices.filter {
      plan.requirement.queues[0].intervals[$0] != run.requirement.queues[0].intervals[$0]
    }
    #expect(changed == [place])
    var need = run.requirement
    need.queues[1].intervals[place].rostered += 2
    changes = ChangeRequest(requirement: need, prices: prices)
    let other = try reoptimize(run, changes)
    #expect(other.requirement == need)
    #expect(other.forecast == run.forecast)
  }

  @Test func `without anything to repair at a high price nothing changes`() throws {
    let run = try PublishedWeek.run()
    let changes = ChangeRequest(
      prices: ChangeRequest.Prices(changedShift: 1e5, changedStartPerHour: 0)
    )
    let revision = try #require(try reoptimize(run, changes).revision)
    #expect(revision.shiftChanges == [])
    #expect(revision.changePrice == 0)
    let (published, unrepaired) = (revision.published.cost, revision.unrepaired.cost)
    #expect(abs(try #require(published) - #require(unrepaired)) < 1e-6)
  }

  @Test(arguments: ["repair", "simulate"])
  func `a user's stop ends the repair`(stage: String) throws {
    let run = try PublishedWeek.run()
    let stop = StopSignal()
    let reached = Mutex(false)
    let reoptimizer = try reoptimizer(run, ChangeRequest(prices: prices))
    let error = #expect(throws: ShiftwrightError.self) {
      _ = try reoptimizer.reoptimize(stop: stop) { progress in
        guard progress.stage == stage else { return }
        reached.withLock { $0 = true }
        stop.stop(.cancelled)
      }
    }
    #expect(reached.withLock { $0 })
    #expect(error?.message.hasPrefix("Cancelled. Nothing was written.\n") == true)
  }

  @Test func `a folder without inputs is no run`() {
    let error = #expect(throws: ShiftwrightError.self) { _ = try PublishedRun("nowhere") }
    #expect(
      error?.message
        == "nowhere: there is no such folder.\n"
        + "Give a folder that 'shiftwright plan' wrote."
    )
  }

  @Test func `who cannot have a legal week any more keeps it, or stops a strict repair`() throws {
    let run = try PublishedWeek.run()
    let dates = run.roster.week.dates
    // Away without credit at the end of a week whose beginning is over: the least hours are missed.
    let person = try #require(
      run.roster.tours.first { tour in
        tour.shifts.count == 5 && tour.shifts.allSatisfy { $0.date <= dates[4] }
      }
    ).employee
    var changes = ChangeRequest(prices: prices)
    changes.lockedEmployees = [person]
    var inputs = run.loaded.inputs
    let kept = try #require(inputs.employees.firstIndex { $0.id == person })
    let contract = inputs.employees[kept].contract
    let place = try #require(inputs.settings.contracts.firstIndex { $0.name == contract })
    inputs.settings.contracts[place].maximumDays = 4
    inputs.settings.contracts[place].minimumDays = 1
    inputs.settings.contracts[place].minimumWeeklyHours = .zero
    let other = try PublishedWeek.run(inputs: inputs, roster: run.roster)
    let plan = try reoptimize(other, changes)
    let warnings = plan.findings.filter {
      $0.message.hasPrefix("\(person) keeps a week that is not legal")
    }
    #expect(warnings.count == 1)
    #expect(warnings.first?.message.contains("working days: 1 to 4 days in the week") == true)
    #expect(plan.check.violations.contains { $0.employee == person && $0.rule == "working days" })
    #expect(!plan.isUsable)
    #expect(throws: ImpossibleWeek.self) { try reoptimize(other, changes, isStrict: true) }
  }
}
