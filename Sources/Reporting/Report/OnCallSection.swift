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
      lead: open == 0
        ? "Every duty has somebody; turns even out with those of the weeks before."
        : "\(counted(open, "duty has", "duties have")) nobody.",
      [
        table(
          "Duties on call",
          [.text("Duty"), .text("From"), .text("Until"), .text("Person")],
          rows
        )
      ]
    )
  }

  private func text(_ time: LocalDateTime) -> String {
    time.description.replacing("T", with: " ")
  }
}
