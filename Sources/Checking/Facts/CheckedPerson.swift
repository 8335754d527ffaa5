import Workforce

/// A person with the week's shifts and limits.
struct CheckedPerson: Sendable {
  let facts: PersonFacts
  /// The shifts, by start.
  let shifts: [CheckedShift]
  let limits: AdjustedLimits
  /// True when least hours and days are demanded.
  let mustWork: Bool

  init(_ facts: PersonFacts, shifts: [Shift], in frame: WeekFrame, isImpossible: Bool) {
    self.facts = facts
    self.shifts = shifts.sorted { ($0.start, $0.end) < ($1.start, $1.end) }.map {
      CheckedShift($0, templates: facts.contract.templates, zone: facts.zone)
    }
    limits = AdjustedLimits(
      facts.contract.settings,
      fullTimeEquivalent: facts.employee.fullTimeEquivalent,
      absentDates: frame.absentDates(facts),
      idledDates: frame.idledDates(facts)
    )
    let isEmployed = frame.dates.contains(where: facts.isEmployed(on:))
    mustWork = !shifts.isEmpty || (isEmployed && !isImpossible)
  }

  var id: String { facts.employee.id }
  var contract: ContractSettings { facts.contract.settings }
  var rules: TourRuleSettings { contract.rules }

  /// What the clock of the person's site shows, `YYYY-MM-DD HH:MM`.
  func text(_ instant: Instant) -> String {
    facts.zone.local(at: instant).description.replacing("T", with: " ")
  }

  /// Paid minutes of the week.
  var paidMinutes: Int { shifts.reduce(Duration.zero) { $0 + $1.paid }.wholeMinutes }
  /// Paid minutes after the limit.
  var overtimeMinutes: Int { max(0, paidMinutes - limits.overtimeAfterMinutes) }

  /// Neighboring shifts on successive dates.
  var successive: [(CheckedShift, CheckedShift)] {
    zip(shifts, shifts.dropFirst()).filter { $0.date.adding(days: 1) == $1.date }
      .map { ($0, $1) }
  }
}
