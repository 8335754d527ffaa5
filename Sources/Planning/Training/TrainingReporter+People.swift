import Training
public import Workforce

extension TrainingReporter {
  /// Who needs which certificate by when.
  ///
  /// - Parameter days: Days ahead.
  /// - Returns: The people where they may be seen, and counts by team and course.
  /// - Throws: ``BadInput`` or `ShiftwrightError` when the records cannot be read, `ShiftwrightError`
  ///   to a person.
  public func due(within days: Int) throws -> TrainingDueReport {
    try refuseEmployees("what others need")
    let book = try source.book()
    try checkCourses(book)
    let needs = TrainingDueList(book, on: date).needs(until: date.adding(days: days))
    return TrainingDueReport(
      center: book.inputs.settings.name,
      date: date,
      days: days,
      needs: asker.maySeeWhoIsDue ? needs : nil,
      counts: counts(needs),
      titles: book.inputs.training.titles(on: date),
      names: seesAll
        ? Dictionary(book.people.map { ($0.id, $0.name) }) { first, _ in first } : nil
    )
  }

  private struct Place: Hashable {
    var team: String
    var course: String
  }

  private func counts(_ needs: [TrainingNeed]) -> [TrainingDueReport.Count] {
    var counts: [Place: (overdue: Int, due: Int)] = [:]
    for need in needs {
      let place = Place(team: need.team, course: need.due.course)
      let before = counts[place] ?? (0, 0)
      let isOverdue = need.daysLeft <= 0
      counts[place] = (before.overdue + (isOverdue ? 1 : 0), before.due + (isOverdue ? 0 : 1))
    }
    return counts.sorted { ($0.key.team, $0.key.course) < ($1.key.team, $1.key.course) }.map {
      TrainingDueReport.Count(
        team: $0.key.team,
        course: $0.key.course,
        overdue: $0.value.overdue,
        due: $0.value.due
      )
    }
  }

  /// Everything on record of one person, with stages and what is due within a year.
  ///
  /// - Parameter employee: The person's identifier.
  /// - Returns: The record.
  /// - Throws: `ShiftwrightError` when who asks may not see it, or nobody has the identifier;
  ///   ``BadInput`` when the records cannot be read.
  public func passport(of employee: String) throws -> TrainingPassport {
    guard asker.maySeeResults(of: employee) else {
      throw ShiftwrightError(
        "The training record of '\(employee)' holds personal results, which \(asker.words) may not see.\n"
          + "HR (--role hr) and the person may."
      )
    }
    let record = try source.record(of: employee)
    let book = try source.book()
    let classes = Set(
      record.records.attendances.map(\.session) + record.courseEnrolments.compactMap(\.session)
    )
    return TrainingPassport(
      center: book.inputs.settings.name,
      date: date,
      record: record,
      stages: StageOnDate(book.inputs.training).stages(of: employee).map { stage in
        TrainingPassport.Stage(
          curriculum: stage.curriculum,
          stage: stage.stage,
          from: stage.from,
          until: stage.until
        )
      },
      sessions: book.inputs.training.sessions.filter {
        classes.contains($0.id) || $0.attendees.contains(employee)
      },
      due: TrainingDueList(book.only(employee), on: date).needs(until: date.adding(days: 365)),
      titles: book.inputs.training.titles(on: date)
    )
  }
}

extension TrainingBook {
  /// The book of one person.
  func only(_ employee: String) -> TrainingBook {
    let kept = people.indices.filter { people[$0].id == employee }
    var book = self
    book.people = kept.map { people[$0] }
    book.attempts = kept.map { attempts[$0] }
    book.certificates = kept.map { certificates[$0] }
    return book
  }
}

extension Asker {
  /// Who it is, in a sentence.
  var words: String {
    switch self {
    case .planner: "planners"
    case .trainingLead: "HR"
    case .manager: "managers"
    case .employee: "other people"
    }
  }
}
