import Workforce

/// Weekly figures from what a scenario has recorded itself.
struct OwnFigures {
  let inputs: PlanningInputs

  private struct Sums {
    var arrivals = 0.0
    var judged = 0.0
    var inTarget = 0.0
    var counted = 0.0
    var abandoned = 0.0
    var contained = 0.0
    var hasContained = false
  }

  /// Contacts answered in the target's time and contacts that left, by queue; contacts that
  /// self-service solved among all, of the center.
  var figures: [WeeklyFigure] {
    let queues = inputs.settings.queues
    var figures: [WeeklyFigure] = []
    var all: [ISOWeek: Sums] = [:]
    for history in inputs.history {
      let sums = weeks(of: history)
      let queue = queues.first { $0.name == history.queue }
      for week in sums.keys.sorted() {
        guard let own = sums[week] else { continue }
        all[week, default: Sums()].contained += own.contained
        if own.hasContained { all[week]?.hasContained = true }
        guard let queue else { continue }
        all[week]?.arrivals += own.arrivals
        guard queue.records == .offered, queue.channel != .deferred else { continue }
        figures += Self.figures(of: queue.name, week, own)
      }
    }
    for week in all.keys.sorted() {
      guard let sum = all[week], sum.hasContained, sum.contained + sum.arrivals > 0 else {
        continue
      }
      figures.append(
        WeeklyFigure(
          week: week,
          measure: "self_service",
          kind: .center,
          group: "",
          cases: sum.contained + sum.arrivals,
          total: sum.contained
        )
      )
    }
    return figures
  }

  private static func figures(of queue: String, _ week: ISOWeek, _ sums: Sums) -> [WeeklyFigure] {
    [
      ("answered_in_target", sums.judged, sums.inTarget),
      ("abandonment", sums.counted, sums.abandoned),
    ].filter { $0.1 > 0 }.map { measure, cases, total in
      WeeklyFigure(
        week: week,
        measure: measure,
        kind: .queue,
        group: queue,
        cases: cases,
        total: min(cases, total)
      )
    }
  }

  private func weeks(of history: QueueHistory) -> [ISOWeek: Sums] {
    var weeks: [ISOWeek: Sums] = [:]
    for record in history.records {
      let week = ISOWeek(containing: inputs.settings.zone.local(at: record.start).date)
      var sums = weeks[week, default: Sums()]
      sums.arrivals += record.arrivals
      if let inTarget = record.answeredInTarget {
        sums.judged += record.arrivals
        sums.inTarget += inTarget
      }
      if let abandoned = record.abandoned {
        sums.counted += record.arrivals
        sums.abandoned += abandoned
      }
      if let contained = record.contained {
        sums.contained += contained
        sums.hasContained = true
      }
      weeks[week] = sums
    }
    return weeks
  }
}

extension PassRateTable {
  /// Final pass rates of quarters that are over, each as the figure of the last week that ends in it.
  func weeklyFigures(through date: LocalDate) -> [WeeklyFigure] {
    guard let place = keys.firstIndex(of: .quarter) else { return [] }
    return rows.compactMap { row in
      guard row.final.sat > 0, let last = Self.lastDay(ofQuarter: row.group[place]), last <= date
      else { return nil }
      return WeeklyFigure(
        week: ISOWeek(containing: last.adding(days: 1)).adding(weeks: -1),
        measure: "pass_rate",
        kind: .center,
        group: "",
        cases: Double(row.final.sat),
        total: Double(row.final.passed)
      )
    }
  }

  /// The last day of `2026-Q1`.
  private static func lastDay(ofQuarter name: String) -> LocalDate? {
    let parts = name.split(separator: "-Q")
    guard parts.count == 2, let year = Int(parts[0]), let quarter = Int(parts[1]) else {
      return nil
    }
    let next = quarter == 4 ? (year + 1, 1) : (year, quarter * 3 + 1)
    return LocalDate(year: next.0, month: next.1, day: 1)?.adding(days: -1)
  }
}
