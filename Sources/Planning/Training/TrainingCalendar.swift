import Training
import Workforce

/// By when training must start.
struct TrainingCalendar {
  private let training: TrainingInputs
  private let date: LocalDate
  private let ready: LocalDate?

  /// Asks on a date; without a day on which people are needed, for the first that can be reached.
  init(_ training: TrainingInputs, on date: LocalDate, ready: LocalDate?) {
    self.training = training
    self.date = date
    self.ready = ready
  }

  /// Whole weeks of classes, then whole weeks of retakes for those who are expected to fail, all before
  /// the week of the day; `nil` where nothing says how many sit in a class or how many are held.
  func start(course name: String, people: Int, passRate: Double) -> TrainingStart? {
    guard let course = training.course(name, on: date), let placement = training.placement else {
      return nil
    }
    let rooms = training.rooms.filter { course.rooms.isEmpty || course.rooms.contains($0.name) }
    guard let seats = course.seats ?? rooms.map(\.seats).max(), seats > 0 else { return nil }
    let failing = Int((Double(people) * (1 - passRate)).rounded(.up))
    let classes = max(1, (people + seats - 1) / seats)
    let retakes = max(1, (failing + seats - 1) / seats)
    let window = max(1, placement.hours.endMinutes - placement.hours.start.minutes)
    let days = (course.lengthMinutes + window - 1) / window
    let weeks = { (count: Int) in
      (count + placement.sessionsPerWeek - 1) / placement.sessionsPerWeek + max(0, days - 1) / 5
    }
    let monday = { (day: LocalDate) in ISOWeek(containing: day).monday }
    let length = 7 * (weeks(classes) + weeks(retakes))
    let next = monday(date.adding(days: 6))
    let start = ready.map { monday($0).adding(days: -length) } ?? next
    return TrainingStart(
      ready: ready ?? start.adding(days: length),
      start: start,
      isAsked: ready != nil,
      classes: classes,
      retakesFrom: start.adding(days: 7 * weeks(classes)),
      retakeClasses: retakes,
      seats: seats,
      perWeek: placement.sessionsPerWeek
    )
  }

  /// The last day on which to begin so that all stages are over on the day; `nil` for no stages.
  func start(curriculum name: String) -> TrainingStart? {
    guard let ready else {
      return end(of: name, from: date).map { TrainingStart(ready: $0, start: date, isAsked: false) }
    }
    guard var length = end(of: name, from: ready).map({ $0.daysSinceEpoch - ready.daysSinceEpoch })
    else { return nil }
    // Months differ by a few days: begin a little late, then step back until it fits.
    length = max(0, length - 31)
    var start = ready.adding(days: -length)
    while let last = end(of: name, from: start), last > ready { start = start.adding(days: -1) }
    return TrainingStart(ready: ready, start: start, isAsked: true)
  }

  /// The first day after all stages of somebody who begins on a date.
  private func end(of name: String, from first: LocalDate) -> LocalDate? {
    training.curriculum(name, on: first)?.stages.reduce(first) { from, stage in
      switch stage.length {
      case .days(let days): from.adding(days: days)
      case .months(let months): LapseRule.date(from, plusMonths: months)
      }
    }
  }
}
