import Interchange
import TestSupport
import Workforce

extension LawCase {
  static let all = directive + directiveTotals + china + california + newYork

  private typealias Make = ScenarioFixtures

  /// Six days of work with one free one, and at most 24 hours between two shifts.
  private static let shortRest = LawWeek(
    shifts: [
      "mon 20:00-01:00", "wed 01:00-05:00", "thu 01:00-05:00", "fri 01:00-05:00", "sat 01:00-05:00",
      "sun 01:00-05:00",
    ]
  )
  private static let shorterRest: LawWeek = {
    var week = shortRest
    week.shifts[1] = "wed 00:59-04:59"
    return week
  }()

  /// Six days of work with 26 hours between the first two shifts.
  private static let sixDays = LawWeek(
    shifts: [
      "mon 06:00-10:00", "tue 12:00-16:00", "wed 12:00-16:00", "thu 12:00-16:00", "fri 12:00-16:00",
      "sat 12:00-16:00",
    ]
  )
  private static let sevenDays = LawWeek(shifts: sixDays.shifts + ["sun 12:00-16:00"])

  private static func day(_ shift: String) -> LawWeek { LawWeek(shifts: [shift]) }

  private static func daily(_ days: [String], _ hours: String, _ last: String) -> LawWeek {
    LawWeek(shifts: days.map { "\($0) \(hours)" } + [last])
  }

  private static let workdays = ["mon", "tue", "wed", "thu", "fri"]

  private static func of(
    _ set: ShippedRuleSet,
    _ sentence: String,
    _ kept: LawWeek,
    _ broken: LawWeek
  )
    -> LawCase
  { LawCase(set: set, sentence: sentence, kept: kept, broken: broken) }

  /// Kinds, rest and breaks of the directive.
  private static let directive: [LawCase] = {
    let night = "A shift of night work has at least 3 hours between 23:00 and 06:00."
    let pause =
      "The break has at least 15 minutes and begins 6 hours after the start at the latest."
    let meal = day("mon 08:00-16:00 / 14:00-14:15")
    return [
      of(.euWorkingTime, night, day("mon 20:00-01:59"), day("mon 20:00-02:00")),
      of(.euWorkingTime, night, day("tue 03:01-09:00"), day("tue 03:00-09:00")),
      of(
        .euWorkingTime,
        "Between two shifts there are at least 11 consecutive hours of rest.",
        LawWeek(shifts: ["mon 16:00-22:00", "tue 09:00-15:00"]),
        LawWeek(shifts: ["mon 16:00-22:00", "tue 08:59-14:59"])
      ),
      of(
        .euWorkingTime,
        "With 11 hours of rest in each period of 24 hours a shift has at most 13.",
        day("mon 06:00-19:00 / 11:00-11:30"),
        day("mon 06:00-19:01 / 11:00-11:30")
      ),
      of(
        .euWorkingTime,
        "A working day of more than 6 hours has a break.",
        day("mon 08:00-14:00"),
        day("mon 08:00-14:01")
      ),
      of(.euWorkingTime, pause, meal, day("mon 08:00-16:00 / 14:00-14:14")),
      of(.euWorkingTime, pause, meal, day("mon 08:00-16:00 / 14:01-14:16")),
      of(
        .euWorkingTime,
        "In each week there are 24 hours of rest without interruption, plus the 11 of Article 3.",
        daily(workdays, "07:00-13:00", "sat 07:00-13:00"),
        daily(workdays, "07:00-13:00", "sat 07:01-13:01")
      ),
    ]
  }()

  /// The average of the directive: four shifts of 12 hours after 17 weeks of 48.
  private static let directiveTotals: [LawCase] = {
    let long = "08:00-20:00 / 12:00-12:30"
    var week = daily(["mon", "tue", "wed"], long, "thu \(long)")
    week.past = Array(repeating: 48, count: 17)
    var leave = week
    leave.past[0] = 0
    leave.leave = Make.date("2026-03-16")...Make.date("2026-03-22")
    let last = "thu 08:00-20:01 / 12:00-12:30"
    return [
      of(
        .euWorkingTime,
        "At most 48 hours in seven days are worked on average, overtime included, over 17 weeks: "
          + "816 hours.",
        week,
        week.ending(last)
      ),
      of(
        .euWorkingTime,
        "Days of leave and sickness are left out of the average.",
        leave,
        leave.ending(last)
      ),
    ]
  }()

  private static let china: [LawCase] = {
    let anyTime = "A shift at whatever time makes its date a day of work."
    var average = daily(workdays, "08:00-16:00", "sat 08:00-14:00")
    average.past = [56, 56, 54, 40]
    var month = average
    month.past = [50, 50, 50, 50]
    month.overtimeAfter = 40
    return [
      of(.chinaLabor, anyTime, LawWeek(shifts: []), day("mon 00:00-00:01")),
      of(.chinaLabor, anyTime, LawWeek(shifts: []), day("tue 23:59-00:01")),
      of(
        .chinaLabor,
        "A day has at most 8 hours of work.",
        day("mon 08:00-16:00"),
        day("mon 08:00-16:01")
      ),
      of(
        .chinaLabor,
        "At most 44 hours a week on average are worked, and 36 of overtime in a month on top: 212 "
          + "hours in 4 weeks.",
        average,
        average.ending("sat 08:00-14:01")
      ),
      of(
        .chinaLabor,
        "A month has at most 36 hours of overtime.",
        month,
        month.ending("sat 08:00-14:01")
      ),
      of(.chinaLabor, "In each week at most 6 days are worked.", sixDays, sevenDays),
      of(
        .chinaLabor,
        "In each week there are at least 24 hours of rest without interruption.",
        shortRest,
        shorterRest
      ),
    ]
  }()

  private static let california: [LawCase] = {
    let anyTime = "A shift at whatever time makes its date a day of work."
    let least =
      "The meal period has at least 30 minutes and begins no later than the end of the fifth hour."
    let meal = day("mon 08:00-16:00 / 13:00-13:30")
    return [
      of(.usCalifornia, anyTime, LawWeek(shifts: []), day("mon 00:00-00:01")),
      of(.usCalifornia, anyTime, LawWeek(shifts: []), day("tue 23:59-00:01")),
      of(
        .usCalifornia,
        "A work period of more than 5 hours has a meal period.",
        day("mon 08:00-13:00"),
        day("mon 08:00-13:01")
      ),
      of(.usCalifornia, least, meal, day("mon 08:00-16:00 / 13:00-13:29")),
      of(.usCalifornia, least, meal, day("mon 08:00-16:00 / 13:01-13:31")),
      of(.usCalifornia, "In each week at most six days in seven are worked.", sixDays, sevenDays),
      of(
        .usCalifornia,
        "One day's rest in each week is a stretch of 24 hours without a shift.",
        shortRest,
        shorterRest
      ),
    ]
  }()

  private static let newYork: [LawCase] = {
    let least =
      "The meal period has at least 30 minutes and begins 6 hours after the start at the latest."
    let meal = day("mon 08:00-16:00 / 14:00-14:30")
    return [
      of(
        .usNewYork,
        "A shift of more than 6 hours has a meal period.",
        day("mon 08:00-14:00"),
        day("mon 08:00-14:01")
      ),
      of(.usNewYork, least, meal, day("mon 08:00-16:00 / 14:00-14:29")),
      of(.usNewYork, least, meal, day("mon 08:00-16:00 / 14:01-14:31")),
      of(
        .usNewYork,
        "In each calendar week there are at least 24 consecutive hours of rest.",
        shortRest,
        shorterRest
      ),
    ]
  }()
}
