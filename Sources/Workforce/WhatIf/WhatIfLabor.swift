/// A change to the labor rules of a scenario; entries keep their numbers.
public enum WhatIfLabor: Hashable, Sendable {
  /// The entry at a position is this one.
  case set(Int, RuleEntry)
  /// The entry at a position binds nobody any more; what it replaced comes back.
  case remove(Int)
  /// One entry more.
  case add(RuleEntry)

  /// The position of the entry that is changed; `nil` for one more.
  public var position: Int? {
    switch self {
    case .set(let position, _), .remove(let position): position
    case .add: nil
    }
  }

  /// Makes the change.
  ///
  /// Where anything is another after it, no entry is of a rule set any more.
  public func apply(to labor: inout LaborSettings) {
    let before = labor.rules
    switch self {
    case .set(let position, let entry):
      if labor.rules.indices.contains(position) { labor.rules[position] = entry }
    case .remove(let position):
      if labor.rules.indices.contains(position) {
        labor.rules[position].from = nil
        labor.rules[position].until = LocalDate(daysSinceEpoch: 0)
      }
    case .add(let entry): labor.rules.append(entry)
    }
    if labor.rules != before { labor.sets = [] }
  }
}
