import Workforce

/// What is missing where a target cannot be met, in words.
struct ShortfallText {
  var report: PlanReport
  var shortfall: Shortfall

  private static let intervalLimit = 4

  /// One sentence per promise that is not kept.
  var missing: [String] {
    shortfall.queues.flatMap { queue in
      let isServed = queue.service.low >= queue.target
      return (isServed ? [] : [service(queue)]) + queue.gaps.map { gap($0, of: queue.queue) }
    }
  }

  /// What would be enough, or that it was not found.
  var remedy: String {
    guard let remedy = shortfall.remedy else { return withoutRemedy }
    let few = shortfall.notEnough.map { trial in
      "; with \(people(trial.additions)) no such roster was found"
    }
    return
      "\(people(remedy.additions)), \(hours(remedy.additions)) a week: then every target is met "
      + "in another roster and its simulation (\(services(remedy)))\(few ?? "")."
  }

  private var withoutRemedy: String {
    guard !shortfall.isOutOfReach else { return outOfReach }
    guard let most = shortfall.notEnough else {
      return "Nothing was tried: the time was over, or nobody could be added."
    }
    return "Even \(people(most.additions)), \(hours(most.additions)) a week, are not enough "
      + "(\(services(most))): look at the intervals named, and at the shifts and hours that the contract "
      + "allows."
  }

  /// Why nobody was added.
  private var outOfReach: String {
    let queues = shortfall.queues.compactMap { queue in
      queue.mostReachable.map { most in
        "\(shareText(queue.target)) in \(queue.queue), of which at most \(measuredShare(most, queue.target)) "
          + "can be in time"
      }
    }
    return
      "No number of people reaches \(listed(queues)): the rest is due before anybody may be at "
      + "work, or takes longer than there is time. Nothing was tried. Give more time, longer hours, "
      + "or a lower target."
  }

  private func service(_ queue: Shortfall.Queue) -> String {
    "\(queue.queue): \(percent(queue.service, bound: queue.target)) instead of \(shareText(queue.target)), "
      + "\(decimal(queue.contacts)) contacts of the week too few in time; below target in "
      + "\(counted(queue.intervals.count, "interval", "intervals"))"
      + worst(of: queue.intervals)
  }

  /// `phone: the mean wait: at most 10 s promised, 12.3 s ± 0.2; in 12 intervals, worst …`.
  private func gap(_ gap: Shortfall.Gap, of queue: String) -> String {
    let text = JudgmentText(
      judgment: gap.judgment,
      grid: report.simulation.grid,
      isDeferred: report.inputs.settings.queues.contains {
        $0.name == queue && $0.channel == .deferred
      }
    )
    let place = text.place.isEmpty ? "" : " \(text.place)"
    var parts = [
      "\(queue): \(text.subject): \(gap.judgment.demand.boundText) promised, \(text.measured)\(place)"
    ]
    if gap.judgment.verdict == .unproven { parts[0] += ", not proved" }
    if let contacts = gap.contacts { parts.append("\(decimal(contacts)) contacts of the week") }
    if let hours = gap.hours {
      parts.append("\(decimal(hours, places: 1)) more hours at work in the week would do")
    }
    if !gap.intervals.isEmpty {
      parts.append(
        "in \(counted(gap.intervals.count, "interval", "intervals"))" + worst(of: gap.intervals)
      )
    }
    return parts.joined(separator: "; ")
  }

  private func worst(of intervals: [Int]) -> String {
    let grid = report.simulation.grid
    let names = intervals.prefix(Self.intervalLimit).sorted().map { index in
      "\(grid.dates[grid.day(of: index)].shortText) \(grid.clockText(at: index))"
    }
    guard !names.isEmpty else { return "" }
    let rest = intervals.count - names.count
    return ", worst " + names.joined(separator: ", ")
      + (rest > 0 ? " and \(grouped(rest)) more" : "")
  }

  private func people(_ additions: [Shortfall.Addition]) -> String {
    additions.map { addition in
      "\(counted(addition.people, "person", "people")) more with \(addition.skill) on \(addition.contract)"
    }.joined(separator: " and ")
  }

  private func hours(_ additions: [Shortfall.Addition]) -> String {
    "\(decimal(additions.reduce(0) { $0 + $1.weeklyHours }, places: 1)) hours"
  }

  private func services(_ trial: Shortfall.Trial) -> String {
    zip(report.inputs.settings.queues, trial.service).map { queue, service in
      "\(queue.name) \(percent(service))"
    }.joined(separator: ", ")
  }
}
