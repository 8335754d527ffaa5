import Interchange
public import Workforce

/// Who works when in one published roster and not in another.
public struct RosterDifference: Sendable {
  /// By person, in the order of the rosters, and date.
  public let changes: [RosterChange]
  private let clocks: PersonalClocks

  /// Compares two rosters of a week.
  ///
  /// - Parameters:
  ///   - first: The older one.
  ///   - second: The newer one.
  ///   - clocks: The clock that each person lives by, for the text.
  public init(_ first: Roster, _ second: Roster, clocks: PersonalClocks) {
    self.clocks = clocks
    let (before, after) = (Self.shifts(first), Self.shifts(second))
    var seen: Set<String> = []
    let names = (second.tours + first.tours).map(\.employee).filter { seen.insert($0).inserted }
    let dates = (0..<7).map { first.week.monday.adding(days: $0) }
    changes = names.flatMap { name in
      dates.compactMap { date in
        let key = Key(employee: name, date: date)
        return Self.change(key, before[key], after[key])
      }
    }
  }

  private struct Key: Hashable {
    let employee: String
    let date: LocalDate
  }

  private static func shifts(_ roster: Roster) -> [Key: Shift] {
    let shifts = roster.tours.flatMap { tour in
      tour.shifts.map { (Key(employee: tour.employee, date: $0.date), $0) }
    }
    return Dictionary(shifts, uniquingKeysWith: { first, _ in first })
  }

  private static func change(_ key: Key, _ was: Shift?, _ becomes: Shift?) -> RosterChange? {
    guard was != becomes else { return nil }
    return RosterChange(
      employee: key.employee,
      date: key.date,
      was: was,
      becomes: becomes,
      kind: RosterChange.Kind(was: was, becomes: becomes),
      reason: ""
    )
  }

  /// `changes.csv` of the difference.
  public func csv() -> String { RosterChangesFile.csv(changes, clocks: clocks) }

  /// A line for each change, on the clock of the person's site.
  public func lines() -> [String] {
    changes.map { change in
      let zone = clocks.zone(of: change.employee)
      let text = { (span: RosterChange.Span?) -> String in
        guard let span else { return "off" }
        let times = [span.start, span.end].map { zone.local(at: $0).description.suffix(5) }
        return "\(times[0])-\(times[1])"
      }
      return "\(change.employee)  \(change.date)  \(text(change.was)) → \(text(change.becomes))  "
        + change.kind.rawValue
    }
  }
}
