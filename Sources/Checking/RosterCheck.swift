import Workforce

/// A rule, as looked at on a finished roster.
protocol RosterCheck: Sendable {
  /// The rule's name, as reports print it.
  static var name: String { get }

  /// Every place where the roster breaks the rule.
  static func violations(in week: CheckedWeek) -> [Violation]
}

/// A rule that looks at one person at a time.
protocol PersonCheck: RosterCheck {
  /// Every place where the person's shifts break the rule.
  static func findings(on person: CheckedPerson, in week: CheckedWeek) -> [Finding]
}

/// A broken rule of a person who is known from the context.
struct Finding {
  /// The date that is meant, if one is.
  var date: LocalDate?
  /// What is given and what would be allowed.
  var detail: String
}

extension PersonCheck {
  static func violations(in week: CheckedWeek) -> [Violation] {
    week.people.flatMap { person in
      findings(on: person, in: week).map {
        Violation(rule: name, employee: person.id, date: $0.date, detail: $0.detail)
      }
    }
  }
}
