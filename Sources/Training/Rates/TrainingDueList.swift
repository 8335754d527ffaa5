public import Workforce

/// Who needs which certificate by when.
public struct TrainingDueList: Sendable {
  /// A certificate that somebody needs, by positions in the book.
  struct Need {
    var person: Int
    var course: UInt16
    /// Minutes on the clock of the person's site.
    var by: Int32
    var kind: TrainingDue.Kind

    static func < (left: Need, right: Need) -> Bool {
      (left.by, left.kind.order) < (right.by, right.kind.order)
    }
  }

  /// What a person's certificates of one course come to.
  private struct Held {
    var isAny = false
    /// The last lapse.
    var lapse = Int32.min
    /// The last pass.
    var attained = Int32.min
  }

  private let book: TrainingBook
  private let date: LocalDate
  private let stages: StageOnDate
  private let chances: [String: Fraction]
  private let courses: NameTable
  /// The courses as they are on the date; `nil` for those without rules.
  private let versions: [Course?]
  private let mandatory: [Int]
  private let drills: DrillRules

  /// Takes what people must have; certificates attained after the date do not count.
  ///
  /// - Parameters:
  ///   - book: People, courses, curricula, certificates.
  ///   - date: The day on which is asked.
  ///   - chances: The chance of a pass by course; half where a course is not among them.
  public init(_ book: TrainingBook, on date: LocalDate, chances: [String: Fraction] = [:]) {
    var courses = NameTable(book.courses)
    for name in book.inputs.training.courseNames { _ = courses.position(of: name) }
    let versions = courses.names.map { book.inputs.training.course($0, on: date) }
    self.book = book
    self.date = date
    self.chances = chances
    self.courses = courses
    self.versions = versions
    stages = StageOnDate(book.inputs.training)
    drills = DrillRules(book.inputs.training, on: date)
    mandatory = versions.indices.filter { versions[$0]?.isCompliance ?? false }
  }

  /// Everything due by a date, and what was due before: by time, person and course.
  ///
  /// Somebody who needs a course for several reasons is named once, with the first date.
  public func due(until last: LocalDate) -> [TrainingDue] { needs(last).map(due) }

  /// The same, each with the skills that the person cannot use alone from then on without it.
  public func needs(until last: LocalDate) -> [TrainingNeed] {
    let holding = BookHolding(book)
    let seats = seats()
    let needs = needs(last)
    let together = Dictionary(grouping: needs) { Moment(person: $0.person, by: $0.by) }
      .mapValues { $0.map(\.course) }
    return needs.map { need in
      let person = book.people[need.person]
      let due = due(need)
      return TrainingNeed(
        due: due,
        team: person.team,
        daysLeft: due.by.date.daysSinceEpoch - date.daysSinceEpoch,
        skillsLost: holding.skillsLost(
          need,
          together: together[Moment(person: need.person, by: need.by), default: []],
          of: person,
          book.certificates[need.person]
        ),
        booked: seats[person.id]?[due.course]
      )
    }
  }

  /// When somebody needs something.
  private struct Moment: Hashable {
    let person: Int
    let by: Int32
  }

  /// The first class to come of a course in which somebody has a seat, by person and course.
  private func seats() -> [String: [String: String]] {
    let coming = book.inputs.training.sessions.filter { date <= $0.start.date }
      .sorted { ($0.start, $0.id) < ($1.start, $1.id) }
    var seats: [String: [String: String]] = [:]
    for session in coming {
      for person in session.attendees where seats[person]?[session.course] == nil {
        seats[person, default: [:]][session.course] = session.id
      }
    }
    return seats
  }

  /// How many of the people employed on the date have the compliance courses in force as it begins;
  /// days of grace are not in force.
  public func compliance() -> ComplianceCoverage {
    let now = date.bookMinutes
    var counts = [Int](repeating: 0, count: mandatory.count)
    var (covered, employed) = (0, 0)
    for person in book.people.indices where isEmployed(book.people[person]) {
      employed += 1
      var held = 0
      for (index, course) in mandatory.enumerated() {
        let isInForce = book.certificates[person].contains {
          Int($0.course) == course && !$0.isRevoked && $0.from <= now && now < $0.lapses
        }
        if isInForce {
          counts[index] += 1
          held += 1
        }
      }
      if held == mandatory.count { covered += 1 }
    }
    return ComplianceCoverage(
      employed: employed,
      covered: covered,
      courses: zip(mandatory, counts).map {
        ComplianceCoverage.Course(course: courses.names[$0], covered: $1)
      }
    )
  }

