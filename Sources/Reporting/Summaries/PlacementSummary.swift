public import Workforce

/// What the terminal says of classes that were placed.
public struct PlacementSummary {
  /// A class that seats somebody.
  public struct Row: Sendable {
    let session: String
    let course: String
    let start: LocalDateTime
    let room: String
    let trainer: String
    let people: Int
    let cost: Double
    let isGiven: Bool

    /// Makes a row; empty text for no room and no trainer.
    public init(
      session: String,
      course: String,
      start: LocalDateTime,
      room: String,
      trainer: String,
      people: Int,
      cost: Double,
      isGiven: Bool
    ) {
      self.session = session
      self.course = course
      self.start = start
      self.room = room
      self.trainer = trainer
      self.people = people
      self.cost = cost
      self.isGiven = isGiven
    }
  }

  /// The same people at one hour.
  public struct Hand: Sendable {
    let hour: String
    let people: Int
    let cost: (service: Double, classes: Double, risk: Double)
    let note: String

    /// Makes a comparison.
    public init(
      hour: String,
      people: Int,
      cost: (service: Double, classes: Double, risk: Double),
      note: String
    ) {
      self.hour = hour
      self.people = people
      self.cost = cost
      self.note = note
    }
  }

  /// The service of a roster with the classes.
  public struct Service: Sendable {
    /// A queue's service level as placed minus that by hand.
    public typealias Row = (
      queue: String, without: Estimate, byHand: Estimate, placed: Estimate, difference: Estimate
    )

    let people: Int
    let replications: Int
    let rows: [Row]
    let total: Estimate

    /// Makes figures; `total` is the difference over all contacts.
    public init(people: Int, replications: Int, rows: [Row], total: Estimate) {
      self.people = people
      self.replications = replications
      self.rows = rows
      self.total = total
    }
  }

  let weeks: [ISOWeek]
  let currency: String
  let classes: [Row]
  let placed: Int
  let left: [(employee: String, course: String, reason: String)]
  let later: Int
  let warnings: [String]
  let remedies: [String]
  let cost: (service: Double, classes: Double, risk: Double)
  let gap: Double
  let isCutShort: Bool
  let byHand: Hand
  let service: Service?
  let location: String

  /// Makes a summary.
  public init(
    weeks: [ISOWeek],
    currency: String,
    classes: [Row],
    placed: Int,
    left: [(employee: String, course: String, reason: String)],
    later: Int,
    warnings: [String],
    remedies: [String],
    cost: (service: Double, classes: Double, risk: Double),
    gap: Double,
    isCutShort: Bool,
    byHand: Hand,
    service: Service?,
    location: String
  ) {
    self.weeks = weeks
    self.currency = currency
    self.classes = classes
    self.placed = placed
    self.left = left
    self.later = later
    self.warnings = warnings
    self.remedies = remedies
    self.cost = cost
    self.gap = gap
    self.isCutShort = isCutShort
    self.byHand = byHand
    self.service = service
    self.location = location
  }

  /// The text, lines of at most 80 columns.
  public func text() -> String {
    let names = [weeks.first, weeks.last].compactMap(\.self).map(\.description)
    let span = names.first == names.last ? names.first ?? "" : names.joined(separator: " to ")
    var lines = [
      "Classes of \(span): \(counted(placed, "person", "people")) seated in "
        + "\(counted(classes.count, "class", "classes")).", "",
    ]
    if !classes.isEmpty { lines += table.lines + [""] }
    lines += comparison.lines + [""]
    if let service { lines += serviceLines(service) + [""] }
    lines += labeled("Proof", proof)
    if !byHand.note.isEmpty { lines += labeled("By hand", byHand.note + ".") }
    if later > 0 {
      lines += labeled(
        "Later",
        "\(counted(later, "seat", "seats")) may wait: due after these weeks."
      )
    }
    for warning in warnings { lines += labeled("Warning", warning) }
    lines += leftLines
    lines += [""] + labeled("Files", location)
    if !classes.isEmpty {
      lines += labeled("Next", next)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private var next: String {
    let put =
      "put \(location)/sessions.csv into the scenario, or 'shiftwright training import "
      + "\(location)/sessions.csv --db FILE'"
    return service == nil
      ? put + ", and plan the week."
      : put + ". \(location)/roster.csv is the roster with the classes: 'shiftwright check "
        + "SCENARIO \(location)/roster.csv' says whether it keeps every rule."
  }

  private var table: NarrowTable {
    NarrowTable(
      head: ["Class", "Course", "When", "Room", "Trainer", "People", "Cost"],
      rows: classes.map { row in
        [
          row.isGiven ? row.session + " *" : row.session, row.course,
          "\(row.start.date.shortText) \(clock(row.start.minuteOfDay))",
          row.room.isEmpty ? "–" : row.room, row.trainer.isEmpty ? "–" : row.trainer,
          grouped(row.people), decimal(row.cost),
        ]
      },
      isText: [true, true, true, true, true, false, false]
    )
  }

  private var comparison: TextTable {
    let row = {
      (name: String, people: Int, cost: (service: Double, classes: Double, risk: Double)) in
      [
        name, grouped(people), decimal(cost.service), decimal(cost.classes), decimal(cost.risk),
        decimal(cost.service + cost.classes + cost.risk),
        people > 0 ? decimal((cost.service + cost.classes + cost.risk) / Double(people)) : "–",
      ]
    }
    return TextTable(
      head: ["Cost in \(currency)", "People", "Service", "Classes", "Risk", "Total", "A person"],
      rows: [
        row("placed", placed, cost), row("all at \(byHand.hour)", byHand.people, byHand.cost),
      ]
    )
  }

  private func serviceLines(_ service: Service) -> [String] {
    let points = { (estimate: Estimate) in
      let text = decimal(100 * estimate.mean, places: 2)
      let sign = estimate.mean > 0 && text != "0.00" ? "+" : ""
      return "\(sign)\(text) ± \(decimal(100 * estimate.halfWidth, places: 2))"
    }
    let table = TextTable(
      head: ["Answered in time", "Without", "By hand", "Placed", "Placed − by hand"],
      rows: service.rows.map { row in
        [
          row.queue, percent(row.without), percent(row.byHand), percent(row.placed),
          points(row.difference),
        ]
      } + [["all", "", "", "", points(service.total)]]
    )
    return table.lines
      + labeled(
        "Simulated",
        "the given roster with the \(counted(service.people, "person", "people")) who have a seat "
          + "by hand, and with the same people placed without the others; "
          + "\(grouped(service.replications)) repetitions with the same contacts, differences in "
          + "points."
      )
  }

  private var proof: String {
    let text =
      gap < 5e-5
      ? "no cheaper choice among the classes that were looked at."
      : "at most \(percent(gap, places: 2)) above the cheapest choice among them, by GLPK's bound."
    return text + (isCutShort ? " The time limit ended the search." : "")
  }

  private var leftLines: [String] {
    guard !left.isEmpty else { return [] }
    let shown = left.prefix(12).map { "  \($0.employee) \($0.course): \($0.reason)" }
    let more = left.count > 12 ? ["  and \(left.count - 12) more, in unplaced.csv"] : []
    let help =
      remedies.isEmpty
      ? ["Nothing that was tried would seat more of them."]
      : ["What would help, each found by placing again:"] + remedies.map { "  \($0)" }
    return ["", "\(counted(left.count, "person has", "people have")) no seat:"] + shown + more
      + help
  }
}
