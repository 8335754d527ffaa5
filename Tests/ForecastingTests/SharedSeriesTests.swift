import Foundation
import Testing
import Workforce

@testable import Forecasting

@Suite struct SharedSeriesTests {
  static let bank = sharedFile("arrivals/bank_calls_5min.csv")
  static let desk = sharedFile("arrivals/servicenow_incidents_30min.csv")

  private func bankFixture() -> Fixture {
    var fixture = Fixture(historyMinutes: 5, window: "07:00-21:05", method: .weekdayMean)
    fixture.zone = Zone(identifier: "America/New_York")!
    fixture.openDays = [.monday, .tuesday, .wednesday, .thursday, .friday]
    return fixture
  }

  @Test(.enabled(if: bank != nil, "the shared bank calls are absent"))
  func `forecasts the bank's calls as well as published`() throws {
    let fixture = bankFixture()
    let records = try series(#require(Self.bank), zone: fixture.zone)
    let builder = ForecastBuilder(inputs: fixture.inputs(records))
    var error = 0.0
    var total = 0.0
    // The eleven Mondays of the design page, which measured 6.31 % for the plain mean of eight.
    for offset in 0..<11 {
      let week = ISOWeek(containing: LocalDate("2003-06-02")!).adding(weeks: offset)
      let forecast = try builder.forecast(week)
      var actual = [Double](repeating: 0, count: forecast.grid.count)
      for record in records {
        let index = forecast.grid.index(of: record.start)
        if actual.indices.contains(index) { actual[index] += record.arrivals }
      }
      for (mean, count) in zip(forecast.queues[0].intervals.mean, actual) where count > 0 {
        error += abs(mean - count)
        total += count
      }
    }
    #expect(error / total < 0.066)
  }

  @Test(.enabled(if: bank != nil, "the shared bank calls are absent"))
  func `the factor model forecasts the bank's calls as well as published`() throws {
    var fixture = bankFixture()
    fixture.method = .factorModel
    let records = try series(#require(Self.bank), zone: fixture.zone)
    let builder = ForecastBuilder(inputs: fixture.inputs(records))
    var error = 0.0
    var total = 0.0
    // The eleven Mondays of the design page, which measured 5.98 % for Shen and Huang's model.
    for offset in 0..<11 {
      let week = ISOWeek(containing: LocalDate("2003-06-02")!).adding(weeks: offset)
      let forecast = try builder.forecast(week)
      var actual = [Double](repeating: 0, count: forecast.grid.count)
      for record in records {
        let index = forecast.grid.index(of: record.start)
        if actual.indices.contains(index) { actual[index] += record.arrivals }
      }
      for (mean, count) in zip(forecast.queues[0].intervals.mean, actual) where count > 0 {
        error += abs(mean - count)
        total += count
      }
    }
    #expect(error / total <= 0.062)
  }

  @Test(.enabled(if: desk != nil, "the shared service-desk series is absent"))
  func `finds the service desk's dead tail`() throws {
    let fixture = Fixture(window: "00:00-24:00")
    let records = try series(#require(Self.desk), zone: fixture.zone)
    let builder = ForecastBuilder(inputs: fixture.inputs(records))
    let late = try builder.forecast(ISOWeek("2016-W26")!)
    #expect(late.diagnostics.contains { $0.message.contains("dead from 2016-06-01 on") })
    #expect(1000...2500 ~= late.queues[0].days.mean.reduce(0, +))
    #expect(late.queues[0].days.low80.allSatisfy { $0 == 0 })
    #expect(late.queues[0].intervals.low80.allSatisfy { $0 == 0 })
    let early = try builder.forecast(ISOWeek("2016-W18")!)
    #expect(
      early.diagnostics.contains {
        $0.severity == .note && $0.message.contains("dead from 2016-06-01 on")
      }
    )
    let actual = [478.0, 353, 368, 403, 350, 70, 42]
    let errors = zip(early.queues[0].days.mean, actual).map { abs($0 - $1) }
    #expect(errors.reduce(0, +) / actual.reduce(0, +) < 0.15)
  }
}
