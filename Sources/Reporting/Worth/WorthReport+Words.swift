import Workforce

extension WorthReport {
  /// What a thing is worth, in a sentence with both figures.
  func sentence(_ row: Row) -> String {
    switch row.kind {
    case .hour: "\(hour(row)) is worth \(figures(row))\(contacts(row))."
    case .shift: shift(row)
    case .rule:
      "Without '\(row.what)' the week would cost \(saved(row))\(agentHours(row))."
    case .certificate:
      "With one certificate more, \(row.what), the week would cost \(saved(row))\(agentHours(row))."
    }
  }

  private func hour(_ row: Row) -> String { "One more hour of \(row.what) on \(time(row))" }

  /// `41 GBP by the duals, 38 GBP by a new search`.
  private func figures(_ row: Row) -> String {
    let dual = "\(amount(row.dual)) by the duals"
    guard let resolve = row.resolve else { return "\(dual); it was not searched again" }
    return isNothing(resolve)
      ? "\(dual); a new search finds nothing" : "\(dual), \(amount(resolve)) by a new search"
  }

  /// The same where less than nothing is more.
  private func saved(_ row: Row) -> String {
    let dual = "\(amount(row.dual)) less by the duals"
    guard let resolve = row.resolve else { return "\(dual); it was not searched again" }
    return isNothing(resolve)
      ? "\(dual); a new search finds nothing" : "\(dual), \(amount(resolve)) less by a new search"
  }

  private func shift(_ row: Row) -> String {
    let side = { (value: Double) in
      "\(self.amount(abs(value))) \(value < 0 ? "less" : "more")"
    }
    let dual = "\(side(row.dual)) by the duals"
    let new =
      row.resolve.map {
        isNothing($0) ? "; a new search finds no difference" : ", \(side($0)) by a new search"
      } ?? "; it was not searched again"
    return "With \(row.what) away on \(time(row)) the week would cost \(dual)\(new)."
  }

  private func contacts(_ row: Row) -> String {
    guard let price = row.contactPrice, price > 0 else { return "" }
    let value = row.resolve ?? row.dual
    guard value > 0, !isNothing(value) else { return "" }
    return ": as much as \(decimal(value / price, places: 1)) more contacts in time"
  }

  private func agentHours(_ row: Row) -> String {
    let value = row.resolve ?? row.dual
    guard let hours = agentHours(value), let paid = payHours(value), hours >= 0.05 else {
      return ""
    }
    return ": what \(decimal(hours, places: 1)) hours at work are worth, or the pay of "
      + decimal(paid, places: 1)
  }

  /// An amount in hours of somebody at work, at their mean worth.
  public func agentHours(_ value: Double) -> Double? {
    standing.meanHour > 0.01 ? value / standing.meanHour : nil
  }

  /// An amount in hours of mean pay.
  public func payHours(_ value: Double) -> Double? {
    standing.wage > 0.01 ? value / standing.wage : nil
  }

  /// `Tue 3 Mar 10:00–11:00`; nothing for the whole week.
  func time(_ row: Row) -> String {
    guard let from = row.from, let until = row.until else { return "" }
    let start = grid.zone.local(at: from)
    return "\(start.date.shortText) \(clock(start.minuteOfDay))–\(grid.zone.clockText(at: until))"
  }

  func amount(_ value: Double) -> String {
    money(value, currency, places: abs(value) < 100 ? 2 : 0)
  }

  func isNothing(_ value: Double) -> Bool { abs(value) < 0.005 }

  /// What is to be said of all figures together.
  var summary: [String] {
    let gap = standing.gap
    var lines = [
      "The roster costs \(amount(standing.objective))\(searchedOn), at least \(amount(standing.bound)): the gap of "
        + "\(amount(gap)) (\(percent(share(gap), places: 2))) is what neither figure can see.",
      "Searching again without any change saves "
        + (isNothing(standing.noise) ? "nothing" : amount(standing.noise))
        + ". An hour at work is worth \(amount(standing.meanHour)) on the average by the duals, "
        + "and costs \(amount(standing.wage)).",
    ]
    guard let agreement = WorthAgreement(rows, standing) else {
      return lines + ["Nothing was searched again."]
    }
    lines.append(
      "\(counted(agreement.count, "thing was", "things were")) searched again: duals and searches are "
        + "\(amount(agreement.differences[1])) apart in the median (quartiles "
        + "\(amount(agreement.differences[0])) and \(amount(agreement.differences[2]))), "
        + "\(percent(agreement.insideGap, places: 0)) of them by less than the gap."
    )
    return lines
  }

  /// What it cost before.
  private var searchedOn: String {
    let saved = standing.published - standing.objective
    return isNothing(saved) ? "" : ", \(amount(standing.published)) before searching on"
  }

  private func share(_ gap: Double) -> Double {
    standing.objective > 0 ? gap / standing.objective : 0
  }

  /// The sentence of what is worth most in each kind.
  var highlights: [String] {
    Kind.allCases.compactMap { kind in ranked(kind).first.map(sentence) }
  }

  /// The text, lines of at most 80 columns.
  public func text(at location: String?) -> String {
    var lines = wrapped("What things are worth: \(title), \(week).", to: TextTable.columns) + [""]
    for line in summary + highlights { lines += wrapped(printable(line), to: TextTable.columns) }
    for kind in Kind.allCases where rows.contains(where: { $0.kind == kind }) {
      lines += [""] + table(kind)
    }
    if let location { lines += ["", "Files: \(location)"] }
    return lines.joined(separator: "\n") + "\n"
  }

  private func table(_ kind: Kind) -> [String] {
    let ranked = ranked(kind)
    let hasTime = kind == .hour || kind == .shift
    let figure = { (value: Double?, places: Int) -> String in
      value.map { decimal($0, places: places) } ?? "–"
    }
    let rows = ranked.prefix(top).map { row -> [String] in
      let value = row.resolve ?? row.dual
      var cells = [row.what]
      if hasTime { cells.append(time(row)) }
      cells += [figure(row.dual, 2), figure(row.resolve, 2), figure(row.difference, 2)]
      if kind == .shift { cells.append(figure(row.cover, 2)) }
      if !hasTime { cells += [figure(agentHours(value), 1), figure(payHours(value), 1)] }
      return cells
    }
    var head = hasTime ? [kind.title, "When"] : [kind.title]
    head += ["Duals", "Search", "Apart"]
    if kind == .shift { head.append("Cover") }
    if !hasTime { head += ["Hours", "Pay h"] }
    let table = TextTable(head: head, rows: rows, textColumns: hasTime ? 2 : 1)
    let more = ranked.count - rows.count
    return table.lines
      + (more > 0 ? ["and \(grouped(more)) more; --out writes all to worth.csv"] : [])
  }
}
