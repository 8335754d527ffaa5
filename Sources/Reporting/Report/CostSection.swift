import Workforce

/// What the plan costs, what is wished and refused, and how good it is proved to be.
struct CostSection {
  var report: PlanReport
  var figures: PlanFigures

  private var costs: RosterCosts { report.outcome.costs }
  private var currency: String { report.inputs.settings.currency }

  var markup: Markup {
    section(
      "cost",
      "Cost and proof",
      lead: """
        The optimizer weighs pay against \(report.missing), wishes and fairness, all in \
        \(currency.isEmpty ? "money" : currency). Only the first two rows are paid out.
        """,
      [parts, wishes, proof, stages]
    )
  }

  private var parts: Markup {
    let entries = lines
    let longest = entries.map(\.amount).max() ?? 0
    let rows = entries.map { entry -> [Markup] in
      [
        "\(entry.name)", "\(entry.price)", "\(money(entry.amount, currency))",
        BarMark(
          share: longest > 0 ? entry.amount / longest : 0,
          title: "Cost: \(entry.name)"
        ).markup,
      ]
    }
    let total: [Markup] = [
      "<b>Total weighed</b>", "", "<b>\(money(costs.total, currency))</b>", "",
    ]
    return table(
      "What was paid for",
      [.text("What"), .sentence("At what price"), .number("Amount"), .text("")],
      rows + [total]
    )
  }

  private var lines: [(name: String, price: String, amount: Double)] {
    let prices = report.inputs.settings.costs
    let each = { (amount: Double) in money(amount, currency, places: 2) }
    return [
      (
        "Pay", "\(decimal(figures.paidHours, places: 1)) paid hours at contract wages",
        costs.pay
      ),
      (
        "Overtime premium", "\(percent(prices.overtimePremium, places: 0)) on top of the wage",
        costs.overtimePremium
      ),
      understaffing,
      (
        "People with nothing to do", "\(each(prices.overstaffingPerHour)) an hour",
        costs.overstaffing
      ),
      (
        "Starts outside wished times", "\(each(prices.startPreferencePerHour)) an hour of distance",
        costs.startPreference
      ),
      ("Work on days asked off", "\(each(prices.dayOffPreference)) a day", costs.dayOffPreference),
      (
        "Changing starts from day to day", "\(each(prices.startChangePerHour)) an hour of change",
        costs.startChange
      ),
      weekends,
    ] + rules
  }

  private var weekends: (name: String, price: String, amount: Double) {
    let settings = report.inputs.settings
    let each = { (amount: Double) in money(amount, currency, places: 2) }
    guard let fairness = settings.labor.fairness else {
      return (
        "Weekend work",
        "\(each(settings.costs.weekendFairness)), growing with weekends already worked",
        costs.weekendFairness
      )
    }
    let named = [
      ("weekends", fairness.weekends), ("lates", fairness.lates), ("nights", fairness.nights),
    ]
    let prices = named.filter { $0.1 > 0 }.map { "\(each($0.1)) (\($0.0))" }
    return (
      "Fairness",
      "\(listed(prices)), growing with what a person had beyond others",
      costs.weekendFairness
    )
  }

  /// Labor rules with a price, where some are missed.
  private var rules: [(name: String, price: String, amount: Double)] {
    costs.rules == 0 ? [] : [("Labor rules missed", "at the price of each", costs.rules)]
  }

  private var understaffing: (name: String, price: String, amount: Double) {
    guard report.contactPrices == nil else {
      return ("Contacts that miss their target", "at the prices found below", costs.understaffing)
    }
    return (
      "Missing people", tiers(report.inputs.settings.costs.understaffing), costs.understaffing
    )
  }

  private func tiers(_ tiers: [UnderstaffingTier]) -> String {
    let steps = tiers.enumerated().map { index, tier in
      let price = money(tier.costPerHour, currency, places: 2)
      if index + 1 == tiers.count { return "\(price) for \(index == 0 ? "all" : "the rest")" }
      let share = percent(tier.share.value, places: 0)
      return "\(price) for the \(index == 0 ? "first" : "next") \(share)"
    }
    return "an hour: " + steps.joined(separator: ", ")
  }

  private var wishes: Markup {
    let wishes = WishFigures(report)
    let starts = wishes.startsGranted + wishes.startsRefused
    let days = wishes.daysOffGranted + wishes.daysOffRefused
    guard starts + days > 0 else { return nothing("Nobody's wishes apply to this week.") }
    return """
      <h3>Wishes</h3>\(table(
        "Wishes granted and refused",
        [.text("Wish"), .number("Granted"), .number("Refused"), .number("Granted share")],
        [
          ("Shifts with a wished start time", wishes.startsGranted, starts),
          ("Days asked off", wishes.daysOffGranted, days),
        ].map { name, granted, all in
          [
            "\(name)", "\(grouped(granted))", "\(grouped(all - granted))",
            "\(all > 0 ? percent(Double(granted) / Double(all)) : "–")",
          ]
        }
      ))
      """
  }

  private var proof: Markup {
    guard report.revision == nil else {
      return """
        <h3>How good is it?</h3><p>Nothing is proved about a roster that may hardly change. No step \
        of the repair made it worse, at the prices of changes.</p>
        """
    }
    let outcome = report.outcome
    let hours = figures.gapHours.map {
      ", or \(decimal($0, places: 1)) agent-hours at the mean wage"
    }
    return """
      <h3>How good is it?</h3><p>No roster that keeps the hard rules can cost less than \
      <b>\(money(outcome.bound, currency))</b>. This one costs \
      <b>\(money(costs.total, currency))</b>, so at most \
      <b>\(money(figures.gapAmount, currency))</b>\(hours ?? "") could still be saved: \
      <b>\(percent(outcome.gap))</b> of the total, <b>\(percent(outcome.controllableGap))</b> of \
      what planning can influence (all but the \(money(costs.contractPay, currency)) that contracts \
      pay for their least hours).</p>
      """
  }

  private var stages: Markup {
    guard !report.outcome.stages.isEmpty else { return nothing("No stages were recorded.") }
    let rows = report.outcome.stages.map { stage -> [Markup] in
      [
        "\(stage.name)", "\(stage.objective.map { money($0, currency) } ?? "–")",
        "\(stage.bound.map { money($0, currency) } ?? "–")", "\(stage.detail)",
      ]
    }
    return """
      <h3>Stages of the optimization</h3>\(table(
        "Stages of the optimization",
        [.text("Stage"), .number("Cost of the roster"), .number("Proved bound"), .sentence("What it did")],
        rows
      ))
      """
  }
}
