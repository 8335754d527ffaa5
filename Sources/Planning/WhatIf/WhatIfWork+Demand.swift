import Workforce

extension WhatIfWork {
  mutating func assume(_ assumption: ForecastAssumption) -> String {
    inputs.assumptions.append(assumption)
    switch assumption {
    case .volume(let queue, let factor, let dates):
      if let dates { noteWeek(dates) }
      let when = dates.map { " on \(Self.words($0))" } ?? ""
      return "Contacts of \(Self.owner(queue)) are multiplied by \(Self.number(factor))\(when)"
        + " (\(Self.change(factor)))."
    case .growth(let queue, let perYear, let since):
      return growth(queue, perYear, since)
    case .migration(let from, let to, let share, let factor):
      let work =
        factor == 1
        ? "" : ", where each takes \(Self.number(factor)) times the handle time of the others"
      return "\(Self.percent(share.value)) of the contacts of \(from) go to \(to)\(work); "
        + "those that would find it closed stay."
    case .handleTime(let queue, let scaling):
      return Self.words("Handle times", Self.owner(queue), scaling)
    case .patience(let queue, let scaling):
      return Self.words("The patience of contacts", Self.owner(queue), scaling)
    case .containment(let channel, let share):
      return "Self-service resolves \(Self.percent(share.value)) of all contacts of \(channel)"
        + (settings.selfService.contains { $0.name == channel }
          ? "" : " before they ask for a person")
        + (contained(channel).map { ", instead of \(Self.percent($0)) so far." } ?? ".")
    case .quantile(let quantile):
      switch quantile {
      case .p10: return "The week is quiet in every queue: one week in ten is quieter."
      case .p50: return "The week is the expected one."
      case .p90: return "The week is busy in every queue: one week in ten is busier."
      }
    case .openedHours(let queue, _, let arrivals):
      return "\(queue) expects \(Self.number(arrivals)) contacts in each hour that is opened."
    }
  }

  /// The share that self-service resolved in the history; `nil` where nothing is recorded.
  private func contained(_ channel: String) -> Double? {
    let records = inputs.history.first { $0.queue == channel }?.records ?? []
    let told = records.filter { $0.contained != nil }
    let contained = told.reduce(0) { $0 + ($1.contained ?? 0) }
    let isQueue = settings.queues.contains { $0.name == channel }
    let all = told.reduce(0) { $0 + $1.arrivals } + (isQueue ? contained : 0)
    return all > 0 ? contained / all : nil
  }

  private mutating func growth(_ queue: String?, _ perYear: Double, _ since: LocalDate) -> String {
    var factor = ""
    if let week = applier.week {
      let days = week.monday.daysSinceEpoch - since.daysSinceEpoch
      if days <= 0 { notes.append("\(since) is not before \(week): it changes nothing there.") }
      factor = ", that is \(max(0, days)) days for \(week)"
    }
    return "Contacts of \(Self.owner(queue)) grow by \(Self.percent(perYear)) a year from \(since) "
      + "on\(factor)."
  }

  private static func words(
    _ what: String,
    _ owner: String,
    _ scaling: ForecastAssumption.Scaling
  ) -> String {
    switch scaling {
    case .factor(let factor):
      "\(what) of \(owner) are multiplied by \(number(factor)) (\(change(factor)))."
        .replacing("patience of contacts of \(owner) are", with: "patience of \(owner) is")
    case .mean(let mean):
      "\(what) of \(owner) are \(seconds(mean)) on average."
        .replacing("patience of contacts of \(owner) are", with: "patience of \(owner) is")
    }
  }

  private static func owner(_ queue: String?) -> String { queue ?? "all queues" }

  /// `20 % more`, `5 % less`, `no change`.
  private static func change(_ factor: Double) -> String {
    if factor == 1 { return "no change" }
    return factor > 1 ? "\(percent(factor - 1)) more" : "\(percent(1 - factor)) less"
  }

  mutating func aim(_ target: WhatIfTarget) -> String {
    for index in inputs.settings.queues.indices
    where target.queue == nil || settings.queues[index].name == target.queue {
      if settings.queues[index].channel == .deferred, target.threshold != nil, target.queue == nil {
        // due times are no promise of answers: a threshold for all leaves them
        var others = target
        others.threshold = nil
        inputs.settings.queues[index].target = others.applied(to: settings.queues[index].target)
      } else {
        inputs.settings.queues[index].target = target.applied(to: settings.queues[index].target)
      }
    }
    inputs.settings.targetPeriod = target.period ?? settings.targetPeriod
    let parts: [String?] = [
      target.serviceLevel.map { "\(Self.percent($0.value)) in time" },
      target.threshold.map { "in time being \(Self.seconds($0))" },
      target.averageSpeedOfAnswer.map { "a mean wait of \(Self.seconds($0)) at most" },
      target.maximumAbandonment.map { "\(Self.percent($0.value)) leaving at most" },
      target.maximumOccupancy.map { "an occupancy of \(Self.percent($0.value)) at most" },
      target.intervalFloor.map { "\(Self.percent($0.value)) in time in every interval" },
      target.minimumAgents.map { "\($0) agents at least" },
      target.period.map { $0 == .week ? "judged over the week" : "judged on each day" },
    ]
    return "The target of \(Self.owner(target.queue)) becomes "
      + parts.compactMap(\.self).joined(separator: ", ") + "."
  }

  mutating func open(_ queue: String?, _ hours: OpeningHours, _ arrivals: Double?) -> String {
    for index in inputs.settings.queues.indices
    where queue == nil || settings.queues[index].name == queue {
      let own = settings.queues[index]
      inputs.assumptions.append(
        .openedHours(
          queue: own.name,
          before: own.openingHours,
          arrivalsPerHour: arrivals ?? 0
        )
      )
      inputs.settings.queues[index].openingHours = hours
    }
    let expected =
      arrivals.map { "; each hour opened expects \(Self.number($0)) contacts" } ?? ""
    return "\(queue ?? "Every queue") \(hours.words)\(expected); contacts of hours that "
      + "close are lost."
  }
}

extension OpeningHours {
  /// `is open mon–fri 08:00-20:00, sat 09:00-17:00`; days without hours are left out.
  fileprivate var words: String {
    var runs: [(first: Weekday, last: Weekday, windows: [ClockWindow])] = []
    for day in Weekday.allCases where !windows(on: day).isEmpty {
      if let last = runs.last, last.windows == windows(on: day),
        last.last.rawValue + 1 == day.rawValue
      {
        runs[runs.count - 1].last = day
      } else {
        runs.append((day, day, windows(on: day)))
      }
    }
    let parts = runs.map { run in
      let days =
        run.first == run.last
        ? run.first.abbreviation : "\(run.first.abbreviation)–\(run.last.abbreviation)"
      return "\(days) " + run.windows.map(\.description).joined(separator: " ")
    }
    return parts.isEmpty ? "is closed all week" : "is open " + parts.joined(separator: ", ")
  }
}
