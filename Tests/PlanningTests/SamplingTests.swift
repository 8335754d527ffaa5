import Foundation
import Planning
import Testing
import Workforce

@Suite struct SamplingTests {
  struct Size: Sendable, CustomStringConvertible {
    var people: Int
    var queues: Int
    var weeks: Int
    var description: String { "\(people) people, \(queues) queues, \(weeks) weeks" }
  }

  static let sizes = [
    Size(people: 20, queues: 1, weeks: 2), Size(people: 60, queues: 3, weeks: 26),
    Size(people: 60, queues: 8, weeks: 8), Size(people: 400, queues: 5, weeks: 4),
  ]

  private func inputs(_ size: Size, seed: UInt64 = 42) throws -> PlanningInputs {
    let options = try SampleOptions(
      people: size.people,
      queues: size.queues,
      weeks: size.weeks,
      seed: seed
    )
    return SampleScenario(options: options).inputs()
  }

  @Test func `the same seed gives the same scenario, another seed another`() throws {
    let size = Size(people: 60, queues: 3, weeks: 4)
    #expect(try inputs(size) == inputs(size))
    #expect(try inputs(size) != inputs(size, seed: 43))
  }

  @Test(arguments: sizes)
  func `has what was asked for`(size: Size) throws {
    let inputs = try inputs(size)
    #expect(inputs.settings.isSynthetic)
    #expect(inputs.employees.count == size.people)
    #expect(Set(inputs.employees.map(\.id)).count == size.people)
    #expect(inputs.settings.queues.count == size.queues)
    #expect(inputs.history.map(\.queue) == inputs.settings.queues.map(\.name))
    let zone = inputs.settings.zone
    for history in inputs.history {
      let first = try #require(history.records.first)
      let last = try #require(history.records.last)
      #expect(zone.local(at: last.start).description == "2026-02-28T16:30")
      let monday = LocalDate("2026-03-02")!.adding(days: -7 * size.weeks)
      #expect(zone.local(at: first.start) == LocalDateTime(date: monday, secondOfDay: 8 * 3600))
    }
    for employee in inputs.employees {
      let held = inputs.skills.filter { $0.employee == employee.id }
      #expect((1...3).contains(held.count))
      #expect(Set(held.map(\.skill)).count == held.count)
    }
    for queue in inputs.settings.queues {
      #expect(inputs.skills.contains { $0.skill == queue.skill && $0.from == nil })
    }
  }

  @Test(arguments: sizes)
  func `counts of the history fit each other`(size: Size) throws {
    for record in try inputs(size).history.flatMap(\.records) {
      let handled = try #require(record.handled)
      let abandoned = try #require(record.abandoned)
      #expect(record.arrivals == handled + abandoned)
      #expect(try #require(record.answeredInTarget) <= handled)
      #expect((record.averageHandleTime != nil) == (handled > 0))
      #expect(record.arrivals == record.arrivals.rounded() && abandoned >= 0 && handled >= 0)
    }
  }

  @Test(arguments: sizes, [UInt64(42), 1, 2])
  func `last week's duties keep the rules`(size: Size, seed: UInt64) throws {
    let inputs = try inputs(size, seed: seed)
    for employee in inputs.employees {
      let duties = inputs.pastDuties.filter { $0.employee == employee.id }
      let contract = try #require(inputs.settings.contract(named: employee.contract))
      #expect((contract.minimumDays - 1...contract.maximumDays).contains(duties.count))
      #expect(Set(duties.map(\.start.date)).count == duties.count)
      for duty in duties {
        #expect(duty.start.date.weekday != .sunday)
        #expect(try #require(employee.hired) <= duty.start.date)
        let close = duty.start.date.weekday == .saturday ? 17 * 60 : 20 * 60
        #expect(duty.start.minuteOfDay % 30 == 0 && duty.end.minuteOfDay <= close)
        if let window = contract.shiftWindow {
          #expect(window.start.minutes <= duty.start.minuteOfDay)
          #expect(duty.end.minuteOfDay <= window.endMinutes)
        }
      }
      for (earlier, later) in zip(duties, duties.dropFirst()) {
        let rest =
          (later.start.date.daysSinceEpoch - earlier.end.date.daysSinceEpoch) * 1440
          + later.start.minuteOfDay - earlier.end.minuteOfDay
        #expect(rest >= 11 * 60)
      }
    }
  }

