import Foundation
import Testing
import Workforce

@testable import Forecasting

/// Multiplies what came by a factor of its own for each week: a method with known errors.
private struct Wrong: Forecaster {
  let method: ForecastMethod
  /// Relative error by week of the year's days, repeating.
  let errors: [Double]

  func forecast(
    _ targets: [TargetDay],
    after past: [PastDay],
    calendar: DayCalendar
  ) -> ForecastDays {
    ForecastDays(
      means: targets.map { target in
        let week = (target.date.daysSinceEpoch + 3) / 7
        let error = errors[week % errors.count]
        return target.isOpen.map { $0 ? 100 * (1 + error) : 0 }
      }
    )
  }
}

@Suite struct MethodChoiceTests {
  private let calendar = DayCalendar(openWeekdays: Weekday.allCases)
  private let monday = LocalDate("2026-03-02")!

  /// Weeks of 100 contacts in each of ten hours.
  private func past(weeks: Int) -> [PastDay] {
    (1...(7 * weeks)).reversed().map { back in
      let date = monday.adding(days: -back)
      return PastDay(
        date: date,
        weekday: date.weekday,
        arrivals: [Double?](repeating: 100, count: 10)
      )
    }
  }

  private var targets: [TargetDay] {
    past(weeks: 1).map { day in
      var target = TargetDay(day)
      target.date = day.date.adding(days: 7)
      return target
    }
  }

  private func chosen(_ methods: [any Forecaster], weeks: Int = 20) -> ChosenForecaster {
    ChosenForecaster(
      .automatic,
      past: past(weeks: weeks),
      calendar: calendar,
      lead: 1,
      candidates: methods
    )
  }

  @Test func `errors, score and skill are those of the definition`() throws {
    let comparison = MethodComparison(
      [Wrong(method: .weekdayMean, errors: [0.1]), Wrong(method: .weeklyNaive, errors: [-0.2])],
      past: past(weeks: 20),
      calendar: calendar,
      lead: 1
    )
    let entry = comparison.entries[0]
    #expect(entry.weeks.count == 8)
    #expect(entry.weeks.map(\.monday) == (1...8).reversed().map { monday.adding(days: -7 * $0) })
    #expect(abs(try #require(entry.intervalPercentageError) - 0.1) < 1e-12)
    #expect(abs(try #require(entry.dayPercentageError) - 0.1) < 1e-12)
    #expect(abs(try #require(entry.score) - 0.1) < 1e-12)
    #expect(abs(try #require(entry.skill) - 0.5) < 1e-12)
    #expect(abs(entry.weeks[0].squaredError - 7000) < 1e-6 && entry.weeks[0].count == 7000)
  }

  @Test func `the earlier method stays within noise`() {
    // differences of +5 and −4 points in turn: mean 0.5, standard error 1.7
    let early = Wrong(method: .weekdayMean, errors: [0.10, 0.10])
    let late = Wrong(method: .weeklyNaive, errors: [0.05, 0.14])
    #expect(chosen([early, late]).method == .weekdayMean)
    #expect(chosen([late, early]).method == .weeklyNaive)
  }

  @Test func `a clearly better method is taken wherever it stands`() {
    let bad = Wrong(method: .weekdayMean, errors: [0.10, 0.12])
    let good = Wrong(method: .weeklyNaive, errors: [0.02, 0.03])
    #expect(chosen([bad, good]).method == .weeklyNaive)
    #expect(chosen([good, bad]).method == .weeklyNaive)
  }

  @Test func `nothing counts with a single week`() {
    let bad = Wrong(method: .weekdayMean, errors: [0.3])
    let good = Wrong(method: .weeklyNaive, errors: [0.01])
    #expect(chosen([bad, good], weeks: 2).method == .weekdayMean)
  }

  @Test func `opposite errors are blended by their inverse squares`() throws {
    // errors of +10 % and −20 %: shares 4/5 and 1/5, together +4 %
    let high = Wrong(method: .weekdayMean, errors: [0.1])
    let low = Wrong(method: .weeklyNaive, errors: [-0.2])
    let choice = chosen([high, low])
    #expect(choice.method == .blend)
    let means = choice.forecast(targets, after: past(weeks: 20), calendar: calendar).means
    #expect(means.joined().allSatisfy { abs(($0 ?? 0) - 104) < 1e-9 })
    let judged = choice.past.weeks.flatMap { $0.forecasts.flatMap(\.means) }
    #expect(judged.allSatisfy { abs(($0 ?? 0) - 104) < 1e-9 })
  }

  @Test func `errors of the same sign are not blended unless wanted`() {
    let good = Wrong(method: .weekdayMean, errors: [0.1])
    let bad = Wrong(method: .weeklyNaive, errors: [0.2])
    #expect(chosen([good, bad]).method == .weekdayMean)
    let means = BlendForecaster([good, bad])
      .forecast(targets, after: past(weeks: 20), calendar: calendar).means
    #expect(means.joined().allSatisfy { abs(($0 ?? 0) - 112) < 1e-9 })
  }

  @Test func `weeks after a much shorter past are judged only among the last four`() {
    let weeks = { (count: Int) in
      PastForecasts(WeekdayMean(), past: past(weeks: count), calendar: calendar, lead: 1)
        .weeks.count
    }
    #expect([2, 4, 6, 12, 16, 40].map(weeks) == [1, 3, 4, 6, 8, 8])
  }

  @Test func `leads are deduced from dates and shortened where the past is short`() {
    let days = past(weeks: 6)
    #expect(PastForecasts.lead(to: monday, after: days) == 1)
    #expect(PastForecasts.lead(to: monday.adding(days: 6), after: days) == 1)
    #expect(PastForecasts.lead(to: monday.adding(days: 14), after: days) == 3)
    #expect(PastForecasts.judgedLead(3, past: days) == 2)
    #expect(PastForecasts.judgedLead(3, past: past(weeks: 30)) == 3)
    #expect(PastForecasts.judgedLead(3, past: past(weeks: 1)) == 1)
  }

  @Test func `special days are not judged`() {
    var days = past(weeks: 20)
    days[days.count - 3].special = SpecialDay(kind: .holiday, name: "feast")
    let judged = PastForecasts(WeekdayMean(), past: days, calendar: calendar, lead: 1)
    #expect(judged.weeks.last?.days.count == 6)
  }
}
