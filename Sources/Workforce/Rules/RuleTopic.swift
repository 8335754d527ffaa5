/// What a rule is about: of entries of one topic that bind a person, one replaces the others; those of different
/// topics hold side by side.
public struct RuleTopic: Hashable, Sendable {
  /// The rule's name.
  public let rule: String
  /// Kinds of shift that it is about, in order of their names; of pairs, each side with a mark before it.
  public let kinds: [String]
  /// The weeks of its period, the weekdays, or the seconds of the shift above which it holds.
  public let numbers: [Int]
}

extension LaborRule {
  /// What the rule is about: its name with its kinds, and the weeks of its period, its weekdays, or the length of
  /// shift from which on it holds.
  public var topic: RuleTopic {
    switch self {
    case .minimumRest, .weeklyRest, .workRun, .freeRun, .startChange, .wholeWeekends,
      .weekendsInARow,
      .weeklyHours, .weeklyDays, .monthlyOvertime, .shiftHours:
      RuleTopic(rule: name, kinds: [], numbers: [])
    case .restBetween(let after, let before, _): topic(after, before)
    case .kindOrder(let after, let never): topic(after, never)
    case .kindRun(let kinds, _), .restAfter(let kinds, _):
      RuleTopic(rule: name, kinds: kinds.sorted(), numbers: [])
    case .kindCount(let kinds, _, _, let weeks):
      RuleTopic(rule: name, kinds: kinds.sorted(), numbers: [weeks])
    case .kindBalance(let first, let second, _, let weeks):
      RuleTopic(rule: name, kinds: [first, second].sorted(), numbers: [weeks])
    case .weekends(_, let weeks), .periodHours(_, _, let weeks):
      RuleTopic(rule: name, kinds: [], numbers: [weeks])
    case .startWindow(_, let weekdays):
      RuleTopic(rule: name, kinds: [], numbers: weekdays.map(\.rawValue).sorted())
    case .mealBreak(let over, _, _):
      RuleTopic(rule: name, kinds: [], numbers: [Int(over.inSeconds)])
    }
  }

  private func topic(_ after: [String], _ others: [String]) -> RuleTopic {
    let kinds = after.sorted().map { "<" + $0 } + others.sorted().map { ">" + $0 }
    return RuleTopic(rule: name, kinds: kinds, numbers: [])
  }
}
