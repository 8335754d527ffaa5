import Workforce

extension RuleEntry {
  /// Whether it allows something that another entry of its topic forbids.
  func isLooser(than other: RuleEntry) -> Bool {
    if let price {
      guard let others = other.price, price >= others else { return true }
    }
    return rule.isLooser(than: other.rule)
  }
}

extension LaborRule {
  /// Whether a rule of the same topic forbids something that this one allows.
  fileprivate func isLooser(than other: LaborRule) -> Bool {
    if let (own, others) = pair(other, \.floor), own < others { return true }
    if let (own, others) = pair(other, \.ceiling), own > others { return true }
    guard case .startWindow(let own, _) = self, case .startWindow(let others, _) = other else {
      return false
    }
    return !own.lies(in: others)
  }

  /// A bound of both rules; `nil` where the other one has none.
  private func pair(_ other: LaborRule, _ bound: KeyPath<LaborRule, Bound>) -> (Double, Double)? {
    guard let others = other[keyPath: bound].value else { return nil }
    return (self[keyPath: bound].value ?? self[keyPath: bound].free, others)
  }

  /// A bound as a number, and the number that bounds nothing.
  private struct Bound {
    let value: Double?
    let free: Double
  }

  /// What must be reached.
  private var floor: Bound {
    let value: Double? =
      switch self {
      case .minimumRest(let rest), .restBetween(_, _, let rest), .weeklyRest(let rest):
        rest.inSeconds
      case .workRun(let least, _), .freeRun(let least, _), .weeklyDays(let least, _),
        .kindCount(_, let least, _, _):
        least.map(Double.init)
      case .restAfter(_, let days): Double(days)
      case .weeklyHours(let least, _), .periodHours(let least, _, _), .shiftHours(let least, _):
        least?.inSeconds
      case .mealBreak(_, _, let least): least.inSeconds
      default: nil
      }
    return Bound(value: value, free: -.infinity)
  }

  /// What must not be passed.
  private var ceiling: Bound {
    let value: Double? =
      switch self {
      case .workRun(_, let most), .freeRun(_, let most), .weeklyDays(_, let most),
        .kindCount(_, _, let most, _):
        most.map(Double.init)
      case .kindRun(_, let most), .weekendsInARow(let most), .weekends(let most, _),
        .kindBalance(_, _, let most, _):
        Double(most)
      case .startChange(let change): change.inSeconds
      case .weeklyHours(_, let most), .periodHours(_, let most, _), .shiftHours(_, let most):
        most?.inSeconds
      case .monthlyOvertime(let most): most.inSeconds
      case .mealBreak(_, let by, _): by.inSeconds
      default: nil
      }
    return Bound(value: value, free: .infinity)
  }
}

extension ClockWindow {
  /// Whether all its minutes, both ends included, are of another window.
  fileprivate func lies(in other: ClockWindow) -> Bool {
    [0, 1440].contains { shift in
      other.start.minutes <= start.minutes + shift && endMinutes + shift <= other.endMinutes
    }
  }
}
