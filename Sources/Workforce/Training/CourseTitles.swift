/// What people call courses, by the names that files use.
public struct CourseTitles: Hashable, Sendable {
  private let titles: [String: String]

  /// Titles by name; a course that is not among them is called by its name.
  public init(_ titles: [String: String] = [:]) { self.titles = titles }

  /// What a course is called.
  public subscript(course: String) -> String { titles[course] ?? course }
}

extension TrainingInputs {
  /// What courses are called on a date; those that begin later as in their first version.
  public func titles(on date: LocalDate) -> CourseTitles {
    var titles: [String: String] = [:]
    for course in courses {
      let version = self.course(course.name, on: date)
      titles[course.name] = titles[course.name] ?? version?.title ?? course.title
    }
    return CourseTitles(titles)
  }
}
