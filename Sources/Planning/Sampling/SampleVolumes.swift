import Foundation
import Workforce

/// The true rates of arrivals, scaled so that the people can serve the week to plan.
///
/// The need of an interval is estimated with the square-root rule: load + 0.5·√load agents, at
/// least load ÷ occupancy cap, shared among chat slots, plus shrinkage. Its hours in the week are
/// set to 92 % of the people's hours on contacts.
struct SampleVolumes {
  let queues: [SampleQueue]
  let calendar: [CalendarEntry]
  let week: ISOWeek
  let weeks: Int
  let shrinkage: Double
  /// Load in erlangs of the whole bank at a weekday's first peak.
  private(set) var scale = 1.0

  static let fillShare = 0.92
  static let understaffedFactor = 1.6
  private static let weekdayFactors = [1.13, 1.02, 0.98, 0.97, 0.98, 1.0, 0]

  init(
    queues: [SampleQueue],
    calendar: [CalendarEntry],
    options: SampleOptions,
    shrinkage: Double,
    workedHours: Double
  ) {
    self.queues = queues
    self.calendar = calendar
    week = options.week
    weeks = options.weeks
    self.shrinkage = shrinkage
    var low = 0.0
    var high = Double(options.people)
    for _ in 0..<50 {
      scale = (low + high) / 2
      let hours = queues.indices.reduce(0) { $0 + neededHours($1) }
      if hours > Self.fillShare * workedHours { high = scale } else { low = scale }
    }
    scale = max(low, 0.1) * (options.isUnderstaffed ? Self.understaffedFactor : 1)
  }

  /// Rostered person-hours that a queue needs in the week to plan.
  func neededHours(_ queue: Int) -> Double {
    week.dates.flatMap { date in
      Self.openMinutes(date.weekday).map { 0.5 * need(queue, date, $0) }
    }.reduce(0, +)
  }

  /// The starts of the open half hours of a weekday, in minutes after midnight.
  static func openMinutes(_ weekday: Weekday) -> [Int] {
    switch weekday {
    case .sunday: []
    case .saturday: Array(stride(from: 540, to: 1020, by: 30))
    default: Array(stride(from: 480, to: 1200, by: 30))
    }
  }

  private func need(_ queue: Int, _ date: LocalDate, _ minute: Int) -> Double {
    let settings = queues[queue].settings
    let arrivals = rate(queue, date, minute)
    guard arrivals > 0 else { return 0 }
    let load = arrivals * settings.averageHandleTime.inMinutes / 30
    let cap = settings.target.maximumOccupancy?.value ?? 1
    let slots = max(load / cap, load + 0.5 * load.squareRoot())
    let agents = (slots / Double(settings.concurrency)).rounded(.up)
    return (agents / (1 - shrinkage)).rounded(.up)
  }

  /// Expected arrivals in the half hour from `minute` of a date.
  func rate(_ index: Int, _ date: LocalDate, _ minute: Int) -> Double {
    let entries = calendar.filter { $0.date == date }
    guard !entries.contains(where: { $0.kind == .closed }) else { return 0 }
    let queue = queues[index]
    let shape =
      date.weekday == .saturday
      ? SampleQueue.saturdayShape[(minute - 540) / 30] : queue.weekdayShape[(minute - 480) / 30]
    let share = queue.loadShare / queues.reduce(0) { $0 + $1.loadShare }
    let load = scale * share * shape * Self.weekdayFactors[date.weekday.rawValue - 1]
    let factor = entries.compactMap(\.factor).reduce(1, *)
    return load * factor * trend(queue, date) * 30 / queue.settings.averageHandleTime.inMinutes
  }

  /// The share of contacts that bots resolve on a date, of all; `nil` for a queue without one.
  func containedShare(_ index: Int, _ date: LocalDate) -> Double? {
    let queue = queues[index]
    guard queue.containment > 0 else { return nil }
    let launched = launches.count { date >= $0 }
    return 1 - pow(1 - queue.containment, Double(launched))
  }

  /// The dates on which bots started.
  private var launches: [LocalDate] {
    [0.30, 0.65].map { share in
      week.monday.adding(days: -7 * Int((share * Double(weeks)).rounded()))
    }
  }

  /// Growth and bots: the level of a date against the week to plan.
  private func trend(_ queue: SampleQueue, _ date: LocalDate) -> Double {
    let days = Double(date.daysSinceEpoch - week.monday.daysSinceEpoch)
    var level = pow(1 + queue.weeklyGrowth, days / 7)
    for launch in launches where date < launch { level /= 1 - queue.containment }
    return level
  }
}
