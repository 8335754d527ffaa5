import Workforce

/// Which skills hang on which certificate, on the clock of people's sites.
struct BookHolding: Sendable {
  /// What holds between two changes of the rules: courses by skill.
  private struct Epoch {
    var granting: [[UInt16]]
    var guarding: [[UInt16]]
  }

  private let skills: [String]
  private let rules: CourseRules
  private let epochs: [Epoch]
  private let courses: [String]
  private let grants: [String: [(skill: Int, grant: SkillGrant)]]

  init(_ book: TrainingBook) {
    let inputs = book.inputs
    let training = inputs.training
    let named = Set(
      inputs.settings.queues.map(\.skill) + inputs.skills.map(\.skill)
        + training.courses.flatMap { $0.grants.map(\.skill) }
    )
    let table = NameTable(named.sorted())
    let courseTable = NameTable(book.courses)
    let rules = CourseRules(training)
    let number = { (course: String) in courseTable.known(course).map { UInt16(clamping: $0) } }
    skills = table.names
    courses = book.courses
    self.rules = rules
    epochs = rules.epochs.map { epoch in
      Epoch(
        granting: table.names.map { skill in
          epoch.granting[skill, default: []].compactMap { number($0.course) }
        },
        guarding: table.names.map { epoch.guards(of: $0).compactMap(number) }
      )
    }
    grants = Dictionary(
      grouping: inputs.skills.compactMap { grant in
        table.known(grant.skill).map { (skill: $0, grant: grant) }
      },
      by: \.grant.employee
    )
  }

  /// The skills, by name, that a person cannot use alone from a moment on for want of a certificate
  /// and of those needed by the same moment: with all of them they could.
  ///
  /// - Parameters:
  ///   - need: Which certificate, and by when.
  ///   - together: The courses of all certificates needed by that moment.
  ///   - employee: The person.
  ///   - own: The person's certificates.
  /// - Returns: The skills.
  func skillsLost(
    _ need: TrainingDueList.Need,
    together: [UInt16],
    of employee: Employee,
    _ own: [TrainingBook.Certificate]
  ) -> [String] {
    var moment = need.by
    if need.kind == .renewal {
      let date = LocalDateTime(bookMinutes: need.by).date
      let grace = rules.grace(of: courses[Int(need.course)], on: date)
      if grace.mode == .full { moment = date.adding(days: grace.days).bookMinutes }
    }
    let date = LocalDateTime(bookMinutes: moment).date
    let epoch = epochs[rules.starts.count { $0 <= date }]
    return skills.indices.filter { skill in
      let isConcerned =
        epoch.granting[skill].contains(need.course) || epoch.guarding[skill].contains(need.course)
      guard isConcerned else { return false }
      let isUsable = { (new: [UInt16]) in
        let holds = { (course: UInt16) in
          new.contains(course) || self.isFull(course, own, at: moment)
        }
        let granting = epoch.granting[skill]
        let isHeld =
          granting.isEmpty
          ? self.isGranted(skill, employee.id, on: date) : granting.contains(where: holds)
        return isHeld && epoch.guarding[skill].allSatisfy(holds)
      }
      return isUsable(together) && !isUsable([])
    }.map { skills[$0] }
  }

  private func isGranted(_ skill: Int, _ employee: String, on date: LocalDate) -> Bool {
    grants[employee]?.contains { $0.skill == skill && $0.grant.isHeld(on: date) } ?? false
  }

  /// True when a course's certificates allow everything at a moment, grace included.
  private func isFull(_ course: UInt16, _ own: [TrainingBook.Certificate], at moment: Int32) -> Bool
  {
    own.contains { certificate in
      guard certificate.course == course, !certificate.isRevoked, certificate.from <= moment else {
        return false
      }
      if moment < certificate.lapses { return true }
      let date = LocalDateTime(bookMinutes: certificate.lapses).date
      let grace = rules.grace(of: courses[Int(course)], on: date)
      return grace.mode == .full && moment < date.adding(days: grace.days).bookMinutes
    }
  }
}
