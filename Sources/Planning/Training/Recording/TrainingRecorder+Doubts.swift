import Storage
import Training
import Workforce

extension TrainingRecorder {
  /// The entry of the same person, course and time, which an assessment would repeat; `nil` for none.
  ///
  /// Throws `ShiftwrightError` when that has another content.
  func onRecord(_ said: Assessed, _ course: Course, _ attempts: [AssessmentAttempt]) throws
    -> AssessmentAttempt?
  {
    let own = AttemptOrder.effective(attempts, said.course).filter { attempt in
      attempt.sat == said.sat && said.attempt.map { $0 == attempt.attempt } ?? true
    }
    guard let old = own.first else { return nil }
    let isSame =
      old.score == said.score && old.passMark == said.passMark ?? course.passMark
      && (said.session == nil || said.session == old.session)
      && (said.examiner.isEmpty || said.examiner == old.examiner)
      && (said.evidence.isEmpty || said.evidence == old.evidence)
      && said.reference.map { $0 == old.reference } ?? true
    guard !isSame else { return old }
    throw ShiftwrightError(
      "An assessment of '\(said.employee)' at '\(said.course)' of \(said.sat) is on record as "
        + "\(old.reference) of source \(old.source), with another content.\n"
        + "Correct it with 'shiftwright training correct \(old.source) \(old.reference)'; or give the "
        + "time of this one, or --attempt."
    )
  }
}

extension TrainingRecorder.Assessed {
  /// The entry, with what is left out.
  func attempt(_ rules: Course, number: Int, _ reference: String) -> AssessmentAttempt {
    AssessmentAttempt(
      employee: employee,
      course: course,
      session: session,
      sat: sat,
      attempt: attempt ?? number,
      score: score,
      passMark: passMark ?? rules.passMark,
      examiner: examiner,
      evidence: evidence,
      source: TrainingRecorder.source,
      reference: reference
    )
  }
}

extension TrainingRecorder.Setting {
  /// Refuses an assessment of names that are not known, or at a time that cannot be.
  func check(_ said: TrainingRecorder.Assessed, _ now: Instant?) throws {
    try TrainingRecorder.all([
      { try check(employee: said.employee) },
      { _ = try course(said.course, on: said.sat.date) },
      { if let id = said.session { _ = try session(id, of: said.course) } },
      { try check(said.sat, of: said.employee) },
      { try checkPast(said.sat, of: said.employee, now) },
    ])
  }

  /// Refuses a time that is still to come.
  func checkPast(_ time: LocalDateTime, of employee: String, _ now: Instant?) throws {
    let now = zone(of: employee).local(at: now ?? StoreSurroundings.system.now())
    guard now.date < time.date else { return }
    throw ShiftwrightError(
      "sat is \(time), which is in the future: today is \(now.date).\nGive the day on which it was sat."
    )
  }

  /// What is doubtful about an assessment.
  func doubts(_ said: TrainingRecorder.Assessed, next: Int) -> [String] {
    var doubts: [String] = []
    let hired = inputs.employees.first { $0.id == said.employee }?.hired
    if let hired, said.sat.date < hired {
      doubts.append(
        "sat is \(said.sat), before \(said.employee) was hired on \(hired). Correct it if that is wrong."
      )
    }
    if let attempt = said.attempt, attempt > next {
      doubts.append(
        "try \(attempt) is given, but on record try \(next) is the next. Record those before it too."
      )
    }
    if let mark = said.passMark,
      let course = inputs.training.course(said.course, on: said.sat.date), course.passMark != mark
    {
      doubts.append("the pass mark is \(mark.value), that of the course \(course.passMark.value).")
    }
    return doubts
  }

  /// What is doubtful about an attendance.
  func doubts(_ employees: [String], _ minutes: Int, at session: ClassSession) -> [String] {
    var doubts: [String] = []
    let listed = Set(session.attendees + (session.trainer.map { [$0] } ?? []))
    let others = employees.filter { !listed.contains($0) }
    if !session.attendees.isEmpty, !others.isEmpty {
      doubts.append(
        "not on the list of class \(session.id): \(others.joined(separator: ", "))."
      )
    }
    if minutes > session.lengthMinutes {
      doubts.append("class \(session.id) has \(session.lengthMinutes) minutes only.")
    }
    return doubts
  }

  /// Who of those enrolled on a curriculum is in service already and counts less from now on.
  func slowed(_ people: [String], _ goal: TrainingRecorder.Goal, _ from: LocalDate) -> [String] {
    guard case .curriculum(let name) = goal,
      let stages = inputs.training.curriculum(name, on: from)?.stages,
      let last = stages.lastIndex(where: { $0.tenths < 10 || $0.isNeverAlone || $0.level != nil })
    else { return [] }
    let hired = Dictionary(inputs.employees.map { ($0.id, $0.hired) }) { first, _ in first }
    let old = people.filter { person in
      (hired[person] ?? nil).map { $0.adding(days: 31) < from } ?? true
    }
    guard !old.isEmpty else { return [] }
    let until = stages[...last].reduce(from) { date, stage in
      switch stage.length {
      case .days(let days): date.adding(days: days)
      case .months(let months): LapseRule.date(date, plusMonths: months)
      }
    }
    let named = old.prefix(5).joined(separator: ", ") + (old.count > 5 ? ", …" : "")
    return [
      "\(TrainingRecorder.count(old.count, "person was", "people were")) in service before \(from) "
        + "(\(named)); newcomers count less at work, here until \(until). For drills alone, name "
        + "the team in the teams of a curriculum."
    ]
  }
}