  @Test(arguments: sizes)
  func `every contract can be met with its shifts`(size: Size) throws {
    let settings = try inputs(size).settings
    for contract in settings.contracts {
      let paid = contract.shiftTemplates.compactMap {
        settings.shiftTemplate(named: $0)?.paidLength
      }
      #expect(paid.count == contract.shiftTemplates.count)
      let shortest = try #require(paid.min())
      let longest = try #require(paid.max())
      #expect(shortest * contract.minimumDays <= contract.maximumWeeklyHours)
      #expect(longest * contract.minimumDays >= contract.minimumWeeklyHours)
      #expect(contract.minimumWeeklyHours <= contract.overtimeAfter)
    }
  }

  @Test func `absences of one person do not overlap`() throws {
    let inputs = try inputs(Size(people: 400, queues: 2, weeks: 2))
    for employee in inputs.employees {
      let own = inputs.absences.filter { $0.employee == employee.id }
      for (earlier, later) in zip(own, own.dropFirst()) { #expect(earlier.until <= later.from) }
    }
    let monday = LocalDate("2026-03-02")!
    let away = Set(
      inputs.absences.filter { $0.from.date < monday.adding(days: 7) }.map(\.employee)
    )
    #expect((20...80).contains(away.count))
  }

  @Test func `weekdays have two peaks, Saturdays are weak, Sundays closed`() throws {
    let inputs = try inputs(Size(people: 400, queues: 1, weeks: 26))
    let zone = inputs.settings.zone
    var byHour = [Double](repeating: 0, count: 24)
    var byDay = [Double](repeating: 0, count: 7)
    for record in inputs.history[0].records {
      let local = zone.local(at: record.start)
      byDay[local.date.weekday.rawValue - 1] += record.arrivals
      if local.date.weekday < .saturday { byHour[local.minuteOfDay / 60] += record.arrivals }
    }
    #expect(byHour[10] > 1.15 * byHour[13] && byHour[15] > 1.05 * byHour[13])
    #expect(byHour[15] > 1.5 * byHour[19])
    #expect(byDay[0] > byDay[2] && byDay[5] < 0.4 * byDay[2] && byDay[6] == 0)
  }

  @Test func `chat grows and Christmas is closed`() throws {
    let inputs = try inputs(Size(people: 400, queues: 3, weeks: 26))
    let zone = inputs.settings.zone
    let chat = inputs.history[2].records
    let early = chat.filter { zone.local(at: $0.start).date < LocalDate("2025-09-29")! }
    let late = chat.filter { zone.local(at: $0.start).date >= LocalDate("2026-02-02")! }
    #expect(late.reduce(0) { $0 + $1.arrivals } > early.reduce(0) { $0 + $1.arrivals })
    #expect(!chat.contains { zone.local(at: $0.start).date == LocalDate("2025-12-25") })
    #expect(
      inputs.calendar.contains { $0.date == LocalDate("2025-12-25") && $0.kind == .closed }
    )
    #expect(
      inputs.calendar.contains { $0.date == LocalDate("2026-04-03") && $0.name == "Good Friday" }
    )
  }

  @Test func `understaffed means 60 % more contacts for the same people`() throws {
    let plain = try SampleScenario(options: SampleOptions(weeks: 8)).inputs()
    let short = try SampleScenario(options: SampleOptions(weeks: 8, isUnderstaffed: true)).inputs()
    let count = { (inputs: PlanningInputs) in
      inputs.history.flatMap(\.records).reduce(0) { $0 + $1.arrivals }
    }
    #expect(abs(count(short) / count(plain) - 1.6) < 0.04)
    #expect(short.employees == plain.employees)
  }

  @Test func `says which option is out of range`() {
    let few = #expect(throws: ShiftwrightError.self) { try SampleOptions(people: 19) }
    #expect(
      few?.message == """
        people is 19, but a sample has 20 to 10000 people.
        Give --people a number in that range.
        """
    )
    #expect(throws: ShiftwrightError.self) { try SampleOptions(queues: 9) }
    #expect(throws: ShiftwrightError.self) { try SampleOptions(weeks: 1) }
    #expect(throws: ShiftwrightError.self) { try SampleOptions(name: " ") }
    let many = #expect(throws: ShiftwrightError.self) { try SampleOptions(people: 20, queues: 4) }
    #expect(many?.message.contains("at least 28 people") == true)
  }
}
