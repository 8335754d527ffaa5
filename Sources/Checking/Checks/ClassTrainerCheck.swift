import Workforce

/// The trainer of a class is in it from start to end, and serves nothing then.
enum ClassTrainerCheck: RosterCheck {
  static let name = "class trainer"

  static func violations(in week: CheckedWeek) -> [Violation] {
    week.classes.compactMap { item in
      guard let trainer = item.session.trainer,
        let person = week.people.first(where: { $0.id == trainer }), !person.isAt(item)
      else { return nil }
      return Violation(
        rule: name,
        employee: nil,
        date: person.facts.zone.local(at: item.start).date,
        detail:
          "\(trainer) teaches \(item.words(person.facts)), but no training of theirs holds it "
          + "whole"
      )
    }
  }
}
