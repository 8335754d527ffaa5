import Workforce

/// Why too few people serve a queue in an interval.
struct UnderstaffingCause: Hashable, Sendable {
  /// The kinds of causes, in the order in which they are looked for.
  enum Kind: Int, CaseIterable, Sendable {
    /// Fewer people hold the skill than are needed at once.
    case tooFewSkilled
    /// Enough hold the skill, but absences, availability and contracts leave too few.
    case tooFewAvailable
    /// Everyone who could come is in a shift: serving another queue or on a break.
    case allAtWork
    /// Those left have worked as much as their contract allows.
    case contractUsedUp
    /// Those left work at another time, and hardly an hour of the week is idle: moving shifts
    /// would open a gap elsewhere.
    case weekFull
    /// Those left work at another time of that day, one shift a day.
    case otherShift
    /// Those left are kept away by rest, sequence or shift length, or cost more than the gap.
    case rulesOrPrice

    /// The cause as the head of a table row.
    var summary: String {
      switch self {
      case .tooFewSkilled: "too few people hold the skill"
      case .tooFewAvailable: "too few of them are available then"
      case .allAtWork: "all at work: on another queue or on a break"
      case .contractUsedUp: "contract hours or days used up"
      case .weekFull: "all rostered hours are in use at other times"
      case .otherShift: "their shift of the day lies at another time"
      case .rulesOrPrice: "rules of rest and shift length, or dearer than the gap"
      }
    }
  }

  /// The kind.
  var kind: Kind
  /// The cause in plain words with its numbers.
  var detail: String
}

/// Where the people with a queue's skill are in one interval.
struct SkillCensus {
  /// People with the skill, employed on the date.
  var holders = 0
  var absent = 0
  var unavailable = 0
  /// Outside their contract's hours of the day.
  var outsideContract = 0
  /// Without any week that keeps their rules.
  var impossible = 0
  /// At work in a shift that serves the queue, not on a break.
  var atWork = 0
  /// In a shift that does not serve the queue.
  var elsewhere = 0
  var onBreak = 0
  var usedUp = 0
  var otherShift = 0
  var free = 0
  /// In a class.
  var inClass = 0

  /// People who could be there.
  var available: Int { holders - absent - unavailable - outsideContract - impossible }

  /// The cause of a gap, given the people that are needed and are given to the queue, and whether
  /// the week has hardly an idle hour.
  func cause(
    skill: String,
    required: Int,
    allocated: Double,
    isWeekFull: Bool
  ) -> UnderstaffingCause {
    let local = kind(required: required)
    let kind = local == .otherShift && isWeekFull ? .weekFull : local
    return UnderstaffingCause(kind: kind, detail: detail(kind, skill, required, allocated))
  }

  private func kind(required: Int) -> UnderstaffingCause.Kind {
    if holders < required { return .tooFewSkilled }
    if available < required { return .tooFewAvailable }
    let rest = max(usedUp, otherShift, free)
    if rest == 0 { return .allAtWork }
    if usedUp == rest { return .contractUsedUp }
    return otherShift == rest ? .otherShift : .rulesOrPrice
  }

  private func detail(
    _ kind: UnderstaffingCause.Kind,
    _ skill: String,
    _ required: Int,
    _ allocated: Double
  ) -> String {
    let people = counted(holders, "person holds", "people hold")
    switch kind {
    case .tooFewSkilled:
      let nobody = holders == 0 ? "nobody holds" : "only \(people)"
      return "\(nobody) the skill “\(skill)” on this day; \(required) are needed at once"
    case .tooFewAvailable:
      let left = available == 0 ? "nobody" : "only \(grouped(available))"
      return "\(people) the skill “\(skill)”, but \(left) can work then: "
        + counts([
          (absent, "absent"), (unavailable, "not available"),
          (outsideContract, "outside contract hours"), (impossible, "without a possible week"),
        ])
    default:
      return "\(counted(available, "person", "people")) could work then: "
        + counts([
          (atWork, "at work"), (elsewhere, "on another queue"), (onBreak, "on a break"),
          (inClass, "in a class"),
          (usedUp, "with contract hours or days used up"),
          (otherShift, "in a shift at another time of the day"),
          (free, "off by rest and sequence rules or by price"),
        ]) + shared(allocated)
    }
  }

  private func shared(_ allocated: Double) -> String {
    let others = Double(atWork) - allocated
    guard others >= 0.05 else { return "" }
    return "; other queues take \(decimal(others, places: 1)) of those at work"
  }

  private func counts(_ parts: [(Int, String)]) -> String {
    let found = parts.filter { $0.0 > 0 }.map { "\(grouped($0.0)) \($0.1)" }
    return found.isEmpty ? "nobody" : found.joined(separator: ", ")
  }
}
