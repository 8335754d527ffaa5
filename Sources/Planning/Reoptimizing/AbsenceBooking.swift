import Checking
import Workforce

/// Enters new absences among those that were known, so that the rest of each published week stays
/// legal where that is possible.
///
/// A date on which somebody is away all day is credited: it lessens the week's least and most hours
/// and days. That suits a lost shift; on a date that was off it can make the worked rest illegal.
/// An absence that must not be credited is entered to the minute before midnight.
struct AbsenceBooking {
  private let inputs: PlanningInputs
  private let roster: Roster
  private let clocks: PersonalClocks

  init(inputs: PlanningInputs, roster: Roster) {
    self.inputs = inputs
    self.roster = roster
    clocks = PersonalClocks(inputs)
  }

  /// Which dates count as days away.
  private enum Credit: CaseIterable {
    /// Those that the entries cover whole.
    case asGiven
    /// Those whose shift is lost.
    case lostShifts
    /// None.
    case none
  }

  /// All absences with the new ones entered, and what is to be said of it.
  func booked(_ new: [Absence]) -> (absences: [Absence], notes: [Diagnostic]) {
    var absences = inputs.absences
    var notes: [Diagnostic] = []
    for employee in inputs.employees {
      let own = new.filter { $0.employee == employee.id }
      guard !own.isEmpty else { continue }
      let free = own.flatMap { uncovered($0) }
      if free.isEmpty { notes.append(Self.known(employee.id)) }
      let choices = Credit.allCases.map { credit in free.flatMap { entries($0, credit) } }
      let legal = choices.firstIndex { isLegal(employee.id, with: $0) }
      absences += choices[legal ?? 1]
      if let legal, choices[legal] != choices[0] { notes.append(Self.recredited(employee.id)) }
    }
    return (absences, notes + new.flatMap(cutShort))
  }

  /// Says which shifts had begun when their people went away: a roster holds whole shifts only.
  private func cutShort(_ absence: Absence) -> [Diagnostic] {
    let zone = clocks.zone(of: absence.employee)
    return shifts(of: absence.employee).filter { shift in
      absence.hits(shift, zone) && shift.start < zone.instant(at: absence.from)
    }.map { shift in
      Diagnostic(
        .note,
        file: "",
        message:
          "\(absence.employee) went away during the shift of \(shift.date); a roster holds whole "
          + "shifts only, so all of it is taken out and the cover before \(absence.from) is shown too low.",
        suggestion: ""
      )
    }
  }

  /// The parts of an absence in which the person was not away already.
  private func uncovered(_ absence: Absence) -> [Absence] {
    let known = inputs.absences.filter { $0.employee == absence.employee }
      .sorted { ($0.from, $0.until) < ($1.from, $1.until) }
    var parts: [Absence] = []
    var from = absence.from
    for other in known where other.until > from && other.from < absence.until {
      if from < other.from { parts.append(absence.part(from, other.from)) }
      from = max(from, other.until)
    }
    if from < absence.until { parts.append(absence.part(from, absence.until)) }
    return parts
  }

  /// An absence cut into entries that are credited as asked.
  private func entries(_ absence: Absence, _ credit: Credit) -> [Absence] {
    guard credit != .asGiven else { return [absence] }
    let lost = lostDates(absence)
    var entries: [Absence] = []
    var from = absence.from
    while from < absence.until {
      let midnight = LocalDateTime(date: from.date.adding(days: 1), secondOfDay: 0)
      let until = min(midnight, absence.until)
      let part: Absence
      if credit == .lostShifts, lost.contains(from.date) {
        part = absence.part(LocalDateTime(date: from.date, secondOfDay: 0), midnight)
      } else if from.secondOfDay == 0, until == midnight, roster.week.dates.contains(from.date) {
        part = absence.part(from, until.adding(minutes: -1))
      } else {
        part = absence.part(from, until)
      }
      if let last = entries.last, last.until == part.from {
        entries[entries.count - 1].until = part.until
      } else {
        entries.append(part)
      }
      from = until
    }
    return entries.contains { overlapsKnown($0) } ? [absence] : entries
  }

  private func overlapsKnown(_ absence: Absence) -> Bool {
    inputs.absences.contains {
      $0.employee == absence.employee && $0.from < absence.until && absence.from < $0.until
    }
  }

  private func shifts(of employee: String) -> [Shift] {
    roster.tours.first { $0.employee == employee }?.shifts ?? []
  }

  private func lostDates(_ absence: Absence) -> Set<LocalDate> {
    let zone = clocks.zone(of: absence.employee)
    return Set(shifts(of: absence.employee).filter { absence.hits($0, zone) }.map(\.date))
  }

  /// Whether what is left of the person's week keeps all rules with these absences.
  private func isLegal(_ employee: String, with absences: [Absence]) -> Bool {
    var own = inputs
    own.history = []
    own.employees.removeAll { $0.id != employee }
    own.skills.removeAll { $0.employee != employee }
    own.availability.removeAll { $0.employee != employee }
    own.preferences.removeAll { $0.employee != employee }
    own.pastDuties.removeAll { $0.employee != employee }
    own.absences = inputs.absences.filter { $0.employee == employee } + absences
    let left = shifts(of: employee).filter { shift in
      !absences.contains { $0.hits(shift, clocks.zone(of: employee)) }
    }
    let week = Roster(
      week: roster.week,
      zone: roster.zone,
      tours: [Tour(employee: employee, shifts: left, zone: clocks.ownZone(of: employee))]
    )
    return RosterChecker(inputs: own).violations(in: week).allSatisfy { $0.employee == nil }
  }

  private static func known(_ employee: String) -> Diagnostic {
    Diagnostic(
      .note,
      file: "",
      message: "\(employee) was known to be away then already.",
      suggestion: ""
    )
  }

  private static func recredited(_ employee: String) -> Diagnostic {
    Diagnostic(
      .note,
      file: "absences.csv",
      message: "the absence of \(employee) is entered so that only some of its dates count as days "
        + "away: as it was given, the rest of the published week would break a rule.",
      suggestion: ""
    )
  }
}

extension Absence {
  /// The same absence over another time.
  fileprivate func part(_ from: LocalDateTime, _ until: LocalDateTime) -> Absence {
    Absence(employee: employee, from: from, until: until, kind: kind)
  }

  /// Whether a shift lies partly in it.
  func hits(_ shift: Shift, _ zone: Zone) -> Bool {
    zone.instant(at: from) < shift.end && shift.start < zone.instant(at: until)
  }
}
