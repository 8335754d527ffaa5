import Optimization
import Workforce

/// Dates through which a rule on presence cannot be kept, though each moment by itself could.
struct PresenceConflicts {
  let desk: WeekDesk
  let rule: Int
  /// Those whom the rule can concern.
  let people: [PersonAnswers]
  /// The stretches of which each moment can be kept.
  let stretches: [(day: Int, slots: Range<Int>)]
  let solver: any LinearSolver
  let stop: StopSignal

  /// Most people whose weeks are looked at together.
  static let mostPeople = 60

  private var wanted: AskedHeads { desk.week.asked(rule) }

  /// A conflict per date that cannot be kept by itself, else one of several dates together.
  func all() throws -> [WeekConflict] {
    guard !stretches.isEmpty, !people.isEmpty, people.count <= Self.mostPeople else { return [] }
    let everything = Set(members(of: stretches))
    guard try answer(stretches, everything) == .impossible else { return [] }
    var found: [WeekConflict] = []
    var days: [Int] = []
    for stretch in stretches where !days.contains(stretch.day) { days.append(stretch.day) }
    for day in days {
      if let own = try conflict(stretches.filter { $0.day == day }) { found.append(own) }
    }
    if found.isEmpty, let own = try conflict(stretches) { found.append(own) }
    return found
  }

  /// Whether the rule can be kept on its dates that are in force; what is not decided counts as kept.
  func isKept(keeping active: Set<WeekMember>) throws -> Bool {
    try answer(stretches, active) != .impossible
  }

  private func members(of stretches: [(day: Int, slots: Range<Int>)]) -> [WeekMember] {
    WeekDesk.united([
      stretches.map { .presence(rule: rule, day: $0.day) },
      WeekDesk.united(people.map(\.week.members)),
    ])
  }

  private func conflict(_ stretches: [(day: Int, slots: Range<Int>)]) throws -> WeekConflict? {
    let all = members(of: stretches)
    guard try answer(stretches, Set(all)) == .impossible else { return nil }
    let common = all.filter {
      switch $0 {
      case .presence, .contract, .rule: true
      default: false
      }
    }
    let isCommon = try answer(stretches, Set(common)) == .impossible
    let memo = ProgramMemo { try answer(stretches, $0) }
    let finder = QuickExplain<WeekMember> { memo.isPossible($0) }
    let found = finder.conflict(among: isCommon ? common : all)
    if let error = memo.error { throw error }
    try throwIfCancelled()
    let days = desk.frame.grid.dates.indices.filter {
      found.contains(.presence(rule: rule, day: $0))
    }
    let isIrreducible = found.allSatisfy { member in
      memo.known(Set(found.filter { $0 != member })) == .possible
    }
    return WeekConflict(
      demand: .presenceTogether(rule: rule, days: days),
      members: found,
      isIrreducible: isIrreducible
    )
  }

  private func throwIfCancelled() throws {
    guard stop.isStopped else { return }
    throw ShiftwrightError("Cancelled. Nothing was written.\nRun the command again.")
  }

  /// Whether the rule can be kept in the stretches whose dates are in force.
  private func answer(
    _ stretches: [(day: Int, slots: Range<Int>)],
    _ active: Set<WeekMember>
  ) throws -> PresenceProgram.Answer {
    let asked = stretches.filter { active.contains(.presence(rule: rule, day: $0.day)) }
    guard !asked.isEmpty else { return .possible }
    try throwIfCancelled()
    let own = active.filter {
      if case .presence = $0 { false } else { true }
    }
    let cuts = cuts(own)
    let places = asked.flatMap { stretch in
      stretch.slots.filter { $0 == stretch.slots.lowerBound || cuts.contains($0) }
        .map { (slot: $0, stretch: stretch.slots) }
    }
    let takers = people.map { answers in
      PresenceProgram.Taker(
        answers: answers,
        counts: places.map { desk.counts(answers, for: wanted, in: $0.stretch, own) }
      )
    }
    let program = PresenceProgram(
      rows: places.map(\.slot),
      least: places.map { _ in wanted.least },
      takers: takers.filter { $0.counts.contains(true) },
      active: own,
      shapes: desk.frame.shapes
    )
    return try program.answer(solver)
  }

  /// The slots in which some shift begins or the first after one.
  private func cuts(_ active: Set<WeekMember>) -> Set<Int> {
    var cuts: Set<Int> = []
    for answers in people {
      for option in answers.numbers(active)?.employee.days.flatMap(\.options) ?? [] {
        cuts.insert(option.start)
        cuts.insert(option.start + desk.frame.shapes[option.shape].length)
      }
    }
    return cuts
  }
}

/// Answers of a program, each asked once; keeps the first error.
///
/// A class because the answers are kept; one search owns it.
private final class ProgramMemo {
  private let ask: (Set<WeekMember>) throws -> PresenceProgram.Answer
  private var answers: [Set<WeekMember>: PresenceProgram.Answer] = [:]
  private(set) var error: (any Error)?

  init(_ ask: @escaping (Set<WeekMember>) throws -> PresenceProgram.Answer) { self.ask = ask }

  /// What is known of some members.
  func known(_ active: Set<WeekMember>) -> PresenceProgram.Answer? { answers[active] }

  /// False where it is proved that there is no roster.
  func isPossible(_ active: Set<WeekMember>) -> Bool {
    if let known = answers[active] { return known != .impossible }
    guard error == nil else { return true }
    do {
      let answer = try ask(active)
      answers[active] = answer
      return answer != .impossible
    } catch {
      self.error = error
      return true
    }
  }
}
