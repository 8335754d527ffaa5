import Workforce

/// A revision in sentences.
struct RevisionFigures {
  let revision: RosterRevision
  let currency: String

  init(_ revision: RosterRevision, currency: String) {
    self.revision = revision
    self.currency = currency
  }

  /// How many shifts fall away and how many people change.
  var sentence: String {
    let lost = revision.changes.count { $0.kind == .absent }
    let shifts = revision.shiftChanges.count
    let people = revision.changedPeople.count
    let breaks = Set(revision.changes.filter { $0.kind == .breaksMoved }.map(\.employee)).count
    let parts = [
      lost > 0 ? "\(counted(lost, "shift falls", "shifts fall")) away" : nil,
      shifts > 0
        ? "\(counted(shifts, "other shift changes", "other shifts change")) for "
          + counted(people, "person", "people") : "nobody else's shifts change",
      breaks > 0 ? "only breaks move for \(counted(breaks, "person", "people"))" : nil,
    ].compactMap(\.self)
    let text = parts.joined(separator: "; ")
    return text.prefix(1).uppercased() + text.dropFirst() + "."
  }

  /// What the changes cost at which prices.
  var priceSentence: String {
    let prices = revision.prices
    return "The changes weigh \(money(revision.changePrice, currency, places: 2)), at "
      + "\(money(prices.changedShift, currency, places: 2)) a shift and "
      + "\(money(prices.changedStartPerHour, currency, places: 2)) an hour by which a start moves."
  }

  /// Cover before and after: `12.0 published, 20.5 without repair, 13.0 now`.
  var missing: String {
    revision.standings.map { decimal($0.standing.missingHours.total, places: 1) }
      .enumerated().map { "\($0.element) \(Self.words[$0.offset])" }.joined(separator: ", ")
  }

  /// Cost before and after.
  var cost: String {
    revision.standings.map { $0.standing.cost.map { money($0, currency) } ?? "–" }
      .enumerated().map { "\($0.element) \(Self.words[$0.offset])" }.joined(separator: ", ")
  }

  private static let words = ["published", "without repair", "now"]
}

extension RosterRevision {
  private static let listed = 12

  /// Lines for a terminal: how much changes, what it costs, who changes.
  func lines(currency: String, clocks: PersonalClocks) -> [String] {
    let figures = RevisionFigures(self, currency: currency)
    let head =
      labeled("Changes", figures.sentence) + labeled("", figures.priceSentence)
      + labeled("Cost", figures.cost) + labeled("Hours missing", figures.missing)
    let shown = changes.filter { $0.kind != .breaksMoved }
    guard !shown.isEmpty else { return head }
    let table = TextTable(
      head: ["Employee", "Day", "Published", "Now"],
      rows: shown.prefix(Self.listed).map { change in
        let zone = clocks.zone(of: change.employee)
        return [
          change.employee, change.date.shortText, change.was?.clockText(zone) ?? "off",
          change.becomes?.clockText(zone) ?? "off",
        ]
      },
      textColumns: 4
    ).lines
    let hidden = shown.count - Self.listed
    let more = hidden > 0 ? ["and \(grouped(hidden)) more in changes.csv"] : []
    return head + [""] + table + more + ["Reasons are in changes.csv and the report."]
  }
}
