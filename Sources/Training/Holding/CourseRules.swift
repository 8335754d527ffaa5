import Workforce

/// Which courses grant and guard which skill, from each date on which that changes.
struct CourseRules: Sendable {
  /// What holds between two changes.
  struct Epoch: Sendable {
    /// The courses that grant a skill, with the level that they give.
    var granting: [String: [(course: String, level: String?)]] = [:]
    /// The courses that guard a skill.
    var guarding: [String: [String]] = [:]
    /// The courses that guard all skills.
    var guardingAll: [String] = []
  }

  /// The dates of the changes, ascending.
  let starts: [LocalDate]
  /// What holds before the first change, and from each on.
  let epochs: [Epoch]
  private let versions: [String: TrainingInputs]

  init(_ training: TrainingInputs) {
    versions = Dictionary(grouping: training.courses, by: \.name)
      .mapValues { TrainingInputs(courses: $0) }
    starts = Set(training.courses.compactMap(\.from)).sorted()
    let names = training.courseNames
    let dates = [starts.first?.adding(days: -1) ?? LocalDate(daysSinceEpoch: 0)] + starts
    epochs = dates.map { date in
      var epoch = Epoch()
      for course in names.compactMap({ training.course($0, on: date) }) { epoch.add(course) }
      return epoch
    }
  }

  /// The grace of a course whose certificate lapses on a date.
  func grace(of course: String, on date: LocalDate) -> Course.Grace {
    versions[course]?.course(course, on: date)?.grace ?? Course.Grace()
  }

  /// What holds when so many changes have begun.
  func epoch(afterChanges count: Int) -> Epoch { epochs[count] }
}

extension CourseRules.Epoch {
  mutating func add(_ course: Course) {
    for grant in course.grants {
      granting[grant.skill, default: []].append((course.name, grant.level))
    }
    if course.guards.contains("all") {
      guardingAll.append(course.name)
    } else {
      for skill in course.guards { guarding[skill, default: []].append(course.name) }
    }
  }

  /// All courses that guard a skill.
  func guards(of skill: String) -> [String] { guardingAll + guarding[skill, default: []] }
}

extension TrainingInputs {
  /// The names of the courses, each once, in file order.
  var courseNames: [String] {
    var seen: Set<String> = []
    return courses.map(\.name).filter { seen.insert($0).inserted }
  }
}
