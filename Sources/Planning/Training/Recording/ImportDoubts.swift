import Interchange
import Storage
import Workforce

/// Rows of files that can be taken and are doubtful all the same, counted by what is doubtful.
struct ImportDoubts {
  private enum Kind: Int, CaseIterable {
    case passMark, classDate, future, beforeHiring, tooLong, notListed

    /// What is said of rows.
    var text: String {
      switch self {
      case .passMark: "a pass_mark other than the course's"
      case .classDate: "a sat that is not on the day of the class"
      case .future: "a sat in the future"
      case .beforeHiring: "a sat before the person was hired"
      case .tooLong: "more minutes than the class has"
      case .notListed: "somebody who is not on the list of the class"
      }
    }
  }

  private let courses: [String: [Course]]
  private let training: TrainingInputs
  private let hired: [String: LocalDate]
  private let today: LocalDate
  private var sessions: [String: ClassSession]
  private var listed: [String: Set<String>]
  private var found: [Kind: (count: Int, first: String)] = [:]

  init(_ inputs: PlanningInputs, now: Instant = StoreSurroundings.system.now()) {
    training = inputs.training
    courses = Dictionary(grouping: training.courses, by: \.name)
    hired = Dictionary(
      inputs.employees.compactMap { person in person.hired.map { (person.id, $0) } },
      uniquingKeysWith: { first, _ in first }
    )
    today = inputs.settings.zone.local(at: now).date
    let all = training.sessions
    sessions = Dictionary(all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    listed = sessions.mapValues { Set($0.attendees + ($0.trainer.map { [$0] } ?? [])) }
  }

  /// What is said of the rows: a sentence for each thing that is doubtful.
  var warnings: [String] {
    Kind.allCases.compactMap { kind in
      found[kind].map { tally in
        "\(tally.count) \(tally.count == 1 ? "row has" : "rows have") \(kind.text), "
          + "the first: \(tally.first)."
      }
    }
  }

  mutating func look(at row: TrainingRow) {
    switch row {
    case .session(let session):
      sessions[session.id] = session
      listed[session.id, default: []].formUnion(
        session.attendees + (session.trainer.map { [$0] } ?? [])
      )
    case .course(let enrolment):
      if let session = enrolment.session {
        listed[session, default: []].insert(enrolment.employee)
      }
    case .attendance(let attendance): look(at: attendance)
    case .assessment(let attempt): look(at: attempt)
    case .curriculum, .mentoring, .certification, .performance: break
    }
  }

  private mutating func look(at attendance: Attendance) {
    guard let session = sessions[attendance.session] else { return }
    let (reference, minutes) = (attendance.reference, session.lengthMinutes)
    if attendance.minutes > minutes {
      note(.tooLong, "reference \(reference), class \(session.id) of \(minutes) minutes")
    }
    // a class without attendees has no list
    let list = listed[session.id, default: []]
    if list.count > (session.trainer == nil ? 0 : 1), !list.contains(attendance.employee) {
      note(.notListed, "reference \(reference), class \(session.id)")
    }
  }

  private mutating func look(at attempt: AssessmentAttempt) {
    let name = "reference \(attempt.reference) of source \(attempt.source)"
    let versions = courses[attempt.course, default: []]
    let course =
      versions.count == 1 ? versions[0] : training.course(attempt.course, on: attempt.sat.date)
    if let course, course.passMark != attempt.passMark {
      note(.passMark, "\(name), \(attempt.passMark.value) and not \(course.passMark.value)")
    }
    if let session = attempt.session.flatMap({ sessions[$0] }),
      attempt.sat.date < session.start.date || session.end.date < attempt.sat.date
    {
      note(.classDate, "\(name), class \(session.id) of \(session.start.date)")
    }
    if today < attempt.sat.date { note(.future, "\(name), \(attempt.sat.date)") }
    if let hired = hired[attempt.employee], attempt.sat.date < hired {
      note(.beforeHiring, "\(name), \(attempt.sat.date) and hired \(hired)")
    }
  }

  private mutating func note(_ kind: Kind, _ first: String) {
    found[kind] = (found[kind].map { $0.count + 1 } ?? 1, found[kind]?.first ?? first)
  }
}

extension ClassSession {
  /// Minutes on the clock face from the start to the end.
  var lengthMinutes: Int {
    (end.date.daysSinceEpoch - start.date.daysSinceEpoch) * 1440 + end.minuteOfDay
      - start.minuteOfDay
  }
}
