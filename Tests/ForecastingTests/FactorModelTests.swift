import Foundation
import Testing
import Workforce

@testable import Forecasting

@Suite struct FactorModelTests {
  private let calendar = DayCalendar(openWeekdays: Weekday.allCases)
  private let monday = LocalDate("2026-03-02")!

  /// Two shapes; a weekday decides how much of the second a day has.
  private func root(_ weekday: Weekday, _ cell: Int) -> Double {
    let first = 10 + 4 * sin(Double(cell) / 3)
    let second = 3 * cos(Double(cell) / 2)
    return first * (1 + 0.05 * Double(weekday.rawValue)) + second * (weekday.isWeekend ? 1 : -0.5)
  }

  private func day(_ date: LocalDate, level: Double = 1) -> PastDay {
    PastDay(
      date: date,
      weekday: date.weekday,
      arrivals: (0..<24).map { level * root(date.weekday, $0) * root(date.weekday, $0) }
    )
  }

  private func targets(_ first: LocalDate) -> [TargetDay] {
    (0..<7).map { TargetDay(day(first.adding(days: $0))) }
  }

  @Test func `finds again a table of two shapes`() {
    let past = (1...70).reversed().map { day(monday.adding(days: -$0)) }
    let means = FactorModel().forecast(targets(monday), after: past, calendar: calendar).means
    for (target, profile) in zip(targets(monday), means) {
      for cell in 0..<24 {
        let expected = root(target.weekday, cell) * root(target.weekday, cell)
        // a quarter is added to every count before its root is taken
        #expect(abs((profile[cell] ?? 0) - expected - 0.25) < 0.02 * expected)
      }
    }
  }

  @Test func `lets the last days' deviation fade`() {
    // levels follow an autoregression; the last week stays high
    var random = RandomStream(seed: 3, name: "levels")
    var level = 0.0
    let past = (1...126).reversed().map { back -> PastDay in
      level = back <= 5 ? 0.2 : 0.8 * level + 0.03 * random.normal()
      return day(monday.adding(days: -back), level: exp(level))
    }
    let near = FactorModel().forecast([targets(monday)[0]], after: past, calendar: calendar)
    let far = FactorModel().forecast(
      [targets(monday.adding(days: 56))[0]],
      after: past,
      calendar: calendar
    )
    let usual = day(monday).total
    let nearRatio = near.means[0].reduce(0) { $0 + ($1 ?? 0) } / usual
    let farRatio = far.means[0].reduce(0) { $0 + ($1 ?? 0) } / usual
    #expect(nearRatio > 1.07 && nearRatio < 1.25)
    #expect(abs(farRatio - 1) < 0.05)
  }

  @Test func `takes the published singular vectors of a small table`() {
    // Strang, Introduction to Linear Algebra: [3 0; 4 5] has right singular vectors (1, 1)/√2 and
    // (−1, 1)/√2.
    let vectors = rightSingularVectors([[3, 0], [4, 5]], count: 2)
    let half = 0.5.squareRoot()
    #expect(vectors.count == 2)
    #expect(abs(abs(vectors[0][0]) - half) < 1e-9 && abs(abs(vectors[0][1]) - half) < 1e-9)
    #expect(vectors[0][0] * vectors[0][1] > 0 && vectors[1][0] * vectors[1][1] < 0)
  }

  @Test func `wide and tall tables agree`() {
    var random = RandomStream(seed: 8, name: "table")
    let tall = (0..<30).map { _ in (0..<6).map { _ in random.normal() } }
    let few = Array(tall.prefix(4))
    for rows in [tall, few] {
      let vectors = rightSingularVectors(rows, count: 2)
      for (index, vector) in vectors.enumerated() {
        #expect(abs(dot(vector, vector) - 1) < 1e-9)
        for other in vectors[..<index] { #expect(abs(dot(vector, other)) < 1e-9) }
      }
      // no random direction explains more than the first vector
      let best = rows.reduce(0) { $0 + dot($1, vectors[0]) * dot($1, vectors[0]) }
      for _ in 0..<200 {
        let direction = (0..<6).map { _ in random.normal() }
        let explained = rows.reduce(0) { $0 + dot($1, direction) * dot($1, direction) }
        #expect(explained / dot(direction, direction) <= best * (1 + 1e-9))
      }
    }
  }

  @Test func `a table of rank one gives one vector`() {
    let rows = [[1.0, 2, 3, 4], [2, 4, 6, 8], [3, 6, 9, 12]]
    #expect(rightSingularVectors(rows, count: 3).count == 1)
  }

  @Test func `sparse counts are merged and split by the weekday's share`() {
    var random = RandomStream(seed: 4, name: "sparse")
    let past = (1...140).reversed().map { back -> PastDay in
      let date = monday.adding(days: -back)
      return PastDay(
        date: date,
        weekday: date.weekday,
        arrivals: (0..<96).map { Double(random.poisson(mean: $0 < 48 ? 0.1 : 0.3)) }
      )
    }
    let merged = MergedTable(DayTable(past, atMost: 130))
    #expect(merged.parts == 24 || merged.parts == 48)
    let target = TargetDay(
      date: monday,
      weekday: .monday,
      isOpen: [Bool](repeating: true, count: 96)
    )
    let means = FactorModel().forecast([target], after: past, calendar: calendar).means[0]
    let halves = [means[..<48], means[48...]].map { $0.reduce(0) { $0 + ($1 ?? 0) } }
    // 4.8 and 14.4 a day; 18 Mondays and the common shape give deviations of about 0.3 and 0.6
    #expect(abs(halves[0] - 4.8) < 1 && abs(halves[1] - 14.4) < 2)
  }
}
