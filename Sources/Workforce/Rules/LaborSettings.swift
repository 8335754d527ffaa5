/// A file of rules, such as those of a law, that a center takes over.
public struct RuleSet: Hashable, Sendable {
  /// The file's name.
  public var file: String
  /// What it says, in full.
  public var text: String
  /// How many kinds of shift it has.
  public var kinds: Int
  /// How many rules it has.
  public var rules: Int

  /// Makes a rule set.
  public init(file: String, text: String, kinds: Int, rules: Int) {
    self.file = file
    self.text = text
    self.kinds = kinds
    self.rules = rules
  }
}

/// The labor rules of a center beside those of its contracts.
public struct LaborSettings: Hashable, Sendable {
  /// The files of rules that are taken over, in order.
  ///
  /// Their kinds and rules are the first of ``kinds`` and
  /// ``rules``; whoever changes those empties this, and all are the center's own.
  public var sets: [RuleSet] = []
  /// Sorts of shift that rules speak of: those of rule sets first, then the center's own.
  public var kinds: [ShiftKind]
  /// The weekdays of a weekend, in order.
  public var weekend: [Weekday]
  /// Rules, in the order of the files: of rule sets first, then the center's own.
  public var rules: [RuleEntry]
  /// Heads that are asked.
  public var heads: [HeadRule]
  /// Meetings in paid time.
  public var meetings: [Meeting]
  /// Duties outside shifts.
  public var onCall: [OnCallDuty]
  /// Patterns that repeat.
  public var rotations: [Rotation]
  /// What past weeks weigh; `nil` where only ``CostSettings/weekendFairness`` does.
  public var fairness: FairnessSettings?

  /// Makes settings; none by default.
  public init(
    kinds: [ShiftKind] = [],
    weekend: [Weekday] = [.saturday, .sunday],
    rules: [RuleEntry] = [],
    heads: [HeadRule] = [],
    meetings: [Meeting] = [],
    onCall: [OnCallDuty] = [],
    rotations: [Rotation] = [],
    fairness: FairnessSettings? = nil
  ) {
    self.kinds = kinds
    self.weekend = weekend
    self.rules = rules
    self.heads = heads
    self.meetings = meetings
    self.onCall = onCall
    self.rotations = rotations
    self.fairness = fairness
  }
}
