import Interchange
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
  init(_ inputs: PlanningInputs, _ attempts: [AssessmentAttempt]) {
    let cycles = AttemptCycles(inputs).cycles(of: attempts)
    let belief = { (own: [AttemptCycle], prior: BetaBinomial.Beta) in
      prior.after(passed: own.count(where: \.isPassedFirst), sat: own.count).mean
    }
    let courses = Dictionary(grouping: cycles, by: \.course)
      .mapValues { belief($0, BetaBinomial.Beta()) }
    self.courses = courses
    people = Dictionary(grouping: cycles, by: \.employee).mapValues { own in
      Dictionary(grouping: own, by: \.course).mapValues { same in
        let mean = courses[same[0].course] ?? 0.5
        let prior = BetaBinomial.Beta(
          passes: Self.weight * mean,
          failures: Self.weight * (1 - mean)
        )
        return belief(same, prior)
      }
    }
  }

  /// Reads past attempts where the scenario lies.
  ///
  /// Throws ``BadInput`` when files have errors.
  init(_ inputs: PlanningInputs, at place: String) throws {
    let loaded =
      PlaceReader.isDatabase(place)
      ? TrainingFolder.records(try CenterDatabase(path: place).files(), inputs: inputs)
      : TrainingFolder.records(in: place, inputs: inputs)
    let errors = loaded.diagnostics.filter { $0.severity == .error }
    guard let records = loaded.value, errors.isEmpty else {
      throw BadInput(diagnostics: loaded.diagnostics)
    }
    self.init(inputs, records.assessments)
  }

  /// The chance of a person at a course; half where nothing is known.
  func chance(of employee: String, at course: String) -> Double {
    people[employee]?[course] ?? courses[course] ?? 0.5
  }
}
