import Workforce

/// Who changes against the published roster, and why; empty for a plan made from nothing.
struct ChangesSection {
  var report: PlanReport

  /// Rows shown; the file holds all.
  static let limit = 500

  var markup: Markup {
    guard let revision = report.revision else { return .none }
    let figures = RevisionFigures(revision, currency: report.inputs.settings.currency)
    return section(
      "changes",
      "Changes",
      lead: "\(figures.sentence) \(figures.priceSentence)",
      [standings(revision), rows(revision)]
    )
  }

  private func standings(_ revision: RosterRevision) -> Markup {
    let queues = report.inputs.settings.queues
    let currency = report.inputs.settings.currency
    let columns: [TableColumn] =
      [.text("Roster"), .number("Cost")]
      + queues.map { .number("Hours missing, \($0.name)") } + [.number("Hours missing")]
    let rows = revision.standings.map { name, standing -> [Markup] in
      ["\(name)", "\(standing.cost.map { money($0, currency) } ?? "–")"]
        + standing.missingHours.map { "\(decimal($0, places: 1))" }
        + ["<b>\(decimal(standing.missingHours.total, places: 1))</b>"]
    }
    return """
      \(table("Cost and cover before and after", columns, rows))\
      <p class="note">Hours are person-hours. The published roster is compared with the need of its \
      time, the other two with the need now. Neither the prices of changes nor \
      the pay of shifts that fall away are in the costs.</p>
      """
  }

  private func rows(_ revision: RosterRevision) -> Markup {
    guard !revision.changes.isEmpty else { return nothing("Nobody's roster changes.") }
    let shifts = revision.changes.filter { $0.kind != .breaksMoved }
    let breaks = revision.changes.filter { $0.kind == .breaksMoved }
    return "\(self.shifts(shifts))\(self.breaks(breaks))"
  }

  private func shifts(_ changes: [RosterChange]) -> Markup {
    guard !changes.isEmpty else { return .none }
    let clocks = PersonalClocks(report.inputs)
    let rows = changes.prefix(Self.limit).map { change -> [Markup] in
      let zone = clocks.zone(of: change.employee)
      return [
        "\(change.employee)", "\(change.date.shortText)", "\(text(change.was, zone))",
        "\(text(change.becomes, zone))", "\(change.kind.words)", "\(change.reason)",
      ]
    }
    let columns: [TableColumn] = [
      .text("Employee"), .text("Day"), .text("Published"), .text("Now"), .text("Change"),
      .sentence("Why"),
    ]
    return """
      <h3>Who changes</h3>\(table("Who changes and why", columns, rows))\
      \(hidden(changes.count - rows.count))
      """
  }

  /// One row a person: the days, and what moved breaks do against missing people.
  private func breaks(_ changes: [RosterChange]) -> Markup {
    guard !changes.isEmpty else { return .none }
    var people: [String] = []
    for change in changes where !people.contains(change.employee) { people.append(change.employee) }
    let rows = people.prefix(Self.limit).map { person -> [Markup] in
      let own = changes.filter { $0.employee == person }
      let reasons = own.compactMap { change in
        change.helps.map { "\(change.date.shortText): \($0)" }
      }
      return [
        "\(person)", "\(own.map(\.date.shortText).joined(separator: ", "))",
        "\(reasons.isEmpty ? "–" : reasons.joined(separator: "; "))",
      ]
    }
    let columns: [TableColumn] = [
      .text("Employee"), .sentence("Days"), .sentence("What that covers"),
    ]
    return """
      <h3>Whose breaks move <small>the shifts stay; the new times are in roster.csv</small></h3>\
      \(table("Whose breaks move", columns, rows))\(hidden(people.count - rows.count))
      """
  }

  private func hidden(_ count: Int) -> Markup {
    count > 0
      ? "<p class=\"note\">\(counted(count, "more is", "more are")) in changes.csv.</p>" : .none
  }

  private func text(_ span: RosterChange.Span?, _ zone: Zone) -> String {
    span?.clockText(zone) ?? "off"
  }
}

extension RosterChange {
  /// What moved breaks cover, where the reason says it.
  var helps: String? {
    let parts = reason.split(separator: ", ", maxSplits: 1)
    return parts.count == 2 ? String(parts[1]) : nil
  }
}

extension RosterChange.Span {
  /// `08:00–16:30` on the wall clock.
  func clockText(_ zone: Zone) -> String {
    "\(zone.clockText(at: start))–\(zone.clockText(at: end))"
  }
}

extension RosterChange.Kind {
  /// The kind in plain words.
  var words: String {
    switch self {
    case .absent: "away"
    case .added: "called in"
    case .removed: "off"
    case .moved: "starts at another time"
    case .resized: "ends at another time"
    case .breaksMoved: "breaks only"
    }
  }
}

extension RosterRevision {
  /// The three rosters by name.
  var standings: [(name: String, standing: Standing)] {
    [("As published", published), ("Without repair", unrepaired), ("Repaired", repaired)]
  }
}
