import Workforce

/// Rules on single shifts, on two shifts, and what is settled.
extension BruteForceLabor {
  /// The misses that the shift of one date makes, given those before it.
  func dayMisses(_ days: [BruteForceWork?], _ day: Int) -> [BruteForceMiss] {
    var found = settledMisses(days[monday + day], day)
    guard let work = days[monday + day] else { return found }
    let before = days[..<(monday + day)]
    for entry in entries[day] {
      let units = shiftUnits(entry.rule, work) + pairUnits(entry.rule, work, before)
      if units > 0 { found.append(BruteForceMiss(units: units, price: entry.price)) }
    }
    let names = entries[day].map(\.rule.name)
    let own: [LaborRule] =
      [.minimumRest(contract.rules.minimumRest)]
      + (contract.rules.maximumStartChange.map { [.startChange($0)] } ?? [])
    for rule in own where !names.contains(rule.name) {
      if pairUnits(rule, work, before) > 0 { found.append(BruteForceMiss(units: 1)) }
    }
    return found
  }

  private func shiftUnits(_ rule: LaborRule, _ work: BruteForceWork) -> Double {
    switch rule {
    case .shiftHours(let least, let most):
      let hours = Double(work.paid) / 60
      return max(0, (least?.inHours ?? 0) - hours, hours - (most?.inHours ?? .infinity))
    case .startWindow(let window, _):
      return Self.shows(work.startMinute, window) ? 0 : 1
    case .mealBreak(let over, let by, let least):
      guard work.end.minutes(since: work.start) > over.wholeMinutes else { return 0 }
      let isThere = work.breaks.contains {
        $0.start.minutes(since: work.start) <= by.wholeMinutes
          && $0.end.minutes(since: $0.start) >= least.wholeMinutes
      }
      return isThere ? 0 : 1
    default:
      return 0
    }
  }

  private func pairUnits(
    _ rule: LaborRule,
    _ work: BruteForceWork,
    _ before: ArraySlice<BruteForceWork?>
  ) -> Double {
    let last = before.last { $0 != nil } ?? nil
    let yesterday = before.last ?? nil
    switch rule {
    case .minimumRest(let hours):
      guard let last else { return 0 }
      return max(0, hours.inHours - Double(work.start.minutes(since: last.end)) / 60)
    case .restBetween(let after, let next, let hours):
      guard let last, last.kinds & bits(after) != 0, work.kinds & bits(next) != 0 else { return 0 }
      return max(0, hours.inHours - Double(work.start.minutes(since: last.end)) / 60)
    case .startChange(let most):
      guard let yesterday, before.count > monday else { return 0 }
      let change = abs(work.startMinute - yesterday.startMinute)
      return max(0, Double(change) / 60 - most.inHours)
    case .kindOrder(let after, let never):
      guard let yesterday, yesterday.kinds & bits(after) != 0 else { return 0 }
      return work.kinds & bits(never) != 0 ? 1 : 0
    default:
      return 0
    }
  }

  /// Locks and rotations of one date.
  private func settledMisses(_ work: BruteForceWork?, _ day: Int) -> [BruteForceMiss] {
    let date = week.dates[day]
    var found: [BruteForceMiss] = []
    for lock in inputs.locks where lock.employee == employee.id && lock.date == date {
      let isKept =
        switch lock.kind {
        case .off: work == nil
        case .shift: work != nil
        case .times(let start, let end):
          work.map { zone.local(at: $0.start) == start && zone.local(at: $0.end) == end } ?? false
        }
      if !isKept { found.append(BruteForceMiss(units: 1)) }
    }
    for place in inputs.rotationPlaces where place.employee == employee.id {
      guard (place.from ?? date) <= date, date <= (place.until ?? date), !isBlank[monday + day],
        let rotation = inputs.settings.labor.rotations.first(where: { $0.name == place.rotation })
      else { continue }
      let isKept =
        switch rotation.position(on: date, ahead: place.ahead) {
        case .off: work == nil
        case .anyShift: work != nil
        case .kind(let name): (work?.kinds ?? 0) & bits([name]) != 0
        case nil: true
        }
      if !isKept { found.append(BruteForceMiss(units: 1, price: rotation.price)) }
    }
    return found
  }
}
