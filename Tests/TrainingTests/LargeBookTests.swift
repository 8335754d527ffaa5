import Foundation
import TestSupport
import Testing
import Training
import Workforce

/// Five thousand people, 800,000 certificates, 1,000,000 attempts.
@Suite struct LargeBookTests {
  private typealias Make = ScenarioFixtures

  private static func book(people: Int) -> TrainingBook {
    var stream = RandomStream(seed: 1, name: "large book")
    var inputs = Make.inputs(people: [])
    let today = Make.date("2026-02-02").daysSinceEpoch
    inputs.training.courses = (0..<40).map { number in
      Course(
        name: "k\(number)",
        lengthMinutes: 60,
        passMark: Make.share(0.8),
        validity: .months(12),
        guards: number < 3 ? ["all"] : [],
        isCompliance: number < 10
      )
    }
    inputs.training.curricula = [
      Curriculum(
        name: "agent",
        stages: [Curriculum.Stage(name: "one", length: .days(30), courses: ["k0", "k1", "k20"])],
        inService: [Curriculum.Recurring(course: "k5", everyMonths: 3)]
      )
    ]
    var attempts: [[TrainingBook.Attempt]] = []
    var certificates: [[TrainingBook.Certificate]] = []
    for number in 0..<people {
      var person = Make.people("p\(number)")[0]
      person.team = "team \(number % 200)"
      inputs.employees.append(person)
      inputs.skills.append(SkillGrant(employee: person.id, skill: "phone"))
      inputs.training.enrolments.append(
        CurriculumEnrolment(
          employee: person.id,
          curriculum: "agent",
          from: LocalDate(daysSinceEpoch: today - stream.below(3000))
        )
      )
      attempts.append(
        (0..<200).map { index in
          TrainingBook.Attempt(
            sat: Int32((today - 3000 + (index % 5) * 600 + stream.below(500)) * 1440),
            course: UInt16(index / 5),
            number: UInt16(index % 5 + 1),
            isPassed: stream.below(8) > 0
          )
        }
      )
      certificates.append(
        (0..<160).map { index in
          let attained = today - 1800 + (index % 4) * 450 + stream.below(450)
          return TrainingBook.Certificate(
            attained: Int32(attained),
            from: Int32(attained * 1440),
            lapses: Int32((attained + 365) * 1440),
            course: UInt16(index / 4),
            isRevoked: false
          )
        }
      )
    }
    return TrainingBook(
      inputs: inputs,
      courses: inputs.training.courses.map(\.name),
      sessions: [],
      people: inputs.employees,
      attempts: attempts,
      certificates: certificates
    )
  }

  @Test(
    .enabled(if: ProcessInfo.processInfo.environment["BENCHMARK"] != nil, "run with BENCHMARK=1")
  )
  func `every report takes less than a second`() {
    let book = Self.book(people: 5000)
    let date = Make.date("2026-02-02")
    let clock = ContinuousClock()
    let rates = clock.measure {
      let rates = PassRates(AttemptCycles(book, through: date), on: date)
      for keys in PassRateTable.Key.allCases { #expect(!rates.table(by: [keys]).rows.isEmpty) }
    }
    let list = TrainingDueList(book, on: date)
    let needs = clock.measure {
      #expect(list.needs(until: date.adding(days: 90)).count > 1000)
    }
    let rest = clock.measure {
      #expect(list.compliance().employed == 5000)
      #expect(!Competence.stages(of: book, on: date).isEmpty)
    }
    print("rates \(rates), due \(needs), coverage and competence \(rest)")
    #expect(rates < .seconds(1) && needs < .seconds(1) && rest < .seconds(1))
  }
}
