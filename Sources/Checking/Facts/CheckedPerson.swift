import Workforce

/// A person with the week's shifts and limits.
struct CheckedPerson: Sendable {
  let facts: PersonFacts
  /// The shifts, by start.
  let shifts: [CheckedShift]
  let limits: AdjustedLimits
  /// True when least hours and days are demanded.
  let mustWork: Bool
  /// Price of an hour by which the weekly hours are missed; `nil` where they must be kept.
  let hoursPrice: Double?
  /// Price of a shift by which the working days are missed; `nil` where they must be kept.
  let daysPrice: Double?
  /// The shifts and those before them, for labor rules.
  let labor: LaborWeek

  init(_ facts: PersonFacts, shifts: [Shift], in frame: WeekFrame, isImpossible: Bool) {
    self.facts = facts
    self.shifts = shifts.sorted { ($0.start, $0.end) < ($1.start, $1.end) }.map {
      CheckedShift($0, templates: facts.contract.templates, zone: facts.zone)
    }
    let weekly = facts.weeklyContract(on: frame.week.monday)
    hoursPrice = weekly.hoursPrice
    daysPrice = weekly.daysPrice
    labor = LaborWeek(facts, self.shifts, monday: frame.week.monday)
    limits = AdjustedLimits(
      weekly.settings,
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

  /// Minutes of a limit that is scaled and credited as the overtime's.
  func adjustedMinutes(_ limit: Duration) -> Int {
    let scaled = Int((limit.inMinutes * facts.employee.fullTimeEquivalent.value).rounded())
    return max(0, scaled - limits.credit)
  }

  /// Neighboring shifts on successive dates.
  var successive: [(CheckedShift, CheckedShift)] {
    zip(shifts, shifts.dropFirst()).filter { $0.date.adding(days: 1) == $1.date }
      .map { ($0, $1) }
  }
}
