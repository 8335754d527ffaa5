import Testing
import Workforce

@testable import Forecasting

@Suite struct SelfServiceTests {
  private func share(_ value: Double) throws -> Fraction { try #require(Fraction(value)) }

  private func hours(_ text: String) throws -> OpeningHours {
    OpeningHours(windows: Array(repeating: [try #require(ClockWindow(text))], count: 7))
  }

  private func phone() throws -> QueueSettings {
    QueueSettings(
      name: "phone",
      channel: .phone,
      skill: "phone",
      openingHours: try hours("08:00-20:00"),
      target: ServiceTarget(serviceLevel: try share(0.8), threshold: .seconds(20)),
      averageHandleTime: .seconds(200)
    )
  }

  private func bot(
    delay: Duration = .zero,
    factor: Double = 1,
    isRecorded: Bool = false,
    daily: Double? = nil
  ) throws -> SelfServiceSettings {
    SelfServiceSettings(
      name: "bot",
      openingHours: .always,
      containment: try share(0.6),
      spills: [
        .init(queue: "phone", share: try share(0.5), delay: delay, handleTimeFactor: factor)
      ],
      isSpillRecorded: isRecorded,
      useTarget: try share(0.7),
      dailyArrivals: daily
    )
  }

  /// Eight weeks of even hours: 10 calls on the phone, 40 contacts of the bot, 30 of them resolved.
  private func inputs(_ bot: SelfServiceSettings?, tellsContained: Bool = true) throws
    -> PlanningInputs
  {
    let first = try #require(LocalDate("2026-01-05"))
    let zone = Zone.utc
    let starts = (0..<56 * 24).map { zone.startOfDay(first).adding(minutes: 60 * $0) }
    let phone = starts.enumerated().filter { (8..<20).contains($0.offset % 24) }
      .map { HistoryRecord(start: $0.element, arrivals: 10) }
    let own = starts.map {
      HistoryRecord(start: $0, arrivals: 40, contained: tellsContained ? 30 : nil)
    }
    var history = [QueueHistory(queue: "phone", intervalMinutes: 60, records: phone)]
    if bot?.dailyArrivals == nil {
      history.append(QueueHistory(queue: "bot", intervalMinutes: 60, records: own))
    }
    return PlanningInputs(
      settings: ScenarioSettings(
        name: "test",
        zone: zone,
        intervalMinutes: 60,
        forecastMethod: .weeklyNaive,
        queues: [try self.phone()],
        sites: [],
        shiftTemplates: [],
        contracts: [],
        costs: CostSettings(),
        selfService: bot.map { [$0] } ?? []
      ),
      history: history,
      employees: []
    )
  }

  private func forecast(_ inputs: PlanningInputs) throws -> Forecast {
    try ForecastBuilder(inputs: inputs).forecast(try #require(ISOWeek("2026-W10")))
  }

  @Test func `the share resolved is that of the history`() throws {
    let forecast = try forecast(inputs(try bot()))
    let channel = try #require(forecast.selfService.first)
    let all: Double = channel.arrivals.reduce(0, +)
    #expect(abs(all - 6720) < 1)
    #expect(abs((channel.useShare ?? 0) - 0.75) < 1e-9)
    #expect(channel.meetsTarget == true)
    // half of the ten that are left in each hour call, while the phone is open
    let spilled: Double = channel.spilled[0].arrivals.reduce(0, +)
    #expect(abs(spilled - 420) < 1)
    for (index, mean) in forecast.queues[0].intervals.mean.enumerated() {
      let expected: Double = (8..<20).contains(index % 24) ? 15 : 0
      #expect(abs(mean - expected) < 1e-6)
    }
  }

  @Test func `without a history the settings hold`() throws {
    let forecast = try forecast(inputs(try bot(daily: 960)))
    let channel = try #require(forecast.selfService.first)
    #expect(channel.method == nil)
    #expect(channel.arrivals.allSatisfy { abs($0 - 40) < 1e-9 })
    #expect(abs((channel.useShare ?? 0) - 0.6) < 1e-9)
    #expect(channel.meetsTarget == false)
    #expect(abs(forecast.queues[0].intervals.mean[10] - 18) < 1e-6)
    let silent = try self.forecast(inputs(try bot(), tellsContained: false))
    #expect(abs((silent.selfService[0].useShare ?? 0) - 0.6) < 1e-9)
  }

  @Test func `a delay moves contacts and a factor mixes handle times`() throws {
    let plain = try forecast(inputs(nil))
    let forecast = try forecast(inputs(try bot(delay: .minutes(90), factor: 1.5)))
    let (before, after) = (plain.queues[0], forecast.queues[0])
    // every hour gets half of two earlier ones; Monday's first full hours are those from 2 on
    for hour in 8..<20 {
      let added: Double = after.intervals.mean[hour] - before.intervals.mean[hour]
      #expect(abs(added - 5) < 1e-6)
      let mixed = 200.0 * 17.5 / 15.0
      #expect(abs(after.averageHandleTime[hour].inSeconds - mixed) < 1e-3)
    }
    for (day, range) in forecast.grid.days.enumerated() {
      let sum = range.reduce(0) { $0 + after.intervals.mean[$1] }
      #expect(abs(after.days.mean[day] - sum) < 1e-6)
    }
    for index in after.intervals.mean.indices where after.intervals.mean[index] > 0 {
      let wide = before.intervals.high95[index] / before.intervals.mean[index]
      let now: Double = after.intervals.high95[index] / after.intervals.mean[index]
      #expect(abs(now - wide) < 1e-9)
    }
  }

  @Test func `spills that the history holds are not added again`() throws {
    let plain = try forecast(inputs(nil))
    let forecast = try forecast(inputs(try bot(isRecorded: true)))
    #expect(forecast.queues == plain.queues)
    let spilled: Double = forecast.selfService[0].spilled[0].arrivals.reduce(0, +)
    #expect(abs(spilled - 420) < 1)
  }

  @Test func `a channel without rows and contacts is explained`() throws {
    var inputs = try inputs(try bot())
    inputs.history.removeLast()
    #expect(throws: ShiftwrightError.self) { try forecast(inputs) }
  }

  /// Items come at any time where the history says so; a stage without rows waits for others.
  @Test func `deferred items come also while nobody works`() throws {
    var inputs = try inputs(nil)
    var mail = try phone()
    mail.name = "bot"
    mail.channel = .deferred
    mail.dueHours = .service
    var second = mail
    second.name = "second"
    second.follows = FollowedQueue(queue: "bot")
    inputs.settings.queues = [mail, second]
    inputs.history = [try self.inputs(try bot(), tellsContained: false).history[1]]
    let forecast = try forecast(inputs)
    #expect(forecast.queues[0].intervals.mean.allSatisfy { abs($0 - 40) < 1 })
    for (index, isOpen) in forecast.queues[0].isOpen.enumerated() {
      #expect(isOpen == (8..<20).contains(index % 24))
    }
    #expect(forecast.queues[1].intervals.mean.allSatisfy { $0 == 0 })
    #expect(forecast.diagnostics.contains { $0.message.contains("100% of what 'bot' has done") })
  }
}
