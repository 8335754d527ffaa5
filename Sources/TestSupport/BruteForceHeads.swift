import Workforce

/// What rules on heads and seats of sites say of every combination of a day's options, slot by slot.
struct BruteForceHeads {
  /// Dearer than all that a tiny roster costs.
  static let missedPrice = 1e6

  /// One rule in one slot.
  private struct Demand {
    /// Per person and option: whether the person counts.
    let counts: [[Bool]]
    let least: Int
    let most: Int
    /// Price of a head in the slot; `nil` where the rule must be kept.
    let price: Double?
  }

  private var demands: [Demand] = []

  init(_ people: [BruteForcePerson], _ inputs: PlanningInputs, _ date: LocalDate) {
    let settings = inputs.settings
    let step = settings.rosterSlotMinutes
    var slot = settings.zone.startOfDay(date)
    while slot < settings.zone.startOfDay(date.adding(days: 1)) {
      let end = slot.adding(minutes: step)
      for rule in settings.labor.heads where Self.isAsked(rule, slot, inputs) {
        let members = people.map { Self.isMeant($0.employee, rule, slot, inputs) }
        demands.append(
          Demand(
            counts: Self.counts(people, members, date, slot, end),
            least: rule.least,
            most: rule.most ?? people.count,
            price: rule.price.map { $0 * Double(step) / 60 }
          )
        )
      }
      for site in settings.sites {
        guard let seats = site.seats else { continue }
        let members = people.map { $0.employee.site == site.name }
        let counts = Self.counts(people, members, date, slot, end)
        demands.append(Demand(counts: counts, least: 0, most: seats, price: nil))
      }
      slot = end
    }
  }

  /// What a combination of options misses of rules that must be kept, in heads and slots, and what it
  /// pays for the others.
  func price(of options: [Int]) -> (missed: Int, paid: Double) {
    var (missed, paid) = (0, 0.0)
    for demand in demands {
      let heads = options.indices.count { demand.counts[$0][options[$0]] }
      let away = heads < demand.least ? demand.least - heads : max(heads, demand.most) - demand.most
      if let price = demand.price { paid += price * Double(away) } else { missed += away }
    }
    return (missed, paid)
  }

  private static func counts(
    _ people: [BruteForcePerson],
    _ members: [Bool],
    _ date: LocalDate,
    _ start: Instant,
    _ end: Instant
  ) -> [[Bool]] {
    zip(people, members).map { person, isMember in
      person.options[date.weekday.rawValue - 1].map { option in
        isMember && option.shift.map { $0.start <= start && end <= $0.end } ?? false
      }
    }
  }

  private static func isMeant(
    _ employee: Employee,
    _ rule: HeadRule,
    _ moment: Instant,
    _ inputs: PlanningInputs
  ) -> Bool {
    if let site = rule.site, site != employee.site { return false }
    let lists = [
      (rule.scope.employees, employee.id), (rule.scope.teams, employee.team),
      (rule.scope.contracts, employee.contract),
    ]
    for (names, own) in lists where !names.isEmpty && !names.contains(own) { return false }
    guard let skill = rule.skill else { return true }
    let date = inputs.settings.zone.local(at: moment).date
    return inputs.skills.contains { grant in
      grant.employee == employee.id && grant.skill == skill && (grant.from ?? date) <= date
        && date <= (grant.until ?? date)
    }
  }

  private static func isAsked(
    _ rule: HeadRule,
    _ moment: Instant,
    _ inputs: PlanningInputs
  ) -> Bool {
    let local = inputs.settings.zone.local(at: moment)
    if let from = rule.from, local.date < from { return false }
    if let until = rule.until, until < local.date { return false }
    let all = rule.hours.map { [$0] } ?? inputs.settings.queues.map(\.openingHours)
    return all.contains { hours in
      (0...1).contains { back in
        let date = local.date.adding(days: -back)
        guard !inputs.calendar.contains(where: { $0.date == date && $0.kind == .closed }) else {
          return false
        }
        let minute = local.minuteOfDay + back * 1440
        return hours.windows(on: date.weekday).contains {
          $0.start.minutes <= minute && minute < $0.endMinutes
        }
      }
    }
  }
}
