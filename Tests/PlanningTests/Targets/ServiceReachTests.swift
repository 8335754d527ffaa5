import Foundation
import Simulation
import TestSupport
import Testing
import Workforce

@testable import Planning

/// What no number of people reaches, against arithmetic and against rosters of far too many.
@Suite struct ServiceReachTests {
  private func mail(
    due: Duration,
    hours: DueHours = .clock,
    target: Double = 0.99,
    variation: Double = 1,
    handle: Double = 1200
  ) -> QueueSettings {
    var queue = ScenarioFixtures.queue("mail", open: "08:00-18:00")
    queue.channel = .deferred
    queue.dueHours = hours
    queue.averageHandleTime = .seconds(handle)
    queue.handleTimeVariation = variation
    queue.target = ServiceTarget(serviceLevel: ScenarioFixtures.share(target), threshold: due)
    return queue
  }

  private func inputs(_ queue: QueueSettings, window: String? = nil) -> PlanningInputs {
    let people = (0..<60).map {
      Employee(id: "e\($0)", name: "e\($0)", site: "site", contract: "contract")
    }
    return ScenarioFixtures.inputs(
      people: people,
      queues: [queue],
      contracts: [ScenarioFixtures.contract(window: window)]
    )
  }

  /// Three items an hour at the hours named.
  private func forecast(_ inputs: PlanningInputs, in hours: Range<Int>) throws -> Forecast {
    let grid = try #require(TimeGrid(week: ScenarioFixtures.week, stepMinutes: 60, zone: .utc))
    let queue = inputs.settings.queues[0]
    let mean = (0..<grid.count).map { hours.contains($0 % 24) ? 3.0 : 0 }
    return Forecast(
      certainly: mean,
      of: queue,
      isOpen: inputs.openIntervals(of: queue, on: grid),
      on: grid
    )
  }

  private func best(_ inputs: PlanningInputs, in hours: Range<Int>) throws -> Double? {
    ServiceReach(settings: inputs.settings, forecast: try forecast(inputs, in: hours))
      .bestService(of: 0)
  }

  @Test func `an item that takes longer than its due time is late whoever is there`() throws {
    let exponential = try #require(try best(inputs(mail(due: .hours(1))), in: 8..<16))
    #expect(abs(exponential - (1 - exp(-3))) < 1e-12)
    #expect(try best(inputs(mail(due: .hours(1), variation: 0)), in: 8..<16) == nil)
    #expect(try best(inputs(mail(due: .minutes(19), variation: 0)), in: 8..<16) == 0)
    #expect(try best(inputs(mail(due: .hours(1), target: 0.95)), in: 8..<16) == nil)
    // a lognormal time by 200,000 draws: five standard errors
    let wide = try #require(try best(inputs(mail(due: .hours(1), variation: 2.5)), in: 8..<16))
    var random = RandomStream(seed: 3, name: "handle times")
    let sigma = log1p(2.5).squareRoot()
    let draws = 200_000
    let inTime = (0..<draws).count { _ in
      1200 * exp(sigma * random.normal() - sigma * sigma / 2) <= 3600
    }
    #expect(abs(Double(inTime) / Double(draws) - wide) < 5 * (0.25 / Double(draws)).squareRoot())
  }

  /// The simulation of sixty people at work whenever they may be: never above the bound by more than
  /// chance.
  @Test(arguments: [(0..<24, 1.0), (8..<16, 1), (4..<20, 2)])
  func `too many people do not reach more`(hours: Range<Int>, due: Double) throws {
    let inputs = inputs(mail(due: .hours(due)))
    let bound = try #require(try best(inputs, in: hours))
    let zone = inputs.settings.zone
    let tours = inputs.employees.map { person in
      Tour(
        employee: person.id,
        shifts: ScenarioFixtures.week.dates.map { date in
          let start = zone.instant(at: LocalDateTime(date: date, secondOfDay: 8 * 3600))
          let end = start.adding(minutes: 600)
          return Shift(
            date: date,
            start: start,
            end: end,
            segments: [ShiftSegment(kind: .work, start: start, end: end)],
            queues: ["mail"]
          )
        }
      )
    }
    let simulation = RosterSimulation(
      options: try SimulationOptions(seed: 5, replications: 40, threads: 1)
    )
    let share = simulation.play(
      Roster(week: ScenarioFixtures.week, zone: zone, tours: tours),
      against: try forecast(inputs, in: hours),
      inputs: inputs,
      stop: StopSignal()
    ).queues[0].total.serviceLevel
    #expect(share.mean - 2 * share.halfWidth <= bound)
    #expect(share.mean > bound - 0.3)
  }

  @Test func `times in which no contract lets anybody work`() throws {
    // shifts of 8 hours may lie over the night of a queue that closes for 6 hours, not for 14
    #expect(try best(inputs(mail(due: .hours(1), variation: 0)), in: 0..<24) != nil)
    let late = inputs(mail(due: .hours(2), variation: 0), window: "12:00-18:00")
    // of 8 to 18 those from 8 to 10 are due before 12 even at their interval's end
    #expect(try abs((best(late, in: 8..<18) ?? 1) - 0.8) < 1e-12)
    #expect(
      try best(inputs(mail(due: .hours(2), hours: .service), window: "12:00-18:00"), in: 8..<18)
        == nil
    )
    var phone = ScenarioFixtures.queue("phone", open: "08:00-18:00")
    phone.target.serviceLevel = ScenarioFixtures.share(0.95)
    #expect(try abs((best(inputs(phone, window: "09:00-18:00"), in: 8..<18) ?? 1) - 1) < 1e-12)
    phone.target.definition = .answered
    #expect(try best(inputs(phone, window: "12:00-18:00"), in: 8..<18) == nil)
    #expect(try best(inputs(phone), in: 8..<18) == nil)
  }
}
