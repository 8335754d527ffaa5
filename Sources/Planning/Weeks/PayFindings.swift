import Foundation
import Workforce

/// What came of a limit on the week's pay.
struct PayFindings {
  private let settings: ScenarioSettings
  private let found: TargetRounds.Found

  /// Looks at a plan.
  init(_ inputs: PlanningInputs, _ found: TargetRounds.Found) {
    settings = inputs.settings
    self.found = found
  }

  /// True when cheaper rosters than the targets ask for were made to keep the limit.
  var isCapped: Bool {
    guard let most = settings.costs.maximumPay, found.outcome.costs.contractPay <= most else {
      return false
    }
    return found.rounds.contains { $0.pay > most }
  }

  /// Nothing without a limit.
  var all: [Diagnostic] {
    guard let most = settings.costs.maximumPay else { return [] }
    let (pay, contracts) = (found.pay, found.outcome.costs.contractPay)
    let cap = amount(most)
    if contracts > most {
      return [
        warning(
          "costs.maximum_pay: people's contracts alone cost \(amount(contracts)); pay of \(cap) cannot be kept and changed "
            + "nothing.",
          "Give \(amount(contracts.rounded(.up))) or more, or change contracts."
        )
      ]
    }
    if found.rounds.isEmpty, pay > most {
      return [
        warning(
          "costs.maximum_pay: the roster costs \(amount(pay)) in pay, above \(cap): with 'cover: need' the limit is not planned "
            + "with.",
          "Set costs.cover to service, or lower the prices of understaffing."
        )
      ]
    }
    if pay > most {
      return [
        warning(
          "costs.maximum_pay: no roster was found that costs \(cap) in pay or less; the nearest costs \(amount(pay)).",
          "Allow more, or give the search more work with --effort."
        )
      ]
    }
    guard isCapped else { return [] }
    return [
      Diagnostic(
        .note,
        file: "scenario.yaml",
        message:
          "costs.maximum_pay: pay is kept at \(amount(pay)), within \(cap): targets count for less than they ask for.",
        suggestion:
          "Read the service that the rest of the pay would buy from the rounds of the report."
      )
    ]
  }

  private func warning(_ message: String, _ suggestion: String) -> Diagnostic {
    Diagnostic(.warning, file: "scenario.yaml", message: message, suggestion: suggestion)
  }

  private func amount(_ value: Double) -> String {
    "\(Int(value.rounded())) \(settings.currency)"
  }
}
