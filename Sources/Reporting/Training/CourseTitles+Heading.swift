import Workforce

extension CourseTitles {
  /// `Anti-money laundering (aml)`, or the name where it is all there is.
  func heading(_ course: String) -> String {
    self[course] == course ? course : "\(self[course]) (\(course))"
  }
}
