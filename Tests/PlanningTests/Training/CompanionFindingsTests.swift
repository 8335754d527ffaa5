import TestSupport
import Testing
import Workforce

@testable import Planning

/// What is said of trainees without mentors, and of those for whom no week was found.
@Suite struct CompanionFindingsTests {
  private typealias Make = ScenarioFixtures

  private static func inputs(_ mentorings: [(String, String)]) -> PlanningInputs {
    var inputs = Make.inputs(people: Make.people("ada", "bo"))
    let stage = Curriculum.Stage(
      name: "practice",
      length: .days(21),
      mentorShare: Make.share(0.8)
    )
    inputs.traineeSpans = [
      TraineeSpan(
        employee: "ada",
        from: Make.date("2026-03-04"),
        until: Make.date("2026-03-25"),
        stage: stage
      )
    ]
    inputs.training.mentorings = mentorings.map {
      Mentoring(
        employee: "ada",
        mentor: "bo",
        from: Make.date($0.0),
        until: Make.date($0.1)
      )
    }
    return inputs
  }

  private static func words(_ inputs: PlanningInputs) -> [String] {
    CompanionFindings(inputs, Make.week).withoutMentor.map(\.description)
  }

  @Test func `a trainee without a mentor on record is named with the dates`() {
    #expect(
      Self.words(Self.inputs([])) == [
        "mentoring.csv: warning: ada has no mentor on record from 2026-03-04 until 2026-03-08; stage "
          + "'practice' asks for one. Nothing is asked of the shifts of these dates.\n"
          + "Enter a mentor for these dates, or take mentor_share out of the stage."
      ]
    )
    let most = Self.words(Self.inputs([("2026-03-01", "2026-03-07")]))
    #expect(most.count == 1 && most[0].contains("has no mentor on record on 2026-03-08;"))
    #expect(Self.words(Self.inputs([("2026-03-01", "2026-03-31")])) == [])
    var left = Self.inputs([])
    left.employees[0].leaves = Make.date("2026-03-03")
    #expect(Self.words(left) == [])
  }

  @Test func `a trainee without companions is named with the rule and what to do`() {
    let outcome = RosterOutcome(
      roster: Roster(week: Make.week, zone: .utc, tours: []),
      costs: RosterCosts(),
      bound: 0,
      impossible: [],
      stages: [],
      stopReason: nil,
      unaccompanied: [
        ImpossibleEmployee(
          employee: "ada",
          conflict: ["never alone: in stage practice; alone for 2 h of the week"]
        )
      ]
    )
    #expect(
      CompanionFindings.unaccompanied(outcome).map(\.description) == [
        "enrolments.csv: warning: ada: no week was found that keeps never alone: in stage practice; "
          + "alone for 2 h of the week.\n"
          + "Name another mentor, or free the hours of one who can be there: availability, absences, "
          + "classes and contracts of both decide."
      ]
    )
  }
}
