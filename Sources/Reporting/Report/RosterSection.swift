import Workforce

/// Who works when: people by team, days across.
struct RosterSection {
  var report: PlanReport

  /// People shown; the files hold all.
  static let limit = 250

  var markup: Markup {
    guard !report.inputs.employees.isEmpty else {
      return section("roster", "Roster", lead: .none, [nothing("There are no employees.")])
    }
    guard let bars = ShiftBars(report.outcome.roster) else {
      return section("roster", "Roster", lead: .none, [nothing("Nobody has a shift this week.")])
    }
    let hidden = report.inputs.employees.count - Self.limit
    let note: Markup =
      hidden > 0
      ? """
      <p class="note">The first \(Self.limit) people by team; \(counted(hidden, "more is", "more are")) in \
      roster.csv, which has everyone.</p>
      """ : .none
    return section(
      "roster",
      "Roster",
      lead: """
        Bars run from \(clock(bars.window.lowerBound)) to \(clock(bars.window.upperBound, past: true)) \
        on the clock of \(zones); gaps are breaks and meals\(classes). Hours \
        are paid hours.
        """,
      [
        note, RosterGrid(report: report, bars: bars, limit: Self.limit).markup,
        ClassFigures(report.outcome, inputs: report.inputs).markup,
      ]
    )
  }

  private var classes: String {
    let hasTraining = report.outcome.roster.tours.contains { tour in
      tour.shifts.contains { $0.segments.contains { $0.kind == .training } }
    }
    return hasTraining ? ", orange parts are classes" : ""
  }

  private var zones: String {
    let zones = report.inputs.settings.zones
    guard zones.count > 1 else { return report.outcome.roster.zone.identifier }
    return "each person's site (\(zones.map(\.identifier).joined(separator: ", ")))"
  }

  private func clock(_ minute: Int, past: Bool = false) -> String {
    minute > 1440
      ? "\(Reporting.clock(minute - 1440)) of the next day" : Reporting.clock(minute)
  }
}
