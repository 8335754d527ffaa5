import Workforce

/// Whenever some queue is open, enough holders of a skill are at work, breaks included.
enum PresenceCheck: RosterCheck {
  static let name = "presence"

  private struct Stretch {
    var start: Instant
    var end: Instant
    var present: Int
  }

  static func violations(in week: CheckedWeek) -> [Violation] {
    week.index.inputs.training.presence.flatMap { rule in
      lacking(rule, week).map { stretch in
        let zone = rule.site.map(week.settings.zone(ofSite:)) ?? week.settings.zone
        let times = [stretch.start, stretch.end].map {
          zone.local(at: $0).description.replacing("T", with: " ")
        }
        return Violation(
          rule: name,
          employee: nil,
          date: zone.local(at: stretch.start).date,
          detail: "skill \(rule.skill)\(rule.site.map { " at \($0)" } ?? ""): \(stretch.present) "
            + "present from \(times[0]) until \(times[1]), at least \(rule.least) required; "
            + "\(rule.least - stretch.present) missing"
        )
      }
    }
  }

  /// Stretches of open time with too few, those with as many side by side joined.
  private static func lacking(_ rule: PresenceRule, _ week: CheckedWeek) -> [Stretch] {
    let people = week.people.filter {
      rule.site ?? $0.facts.employee.site == $0.facts.employee.site
    }
    let moments = people.flatMap { changes(of: $0, rule.skill) }.sorted { $0.0 < $1.0 }
    var found: [Stretch] = []
    var (next, present) = (0, 0)
    for slot in 0..<week.frame.slotCount {
      let start = week.frame.start.adding(minutes: slot * week.frame.slotMinutes)
      let end = start.adding(minutes: week.frame.slotMinutes)
      while next < moments.count, moments[next].0 <= start {
        present += moments[next].1
        next += 1
      }
      guard
        week.settings.queues.indices.contains(where: {
          week.frame.openTimes.isOpen($0, at: start)
        })
      else { continue }
      // the least that are there at some moment of the slot
      var (least, now, place) = (present, present, next)
      while place < moments.count, moments[place].0 < end {
        let moment = moments[place].0
        while place < moments.count, moments[place].0 == moment {
          now += moments[place].1
          place += 1
        }
        least = min(least, now)
      }
      guard least < rule.least else { continue }
      if let last = found.last, last.end == start, last.present == least {
        found[found.count - 1].end = end
      } else {
        found.append(Stretch(start: start, end: end, present: least))
      }
    }
    return found
  }

  /// When a person comes to be present with the skill, +1, and ceases to be, −1.
  private static func changes(
    of person: CheckedPerson,
    _ skill: String
  ) -> [(Instant, Int)] {
    person.shifts.flatMap { person.stretches(holding: skill, in: $0) }
      .flatMap { [($0.start, 1), ($0.end, -1)] }
  }
}
