import Workforce

/// Nobody is at work at a site without a seat.
enum SiteSeatsCheck: RosterCheck {
  static let name = "site seats"

  static func violations(in week: CheckedWeek) -> [Violation] {
    week.settings.sites.flatMap { site -> [Violation] in
      guard let seats = site.seats else { return [] }
      let people = week.people.filter { $0.facts.employee.site == site.name }
      let zone = week.settings.zone(ofSite: site.name)
      let misses = HeadCounts(people, skill: nil, week)
        .missed(Limits(least: nil, most: seats)) { _ in true }
      return HeadCounts.stretches(misses).map { stretch in
        Violation(
          rule: name,
          employee: nil,
          date: zone.local(at: stretch.start).date,
          detail: "site \(site.name): \(stretch.heads) at work \(stretch.words(zone)); "
            + "\(counted(seats, "seat"))"
        )
      }
    }
  }
}
