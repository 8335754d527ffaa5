import Workforce

/// The objective of a well-formed roster, from scratch.
struct RosterPrice {
  let costs: RosterCosts

  init(_ week: CheckedWeek, _ requirement: Requirement, cover: CoverCosts?) {
    var costs = RosterCosts()
    for person in week.people {
      costs.add(TourPrice(person: person, week: week).costs)
    }
    costs.rules += HeadsCheck.price(in: week)
    let table = CoverTable(week)
    let prices = PriceTable(requirement, week.settings, week.frame, cover: cover)
    let idleHour = week.settings.costs.overstaffingPerHour
    for slot in table.people.indices {
      let (allocation, missing) = table.allocation(slot: slot, prices: prices)
      costs.understaffing += missing
      costs.overstaffing +=
        idleHour * (Double(allocation.idle) / Double(table.scale))
        * Double(week.frame.slotMinutes) / 60
    }
    self.costs = costs
  }
}

extension RosterCosts {
  fileprivate mutating func add(_ other: RosterCosts) {
    pay += other.pay
    overtimePremium += other.overtimePremium
    startPreference += other.startPreference
    dayOffPreference += other.dayOffPreference
    startChange += other.startChange
    weekendFairness += other.weekendFairness
    understaffing += other.understaffing
    overstaffing += other.overstaffing
    rules += other.rules
    contractPay += other.contractPay
  }
}
