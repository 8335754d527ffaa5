import Workforce

/// Nobody attends a class that is held for another site.
enum ClassSiteCheck: PersonCheck {
  static let name = "class site"

  static func findings(on person: CheckedPerson, in week: CheckedWeek) -> [Finding] {
    week.classes.compactMap { item in
      guard let site = item.session.site, site != person.facts.employee.site,
        item.seats(person.id), person.isAt(item)
      else { return nil }
      return Finding(
        date: person.facts.zone.local(at: item.start).date,
        detail: "attends \(item.words(person.facts)) for people of site \(site); is of site "
          + person.facts.employee.site
      )
    }
  }
}
