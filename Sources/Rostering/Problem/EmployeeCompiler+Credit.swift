import Workforce

extension EmployeeCompiler {
  /// Open dates on which the person is away all day, not employed, or may serve nothing for want of
  /// certificates in force.
  var creditedDates: Int {
    let zone = clock.zone
    let absences = index.absences(of: employee).map {
      (from: zone.instant(at: $0.from), until: zone.instant(at: $0.until))
    }
    let queues = heldQueues
    return frame.grid.dates.enumerated().count { day, date in
      if inputs.isClosedWorkingDay(date) { return true }
      guard clock.isOpenDate[day] else { return false }
      let start = zone.startOfDay(date)
      let end = zone.startOfDay(date.adding(days: 1))
      return !index.isEmployed(employee, during: [date])
        || absences.contains { $0.from <= start && end <= $0.until }
        || queues[day].isEmpty && isUncertified(on: date) && !comesAnyway(on: date)
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
