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
  }

  /// Reads past attempts where the scenario lies.
  ///
  /// Throws ``BadInput`` when files have errors.
  init(at place: String) throws { self.init(try TrainingSources.at(place).book()) }

  /// The chance of a person at a course; half where nothing is known.
  func chance(of employee: String, at course: String) -> Double {
    people[employee]?[course] ?? courses[course] ?? 0.5
  }
}
