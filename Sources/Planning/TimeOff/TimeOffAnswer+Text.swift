import Interchange
import Workforce

extension TimeOffAnswer {
  /// The answer in lines for a terminal; people by their identifiers, absences without their kinds.
  public func lines() -> [String] {
    accountLines + [teamLine] + classes.flatMap(\.lines) + weeks.flatMap(\.lines) + unpublishedLines
  }

  private var accountLines: [String] {
    guard !accounts.isEmpty else { return ["Allowance: \(absence.kind) takes nothing from it."] }
    return accounts.map { "Allowance \($0.text)" }
  }

  private var teamLine: String {
    let name = team.isEmpty ? "The site" : "'\(team)'"
    let people = teamSize == 1 ? "1 person" : "\(teamSize) people"
    let away = colleagues.map { "\($0.employee) \(AbsenceMoment.text(of: $0))" }
    let others =
      away.isEmpty ? "nobody else is away then" : "also away: \(away.joined(separator: ", "))"
    return "Team: \(name) has \(people); \(others)."
  }

  private var unpublishedLines: [String] {
    guard let first = unpublished.first, let last = unpublished.last else { return [] }
    let weeks = first == last ? "\(first)" : unpublished.map(\.description).joined(separator: ", ")
    return ["No roster is published for \(weeks): its plan will know a granted absence."]
  }

  /// What is to be done about rosters that are published, when the absence is granted.
  public func repairLines(_ database: String) -> [String] {
    weeks.filter { !$0.lost.isEmpty }.flatMap { week in
      let changes = "changes-\(week.week).yaml"
      return [
        "Repair \(week.week): write this into \(changes), give the run folder of version "
          + "\(week.version),",
        "  absences: [\(entry(week))]",
        "  shiftwright reoptimize RUN --changes \(changes) --out REPAIRED",
        "  shiftwright publish REPAIRED --db \(database)",
      ]
    }
  }

  /// The absence as the changes file of a week takes it: one that begins after the week, and hits its
  /// last night, begins with that shift.
  private func entry(_ week: WeekImpact) -> String {
    var part = absence
    let end = LocalDateTime(date: week.week.monday.adding(days: 7), secondOfDay: 0)
    if part.from >= end, let first = week.lost.first {
      part.from = week.zone.local(at: first.start)
    }
    let isWhole = part.from.secondOfDay == 0 && part.until.secondOfDay == 0
    let from = isWhole ? "\(part.from.date)" : "\(part.from)"
    let until = isWhole ? "\(part.until.date.adding(days: -1))" : "\(part.until)"
    return "{employee: \(quoted(part.employee)), from: \(from), until: \(until), "
      + "kind: \(quoted(part.kind))}"
  }

  private func quoted(_ text: String) -> String {
    let isPlain = text.first?.isLetter == true && text.allSatisfy { $0.isLetter || $0.isNumber }
    let words: Set = ["yes", "no", "true", "false", "null", "on", "off", "y", "n"]
    guard !isPlain || words.contains(text.lowercased()) else { return text }
    return "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}

extension TimeOffAnswer.Account {
  /// The year as text: `2026: takes 2 days of 25, 3 taken before, 20 left`.
  public var text: String {
    let open = asked == 0 ? "" : " Other requests ask for \(Self.days(Double(asked)))."
    guard let allowance, let left else {
      return "\(year): takes \(Self.days(Double(takes))), \(taken) taken before; "
        + "no allowance is on record." + open
    }
    let rest =
      left < 0 ? "\(Self.number(-left)) too many" : "\(Self.number(left)) left"
    return "\(year): takes \(Self.days(Double(takes))) of \(Self.number(allowance)), "
      + "\(taken) taken before, \(rest)." + open
  }

  static func days(_ days: Double) -> String { days == 1 ? "1 day" : "\(number(days)) days" }

  /// With as few digits as it needs, at most two after the point.
  static func number(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let (whole, rest) = (hundredths / 100, hundredths % 100)
    if rest == 0 { return "\(whole)" }
    if rest % 10 == 0 { return "\(whole).\(rest / 10)" }
    return "\(whole)." + (rest < 10 ? "0" : "") + "\(rest)"
  }
}

extension WeekImpact {
  fileprivate var lines: [String] {
    guard !lost.isEmpty else {
      return ["\(week), version \(version): no shift is hit."] + broken.map { "  \($0)" }
    }
    let shifts = lost.count == 1 ? "1 shift falls" : "\(lost.count) shifts fall"
    let spans = lost.map { "\($0.date) \(clock($0.start, zone))-\(clock($0.end, zone))" }
    return ["\(week), version \(version): \(shifts) away: \(spans.joined(separator: ", "))."]
      + (broken.isEmpty ? ["  No other rule would be broken."] : broken.map { "  \($0)" })
      + coverLines
  }

  private var coverLines: [String] {
    if let unknownCover { return ["  The cover cannot be told: \(unknownCover)"] }
    guard !gaps.isEmpty else { return ["  Nobody more would be missing."] }
    return gaps.map { gap in
      "  \(gap.date) \(gap.queue) \(clock(gap.start, gridZone))-\(clock(gap.end, gridZone)): "
        + "\(tenths(gap.hours)) person-hours more missing; at most \(tenths(gap.most)) people, at "
        + "\(clock(gap.moment, gridZone))"
    }
  }

  private func clock(_ instant: Instant, _ zone: Zone) -> String {
    String(zone.local(at: instant).description.dropFirst(11).prefix(5))
  }

  private func tenths(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
