import Foundation
import Testing
import Workforce

@testable import Forecasting

/// Histories that profiles of the day must bear.
@Suite struct ProfileEdgeTests {
  private let monday = LocalDate("2026-01-05")!
  private let calendar = DayCalendar(openWeekdays: Weekday.allCases)

  private func past(_ days: Int, _ arrivals: (LocalDate) -> [Double?]) -> [PastDay] {
    (0..<days).map { offset in
      let date = monday.adding(days: offset)
      return PastDay(date: date, weekday: date.weekday, arrivals: arrivals(date))
    }
  }

  private func forecast(_ past: [PastDay], days: Int = 7) -> ForecastDays {
    let first = past[past.count - 1].date.adding(days: 1)
    let targets = (0..<days).map { offset -> TargetDay in
      let date = first.adding(days: offset)
      let same = past.last { $0.weekday == date.weekday }
      return TargetDay(
        date: date,
        weekday: date.weekday,
        isOpen: same?.arrivals.map { $0 != nil } ?? []
      )
    }
    return CalendarProcess().forecast(targets, after: past, calendar: calendar)
  }

  @Test func `days that repeat one profile are forecast as that profile`() {
    let profile = (0..<96).map { 20 + 10 * sin(Double($0) / 12) }
    let means = forecast(past(63) { _ in profile }).means
    for day in means {
      for (mean, usual) in zip(day, profile) {
        let ratio = (mean ?? 0) / usual
        #expect(abs(ratio - 1) < 0.05)
      }
    }
  }

  @Test func `a weekday that opens within a merged group is not expected to bring more`() {
    // about two contacts an interval, so three are worked on together; Saturdays open at the second
    let series = past(26 * 7) { date in
      (0..<24).map { cell in date.weekday == .saturday && cell < 1 ? nil : 2 }
    }
    let means = forecast(series).means
    let saturday = means.first { $0[0] == 0 } ?? []
    let total: Double = saturday.dropFirst().compactMap(\.self).reduce(0, +)
    #expect(abs(total / 46 - 1) < 0.06)
  }

  @Test func `an interval that never brings a contact is known and expects next to none`() {
    let means = forecast(past(56) { _ in (0..<24).map { $0 < 6 ? 0 : 30 } }).means
    for day in means {
      #expect(day.allSatisfy { $0 != nil })
      #expect(day[..<6].allSatisfy { ($0 ?? 9) < 0.5 })
    }
  }
}
