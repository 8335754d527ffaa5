/// What labor rules ask of a person's week beside the numbers of the contract and the sequence of days.
package struct LaborTerms: Hashable, Sendable {
  /// Per date: what a shift asks of the one on the date before; empty where the contract's rest and change
  /// of start hold alone.
  var pairs: [PairTerms] = []
  /// Priced limits of the week's shifts and paid minutes.
  var totals: [TotalsTerm] = []
  /// Further steps of overtime, each on top of those below it.
  var steps: [OvertimeTerm] = []

  /// The same without prices.
  var unpriced: LaborTerms {
    LaborTerms(pairs: pairs.map(\.unpriced))
  }

  /// Whether the week's totals have a price.
  var hasTotals: Bool { !totals.isEmpty || !steps.isEmpty }

  /// What the priced limits of a week's totals cost.
  func price(days: Int, paid: Int) -> Double {
    totals.reduce(0) { $0 + $1.price(days: days, paid: paid) }
  }

  /// What the further steps of overtime cost.
  func premium(paid: Int) -> Double {
    steps.reduce(0) { $0 + $1.perMinute * Double(max(0, paid - $1.after)) }
  }
}

/// A limit of the week's shifts or paid minutes that may be missed at a price.
struct TotalsTerm: Hashable, Sendable {
  /// Whether it counts shifts, else paid minutes.
  let isDays: Bool
  let least: Int
  let most: Int
  /// Price of each shift or minute missed.
  let price: Double

  /// What a week of so many shifts and paid minutes costs.
  func price(days: Int, paid: Int) -> Double {
    let value = isDays ? days : paid
    return price * Double(max(0, least - value) + max(0, value - most))
  }
}

/// A step of overtime on top of those below it.
struct OvertimeTerm: Hashable, Sendable {
  /// Paid minutes above which it begins.
  let after: Int
  /// What a minute costs more than on the step below.
  let perMinute: Double
}

/// What a shift asks of the one on the date before.
struct PairTerms: Hashable, Sendable {
  /// A rest that some pairs of shifts have.
  struct Rest: Hashable, Sendable {
    let minutes: Int
    /// Price of a minute missed; `nil` where it is hard.
    let price: Double?
    /// By sort: whether it holds after such a shift; empty for all.
    var after: [Bool] = []
    /// By sort: whether it holds before such a shift; empty for all.
    var before: [Bool] = []

    func holds(after earlier: Int, before later: Int) -> Bool {
      (after.isEmpty || after[earlier]) && (before.isEmpty || before[later])
    }
  }

  /// Rests.
  var rests: [Rest] = []
  /// Minutes of a roster slot.
  var slotMinutes = 1
  /// Largest change of the start in minutes; `Int.max` for any.
  var mostChange = Int.max
  /// Price of each minute of change above it; `nil` where it is hard.
  var changePrice: Double?

  /// The same without prices.
  var unpriced: PairTerms {
    PairTerms(
      rests: rests.filter { $0.price == nil },
      slotMinutes: slotMinutes,
      mostChange: changePrice == nil ? mostChange : .max
    )
  }

  /// What a pair with so many slots of rest and minutes of change costs beside the price of a changed start;
  /// `nil` where it is forbidden.
  func price(slots: Int, change: Int, after earlier: Int, before later: Int) -> Double? {
    let rest = slots * slotMinutes
    var price = 0.0
    if change > mostChange {
      guard let changePrice else { return nil }
      price += changePrice * Double(change - mostChange)
    }
    for term in rests where rest < term.minutes && term.holds(after: earlier, before: later) {
      guard let minute = term.price else { return nil }
      price += minute * Double(term.minutes - rest)
    }
    return price
  }

  /// What of a sort matters to the date after, and to the date before.
  func marks(of sort: Int) -> (after: [Bool], before: [Bool]) {
    (
      rests.map { $0.after.isEmpty || $0.after[sort] },
      rests.map { $0.before.isEmpty || $0.before[sort] }
    )
  }
}

extension RosterEmployee {
  /// The person with all prices of labor rules and overtime steps left out, all limits kept.
  var withoutRulePrices: RosterEmployee {
    guard hasRulePrices else { return self }
    var free = self
    free.labor = labor.unpriced
    free.sequence = sequence.unpriced
    free.freeSequence = freeSequence?.unpriced
    return free
  }

  /// Whether labor rules or further steps of overtime can cost anything beside what single shifts cost.
  var hasRulePrices: Bool { labor != LaborTerms() || sequence.hasPrices }

  /// What a week without shifts costs.
  var idleCost: Double {
    guard horizon == nil, hasRulePrices else { return horizon?.baseCost ?? 0 }
    return (sequence.price(of: days.map { _ in nil }) ?? 0) + totalsPrice(days: 0, paid: 0)
  }

  /// At least what labor rules and further steps of overtime can cost in a week, beside what single shifts cost.
  var mostRulePrice: Double {
    let minutes = 1440 * days.count
    let pairs = labor.pairs.reduce(0.0) { sum, pair in
      sum + pair.rests.reduce(0) { $0 + ($1.price ?? 0) * Double($1.minutes) }
        + (pair.changePrice ?? 0) * 1440
    }
    let totals = labor.totals.reduce(0.0) { $0 + $1.price * Double($1.least + minutes) }
    let steps = labor.steps.reduce(0.0) { $0 + abs($1.perMinute) * Double(minutes) }
    let dates = zip(sequence.offPrices, sequence.workPrices).reduce(0.0) {
      $0 + max($1.0.max() ?? 0, $1.1.max() ?? 0)
    }
    return pairs + totals + steps + dates + (sequence.endPrices.max() ?? 0)
  }

  /// What the further steps and priced limits cost for a week's totals.
  func totalsPrice(days: Int, paid: Int) -> Double {
    labor.price(days: days, paid: paid) + labor.premium(paid: paid)
  }
}
