import Storage
import Training
public import Workforce

extension TrainingRecorder {
  /// When a certificate lapses.
  public enum Lapse: Hashable, Sendable {
    /// As the course says.
    case byCourse
    /// Never.
    case never
    /// At a moment.
    case at(LocalDateTime)
  }

  /// Records a certificate.
  ///
  /// - Parameters:
  ///   - employee: Who attained it.
  ///   - name: The course.
  ///   - attained: The day of the pass.
  ///   - from: The first moment at which it holds; the day of the pass when left out.
  ///   - lapse: When it lapses.
  ///   - reference: Its number; the next free one when left out.
  /// - Returns: What was done.
  /// - Throws: `ShiftwrightError` when a name is not known, or the times make no span.
  public func certify(
    _ employee: String,
    _ name: String,
    attained: LocalDate,
    from: LocalDateTime?,
    lapse: Lapse,
    reference: String?
  ) throws -> Outcome {
    let setting = try setting()
    try setting.check(employee: employee)
    let course = try setting.course(name, on: attained)
    let start = from ?? LocalDateTime(date: attained, secondOfDay: 0)
    try setting.check(start, of: employee)
    let prefix = "certificate-"
    let change = try record("certify") { writer in
      let held = try writer.learning(of: employee).certifications.filter { $0.course == name }
      let certificate = Certification(
        employee: employee,
        course: name,
        attained: attained,
        from: start,
        lapses: Self.lapses(lapse, course, attained, held),
        reference: try reference
          ?? prefix + String(writer.nextReference(.certification, after: prefix))
      )
      try Self.check(certificate)
      try accept(writer.add(certificate, revokedBecause: ""))
      return certificate
    }
    return Outcome(
      text: asker.maySeeResults(of: employee) ? change.value.text : "1 certificate is on record.",
      mark: change.mark
    )
  }

  private static func lapses(
    _ lapse: Lapse,
    _ course: Course,
    _ attained: LocalDate,
    _ held: [Certification]
  ) -> LocalDateTime? {
    switch lapse {
    case .never: return nil
    case .at(let time): return time
    case .byCourse:
      let before = held.filter { !$0.isRevoked && $0.attained <= attained }
      let date = LapseRule.lapse(
        of: course.validity,
        attained: attained,
        previous: before.compactMap(\.lapses).max()?.date,
        renewalWindowDays: course.renewalWindowDays
      )
      return date.map { LocalDateTime(date: $0, secondOfDay: 0) }
    }
  }

  private static func check(_ certificate: Certification) throws {
    guard certificate.from.date >= certificate.attained else {
      throw ShiftwrightError(
        "from is \(certificate.from) but attained is \(certificate.attained).\n"
          + "A certificate holds from the day of the pass on, or later."
      )
    }
    guard let lapses = certificate.lapses, lapses <= certificate.from else { return }
    throw ShiftwrightError(
      "lapses is \(lapses) but from is \(certificate.from).\n"
        + "Give the first day or moment at which it holds no longer, after the from."
    )
  }

  /// Takes a certificate back.
  ///
  /// - Parameters:
  ///   - reference: Its number.
  ///   - reason: Why.
  /// - Returns: What was done.
  /// - Throws: `ShiftwrightError` when there is none of that number.
  public func revoke(_ reference: String, reason: String) throws -> Outcome {
    guard !reason.isEmpty else {
      throw ShiftwrightError("The reason is empty.\nSay why the certificate is taken back.")
    }
    let change = try record("revoke") { writer in
      try accept(writer.revoke(reference, because: reason))
    }
    return Outcome(
      text: "Certificate \(reference) "
        + (change.mark == nil ? "was taken back before." : "is taken back."),
      mark: change.mark
    )
  }
}
