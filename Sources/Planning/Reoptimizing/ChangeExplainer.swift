import Workforce

/// Says who changes, and why in words.
struct ChangeExplainer {
  /// A run of planning intervals in which a queue lacked people that a change brings.
  private struct Help {
    let intervals: Range<Int>
    let queue: String
    /// Mean number of people missing.
    let missing: Double
  }

  /// What one person works on one date, before and after.
  private struct Pair {
    let employee: String
    let date: LocalDate
    let was: Shift?
    let becomes: Shift?
  }

  private let inputs: PlanningInputs
  private let clocks: PersonalClocks
  private let changes: ChangeRequest
  private let grid: TimeGrid
  private let changedNeed: Set<LocalDate>
  /// People missing per queue and interval if nobody did anything.
  private let missing: [[Double]]
  private let forced: Set<String>

  init(
    inputs: PlanningInputs,
    changes: ChangeRequest,
    need: NeedRevision,
    unrepaired: Coverage,
    forced: Set<String>
  ) {
    self.inputs = inputs
    clocks = PersonalClocks(inputs)
    self.changes = changes
    self.forced = forced
    grid = need.requirement.grid
    changedNeed = Set(need.dates)
    missing = zip(need.requirement.queues, unrepaired.allocated).map { queue, people in
      zip(queue.intervals, people).map { max(0, Double($0.rostered) - $1) }
    }
  }

  /// Every date of a person on which the two rosters differ, by person and date.
  func changes(from published: Roster, to repaired: Roster) -> [RosterChange] {
    let (old, new) = (Self.index(published), Self.index(repaired))
    let pairs = inputs.employees.map { employee in
      grid.dates.map { date in
        Pair(
          employee: employee.id,
          date: date,
          was: old[employee.id]?.first { $0.date == date },
          becomes: new[employee.id]?.first { $0.date == date }
        )
      }.filter { $0.was?.segments != $0.becomes?.segments }
    }
    let sick = lostDates(in: pairs.joined())
    return pairs.flatMap { own -> [RosterChange] in
      let helping = own.first { pair in
        kind(of: pair) != .breaksMoved && absence(on: pair) == nil && help(of: pair) != nil
      }
      return own.map { change($0, sick: sick, helping: helping?.date) }
    }
  }

  private static func index(_ roster: Roster) -> [String: [Shift]] {
    Dictionary(roster.tours.map { ($0.employee, $0.shifts) }, uniquingKeysWith: { $0 + $1 })
  }

  /// The new absence that takes a published shift away.
  private func absence(on pair: Pair) -> Absence? {
    guard let was = pair.was else { return nil }
    return changes.absences.first { absence in
      absence.employee == pair.employee && absence.hits(was, clocks.zone(of: pair.employee))
    }
  }

  private func lostDates(in pairs: some Sequence<Pair>) -> Set<LocalDate> {
    Set(pairs.filter { absence(on: $0) != nil }.map(\.date))
  }

  private func kind(of pair: Pair) -> RosterChange.Kind {
    let isAway = pair.was != nil && pair.becomes == nil && absence(on: pair) != nil
    return isAway ? .absent : RosterChange.Kind(was: pair.was, becomes: pair.becomes)
  }

  private func change(_ pair: Pair, sick: Set<LocalDate>, helping: LocalDate?) -> RosterChange {
    RosterChange(
      employee: pair.employee,
      date: pair.date,
      was: pair.was,
      becomes: pair.becomes,
      kind: kind(of: pair),
      reason: reason(pair, sick: sick, helping: helping)
    )
  }

  private func reason(_ pair: Pair, sick: Set<LocalDate>, helping: LocalDate?) -> String {
    if let absence = absence(on: pair) {
      return pair.becomes == nil
        ? absence.kind : "\(absence.kind), works when not away"
    }
    let isBreak = kind(of: pair) == .breaksMoved
    if let help = help(of: pair) {
      return (isBreak ? "breaks moved, " : "") + words(help, pair, sick)
    }
    if isBreak { return "breaks moved" }
    if let helping, helping != pair.date { return "in exchange for the change on \(helping)" }
    if forced.contains(pair.employee) { return "the week would break a rule otherwise" }
    return "saves more than the change costs"
  }

