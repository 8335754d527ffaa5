public import Workforce

/// A file with records of training: rows in a database, in the order in which they are taken.
public enum RecordFile: String, CaseIterable, Sendable {
  /// The classes.
  case sessions = "sessions.csv"
  /// Who is on which curriculum or course.
  case enrolments = "enrolments.csv"
  /// Who looks after whom.
  case mentoring = "mentoring.csv"
  /// The certificates.
  case certifications = "certifications.csv"
  /// Who was at which class.
  case attendance = "attendance.csv"
  /// The assessments.
  case assessments = "assessments.csv"
  /// How people's work was.
  case performance = "performance.csv"
}

/// A record of training, as one row of a file says it.
public enum TrainingRow: Sendable {
  /// A class.
  case session(ClassSession)
  /// Somebody put on a curriculum.
  case curriculum(CurriculumEnrolment)
  /// Somebody put on a course.
  case course(CourseEnrolment)
  /// A pair.
  case mentoring(Mentoring)
  /// A certificate.
  case certification(Certification)
  /// Minutes at a class.
  case attendance(Attendance)
  /// A try at an assessment, or a correction.
  case assessment(AssessmentAttempt)
  /// A day's work by one measure.
  case performance(PerformanceRecord)
}
