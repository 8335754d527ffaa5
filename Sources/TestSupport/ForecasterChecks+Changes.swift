import Forecasting
import Workforce

/// What a change of the history may do to the forecast.
extension ForecasterSubject {
  /// The calendar's period of 400 years changes nothing, nor do weeks for those who know no dates.
  func shiftComplaints() -> [String] {
    let closed = DayCalendar(
      openWeekdays: Weekday.allCases.filter { !$0.isWeekend },
      closures: [past[30].date, targets[2].date.adding(days: 21)],
      extraDays: [past[33].date, past[40].date]
    )
    let here = result(daysLater: 0, closed)
    let later = result(daysLater: 146_097, closed)
    let week = result(daysLater: 35, closed)
    return complaints([
      (
        here.means == later.means && here.days.map(\.spread) == later.days.map(\.spread)
          && here.link == later.link,
        "shifts by 400 years exactly"
      ),
      (!isSeasonal || here.means == week.means, "shifts by weeks exactly"),
    ])
  }

  /// Methods that repeat past weeks as they are.
  private var isSeasonal: Bool {
    [.weeklyNaive, .weekdayMean, .weekdayMedian].contains(forecaster.method)
  }

  private func result(daysLater days: Int, _ calendar: DayCalendar) -> ForecastDays {
    let past = past.filter { calendar.isOpen(on: $0.date) }.map { day in
      PastDay(date: day.date.adding(days: days), weekday: day.weekday, arrivals: day.arrivals)
    }
    let targets = targets.filter { !$0.weekday.isWeekend }.map { target in
      TargetDay(
        date: target.date.adding(days: days),
        weekday: target.weekday,
        isOpen: target.isOpen
      )
    }
    let shifted = DayCalendar(
      openWeekdays: Weekday.allCases.filter { !$0.isWeekend },
      closures: calendar.closures.map { $0.adding(days: days) },
      extraDays: calendar.extraDays.map { $0.adding(days: days) }
    )
    return forecaster.forecast(targets, after: past, calendar: shifted)
  }

  /// Four times the counts give four times the day's mean: within 1 % from 50 contacts on, exactly for
  /// those who repeat single counts.
  func scaleComplaints() -> [String] {
    let busy = madeUpPast(weeks: 10, seed: seed, level: 15)
    let once = means(after: busy)
    let fourTimes = means(after: busy.map { day in changed(day) { 4 * $0 } })
    let ratios = zip(once, fourTimes).map { total([$1]) / total([$0]) }
    // Where two methods are as good, a choice may fall on the other. Their means of a weekend day, each
    // from eight of 840 contacts, differ by √2 ÷ √6720 = 1.7 %; three times that among 21 days.
    let tolerance: Double =
      switch forecaster.method {
      case .weeklyNaive, .weekdayMedian: 1e-12
      case .automatic, .blend: 0.2
      default: 0.04
      }
    return complaints([
      (ratios.allSatisfy { abs($0 - 4) <= tolerance }, "scales with the counts")
    ])
  }

  /// A day or half a day without usable counts moves the week by less than 1 %; for all but the
  /// naive, which repeats single days, even a day of zeros that nobody noticed moves it little.
  func outageComplaints() -> [String] {
    let busy = madeUpPast(weeks: 10, seed: seed, level: 60)
    let usual = total(means(after: busy))
    let odd = busy.count - 10
    var without = busy
    without.remove(at: odd)
    var half = busy
    half[odd].arrivals = half[odd].arrivals.enumerated().map { $0.offset < 13 ? nil : $0.element }
    var zeros = busy
    zeros[odd] = changed(zeros[odd]) { _ in 0 }
    let moved = { (past: [PastDay]) in abs(total(means(after: past)) / usual - 1) }
    return complaints([
      (moved(without) < 0.01, "bears a day that is left out"),
      (moved(half) < 0.01, "bears half a day that is left out"),
      (forecaster.method == .weeklyNaive || moved(zeros) < 0.02, "bears a day of zeros"),
    ])
  }

  /// Methods that do not model special days forecast as if these were not in the history.
  func specialComplaints() -> [String] {
    let odd = past.count - 17
    var marked = past
    marked[odd] = changed(marked[odd]) { 3 * $0 + 50 }
    marked[odd].special = SpecialDay(kind: .campaign, name: "sale")
    var without = past
    without.remove(at: odd)
    return complaints([
      (means(after: marked) == means(after: without), "learns from ordinary days only")
    ])
  }
}
