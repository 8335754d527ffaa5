import Workforce

/// Whose turn it is to be called.
struct OnCallSection {
  var report: PlanReport

  var markup: Markup {
    guard !report.onCall.isEmpty else { return .none }
    let open = report.onCall.count { $0.employee == nil }
    let rows = report.onCall.map { turn -> [Markup] in
      let person: Markup = turn.employee.map { "\($0)" } ?? "<b class=\"bad\">nobody</b>"
      return ["\(turn.duty)", "\(text(turn.start))", "\(text(turn.end))", person]
    }
    return section(
      "on-call",
      "On call",
      lead: "\(lead(open: open))",
      [
        table(
          "Duties on call",
          [.text("Duty"), .text("From"), .text("Until"), .text("Person")],
          rows
        )
      ]
    )
  }

  private func lead(open: Int) -> String {
    let pay = report.onCallPay
    let taken =
      open == 0
      ? "Every duty has somebody; turns even out with those of the weeks before."
      : "\(counted(open, "duty has", "duties have")) nobody."
    let allowances = money(pay, report.inputs.settings.currency)
    return taken + (pay > 0 ? " Allowances come to \(allowances), beside the roster's cost." : "")
  }

  private func text(_ time: LocalDateTime) -> String {
    time.description.replacing("T", with: " ")
  }
}

extension PlanReport {
  /// The allowances of duties that somebody has.
  var onCallPay: Double {
    let duties = inputs.settings.labor.onCall
    return onCall.reduce(0) { sum, turn in
      let duty = duties.first { $0.name == turn.duty && turn.employee != nil }
      return sum + (duty?.allowance ?? 0)
    }
  }
}
