import Training
import Workforce

/// Draws how people fared at courses and how their work was.
struct SampleResults {
  private static let firstPass = 0.86

  private let options: SampleOptions
  private let inputs: PlanningInputs
  private let hired: [String: LocalDate]

  init(options: SampleOptions, inputs: PlanningInputs) {
    self.options = options
    self.inputs = inputs
    hired = Dictionary(
      inputs.employees.compactMap { person in person.hired.map { (person.id, $0) } }
    ) { first, _ in first }
  }

  var records: TrainingRecords {
    let training = inputs.training
    let classes = SampleClasses(training.certifications, inputs.employees, training.courses)
    let assessments =
      training.certifications.enumerated().flatMap { index, certificate in
        attempts(certificate, index, classes.names[certificate.reference])
      } + failures
    return TrainingRecords(
      attendances: attendances + attended(classes),
      assessments: assessments.enumerated().map { index, attempt in
        var numbered = attempt
        numbered.reference = String(index + 1)
        return numbered
      },
      performance: performance
    )
  }

  /// The attempt that was passed, and for one person in seven one that was not, two weeks before.
  private func attempts(_ certificate: Certification, _ index: Int, _ session: String?)
    -> [AssessmentAttempt]
  {
    var random = RandomStream(seed: options.seed, name: "sample results", keys: index)
    let isFirst = random.unit() < Self.firstPass
    let mark =
      inputs.training.course(certificate.course, on: certificate.attained)?.passMark.value ?? 0.8
    let passed = mark + random.unit() * (1 - mark)
    let failed = mark - 0.05 - random.unit() * 0.2
    let before = certificate.attained.adding(days: -14)
    let firstDay = hired[certificate.employee]
    let hasMissed = !isFirst && (firstDay.map { $0 < before } ?? true)
    let misses = hasMissed ? [attempt(certificate, on: before, 1, failed, mark)] : []
    var all =
      misses + [attempt(certificate, on: certificate.attained, hasMissed ? 2 : 1, passed, mark)]
    all[0].session = session
    return all
  }

  /// Of those who are to renew the compliance certificate soon, one in three has failed, half of them
  /// twice; none where a night of lapses is asked for.
  private var failures: [AssessmentAttempt] {
    guard options.lapse == nil else { return [] }
    let monday = options.week.monday
    let soon = monday.adding(days: 60)
    let renewing = inputs.training.certifications.filter { certificate in
      certificate.course == SampleTraining.compliance
        && (certificate.lapses.map { $0.date <= soon } ?? false)
    }
    return renewing.enumerated().filter { $0.offset % 3 == 0 }.flatMap { index, certificate in
      let first = attempt(certificate, on: monday.adding(days: -11), 1, 0.7, 0.8)
      let second = attempt(certificate, on: monday.adding(days: -4), 2, 0.75, 0.8)
      return index % 6 == 0 ? [first, second] : [first]
    }
  }

  private func attempt(
    _ certificate: Certification,
    on date: LocalDate,
    _ number: Int,
    _ score: Double,
    _ mark: Double
  ) -> AssessmentAttempt {
    AssessmentAttempt(
      employee: certificate.employee,
      course: certificate.course,
      sat: LocalDateTime(date: date, secondOfDay: 11 * 3600 + 1800),
      attempt: number,
      score: Fraction((score * 100).rounded() / 100) ?? .one,
      passMark: Fraction(mark) ?? .one,
      source: "lms",
      reference: ""
    )
  }

  /// Everybody who sat after a class was in it.
  private func attended(_ classes: SampleClasses) -> [Attendance] {
    let minutes = Dictionary(classes.sessions.map { ($0.id, $0.course) }) { first, _ in first }
      .compactMapValues { name in
        inputs.training.courses.first { $0.name == name }?.lengthMinutes
      }
    return inputs.training.certifications.compactMap { certificate in
      guard let name = classes.names[certificate.reference], let length = minutes[name] else {
        return nil
      }
      return Attendance(
        employee: certificate.employee,
        session: name,
        minutes: length,
        reference: "at-" + certificate.reference
      )
    }
  }

  /// The first people of the first site were at the past class.
  private var attendances: [Attendance] {
    guard let session = inputs.training.sessions.first else { return [] }
    let people = inputs.employees.filter { session.site == nil || $0.site == session.site }
    return people.prefix(session.seats).enumerated().map { index, employee in
      Attendance(
        employee: employee.id,
        session: session.id,
        minutes: 90,
        reference: "a-\(index + 1)"
      )
    }
  }

  /// Handle times of the last twelve weeks' working days; a course made some of them shorter.
  private var performance: [PerformanceRecord] {
    let monday = options.week.monday
    let calmer = Dictionary(
      inputs.training.certifications.filter { $0.course == SampleTraining.calming }
        .map { ($0.employee, $0.attained) }
    ) { first, _ in first }
    return inputs.employees.enumerated().flatMap { index, employee -> [PerformanceRecord] in
      var random = RandomStream(seed: options.seed, name: "sample performance", keys: index)
      let own = 240 + random.unit() * 120
      let isCalmer = { (date: LocalDate) in calmer[employee.id].map { $0 < date } ?? false }
      return (1...84).reversed().compactMap { back -> PerformanceRecord? in
        let date = monday.adding(days: -back)
        guard !date.weekday.isWeekend else { return nil }
        return PerformanceRecord(
          employee: employee.id,
          date: date,
          measure: .handleTime,
          cases: Double(20 + random.below(30)),
          mean: (own * (isCalmer(date) ? 0.94 : 1) * (0.9 + random.unit() * 0.2) * 10).rounded()
            / 10
        )
      }
    }
  }
}
