public import Workforce

/// The independent referee: checks every rule of a roster and recomputes its price from scratch.
///
/// It shares the settings and the rules' names with the optimizer, and no code.
public struct RosterChecker: Sendable {
  private let index: InputIndex

  /// Makes a referee for rosters of these inputs.
  public init(inputs: PlanningInputs) {
    index = InputIndex(inputs)
  }

  /// Every broken rule, by employee, date and rule.
  public func violations(in roster: Roster) -> [Violation] {
    violations(in: CheckedWeek(roster, index: index))
  }

  /// Every broken rule and, where it can be told, the price.
  ///
  /// - Parameters:
  ///   - roster: The roster.
  ///   - requirement: What its cover is compared with; `nil` when there is none, and no price.
  ///   - cover: What people are worth, where it does not follow from the requirement.
  ///   - impossible: Identifiers of people for whom no week keeps all rules; those of them without
  ///     shifts need not reach their least hours and days.
  /// - Returns: The violations, and the price when the shifts are well formed.
  public func check(
    _ roster: Roster,
    requirement: Requirement?,
    cover: CoverCosts? = nil,
    impossible: [String] = []
  ) -> CheckReport {
    let week = CheckedWeek(roster, index: index, impossible: impossible)
    let costs = requirement.flatMap { requirement in
      week.isPriceable ? RosterPrice(week, requirement, cover: cover).costs : nil
    }
    return CheckReport(
      violations: violations(in: week),
      costs: costs,
      rules: appliedRules,
      paidMinutes: week.people.reduce(0) { $0 + $1.paidMinutes },
      overtimeMinutes: week.people.reduce(0) { $0 + $1.overtimeMinutes }
    )
  }

  /// The rules that can be broken: those about certificates only where there are courses, those
  /// about classes only where there are classes, and those about presence, companions and labor only
  /// where they are asked for.
  private var appliedRules: [String] {
    let training = index.inputs.training
    let stages = training.curricula.flatMap(\.stages)
    let stated = Self.statedRules(index.inputs)
    let left =
      Self.ofLabor.filter { !stated.contains($0) }
      + (training.courses.isEmpty ? Self.ofCertificates : [])
      + (training.sessions.isEmpty ? Self.ofClasses : [])
      + (training.presence.isEmpty ? [PresenceCheck.name] : [])
      + (stages.contains(where: \.isNeverAlone) ? [] : [NeverAloneCheck.name])
      + (stages.contains { $0.mentorShare > .zero } ? [] : [MentorOverlapCheck.name])
    return Self.rules.filter { !left.contains($0) }
  }

  /// People given to each queue in each planning interval, by the cheapest allocation.
  ///
  /// Shifts that are not well formed count as far as they cover whole roster slots.
  ///
  /// - Parameters:
  ///   - roster: The roster.
  ///   - requirement: The need whose intervals are meant.
  ///   - cover: What people are worth, where it does not follow from the requirement.
  /// - Returns: People per queue and interval.
  public func coverage(
    of roster: Roster,
    requirement: Requirement,
    cover: CoverCosts? = nil
  ) -> Coverage {
    CoverTable(CheckedWeek(roster, index: index)).coverage(against: requirement, cover: cover)
  }

  private func violations(in week: CheckedWeek) -> [Violation] {
    Self.checks.flatMap { $0.violations(in: week) }.sorted(by: Self.precedes)
  }

  private static func precedes(_ left: Violation, _ right: Violation) -> Bool {
    func key(_ violation: Violation) -> (Int, String, Int) {
      let day = violation.date?.daysSinceEpoch ?? Int.min
      return (violation.employee == nil ? 1 : 0, violation.employee ?? "", day)
    }
    let keys = (key(left), key(right))
    guard keys.0 == keys.1 else { return keys.0 < keys.1 }
    return (left.rule, left.detail) < (right.rule, right.detail)
  }
}
