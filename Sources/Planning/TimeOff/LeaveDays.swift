import Workforce

/// Counts the working days that absences take from a person's allowance.
///
/// A date counts once, and whole, when some queue is open on it, the person is employed and can be
/// rostered then, and the week has taken fewer than the contract's least working days already; fewer than
/// its most where it has no least.
struct LeaveDays {
  /// Kinds of absence that an allowance is for.
  static let kinds: Set = ["leave", "vacation"]

  /// Whether an absence takes days from an allowance.
  static func counts(_ absence: Absence) -> Bool { kinds.contains(absence.kind.lowercased()) }

  private let inputs: PlanningInputs
  private let employee: Employee
  private let availability: [Availability]
  private let most: Int
  private var counted: Set<LocalDate> = []
  private var daysOfWeek: [ISOWeek: Int] = [:]

  init(_ inputs: PlanningInputs, _ employee: Employee) {
    self.inputs = inputs
    self.employee = employee
    availability = inputs.availability.filter { $0.employee == employee.id }
    let contract = inputs.settings.contracts.first { $0.name == employee.contract }
    most = contract.map { $0.minimumDays > 0 ? $0.minimumDays : $0.maximumDays } ?? 7
  }

  /// Takes an absence, and gives the days that it takes besides those before it, by year.
  mutating func take(_ absence: Absence) -> [Int: Int] {
    var days: [Int: Int] = [:]
    guard Self.counts(absence) else { return days }
    var date = absence.from.date
    while LocalDateTime(date: date, secondOfDay: 0) < absence.until {
      if take(date) { days[date.components.year, default: 0] += 1 }
      date = date.adding(days: 1)
    }
    return days
  }

  private mutating func take(_ date: LocalDate) -> Bool {
    let week = ISOWeek(containing: date)
    guard daysOfWeek[week, default: 0] < most, !counted.contains(date), isWorkingDay(date) else {
      return false
    }
    counted.insert(date)
    daysOfWeek[week, default: 0] += 1
    return true
  }

  private func isWorkingDay(_ date: LocalDate) -> Bool {
    guard employee.isUnderContract(on: date), let weekday = inputs.operatingWeekday(on: date),
      inputs.settings.queues.contains(where: { !$0.openingHours.windows(on: weekday).isEmpty })
    else { return false }
    let lines = lines(on: date)
    return lines.isEmpty || lines.contains { $0.window != nil }
  }

  /// The lines of availability that hold on a date: the most specific ones.
  private func lines(on date: LocalDate) -> [Availability] {
    let levels: [DayPattern] = [.date(date), .weekday(date.weekday), .everyDay]
    return levels.lazy.map { level in availability.filter { $0.days == level } }
      .first { !$0.isEmpty } ?? []
  }
}

extension Employee {
  /// Whether a date lies in the person's employment.
  func isUnderContract(on date: LocalDate) -> Bool {
    (hired.map { $0 <= date } ?? true) && (leaves.map { date <= $0 } ?? true)
  }
}
