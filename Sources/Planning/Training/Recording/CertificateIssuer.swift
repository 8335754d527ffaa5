import Training
import Workforce

/// Issues certificates for assessments that were passed.
struct CertificateIssuer {
  let training: TrainingInputs

  /// The certificates of the passes of one person that have none yet, in order of time.
  ///
  /// - Parameters:
  ///   - attempts: Everything on record of the person, corrections among it.
  ///   - chosen: Source and reference of the passes to look at.
  ///   - held: The person's certificates. A pass on the day of one of them, of the same course and not
  ///     taken back, has its certificate.
  /// - Returns: The new certificates; their references are source and reference of the pass.
  func certificates(
    for attempts: [AssessmentAttempt],
    among chosen: Set<[String]>,
    held: [Certification]
  ) -> [Certification] {
    var held = Dictionary(grouping: held, by: \.course)
    var issued: [Certification] = []
    let passes = attempts.effective.filter { attempt in
      attempt.isPassed && chosen.contains([attempt.source, attempt.reference])
    }
    for pass in passes.sorted(by: Self.isEarlier) {
      let own = held[pass.course, default: []]
      guard let certificate = certificate(for: pass, own) else { continue }
      held[pass.course, default: []].append(certificate)
      issued.append(certificate)
    }
    return issued
  }

  private static func isEarlier(_ first: AssessmentAttempt, _ second: AssessmentAttempt) -> Bool {
    (first.sat, first.attempt, first.reference) < (second.sat, second.attempt, second.reference)
  }

  private func certificate(for pass: AssessmentAttempt, _ own: [Certification]) -> Certification? {
    let reference = "\(pass.source)-\(pass.reference)"
    let isThere = own.contains { certificate in
      certificate.reference == reference
        || (certificate.attained == pass.sat.date && !certificate.isRevoked)
    }
    guard !isThere, let course = training.course(pass.course, on: pass.sat.date) else { return nil }
    let before = own.filter { !$0.isRevoked && $0.lapses != nil && $0.attained <= pass.sat.date }
    let previous = before.max { ($0.lapses ?? $0.from) < ($1.lapses ?? $1.from) }
    return LapseRule.certification(
      for: pass,
      course: course,
      previous: previous,
      reference: reference
    )
  }
}
