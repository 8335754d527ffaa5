import Foundation
import Workforce

/// What any number of people could reach, where that is certain to be less than what is promised.
///
/// Counted as out of reach are only contacts and items of a time in which no contract lets anybody
/// work until they are due, and items that take longer than the time until they are due. Everything
/// in doubt counts as reached: where the result says that a target is out of reach, it is.
struct ServiceReach {
  private let settings: ScenarioSettings
  private let forecast: Forecast
  /// Whether somebody could be at work in an interval.
  private let isWorkable: [Bool]

  init(settings: ScenarioSettings, forecast: Forecast) {
    self.settings = settings
    self.forecast = forecast
    isWorkable = Self.workable(settings, forecast)
  }

  /// The best service level of a queue over the week, or on its worst day where each day counts;
  /// `nil` where it may be as high as promised.
  func bestService(of queue: Int) -> Double? {
    let target = settings.queues[queue].target
    guard target.serviceLevel > .zero, target.definition == .offered else { return nil }
    let arrivals = forecast.expected(of: queue, in: settings)
    let reached = arrivals.indices.map { arrivals[$0] * share(queue, $0) }
    let stretches =
      settings.targetPeriod == .week ? [0..<forecast.grid.count] : forecast.grid.days
    let shares = stretches.compactMap { range -> Double? in
      let all = arrivals[range].reduce(0, +)
      return all > 0 ? reached[range].reduce(0, +) / all : nil
    }
    guard let best = shares.min(), best < target.serviceLevel.value - 1e-6 else { return nil }
    return best
  }

  /// The share of an interval's contacts that may be in time.
  private func share(_ queue: Int, _ index: Int) -> Double {
    let settings = settings.queues[queue]
    let step = 60 * forecast.grid.stepMinutes
    let seconds = settings.target.threshold.inSeconds
    guard settings.channel != .deferred || settings.dueHours == .clock else { return 1 }
    // one that comes at the interval's end has until then
    let last = index + 1 + Int((seconds / Double(step)).rounded(.up))
    guard last <= isWorkable.count else { return 1 }
    guard isWorkable[index..<last].contains(true) else { return 0 }
    return settings.channel == .deferred ? shareDone(queue, index, within: seconds) : 1
  }

  /// The probability that the quickest person needs no longer than the time until an item is due.
  private func shareDone(_ queue: Int, _ index: Int, within seconds: Double) -> Double {
    let settings = settings.queues[queue]
    let mean = forecast.queues[queue].averageHandleTime[index].inSeconds * quickest
    let variation = forecast.queues[queue].handleTimeVariation ?? settings.handleTimeVariation
    switch variation {
    case 0: return mean <= seconds ? 1 : 0
    case 1: return 1 - exp(-seconds / mean)
    default:
      let square = log1p(variation)
      let height = (log(seconds / mean) + square / 2) / square.squareRoot()
      return erfc(-height / 2.0.squareRoot()) / 2
    }
  }

  /// The least factor on handle times that anybody may have.
  private var quickest: Double {
    let proficiency = settings.proficiency
    let level = proficiency.levels.map(\.factor).min() ?? 1
    let tenure = proficiency.tenure.map(\.factor).min() ?? 1
    return min(1, level) * min(1, tenure)
  }

  /// Shifts begin and end while a queue is open, inside the window of their contract; a time without
  /// open queues that is shorter than a shift may lie inside one.
  private static func workable(_ settings: ScenarioSettings, _ forecast: Forecast) -> [Bool] {
    let grid = forecast.grid
    var workable = (0..<grid.count).map { index in
      forecast.queues.contains { $0.isOpen[index] }
    }
    let longest = settings.shiftTemplates.map(\.length.inMinutes).max() ?? 0
    fillGaps(&workable, shorterThan: Int(longest / Double(grid.stepMinutes)))
    let windows = settings.contracts.map(\.shiftWindow)
    let hasOneClock = settings.sites.allSatisfy { $0.zone == nil || $0.zone == settings.zone }
    guard hasOneClock, !windows.contains(nil) else { return workable }
    return workable.indices.map { index in
      let (from, until) = (grid.local(at: index).minuteOfDay, grid.stepMinutes)
      let isInside = windows.compactMap(\.self).contains { window in
        [from, from + 1440].contains {
          window.start.minutes < $0 + until && $0 < window.endMinutes
        }
      }
      return workable[index] && isInside
    }
  }

  /// Fills times between open ones; those at the ends may go on in the week before or after.
  private static func fillGaps(_ isOpen: inout [Bool], shorterThan limit: Int) {
    var start = 0
    while start < isOpen.count {
      guard !isOpen[start] else {
        start += 1
        continue
      }
      let end = isOpen[start...].firstIndex(of: true) ?? isOpen.count
      let isAtEdge = start == 0 || end == isOpen.count
      if isAtEdge ? end - start < limit : end - start <= limit {
        for index in start..<end { isOpen[index] = true }
      }
      start = end
    }
  }
}
