import Interchange
import TestSupport
import Testing
import Workforce

@testable import Planning

/// Accuracy against sums made by hand.
@Suite struct SnapshotJudgeTests {
  private let week = ISOWeek("2026-W10")!
  private let grid = TimeGrid(week: ISOWeek("2026-W10")!, stepMinutes: 30, zone: .utc)!

  /// Open from 08:00 to 10:00 on every day: four half hours.
  private var isOpen: [Bool] {
    (0..<grid.count).map { 480..<600 ~= grid.local(at: $0).minuteOfDay }
  }

  /// `counts` gives the contacts of a date and minute of the day; every row lasts `minutes`.
  private func inputs(minutes: Int = 30, _ counts: (LocalDate, Int) -> Double?) throws
    -> PlanningInputs
  {
    var inputs = ScenarioFixtures.inputs(people: [])
    let first = try #require(LocalDate("2026-02-16"))
    inputs.settings.zone = .utc
    inputs.settings.intervalMinutes = 30
    inputs.settings.queues = [inputs.settings.queues[0]]
    inputs.settings.queues[0].name = "phone"
    let window = try #require(ClockWindow("08:00-10:00"))
    inputs.settings.queues[0].openingHours = OpeningHours(
      windows: Array(repeating: [window], count: 7)
    )
    inputs.calendar = []
    let records = (0..<21).flatMap { day in
      stride(from: 480, to: 600, by: minutes).compactMap { minute -> HistoryRecord? in
        let date = first.adding(days: day)
        return counts(date, minute).map {
          let start = Zone.utc.startOfDay(date).adding(minutes: minute)
          return HistoryRecord(start: start, arrivals: $0)
        }
      }
    }
    inputs.history = [QueueHistory(queue: "phone", intervalMinutes: minutes, records: records)]
    return inputs
  }

  /// Ten contacts an interval, 8 to 12 at 80 % and 6 to 14 at 95 %; the method said `model`.
  private func snapshot(_ inputs: PlanningInputs, model: Double? = nil, number: Int = 1)
    -> ForecastSnapshot
  {
    let band = { (means: [Double]) in
      QueueForecast.Band(
        mean: means,
        low95: means.map { $0 * 0.6 },
        low80: means.map { $0 * 0.8 },
        high80: means.map { $0 * 1.2 },
        high95: means.map { $0 * 1.4 }
      )
    }
    let queue = QueueForecast(
      queue: "phone",
      method: .weekdayMean,
      intervals: band(isOpen.map { $0 ? 10 : 0 }),
      days: band(Array(repeating: 40, count: 7)),
      averageHandleTime: isOpen.map { _ in .seconds(200) },
      dayVariation: 0,
      pastError: nil,
      isOpen: isOpen,
      modelMean: model.map { model in isOpen.map { $0 ? model : 0 } }
    )
    let record = SnapshotRecord(
      shiftwright: "test",
      week: week,
      asOf: nil,
      dataBefore: week.monday,
      settings: inputs.settings,
      queues: [],
      overrides: [],
      inputs: []
    )
    return ForecastSnapshot(
      number: number,
      record: record,
      forecast: Forecast(grid: grid, queues: [queue])
    )
  }

  /// In the week 9, 11, 13 and 15 come every morning; 12 in every interval before it.
  private func counts(_ date: LocalDate, _ minute: Int) -> Double {
    date < week.monday ? 12 : Double(9 + (minute - 480) / 15)
  }

  @Test func `adds up errors, bands and the reference`() throws {
    let inputs = try inputs { counts($0, $1) }
    let score = SnapshotJudge(inputs: inputs).accuracy([snapshot(inputs, model: 12)]).scores[0]
    let sums = score.intervals
    #expect(score.intervalMinutes == 30)
    #expect(score.isOverridden)
    #expect(score.openDaysMissing == 0)
    #expect([sums.count, sums.inside80, sums.inside95] == [28, 14, 21])
    #expect([sums.contacts, sums.published, sums.model] == [336, 280, 336])
    #expect(sums.publishedError == 7 * (1 + 1 + 3 + 5))
    #expect(sums.modelError == 7 * (3 + 1 + 1 + 3))
    #expect(sums.naiveError.map { abs($0 - 7 * (3 + 1 + 1 + 3)) < 1e-6 } == true)
    #expect(sums.weightedError == 70 / 336.0)
    #expect(sums.bias == -56 / 336.0)
    #expect(sums.modelBias == 0)
    #expect(sums.coverage80 == 0.5)
    #expect([score.days.count, score.days.inside80, score.days.inside95] == [7, 7, 7])
    #expect(score.days.publishedError == 7 * 8)
    #expect(score.days.modelError == 0)
    #expect(score.days.naiveError.map { $0 < 1e-6 } == true)
  }

