/// Somebody's try at the assessment of a course.
///
/// Records are never overwritten: a correction is an entry of its own that names what it replaces.
public struct AssessmentAttempt: Hashable, Sendable {
  /// The person's identifier.
  public var employee: String
  /// The course's name.
  public var course: String
  /// The class after which it was sat; `nil` for none.
  public var session: String?
  /// When it was sat, on the clock of the person's site.
  public var sat: LocalDateTime
  /// Which try it is, from 1, as its source counts.
  public var attempt: Int
  /// Share of the points.
  public var score: Fraction
  /// Share of the points that passed then.
  public var passMark: Fraction
  /// Who judged it; may be empty.
  public var examiner: String
  /// Where the proof lies; may be empty.
  public var evidence: String
  /// The system that the entry comes from.
  public var source: String
  /// Its number there; unique within the source.
  public var reference: String
  /// The number of the entry that it replaces; `nil` for none.
  public var corrects: String?
  /// Why; `nil` where it replaces none.
  public var reason: String?

  /// Makes an attempt.
  public init(
    employee: String,
    course: String,
    session: String? = nil,
    sat: LocalDateTime,
    attempt: Int,
    score: Fraction,
    passMark: Fraction,
    examiner: String = "",
    evidence: String = "",
    source: String,
    reference: String,
    corrects: String? = nil,
    reason: String? = nil
  ) {
    self.employee = employee
    self.course = course
    self.session = session
    self.sat = sat
    self.attempt = attempt
    self.score = score
    self.passMark = passMark
    self.examiner = examiner
    self.evidence = evidence
    self.source = source
    self.reference = reference
    self.corrects = corrects
    self.reason = reason
  }

  /// True when the score reaches the mark.
  public var isPassed: Bool { score >= passMark }
}
