import Training
import Workforce

/// Draws how people fared at courses and how their work was.
struct SampleResults {
  private static let firstPass = 0.86

  let options: SampleOptions
  let inputs: PlanningInputs

  var records: TrainingRecords {
    let assessments = inputs.training.certifications.enumerated().flatMap { index, certificate in
      attempts(certificate, index)
    }
    return TrainingRecords(
      attendances: attendances,
      assessments: assessments.enumerated().map { index, attempt in
        var numbered = attempt
        numbered.reference = String(index + 1)
        return numbered
      },
      performance: performance
    )
  }

  /// The attempt that was passed, and for one person in seven one that was not, two weeks before.
  private func attempts(_ certificate: Certification, _ index: Int) -> [AssessmentAttempt] {
    var random = RandomStream(seed: options.seed, name: "sample results", keys: index)
    let isFirst = random.unit() < Self.firstPass
    let mark =
      inputs.training.course(certificate.course, on: certificate.attained)?.passMark.value ?? 0.8
    let passed = mark + random.unit() * (1 - mark)
    let failed = mark - 0.05 - random.unit() * 0.2
    let before = certificate.attained.adding(days: -14)
    let misses = isFirst ? [] : [attempt(certificate, on: before, 1, failed, mark)]
    return misses
      + [attempt(certificate, on: certificate.attained, isFirst ? 1 : 2, passed, mark)]
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

  /// Handle times of the last eight weeks' working days.
  private var performance: [PerformanceRecord] {
    let monday = options.week.monday
    return inputs.employees.enumerated().flatMap { index, employee -> [PerformanceRecord] in
      var random = RandomStream(seed: options.seed, name: "sample performance", keys: index)
      let own = 240 + random.unit() * 120
      return (1...56).reversed().compactMap { back -> PerformanceRecord? in
        let date = monday.adding(days: -back)
        guard !date.weekday.isWeekend else { return nil }
        return PerformanceRecord(
          employee: employee.id,
          date: date,
          measure: .handleTime,
          cases: Double(20 + random.below(30)),
          mean: (own * (0.9 + random.unit() * 0.2) * 10).rounded() / 10
        )
      }
    }
  }
}
