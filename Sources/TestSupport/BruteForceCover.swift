import Workforce

/// The price of cover, and of heads and seats, for every combination of the people's options, day by day.
struct BruteForceCover {
  struct Price {
    var missing = 0.0
    var idle = 0.0
    /// What is paid for rules on heads.
    var rules = 0.0
    /// Heads missing or too many where that must not be, slot by slot.
    var missedHeads = 0
    var total: Double {
      missing + idle + rules + BruteForceHeads.missedPrice * Double(missedHeads)
    }
  }

  /// Prices per day, by ``index(day:options:)``.
  let prices: [[Price]]
  private let counts: [[Int]]

  init(
    _ people: [BruteForcePerson],
    inputs: PlanningInputs,
    week: ISOWeek,
    requirement: Requirement
  ) {
    let counts = (0..<7).map { day in people.map { $0.options[day].count } }
    self.counts = counts
    prices = (0..<7).map { day in
      let slots = BruteForceSlots(people, day, inputs, week, requirement)
      let heads = BruteForceHeads(people, inputs, week.dates[day])
      let combinations = counts[day].reduce(1, *)
      return (0..<combinations).map { combination in
        let options = Self.options(combination, counts[day])
        var price = slots.price(of: options)
        let crowd = heads.price(of: options)
        (price.missedHeads, price.rules) = (crowd.missed, crowd.paid)
        return price
      }
    }
  }

  /// The position of a combination; the last person's option varies fastest.
  func index(day: Int, options: [Int]) -> Int {
    zip(counts[day], options).reduce(0) { $0 * $1.0 + $1.1 }
  }

  private static func options(_ index: Int, _ counts: [Int]) -> [Int] {
    var rest = index
    var options: [Int] = []
    for count in counts.reversed() {
      options.append(rest % count)
      rest /= count
    }
    return options.reversed()
  }

  /// The price of cover when one person works a tour and nobody else does.
  func priceAlone(_ person: Int, _ tour: BruteForceTour) -> Double {
    (0..<7).reduce(0) { sum, day in
      var options = Array(repeating: 0, count: counts[day].count)
      options[person] = tour.choice[day]
      return sum + prices[day][index(day: day, options: options)].total
    }
  }
}

/// The prices of one day's slots by who is there.
private struct BruteForceSlots {
  /// Per slot: the price by the set of people present, as bits.
  private var prices: [[BruteForceCover.Price]] = []
  /// Per person and option: the slots of work.
  private let work: [[[Int]]]
  private let queues: [[Int]]
  private let inputs: PlanningInputs
  private let requirement: Requirement
  private let start: Instant

  init(
    _ people: [BruteForcePerson],
    _ day: Int,
    _ inputs: PlanningInputs,
    _ week: ISOWeek,
    _ requirement: Requirement
  ) {
    let slotMinutes = inputs.settings.rosterSlotMinutes
    let start = inputs.settings.zone.startOfDay(week.dates[day])
    let end = inputs.settings.zone.startOfDay(week.dates[day].adding(days: 1))
    self.inputs = inputs
    self.requirement = requirement
    self.start = start
    queues = people.map {
      inputs.queues(servedBy: $0.employee.id, on: week.dates[day], overMidnight: false)
    }
    work = people.map { person in
      person.options[day].map { option in
        (option.shift?.segments ?? []).filter { $0.kind == .work }.flatMap {
          $0.start.minutes(since: start) / slotMinutes..<$0.end.minutes(since: start) / slotMinutes
        }
      }
    }
    for slot in 0..<end.minutes(since: start) / slotMinutes {
      let missing = inputs.settings.queues.indices.map { losses(slot, queue: $0) }
      prices.append((0..<1 << people.count).map { cheapest(missing, present: $0) })
    }
  }

  /// The price of a day on which each person takes one option.
  func price(of options: [Int]) -> BruteForceCover.Price {
    var present = Array(repeating: 0, count: prices.count)
    for (person, option) in options.enumerated() {
      for slot in work[person][option] { present[slot] |= 1 << person }
    }
    return zip(prices, present).reduce(into: BruteForceCover.Price()) { sum, slot in
      sum.missing += slot.0[slot.1].missing
      sum.idle += slot.0[slot.1].idle
    }
  }

  /// Tries every way to give the people present to queues, or to none.
  private func cheapest(_ missing: [[Double]], present: Int) -> BruteForceCover.Price {
    let people = queues.indices.filter { present & (1 << $0) != 0 }
    var best: BruteForceCover.Price?
    var given = Array(repeating: 0, count: inputs.settings.queues.count)
    func assign(_ position: Int, idle: Int) {
      guard position < people.count else {
        let price = price(missing, given, idle: idle)
        if let price, price.total < best?.total ?? .infinity { best = price }
        return
      }
      assign(position + 1, idle: idle + 1)
      for queue in queues[people[position]] {
        given[queue] += 1
        assign(position + 1, idle: idle)
        given[queue] -= 1
      }
    }
    assign(0, idle: 0)
    return best ?? BruteForceCover.Price()
  }

  /// The price of an allocation; `nil` when a queue has more people than it needs.
  private func price(_ missing: [[Double]], _ given: [Int], idle: Int) -> BruteForceCover.Price? {
    let settings = inputs.settings
    var price = BruteForceCover.Price()
    price.idle =
      Double(idle * settings.rosterSlotMinutes) * settings.costs.overstaffingPerHour / 60
    for (queue, people) in given.enumerated() {
      guard people < missing[queue].count else { return nil }
      price.missing += missing[queue][people]
    }
    return price
  }

  /// What a queue loses in a slot with 0, 1 … people, up to all that it needs, minute by minute.
  private func losses(_ slot: Int, queue: Int) -> [Double] {
    let settings = inputs.settings
    let slotStart = start.adding(minutes: slot * settings.rosterSlotMinutes)
    let needed = (0..<settings.rosterSlotMinutes).map { minute in
      let interval = requirement.grid.index(of: slotStart.adding(minutes: minute))
      return requirement.queues[queue].intervals[interval].rostered
    }
    return (0...(needed.max() ?? 0)).map { people in
      needed.reduce(0) {
        $0 + missingPerHour(required: $1, there: people) * settings.queues[queue].weight / 60
      }
    }
  }

  /// The hourly price of missing people, cheapest tier first.
  private func missingPerHour(required: Int, there: Int) -> Double {
    var missing = max(0, required - there)
    var left = required
    var price = 0.0
    let tiers = inputs.settings.costs.understaffing
    for (position, tier) in tiers.enumerated() {
      let wanted = Int((tier.share.value * Double(required) - 1e-9).rounded(.up))
      let size = position == tiers.count - 1 ? left : min(left, wanted)
      left -= size
      price += Double(min(missing, size)) * tier.costPerHour
      missing -= min(missing, size)
    }
    return price
  }
}
