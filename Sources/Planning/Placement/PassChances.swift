import Training
import Workforce

/// The chance of a pass at the first attempt, from past results.
///
/// Of a course: the mean of a beta belief, 1 and 1 before any result. Of a person: the same with the
/// course's rate as what is believed before, worth four results.
struct PassChances: Sendable {
  private static let weight = 4.0

  /// By course.
  let courses: [String: Double]
  private let people: [String: [String: Double]]
  /// The last day with a result, by person and course.
  private let last: [[String]: LocalDate]

  /// Works them out of past attempts.
  init(_ book: TrainingBook) {
    let cycles = AttemptCycles(book).cycles
    let belief = { (own: [AttemptCycle], prior: BetaBinomial.Beta) in
      prior.after(passed: own.count(where: \.isPassedFirst), sat: own.count).mean
    }
    var courses: [String: Double] = [:]
    for (course, own) in Dictionary(grouping: cycles, by: \.course) {
      courses[book.courses[Int(course)]] = belief(own, BetaBinomial.Beta())
    }
    var people: [String: [String: Double]] = [:]
    for (person, own) in Dictionary(grouping: cycles, by: \.person) {
      for (course, same) in Dictionary(grouping: own, by: \.course) {
        let name = book.courses[Int(course)]
        let mean = courses[name] ?? 0.5
        let prior = BetaBinomial.Beta(
          passes: Self.weight * mean,
          failures: Self.weight * (1 - mean)
        )
        people[book.people[Int(person)].id, default: [:]][name] = belief(same, prior)
      }
    }
    self.courses = courses
    self.people = people
    var last: [[String]: LocalDate] = [:]
    for (person, own) in zip(book.people, book.attempts) {
      for attempt in own {
        let key = [person.id, book.courses[Int(attempt.course)]]
        let day = Int((Double(attempt.sat) / 1440).rounded(.down))
        let date = LocalDate(daysSinceEpoch: day)
        last[key] = max(last[key] ?? date, date)
      }
    }
    self.last = last
  }

  /// Reads past attempts where the scenario lies.
  ///
  /// Throws ``BadInput`` when files have errors.
  init(at place: String) throws { self.init(try TrainingSources.at(place).book()) }

  /// Whether somebody has a result at a course from a day on.
  func hasResult(of employee: String, at course: String, since date: LocalDate) -> Bool {
    last[[employee, course]].map { date <= $0 } ?? false
  }

  /// The chance of a person at a course; half where nothing is known.
  func chance(of employee: String, at course: String) -> Double {
    people[employee]?[course] ?? courses[course] ?? 0.5
  }
}
