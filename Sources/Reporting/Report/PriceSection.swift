import Workforce

/// How the prices of contacts that miss their targets were found.
struct PriceSection {
  var report: PlanReport

  private var currency: String { report.inputs.settings.currency }

  var markup: Markup {
    guard report.contactPrices != nil else { return "" }
    return section(
      "prices",
      "What service is worth",
      lead: """
        Nobody has to say what an answered contact is worth: the plan looks for the smallest price per \
        queue whose roster meets the target in simulation, and keeps the cheapest roster that does.
        """,
      report.rounds.isEmpty ? [published] : [rounds, conclusion, shortfall]
    )
  }

  private var published: Markup {
    let prices = zip(report.inputs.settings.queues, report.contactPrices ?? []).map {
      queue,
      price in
      "\(queue.name) \(money(price, currency, places: 2))"
    }
    return """
      <p>The prices of the published plan were kept, per contact that misses its target: \
      \(prices.joined(separator: ", ")).</p>
      """
  }

  private var rounds: Markup {
    let rows = report.rounds.enumerated().flatMap { index, round in
      report.inputs.settings.queues.indices.map { row(index, round, queue: $0) }
    }
    return table(
      "Rosters made in turn",
      [
        .text("Round"), .number("Cost without missed contacts"), .text("Queue"),
        .number("Price of a missed contact"), .text("Target"), .number("Service in the search"),
        .text("Met"),
      ],
      rows
    )
  }

  private func row(_ index: Int, _ round: PriceRound, queue: Int) -> [Markup] {
    let settings = report.inputs.settings.queues[queue]
    let isFirst = queue == 0
    return [
      isFirst ? "<b>\(index + 1)</b>\(round.isChosen ? " (kept)" : "")" : "",
      isFirst ? "\(money(round.cost, currency))" : "", "\(settings.name)",
      "\(money(round.prices[queue], currency, places: 2))",
      "\(settings.target.shortText)",
      "\(percent(round.service[queue], bound: settings.target.serviceLevel.value))",
      round.surpluses[queue] >= 0 ? "yes" : "no",
    ]
  }

  private var shortfall: Markup {
    guard let shortfall = report.shortfall else { return "" }
    let text = ShortfallText(report: report, shortfall: shortfall)
    return """
      <h3>What is missing</h3><ul>\(text.missing.map { "<li>\($0)</li>" as Markup })</ul>\
      <h3>What it would take</h3><p>\(text.remedy)</p>
      """
  }

  /// What is said where rosters are dearer than the scenario allows.
  private var cap: Markup? {
    guard let most = report.inputs.settings.costs.maximumPay,
      report.rounds.contains(where: { $0.pay > most }),
      report.rounds.contains(where: { $0.isChosen && $0.pay <= most })
    else { return nil }
    return """
      <p>Pay may be \(money(most, currency)) at most. The prices that the targets ask for were lowered, all by \
      the same share, until a roster keeps that; of those that do, the one that misses the targets least was \
      kept.</p>
      """
  }

  private var conclusion: Markup {
    if let cap { return cap }
    guard report.rounds.contains(where: \.isMet) else {
      return "<p>No roster met every target; the one that misses least was kept.</p>"
    }
    return """
      <p>A target counts as met in the search when the simulated service lies above it by three times \
      the half-width of its interval, so that the certificate, on random streams that the search \
      never saw, agrees. A round that saves less than 0.05 % of the cost ends the search.</p>
      """
  }
}

extension PlanReport {
  /// What is weighed against pay.
  var missing: String { contactPrices == nil ? "missing people" : "missed contacts" }
}
