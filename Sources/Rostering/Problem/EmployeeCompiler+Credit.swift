import Workforce

/// Open dates of a week that lessen what a contract asks for.
struct CreditedDates: Hashable, Sendable {
  /// Dates on which the person is away all day or not employed, or the center is closed: they count
  /// as worked.
  var away = 0
  /// Further dates on which the person may serve nothing for want of certificates in force: they are
  /// not asked for, and the others may be worked in full.
  var uncertified = 0
}

extension EmployeeCompiler {
  /// The dates of the week that lessen the person's limits.
  var creditedDates: CreditedDates {
    let zone = clock.zone
    let absences = index.absences(of: employee).map {
      (from: zone.instant(at: $0.from), until: zone.instant(at: $0.until))
    }
    let queues = heldQueues
    return frame.grid.dates.enumerated().reduce(into: CreditedDates()) { credited, entry in
      let (day, date) = entry
      let isClosed = inputs.isClosedWorkingDay(date)
      guard isClosed || clock.isOpenDate[day] else { return }
      let start = zone.startOfDay(date)
      let end = zone.startOfDay(date.adding(days: 1))
      if isClosed || !index.isEmployed(employee, during: [date])
        || absences.contains(where: { $0.from <= start && end <= $0.until })
      {
        credited.away += 1
      } else if queues[day].isEmpty, isUncertified(on: date), !comesAnyway(on: date) {
        credited.uncertified += 1
      }
    }
  }

  /// Whether the person, who may serve nothing on a date, could if every certificate on record were
  /// in force.
  private func isUncertified(on date: LocalDate) -> Bool {
    guard inputs.hasCertificates, !employee.isPlaceholder else { return false }
    let courses = index.courses(on: date)
    let held = index.certificates(of: employee)
    return inputs.settings.queues.contains { queue in
      let granting = courses.filter { course in
        course.grants.contains { $0.skill == queue.skill }
      }
      let isGiven =
        granting.isEmpty
        ? index.skills(of: employee).contains { $0.skill == queue.skill && $0.isHeld(on: date) }
        : granting.contains { held.contains($0.name) }
      let guards = courses.filter { $0.guards.contains("all") || $0.guards.contains(queue.skill) }
      return isGiven && guards.allSatisfy { held.contains($0.name) }
    }
  }
}