  private func words(_ help: Help, _ pair: Pair, _ sick: Set<LocalDate>) -> String {
    let amount = Self.oneDecimal(help.missing)
    let agents = amount == "1.0" ? "1.0 agent" : "\(amount) agents"
    let verb = kind(of: pair) == .breaksMoved ? "works" : "takes over"
    let cause: String
    switch (sick.contains(pair.date), changedNeed.contains(pair.date)) {
    case (true, false): cause = "where the \(absenceWord(on: pair.date)) left \(agents) missing"
    case (false, true): cause = "where the new forecast left \(agents) missing"
    case (true, true):
      cause = "where the \(absenceWord(on: pair.date)) and the new forecast left \(agents) missing"
    case (false, false):
      cause = "where \(agents) \(amount == "1.0" ? "was" : "were") missing"
    }
    return "\(verb) \(clock(help.intervals)) \(cause) on \(help.queue)"
  }

  /// `sickness` when everybody away on the date is sick, else `absence`.
  private func absenceWord(on date: LocalDate) -> String {
    let kinds = changes.absences.filter { $0.from.date <= date && date <= $0.until.date }
    return kinds.allSatisfy { $0.kind.lowercased().hasPrefix("sick") } ? "sickness" : "absence"
  }

  private func clock(_ intervals: Range<Int>) -> String {
    let text = { (index: Int, isEnd: Bool) -> String in
      let minute = grid.local(at: index).minuteOfDay
      let shown = isEnd && minute == 0 ? 1440 : minute
      return ClockTime(minutes: shown)?.description ?? ""
    }
    return "\(text(intervals.lowerBound, false))-\(text(intervals.upperBound, true))"
  }

  private static func oneDecimal(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}

extension ChangeExplainer {
  /// The longest run of time that the change brings and that lacked people on one queue, weighted by
  /// how many were missing; `nil` when there is none.
  private func help(of pair: Pair) -> Help? {
    guard let becomes = pair.becomes else { return nil }
    let first = max(0, grid.index(of: becomes.start))
    let last = min(grid.count - 1, grid.index(of: becomes.end))
    guard first <= last else { return nil }
    let isNew = (first...last).map { index in
      worked(becomes, index) > (pair.was.map { worked($0, index) } ?? 0)
    }
    var best: (help: Help, weight: Double)?
    for (queue, settings) in inputs.settings.queues.enumerated()
    where becomes.queues.contains(settings.name) {
      for run in runs(in: first...last, where: { isNew[$0 - first] && missing[queue][$0] > 0.05 }) {
        let weight = run.reduce(0) { $0 + missing[queue][$1] }
        guard weight > best?.weight ?? 0 else { continue }
        let mean = weight / Double(run.count)
        best = (Help(intervals: run, queue: settings.name, missing: mean), weight)
      }
    }
    return best?.help
  }

  /// Minutes of work of a shift in a planning interval.
  private func worked(_ shift: Shift, _ index: Int) -> Int {
    let (start, end) = (grid.instant(at: index), grid.instant(at: index + 1))
    return shift.segments.filter { $0.kind == .work }.reduce(0) { sum, segment in
      sum + max(0, min(end, segment.end).minutes(since: max(start, segment.start)))
    }
  }

  private func runs(in range: ClosedRange<Int>, where isInside: (Int) -> Bool) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for index in range where isInside(index) {
      if let last = runs.last, last.upperBound == index {
        runs[runs.count - 1] = last.lowerBound..<index + 1
      } else {
        runs.append(index..<index + 1)
      }
    }
    return runs
  }
}
