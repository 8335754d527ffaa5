public import Workforce

/// The independent referee of duties outside shifts.
public struct OnCallChecker: Sendable {
  /// The rule's name.
  public static let name = "on call"

  private let inputs: PlanningInputs
  private let week: CheckedWeek

  /// Takes a scenario and the roster beside which the duties are.
  public init(inputs: PlanningInputs, roster: Roster) {
    self.inputs = inputs
    week = CheckedWeek(roster, index: InputIndex(inputs))
  }

  /// What is wrong with the week's turns: duties that nobody has or that are not there, people who may not
  /// take them, and more of one duty than a person may have.
  public func violations(in turns: [OnCallTurn]) -> [Violation] {
    let wanted = wantedTurns
    let named = turns.map { OnCallTurn(duty: $0.duty, start: $0.start, end: $0.end) }
    let missing = wanted.filter { turn in
      named.count { $0 == turn } < wanted.count { $0 == turn }
    }
    var found = Set(missing).map { violation($0, "the duty is not there") }
    for (turn, bare) in zip(turns, named) {
      if named.count(where: { $0 == bare }) > wanted.count(where: { $0 == bare }) {
        found.append(violation(turn, "no such duty is asked for"))
      }
      found += faults(of: turn, among: turns).map { violation(turn, $0) }
    }
    found += tooMany(turns)
    return found.sorted { ($0.description) < ($1.description) }
  }

  private func violation(_ turn: OnCallTurn, _ detail: String) -> Violation {
    Violation(
      rule: Self.name,
      employee: turn.employee,
      date: turn.start.date,
      detail: "\(turn.duty) from \(turn.start) until \(turn.end): \(detail)"
    )
  }

  /// A turn for every window of the week's dates.
  private var wantedTurns: [OnCallTurn] {
    inputs.settings.labor.onCall.flatMap { duty in
      (0..<7).flatMap { day -> [OnCallTurn] in
        let date = week.frame.week.monday.adding(days: day)
        return duty.hours.windows(on: date.weekday).map { window in
          let midnight = LocalDateTime(date: date, time: .midnight)
          return OnCallTurn(
            duty: duty.name,
            start: midnight.adding(minutes: window.start.minutes),
            end: midnight.adding(minutes: window.endMinutes)
          )
        }
      }
    }
  }

  private func faults(of turn: OnCallTurn, among turns: [OnCallTurn]) -> [String] {
    guard let duty = inputs.settings.labor.onCall.first(where: { $0.name == turn.duty }) else {
      return []
    }
    guard let id = turn.employee else { return ["nobody has it"] }
    guard let person = week.people.first(where: { $0.id == id }) else {
      return ["no employee has this identifier"]
    }
    let zone = inputs.settings.zone
    let (start, end) = (zone.instant(at: turn.start), zone.instant(at: turn.end))
    let rested = Instant(secondsSinceEpoch: end.secondsSinceEpoch + Int(duty.rest.inSeconds))
    var faults: [String] = []
    if !duty.scope.means(person.facts.employee) { faults.append("is not meant by the duty") }
    if !holds(person.facts, duty.skill, start, end) { faults.append("does not hold \(duty.skill)") }
    if isAway(person.facts, start, end) { faults.append("is away in it") }
    if person.shifts.contains(where: { $0.start < end && start < $0.end }) {
      faults.append("has a shift in it")
    }
    if person.shifts.contains(where: { $0.start >= end && $0.start < rested }) {
      faults.append("has a shift within \(text(minutes: duty.rest.wholeMinutes)) after it")
    }
    let same = turns.filter { other in
      other.employee == id && zone.instant(at: other.start) < end
        && start < zone.instant(at: other.end)
    }
    if same.count > 1 { faults.append("has another duty at the same time") }
    return faults
  }

  private func holds(_ facts: PersonFacts, _ skill: String, _ start: Instant, _ end: Instant)
    -> Bool
  {
    if let certificates = facts.certificates {
      return certificates.pieces(from: start, until: end).allSatisfy {
        certificates.extent(of: skill, at: $0.start) == .free
      }
    }
    var moment = start
    while moment < end {
      let date = facts.zone.local(at: moment).date
      if !facts.holds(skill, on: date) { return false }
      moment = facts.zone.startOfDay(date.adding(days: 1))
    }
    return true
  }

  private func isAway(_ facts: PersonFacts, _ start: Instant, _ end: Instant) -> Bool {
    if facts.absences.contains(where: { $0.from < end && start < $0.until }) { return true }
    var moment = start
    while moment < end {
      let date = facts.zone.local(at: moment).date
      if !facts.isEmployed(on: date) { return true }
      moment = facts.zone.startOfDay(date.adding(days: 1))
    }
    return false
  }

  /// People with more duties of a name in its weeks than they may have, where this week adds some.
  private func tooMany(_ turns: [OnCallTurn]) -> [Violation] {
    inputs.settings.labor.onCall.flatMap { duty -> [Violation] in
      guard let most = duty.most else { return [] }
      let first = week.frame.week.monday.adding(days: 7 - 7 * duty.weeks)
      let past = inputs.pastOnCall.filter {
        first <= $0.start.date && $0.start.date < week.frame.week.monday
      }
      return week.people.compactMap { person in
        let now = turns.count { $0.duty == duty.name && $0.employee == person.id }
        let before = past.count { $0.duty == duty.name && $0.employee == person.id }
        guard now > 0, now + before > most else { return nil }
        return Violation(
          rule: Self.name,
          employee: person.id,
          date: nil,
          detail: "\(duty.name): \(now + before) in \(duty.weeks) weeks; at most \(most) allowed"
        )
      }
    }
  }
}
