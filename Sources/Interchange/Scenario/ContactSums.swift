import Workforce

/// Adds single contacts up by interval.
struct ContactSums {
  let intervalMinutes: Int
  let zone: Zone
  /// The queue's settings: its threshold, and whether its arrivals are those handled.
  let queue: QueueSettings?

  /// What one interval holds.
  private struct Sum {
    var answered = 0
    var abandoned = 0
    var contained = 0
    var inTarget = 0
    var knownWaits = 0
    var timed = 0
    var seconds = 0.0
  }

  /// The history of contacts in any order; not empty.
  ///
  /// Intervals without a contact have no record. `abandoned` and `contained` are known when the
  /// queue has any such contact, those answered in time where all waits of the interval are.
  func history(_ name: String, _ contacts: [ContactRecord]) -> QueueHistory {
    let isAscending = zip(contacts, contacts.dropFirst()).allSatisfy { $0.arrived <= $1.arrived }
    let sorted =
      isAscending
      ? contacts
      : contacts.enumerated().sorted {
        ($0.element.arrived, $0.offset) < ($1.element.arrived, $1.offset)
      }.map(\.element)
    let hasAbandoned = sorted.contains { $0.outcome == .abandoned }
    let hasContained = sorted.contains { $0.outcome == .contained }
    var records: [HistoryRecord] = []
    var index = 0
    while index < sorted.count {
      let start = intervalStart(of: sorted[index].arrived)
      var sum = Sum()
      while index < sorted.count, intervalStart(of: sorted[index].arrived) == start {
        add(sorted[index], to: &sum)
        index += 1
      }
      records.append(record(start, sum, hasAbandoned: hasAbandoned, hasContained: hasContained))
    }
    return QueueHistory(
      queue: name,
      intervalMinutes: intervalMinutes,
      records: records,
      contacts: sorted
    )
  }

  private func intervalStart(of instant: Instant) -> Instant {
    let offset = zone.offsetSeconds(at: instant)
    let face = instant.secondsSinceEpoch + offset
    let step = 60 * intervalMinutes
    let rest = ((face % step) + step) % step
    return Instant(secondsSinceEpoch: instant.secondsSinceEpoch - rest)
  }

  private func add(_ contact: ContactRecord, to sum: inout Sum) {
    switch contact.outcome {
    case .abandoned: sum.abandoned += 1
    case .contained: sum.contained += 1
    case .answered:
      sum.answered += 1
      if let wait = contact.wait {
        sum.knownWaits += 1
        if let threshold = queue?.target.threshold, wait <= threshold { sum.inTarget += 1 }
      }
      if let time = contact.handleTime {
        sum.timed += 1
        sum.seconds += time.inSeconds
      }
    }
  }

  private func record(_ start: Instant, _ sum: Sum, hasAbandoned: Bool, hasContained: Bool)
    -> HistoryRecord
  {
    let offered = queue?.records == .handled ? sum.answered : sum.answered + sum.abandoned
    let knowsWaits = queue != nil && sum.knownWaits == sum.answered
    return HistoryRecord(
      start: start,
      arrivals: Double(offered),
      handled: Double(sum.answered),
      abandoned: hasAbandoned ? Double(sum.abandoned) : nil,
      answeredInTarget: knowsWaits ? Double(sum.inTarget) : nil,
      averageHandleTime: sum.timed > 0 ? .seconds(sum.seconds / Double(sum.timed)) : nil,
      contained: hasContained ? Double(sum.contained) : nil
    )
  }
}
