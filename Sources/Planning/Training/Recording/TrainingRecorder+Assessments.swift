import Storage
public import Workforce

extension TrainingRecorder {
  /// A try at an assessment, as somebody says it; what is left out follows from what is on record.
  public struct Assessed: Sendable {
    /// The person.
    public var employee: String
    /// The course.
    public var course: String
    /// When it was sat.
    public var sat: LocalDateTime
    /// Share of the points.
    public var score: Fraction
    /// Share that passes; the course's when left out.
    public var passMark: Fraction?
    /// Which try; one more than the last since the latest pass when left out.
    public var attempt: Int?
    /// Who judged it; may be empty.
    public var examiner = ""
    /// Where the proof lies; may be empty.
    public var evidence = ""
    /// The class after which it was sat; `nil` for none.
    public var session: String?
    /// Its number; the next free one when left out.
    public var reference: String?
    /// Whether a pass gets its certificate.
    public var isCertifying = true

    /// Makes one with what is needed.
    public init(employee: String, course: String, sat: LocalDateTime, score: Fraction) {
      self.employee = employee
      self.course = course
      self.sat = sat
      self.score = score
    }
  }

  /// Records an assessment; a pass issues the certificate.
  ///
  /// The same again changes nothing.
  ///
  /// - Parameters:
  ///   - said: The assessment.
  ///   - now: The moment; that of the clock when left out.
  /// - Returns: What was done.
  /// - Throws: `ShiftwrightError` when a name is not known, or the reference is taken.
  public func assess(_ said: Assessed, now: Instant? = nil) throws -> Outcome {
    let setting = try setting()
    let known = setting.inputs.training
    try setting.check(said, now)
    let course = try setting.course(said.course, on: said.sat.date)
    var doubts: [String] = []
    let change = try record("assess") { writer in
      let before = try writer.learning(of: said.employee)
      if let old = try onRecord(said, course, before.assessments) {
        let certificates =
          said.isCertifying
          ? try issue(said.employee, among: [[old.source, old.reference]], writer, known) : []
        return (old, certificates, true)
      }
      doubts = setting.doubts(said, next: Self.next(before.assessments, said.course))
      let reference = try said.reference ?? String(writer.nextAssessment(of: Self.source))
      let attempt = said.attempt(
        course,
        number: Self.next(before.assessments, said.course),
        reference
      )
      try accept(writer.add(attempt))
      let issued = said.isCertifying ? try issue([said.employee], writer, known) : []
      return (attempt, issued, false)
    }
    let (attempt, issued, isKnown) = change.value
    return Outcome(
      text: "1 assessment is on record \(isKnown ? "already " : "")as \(attempt.reference) of "
        + "source \(attempt.source)" + result(of: attempt, issued, \.text),
      mark: change.mark,
      warnings: doubts
    )
  }

  /// One more than the last try at a course since the latest pass.
  private static func next(_ attempts: [AssessmentAttempt], _ course: String) -> Int {
    let own = AttemptOrder.effective(attempts, course)
    let tail = own.lastIndex(where: \.isPassed).map { own[($0 + 1)...] } ?? own[...]
    return min(1000, (tail.map(\.attempt).max() ?? 0) + 1)
  }

  /// What may be said of a result, to follow a sentence.
  func result(
    of attempt: AssessmentAttempt,
    _ issued: [Certification],
    _ text: (Certification) -> String
  ) -> String {
    guard asker.maySeeResults(of: attempt.employee) else { return "." }
    guard attempt.isPassed else { return ": not passed." }
    return ": passed." + issued.map { "\n" + text($0) }.joined()
  }

  /// Adds the certificates of the passes that this change added.
  func issue(_ employees: [String], _ writer: TrainingWriter, _ training: TrainingInputs) throws
    -> [Certification]
  {
    try employees.flatMap { employee in
      try issue(employee, among: writer.newAssessments(of: employee), writer, training)
    }
  }

