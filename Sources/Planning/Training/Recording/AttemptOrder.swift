import Training
import Workforce

/// Attempts in the order in which they were sat.
enum AttemptOrder {
  /// The attempts at a course that no correction replaces, by time, number and reference.
  static func effective(_ attempts: [AssessmentAttempt], _ course: String) -> [AssessmentAttempt] {
    attempts.effective.filter { $0.course == course }
      .sorted { first, second in
        (first.sat, first.attempt, first.reference) < (second.sat, second.attempt, second.reference)
      }
  }
}
