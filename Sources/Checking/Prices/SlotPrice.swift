import Workforce

/// What each further person given to a queue saves in one roster slot, dearest first.
struct SlotPrice: Hashable {
  /// So many people who save the same.
  struct Step: Hashable {
    var people: Int
    var worth: Double
  }

  let steps: [Step]

  /// Makes a price from what each person saves, in order.
  init(worths: [Double]) {
    var steps: [Step] = []
    for worth in worths {
      if steps.last?.worth == worth {
        steps[steps.count - 1].people += 1
      } else {
        steps.append(Step(people: 1, worth: worth))
      }
    }
    self.steps = steps
  }

  private init(steps: [Step]) { self.steps = steps }

  /// The same with each person in so many equal parts.
  func split(into parts: Int) -> SlotPrice {
    if parts == 1 { return self }
    return SlotPrice(
      steps: steps.map { Step(people: $0.people * parts, worth: $0.worth / Double(parts)) }
    )
  }

  /// What is lost when nobody is there.
  var lossOfNobody: Double { steps.reduce(0) { $0 + Double($1.people) * $1.worth } }

  /// What each of `required` people saves in `minutes` minutes, dearest first.
  static func worths(
    required: Int,
    tiers: [UnderstaffingTier],
    weight: Double,
    minutes: Double
  ) -> [Double] {
    var left = required
    var cheapestFirst: [Double] = []
    for (position, tier) in tiers.enumerated() {
      let share = Int((tier.share.value * Double(required) - 1e-9).rounded(.up))
      let people = position == tiers.count - 1 ? left : min(left, max(0, share))
      left -= people
      let worth = tier.costPerHour * weight * minutes / 60
      cheapestFirst += Array(repeating: worth, count: people)
    }
    return cheapestFirst.reversed()
  }
}

/// What people are worth per queue and roster slot, by the requirement or as given.
struct PriceTable {
  private let requirement: Requirement
  private let settings: ScenarioSettings
  private let frame: WeekFrame
  private let rostered: [[Int]]
  private let cover: CoverCosts?

  init(
    _ requirement: Requirement,
    _ settings: ScenarioSettings,
    _ frame: WeekFrame,
    cover: CoverCosts?
  ) {
    self.cover = cover
    self.requirement = requirement
    self.settings = settings
    self.frame = frame
    rostered = settings.queues.map { queue in
      requirement.queues.first { $0.queue == queue.name }?.intervals.map(\.rostered) ?? []
    }
  }

  /// The price of one queue in one slot: the sum over the planning intervals that it touches, each
  /// by the time that they share.
  func price(queue: Int, slot: Int) -> SlotPrice {
    let start = frame.start.adding(minutes: slot * frame.slotMinutes)
    let end = start.adding(minutes: frame.slotMinutes)
    if let cover { return Self.given(cover, queue: queue, at: start) }
    var worths: [Double] = []
    for shared in requirement.grid.shares(from: start, to: end)
    where rostered[queue].indices.contains(shared.interval) {
      let part = SlotPrice.worths(
        required: rostered[queue][shared.interval],
        tiers: settings.costs.understaffing,
        weight: settings.queues[queue].weight,
        minutes: shared.minutes
      )
      let missing = max(0, part.count - worths.count)
      worths += Array(repeating: 0, count: missing)
      for person in part.indices { worths[person] += part[person] }
    }
    return SlotPrice(worths: worths)
  }

  private static func given(_ cover: CoverCosts, queue: Int, at start: Instant) -> SlotPrice {
    let slot = cover.grid.index(of: start)
    guard cover.queues[queue].indices.contains(slot) else { return SlotPrice(worths: []) }
    return SlotPrice(
      worths: cover.queues[queue][slot].steps.flatMap { step in
        Array(repeating: step.worth, count: step.people)
      }
    )
  }
}

extension TimeGrid {
  /// The intervals of the grid that overlap `[from, to)`, with the minutes that they share.
  func shares(from: Instant, to: Instant) -> [(interval: Int, minutes: Double)] {
    let first = max(0, index(of: from))
    let last = min(count - 1, index(of: Instant(secondsSinceEpoch: to.secondsSinceEpoch - 1)))
    guard first <= last else { return [] }
    return (first...last).map { interval in
      let low = max(from, instant(at: interval))
      let high = min(to, instant(at: interval + 1))
      return (interval, high.since(low).inMinutes)
    }
  }
}
