public import Workforce

/// What all explanations of a roster share.
public struct ExplainContext: Sendable {
  let center: String
  let week: ISOWeek
  let currency: String
  /// Names of the queues.
  let queues: [String]
  let clocks: PersonalClocks
  /// The zone of intervals.
  let zone: Zone
  /// Dates that are settled beforehand.
  let locks: [RosterLock]

  /// Makes a context.
  public init(
    center: String,
    week: ISOWeek,
    currency: String,
    queues: [String],
    clocks: PersonalClocks,
    zone: Zone,
    locks: [RosterLock] = []
  ) {
    self.center = center
    self.week = week
    self.currency = currency
    self.queues = queues
    self.clocks = clocks
    self.zone = zone
    self.locks = locks
  }
}

/// The words that explanations share.
struct ExplainWords {
  let context: ExplainContext

  /// Amounts below this are nothing.
  static let nothing = 0.005
  /// What all figures with everybody else's week as it is are.
  static let exactNote =
    "Cost is what the roster would cost more with that person's best week of the kind, everybody else's "
    + "week as it is: exact. Below 0 the roster would be cheaper that way; its search ended before it came there."
  /// What the figures of a new search are.
  static let searchedNote =
    "Searched is what a new search finds with the change forced and everybody free to change, less what "
    + "the same search finds without it. It proves nothing; more --effort searches longer."

  /// `12.30 GBP`.
  func amount(_ value: Double) -> String {
    money(abs(value) < Self.nothing ? 0 : value, context.currency, places: 2)
  }

  /// `costs 12.30 GBP more`, `saves 1.00 GBP`, `costs the same`.
  func difference(_ cost: Double) -> String {
    if abs(cost) < Self.nothing { return "would cost the same" }
    return cost > 0
      ? "would cost \(amount(cost)) more" : "would cost \(amount(-cost)) less"
  }

  /// `09:00–17:30` on the person's clock.
  func time(_ shift: Shift, of employee: String) -> String {
    time(shift.start, shift.end, of: employee)
  }

  /// The same for two moments.
  func time(_ start: Instant, _ end: Instant, of employee: String) -> String {
    let zone = context.clocks.zone(of: employee)
    return "\(zone.clockText(at: start))–\(zone.clockText(at: end))"
  }

  /// `10:45, 13:00 (lunch)`; classes too.
  func pauses(_ shift: Shift, of employee: String) -> String {
    let zone = context.clocks.zone(of: employee)
    let parts = shift.segments.compactMap { segment -> String? in
      let start = zone.clockText(at: segment.start)
      return switch segment.kind {
      case .work: nil
      case .rest: start
      case .lunch: "\(start) lunch"
      case .training: "\(start) class"
      }
    }
    return parts.isEmpty ? "none" : parts.joined(separator: ", ")
  }

  /// The shift of an alternative: its template and times, or `off`.
  func shift(_ way: RosterAlternative) -> String {
    guard let shift = way.shift else { return "off" }
    return "\(way.template) \(time(shift, of: way.employee))"
  }

  /// What a way is, in a sentence.
  func words(_ way: RosterAlternative) -> String {
    switch way.kind {
    case .dayOff: "the date off"
    case .otherStart, .otherTemplate, .granted, .atWork: shift(way)
    case .otherBreaks:
      "breaks at \(way.shift.map { pauses($0, of: way.employee) } ?? "other times")"
    case .otherPerson: "\(way.employee), \(shift(way))"
    }
  }

  /// The parts of a difference that are something, dearest first: `service of chat 3.20, pay −1.10`.
  func parts(_ way: RosterAlternative) -> String {
    let named = parts(way.costs, way.queues).filter { abs($0.value) >= Self.nothing }
    guard !named.isEmpty else { return "nothing changes" }
    return named.enumerated()
      .sorted { (abs($0.element.value), -$0.offset) > (abs($1.element.value), -$1.offset) }
      .map { "\($0.element.name) \(signed($0.element.value))" }.joined(separator: ", ")
  }

  /// Every part of a breakdown with its name; service by queue.
  func parts(_ costs: RosterCosts, _ byQueue: [Double]) -> [(name: String, value: Double)] {
    var parts: [(name: String, value: Double)] = [
      ("pay", costs.pay), ("overtime premium", costs.overtimePremium),
      ("wishes for starts", costs.startPreference), ("wishes for days off", costs.dayOffPreference),
      ("changes of start", costs.startChange), ("weekend", costs.weekendFairness),
    ]
    if costs.rules != 0 { parts.append((name: "labor rules", value: costs.rules)) }
    for (queue, value) in zip(context.queues, byQueue) {
      parts.append((name: "service of \(queue)", value: value))
    }
    parts.append((name: "nothing to do", value: costs.overstaffing))
    return parts
  }

  /// `+3.20`, `−1.10`.
  func signed(_ value: Double) -> String {
    (value > 0 ? "+" : "") + decimal(value, places: 2)
  }

  /// `also Wed 4 Mar, Thu 5 Mar`.
  func others(_ way: RosterAlternative) -> String {
    way.otherDates.map(\.shortText).joined(separator: ", ")
  }

  /// What the search found beside the exact cost.
  func searched(_ way: RosterAlternative) -> String {
    guard let settled = way.settled else { return "" }
    return " With everybody free to change it \(difference(settled))."
  }

  func context(_ what: String) -> String { "\(context.center) · \(what) · \(context.week)" }
}

extension ExplainWords {
  /// Columns of figures that tables of ways have.
  static let costColumns: [FigureTable.Column] = [
    FigureTable.Column("cost", "Cost", isNumber: true),
    FigureTable.Column("searched", "Searched", isNumber: true, isOptional: true),
    FigureTable.Column("pay", "Pay", isNumber: true, isWide: true),
    FigureTable.Column("overtime_premium", "Overtime", isNumber: true, isWide: true),
    FigureTable.Column("wishes", "Wishes", isNumber: true, isWide: true),
    FigureTable.Column("start_changes", "Start changes", isNumber: true, isWide: true),
    FigureTable.Column("weekend", "Weekend", isNumber: true, isWide: true),
    FigureTable.Column("service", "Service", isNumber: true, isWide: true),
    FigureTable.Column("idle", "Idle", isNumber: true, isWide: true),
    FigureTable.Column("other_dates", "Also changes", isWide: true, isOptional: true),
  ]

  /// The fields below them.
  func costCells(_ way: RosterAlternative) -> [FigureTable.Cell] {
    let costs = way.costs
    let figures = [
      costs.pay, costs.overtimePremium, costs.startPreference + costs.dayOffPreference,
      costs.startChange, costs.weekendFairness, costs.understaffing, costs.overstaffing,
    ]
    let searched = way.settled.map(number) ?? FigureTable.Cell.none
    return [number(way.cost), searched] + figures.map(number) + [.text(others(way))]
  }

  /// An amount without its currency; nothing but 0 is shown as 0.
  func number(_ value: Double) -> FigureTable.Cell {
    .number(abs(value) < 1e-9 ? 0 : value, places: 2)
  }
}