  /// Adds the certificates that passes of a person lack.
  func issue(
    _ employee: String,
    among passes: Set<[String]>,
    _ writer: TrainingWriter,
    _ training: TrainingInputs
  ) throws -> [Certification] {
    let (attempts, held) = try writer.learning(of: employee)
    let certificates = CertificateIssuer(training: training)
      .certificates(for: attempts, among: passes, held: held)
    for certificate in certificates {
      try accept(writer.add(certificate))
    }
    return certificates
  }

  /// What a correction changes.
  public struct Correction: Sendable {
    /// The system from which the row comes that is wrong.
    public var source: String
    /// Its number there.
    public var reference: String
    /// The right share of the points.
    public var score: Fraction
    /// Why it is corrected.
    public var reason: String
    /// The right time; as it was when left out.
    public var sat: LocalDateTime?
    /// The right mark; as it was when left out.
    public var passMark: Fraction?
    /// The right number of the try; as it was when left out.
    public var attempt: Int?

    /// Makes one with what is needed.
    public init(source: String, reference: String, score: Fraction, reason: String) {
      self.source = source
      self.reference = reference
      self.score = score
      self.reason = reason
    }
  }

  /// Records a correction as a row of its own; what becomes a pass gets its certificate.
  ///
  /// - Parameter correction: What is right.
  /// - Returns: What was done.
  /// - Throws: `ShiftwrightError` when there is no such row, or it was corrected before.
  public func correct(_ correction: Correction) throws -> Outcome {
    guard !correction.reason.isEmpty else {
      throw ShiftwrightError("The reason is empty.\nSay why the assessment is corrected.")
    }
    let setting = try setting()
    let change = try record("correct") { writer in
      guard let old = try writer.assessment(correction.source, correction.reference) else {
        throw try unknown(correction, writer)
      }
      var new = old
      new.corrects = old.reference
      new.reason = correction.reason
      new.score = correction.score
      new.sat = correction.sat ?? old.sat
      new.passMark = correction.passMark ?? old.passMark
      new.attempt = correction.attempt ?? old.attempt
      try setting.check(new.sat, of: new.employee)
      let prefix = "correction-"
      new.reference = prefix + String(try writer.nextReference(.assessment, after: prefix))
      try accept(writer.add(new))
      let issued = try issue([new.employee], writer, setting.inputs.training)
      return (old, new, issued, try writer.learning(of: new.employee).certifications)
    }
    let (old, new, issued, held) = change.value
    return Outcome(
      text: "1 correction is on record as \(new.reference) of source \(new.source)"
        + result(of: new, issued, \.text) + (try resting(on: old, new, held, setting.inputs)),
      mark: change.mark
    )
  }

  private func unknown(_ correction: Correction, _ writer: TrainingWriter) throws
    -> ShiftwrightError
  {
    let sources = try writer.sources()
    let advice =
      sources.contains(correction.source)
      ? "Give the reference that the source gave it."
      : Suggestion.nearest(to: correction.source, among: sources)
        .map { "Did you mean source '\($0)'?" } ?? "Give a source that assessments.csv names."
    return ShiftwrightError(
      "\(database.path) has no assessment '\(correction.reference)' of source "
        + "'\(correction.source)'.\n\(advice)"
    )
  }

  /// What is to be done about certificates that rest on a pass which is none any more.
  private func resting(
    on old: AssessmentAttempt,
    _ new: AssessmentAttempt,
    _ held: [Certification],
    _ inputs: PlanningInputs
  ) throws -> String {
    guard old.isPassed, !new.isPassed, asker.maySeeResults(of: old.employee) else { return "" }
    let resting = held.filter { certificate in
      certificate.course == old.course && certificate.attained == old.sat.date
        && !certificate.isRevoked
    }
    return try resting.map { certificate in
      let weeks = try published(restingOn: certificate, held, inputs)
      return
        "\nCertificate \(certificate.reference) rests on what was a pass. Take it back: shiftwright "
        + "training certify --revoke \(certificate.reference) --reason TEXT --db \(database.path)"
        + weeks
    }.joined()
  }
}

extension Certification {
  /// What is said of a new one.
  var text: String {
    "Certificate \(reference) holds \(lapses.map { "until \($0)" } ?? "for ever")."
  }
}
