import Workforce

/// Neither too few nor too many of the people meant are at work at once.
enum HeadsCheck: RosterCheck {
  static let name = "heads"

  static func violations(in week: CheckedWeek) -> [Violation] {
    week.settings.labor.heads.filter { $0.price == nil }.flatMap { rule in
      HeadCounts.stretches(counts(rule, week)).map { stretch in
        let zone = zone(of: rule, week)
        return Violation(
          rule: name,
          employee: nil,
          date: zone.local(at: stretch.start).date,
          detail: "\(rule.name): \(stretch.heads) at work \(stretch.words(zone)); "
            + words(Limits(least: rule.least == 0 ? nil : rule.least, most: rule.most))
        )
      }
    }
  }

  /// What the rules with a price cost.
  static func price(in week: CheckedWeek) -> Double {
    week.settings.labor.heads.reduce(0) { sum, rule in
      guard let price = rule.price else { return sum }
      let heads = counts(rule, week).reduce(0) { $0 + $1.missed }
      return sum + price * Double(heads) * Double(week.frame.slotMinutes) / 60
    }
  }

  private static func zone(of rule: HeadRule, _ week: CheckedWeek) -> Zone {
    rule.site.map(week.settings.zone(ofSite:)) ?? week.settings.zone
  }

  /// The slots in which the rule is missed.
  private static func counts(_ rule: HeadRule, _ week: CheckedWeek) -> [HeadCounts.Miss] {
    let zone = zone(of: rule, week)
    let people = week.people.filter {
      rule.scope.means($0.facts.employee)
        && rule.site ?? $0.facts.employee.site == $0.facts.employee.site
    }
    let limits = Limits(least: rule.least, most: rule.most)
    return HeadCounts(people, skill: rule.skill, week).missed(limits) { start in
      let local = zone.local(at: start)
      return isWithin(local.date, rule.from, rule.until) && isAsked(rule, start, local, week)
    }
  }

  private static func isAsked(
    _ rule: HeadRule,
    _ start: Instant,
    _ local: LocalDateTime,
    _ week: CheckedWeek
  ) -> Bool {
    guard let hours = rule.hours else {
      return week.settings.queues.indices.contains {
        week.frame.openTimes.isOpen($0, at: start)
      }
    }
    return [0, 1].contains { back in
      let weekday = week.index.inputs.operatingWeekday(on: local.date.adding(days: -back))
      let minute = local.minuteOfDay + 1440 * back
      return weekday.map(hours.windows(on:))?.contains {
        $0.start.minutes <= minute && minute < $0.endMinutes
      } ?? false
    }
  }
}