  @Test func `leaves out what is not recorded`() throws {
    let tuesday = week.monday.adding(days: 1)
    let inputs = try inputs { date, minute in
      if date == tuesday, minute == 510 { return nil }
      // a history that writes zeros: what it lacks is unknown
      if date == week.monday.adding(days: -3), minute == 480 { return 0 }
      return date > tuesday ? nil : counts(date, minute)
    }
    let score = SnapshotJudge(inputs: inputs).accuracy([snapshot(inputs)]).scores[0]
    #expect(score.intervals.count == 7)
    #expect(score.days.count == 1)
    #expect(score.openDaysMissing == 6)
    #expect(!score.isOverridden)
    #expect(score.intervals.modelError == score.intervals.publishedError)
  }

  @Test func `what a history without zeros lacks on a day with rows is zero`() throws {
    let tuesday = week.monday.adding(days: 1)
    let inputs = try inputs { date, minute in
      if date == tuesday, minute == 510 { return nil }
      return date > tuesday ? nil : counts(date, minute)
    }
    let score = SnapshotJudge(inputs: inputs).accuracy([snapshot(inputs)]).scores[0]
    #expect(score.intervals.count == 8)
    #expect(score.days.count == 2)
  }

  @Test(arguments: [(5, 30, 28), (10, 30, 28), (60, 60, 14)])
  func `compares histories of other intervals`(minutes: Int, cell: Int, count: Int) throws {
    let inputs = try inputs(minutes: minutes) { date, _ in
      date < week.monday ? 12 : Double(minutes) / 2
    }
    let score = SnapshotJudge(inputs: inputs).accuracy([snapshot(inputs)]).scores[0]
    #expect(score.intervalMinutes == cell)
    #expect(score.intervals.count == count)
    #expect(abs(score.intervals.contacts - 7 * 60) < 1e-9)
    #expect(abs(score.intervals.publishedError - 7 * 20) < 1e-9)
    #expect((score.intervals.inside80 == nil) == (cell != 30))
    #expect(score.days.inside95 == 0)
  }

  @Test func `nothing that came is no error`() throws {
    let inputs = try inputs { date, minute in
      date < week.monday ? counts(date, minute) : nil
    }
    let accuracy = SnapshotJudge(inputs: inputs).accuracy([snapshot(inputs)])
    #expect(accuracy.scores[0].intervals.count == 0)
    #expect(accuracy.scores[0].intervals.weightedError == nil)
    #expect(accuracy.pooled.isEmpty)
    #expect(accuracy.overridden == nil)
  }

  @Test func `pools the last snapshot of each week`() throws {
    let inputs = try inputs { counts($0, $1) }
    let all = [snapshot(inputs, number: 2), snapshot(inputs, model: 12, number: 1)]
    let accuracy = SnapshotJudge(inputs: inputs).accuracy(all)
    #expect(accuracy.scores.map(\.number) == [1, 2])
    #expect(accuracy.scores.map(\.isLast) == [false, true])
    #expect(accuracy.pooled.count == 1)
    #expect(accuracy.pooled[0].intervals == accuracy.scores[1].intervals)
    #expect(accuracy.overridden == nil)
    var twice = accuracy.scores[0].intervals
    twice += accuracy.scores[1].intervals
    #expect(twice.count == 56)
    #expect(twice.weightedError == accuracy.scores[0].intervals.weightedError)
  }

  @Test func `the naive knows only what the snapshot knew`() throws {
    let inputs = try inputs { counts($0, $1) }
    var snapshot = snapshot(inputs)
    snapshot.record.dataBefore = "2026-02-16"
    let score = SnapshotJudge(inputs: inputs).accuracy([snapshot]).scores[0]
    #expect(score.intervals.naiveError == nil)
    #expect(score.intervals.naiveWeightedError == nil)
    #expect(score.dataBefore.description == "2026-02-16")
  }
}
