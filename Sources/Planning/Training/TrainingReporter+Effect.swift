import Training
public import Workforce

extension TrainingReporter {
  /// What a course changed in people's work, against colleagues of the same queues without it.
  ///
  /// - Parameter course: The course's name.
  /// - Returns: The measures that can be estimated.
  /// - Throws: `ShiftwrightError` when there is no such course; ``BadInput`` or `ShiftwrightError`
  ///   when the records cannot be read.
  public func effect(of course: String) throws -> TrainingEffectReport {
    try refuseEmployees("how others' work changed")
    let book = try source.book()
    let position = try position(of: course, in: book)
    let windows = DifferenceInDifferences.Windows()
    let groups = QueueGroups(book, without: course, on: date)
    let trained = trained(book, position, groups)
    var effects: [EffectEstimate] = []
    var withheld: [PerformanceRecord.Measure] = []
    if let first = trained.map(\.date).min(), let last = trained.map(\.date).max() {
      for measure in PerformanceRecord.Measure.allCases {
        let records = try source.performance(
          measure,
          from: first.adding(days: -windows.days),
          through: min(date, last.adding(days: windows.skipped + windows.days))
        )
        let effect = DifferenceInDifferences(
          trained,
          groups: groups.members,
          records: records,
          windows: windows
        ).effect(on: measure)
        guard let effect else { continue }
        if seesAll || min(effect.trained, effect.others) >= Self.leastGroup {
          effects.append(effect)
        } else {
          withheld.append(measure)
        }
      }
    }
    return TrainingEffectReport(
      center: book.inputs.settings.name,
      date: date,
      course: course,
      days: windows.days,
      skipped: windows.skipped,
      trained: trained.count,
      effects: effects,
      withheld: withheld,
      titles: book.inputs.training.titles(on: date)
    )
  }

  /// The position of a course in a book.
  func position(of course: String, in book: TrainingBook) throws(ShiftwrightError) -> UInt16 {
    if let position = book.courses.firstIndex(of: course) { return UInt16(clamping: position) }
    let nearest = Suggestion.nearest(to: course, among: book.courses)
    let known = book.courses.isEmpty ? "none" : Suggestion.listing(book.courses)
    throw ShiftwrightError(
      "\(source.place) has no course '\(course)'.\n"
        + (nearest.map { "Did you mean '\($0)'?" } ?? "There are: \(known).")
    )
  }

  /// Everybody with the day of their first pass, and the days of their passes at other courses.
  private func trained(_ book: TrainingBook, _ course: UInt16, _ groups: QueueGroups)
    -> [DifferenceInDifferences.Trained]
  {
    let today = date.daysSinceEpoch
    return book.people.indices.compactMap { person in
      var own: [Int] = []
      var others: Set<Int> = []
      for certificate in book.certificates[person] where !certificate.isRevoked {
        let day = Int(certificate.attained)
        if day > today { continue }
        if certificate.course == course { own.append(day) } else { others.insert(day) }
      }
      for attempt in book.attempts[person] where attempt.course == course && attempt.isPassed {
        let day = Int((Double(attempt.sat) / 1440).rounded(.down))
        if day <= today { own.append(day) }
      }
      return own.min().map { first in
        DifferenceInDifferences.Trained(
          employee: book.people[person].id,
          date: LocalDate(daysSinceEpoch: first),
          group: groups.group(of: person),
          otherCourses: others.sorted().map { LocalDate(daysSinceEpoch: $0) }
        )
      }
    }
  }
}

/// People by the queues that they serve, leaving out what the course itself gives.
private struct QueueGroups {
  let members: [String: [String]]
  private let names: [String]

  init(_ book: TrainingBook, without course: String, on date: LocalDate) {
    let training = book.inputs.training
    let names = Set(book.courses).sorted()
    let versions = names.compactMap { training.course($0, on: date) }
    let skills = book.inputs.settings.queues.map(\.skill)
    let current = book.inputs.skills.filter { $0.isHeld(on: date) }
    let held = Set(current.map { [$0.employee, $0.skill] })
    let granting = skills.map { skill in
      Set(
        versions.filter { version in version.grants.contains { $0.skill == skill } }.compactMap {
          book.courses.firstIndex(of: $0.name).map { UInt16(clamping: $0) }
        }
      )
    }
    let own = book.courses.firstIndex(of: course).map { UInt16(clamping: $0) }
    let isAsked = granting.map { courses in own.map { !courses.contains($0) } ?? true }
    self.names = book.people.indices.map { person in
      let courses = Set(book.certificates[person].filter { !$0.isRevoked }.map(\.course))
      return skills.indices.filter { skill in
        guard isAsked[skill] else { return false }
        return granting[skill].isEmpty
          ? held.contains([book.people[person].id, skills[skill]])
          : !granting[skill].isDisjoint(with: courses)
      }.map { skills[$0] }.joined(separator: "\u{1F}")
    }
    var members: [String: [String]] = [:]
    for (person, name) in self.names.enumerated() {
      members[name, default: []].append(book.people[person].id)
    }
    self.members = members
  }

  func group(of person: Int) -> String { names[person] }
}