  /// True for a person who is employed on the date.
  private func isEmployed(_ employee: Employee) -> Bool {
    !employee.isPlaceholder && (employee.hired.map { $0 <= date } ?? true)
      && (employee.leaves.map { date <= $0 } ?? true)
  }

  private func due(_ need: Need) -> TrainingDue {
    let course = courses.names[Int(need.course)]
    return TrainingDue(
      employee: book.people[need.person].id,
      course: course,
      by: LocalDateTime(bookMinutes: need.by),
      kind: need.kind,
      passProbability: chances[course] ?? Fraction(0.5) ?? .one
    )
  }

  private func needs(_ last: LocalDate) -> [Need] {
    let end = last.adding(days: 1).bookMinutes
    var held = [Held](repeating: Held(), count: courses.names.count)
    var needs: [Need] = []
    for person in book.people.indices where isEmployed(book.people[person]) {
      let touched = note(book.certificates[person], in: &held)
      needs += self.needs(of: person, held, touched).filter { $0.by < end }
      for course in touched { held[course] = Held() }
    }
    return needs.sorted { first, second in
      if first.by != second.by { return first.by < second.by }
      let (a, b) = (book.people[first.person].id, book.people[second.person].id)
      if a != b { return a < b }
      return courses.names[Int(first.course)] < courses.names[Int(second.course)]
    }
  }

  /// Notes what a person's certificates come to, and returns the courses that they are of.
  private func note(_ certificates: [TrainingBook.Certificate], in held: inout [Held]) -> [Int] {
    var touched: [Int] = []
    let today = Int32(clamping: date.daysSinceEpoch)
    for certificate in certificates
    where !certificate.isRevoked && certificate.attained <= today {
      let course = Int(certificate.course)
      if !held[course].isAny { touched.append(course) }
      held[course].isAny = true
      held[course].lapse = max(held[course].lapse, certificate.lapses)
      held[course].attained = max(held[course].attained, certificate.attained)
    }
    return touched
  }

  /// The needs of a person, of each course the first.
  private func needs(of person: Int, _ held: [Held], _ touched: [Int]) -> [Need] {
    let employee = book.people[person]
    var needs: [Need] = []
    let add = { (course: Int, by: Int32, kind: TrainingDue.Kind) in
      let need = Need(person: person, course: UInt16(clamping: course), by: by, kind: kind)
      guard let same = needs.firstIndex(where: { $0.course == need.course }) else {
        return needs.append(need)
      }
      if need < needs[same] { needs[same] = need }
    }
    for course in touched
    where versions[course] != nil && held[course].lapse != TrainingBook.Certificate.never {
      add(course, held[course].lapse, .renewal)
    }
    let own = stages.stages(of: employee.id)
    var staged: Set<Int> = []
    for stage in own {
      for course in stage.stage.courses.compactMap(courses.known)
      where staged.insert(course).inserted && !held[course].isAny && versions[course] != nil {
        add(course, stage.until.bookMinutes, .first)
      }
    }
    for course in mandatory where !held[course].isAny && !staged.contains(course) {
      let by = [employee.hired, versions[course]?.from].compactMap(\.self).max() ?? date
      add(course, by.bookMinutes, .first)
    }
    for (course, by) in drills(of: employee, held, own.last) { add(course, by, .drill) }
    return needs
  }

  /// When a person in service takes which course again.
  private func drills(
    of employee: Employee,
    _ held: [Held],
    _ last: StageOnDate.PersonStage?
  ) -> [(course: Int, by: Int32)] {
    var seen: Set<Int> = []
    return drills.rules(of: employee, stages).compactMap { rule in
      guard let course = courses.known(rule.course), seen.insert(course).inserted,
        versions[course] != nil
      else { return nil }
      let attained =
        held[course].isAny ? LocalDate(daysSinceEpoch: Int(held[course].attained)) : nil
      let before = [attained ?? last?.until, rule.start].compactMap(\.self).max()
      let by = before.map { LapseRule.date($0, plusMonths: rule.everyMonths) } ?? date
      return (course, by.bookMinutes)
    }
  }
}

extension TrainingDue.Kind {
  fileprivate var order: Int {
    switch self {
    case .renewal: 0
    case .first: 1
    case .drill: 2
    }
  }
}
