import Workforce

/// What a variant changes against the scenario as it is, in sentences.
struct WhatIfWords {
  let comparison: WhatIfComparison
  let result: WhatIfResult

  private var base: WhatIfResult { comparison.base }

  /// What changed, and whether it is more than noise.
  var sentence: String {
    ([pay, service] + [cap, people].compactMap(\.self)).joined(separator: " ")
  }

  /// A difference of money, and what is proved of it.
  private var pay: String {
    let difference = result.pay - base.pay
    guard abs(difference) >= 0.5 || result.costs != base.costs else { return "Pay is the same." }
    let share = base.pay > 0 ? " (\(signedPercent(difference / base.pay)))" : ""
    let change =
      abs(difference) < 0.5
      ? "Pay is the same." : "Pay changes by \(signedMoney(difference))\(share)."
    return change + " " + proof
  }

  /// Whether the best rosters of both differ in cost, by their bounds.
  private var proof: String {
    if result.hasOwnPrices || base.hasOwnPrices {
      return
        "Each run found its own prices of contacts, so that nothing is proved of the difference."
        + (promises.map { " " + $0 } ?? "")
    }
    let low = result.bound - base.costs.total
    let high = result.costs.total - base.bound
    let range = "between \(signedMoney(low)) and \(signedMoney(high))"
    return low > 0 || high < 0
      ? "The weighed cost of the best rosters changes by \(range), by proof: real."
      : "The weighed cost of the best rosters changes by \(range), by proof: it may be none."
  }

  /// Service that one of both bought beside what both promise; `nil` where they are alike in it.
  private var promises: String? {
    let (own, others) = (result.promisesKept, base.promisesKept)
    if own != others {
      return "It keeps \(own) of \(result.promises) promises, the scenario as it is \(others) of "
        + "\(base.promises): "
        + (own < others
          ? "what the rest would cost is not in its pay."
          : "part of its pay may be what keeping them costs.")
    }
    let beyond = zip(result.queues, base.queues).compactMap { queue, other -> String? in
      guard queue.target > 0, other.target > 0, queue.meetsTarget, other.meetsTarget,
        abs(queue.spare - other.spare) > Self.alike
      else { return nil }
      return "\(queue.queue) \(decimal(queue.spare * 100, places: 1)) points "
        + "(\(decimal(other.spare * 100, places: 1)) as it is)"
    }
    guard !beyond.isEmpty else { return nil }
    return "Beyond the promises lie \(beyond.joined(separator: ", ")); pay holds that too."
  }

  /// Shares beyond a promise that differ by less are alike: so close a search comes to a promise.
  private static let alike = 0.01

  private var service: String {
    let pairs = result.queues.compactMap { queue in
      queue.difference.map { (queue, $0) }
    }
    let real = pairs.filter { $0.1.isSignificant }
    guard !real.isEmpty else {
      let isSame = pairs.allSatisfy { $0.1.mean == 0 && $0.1.halfWidth == 0 }
      return isSame
        ? "Service is the same in every queue."
        : "The differences in service are within noise in every queue."
    }
    let parts = real.map { queue, difference in
      "\(queue.queue) \(points(difference))"
    }
    let rest = pairs.count - real.count
    let others =
      rest == 0 ? "" : "; \(rest == 1 ? "the other queue is" : "the others are") within noise"
    let subject = comparison.isWarm ? "In time" : "These two rosters differ in time"
    return "\(subject), with 95% confidence: \(parts.joined(separator: ", "))\(others)."
  }

  private var cap: String? {
    result.payCap.map { cap in
      let over = result.pay - cap
      return over > 0
        ? "The cap on pay is missed by \(money(over, comparison.currency))."
        : "The cap on pay is kept, \(money(-over, comparison.currency)) are left."
    }
  }

  private var people: String? {
    if result.name == base.name { return nil }
    let count = result.people.affected.count
    let unrostered = result.people.unrostered.filter { !base.people.unrostered.contains($0) }
    let lost =
      unrostered.isEmpty
      ? ""
      : " \(counted(unrostered.count, "person has", "people have")) no legal week: "
        + unrostered.joined(separator: ", ") + "."
    return count == 0
      ? "Nobody's shifts change." + lost
      : "\(counted(count, "person", "people")) would work other shifts." + lost
  }

  func signedMoney(_ amount: Double) -> String {
    (amount > 0 ? "+" : amount < 0 ? "−" : "") + money(abs(amount), comparison.currency)
  }

  /// `+1.2 points (+0.8 to +1.6)`.
  func points(_ difference: Estimate) -> String {
    "\(signed(difference.mean * 100)) points (\(signed(difference.low * 100)) to "
      + "\(signed(difference.high * 100)))"
  }

  func signedPercent(_ share: Double) -> String { signed(share * 100) + "%" }

  /// A number with its sign; one that rounds to nothing has none.
  func signed(_ value: Double, places: Int = 1) -> String {
    let text = decimal(abs(value), places: places)
    guard text.contains(where: { $0 != "0" && $0 != "." }) else { return text }
    return (value > 0 ? "+" : "−") + text
  }
}
