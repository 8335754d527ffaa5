import Planning
import TestSupport
import Testing
import Training
import Workforce

@Suite struct SampleTrainingTests {
  private func scenario(_ share: Double? = nil, training: Bool = true) throws -> SampleScenario {
    let lapse = share.map {
      SampleLapse(share: ScenarioFixtures.share($0), date: ScenarioFixtures.date("2026-03-31"))
    }
    return SampleScenario(
      options: try SampleOptions(
        people: 60,
        queues: 3,
        weeks: 4,
        hasTraining: training,
        lapse: lapse
      )
    )
  }

  @Test func `training changes nothing else`() throws {
    var with = try scenario(0.4).inputs()
    let without = try scenario(training: false).inputs()
    #expect(with != without)
    with.training = .none
    #expect(with == without)
    let records = try scenario(training: false).records(for: without)
    #expect(records == .none)
  }

  @Test func `everybody holds the certificates of their skills`() throws {
    let inputs = try scenario().inputs()
    let brute = BruteForceHolding(inputs)
    let monday = ScenarioFixtures.week.monday
    for grant in inputs.skills {
      let day = max(monday, grant.from ?? monday)
      let moment = inputs.settings.zone.startOfDay(day).adding(minutes: 600)
      #expect(brute.holding(grant.employee, grant.skill, at: moment) == 2, "\(grant)")
    }
  }

  @Test(arguments: [0.3, 0.4, 1])
  func `a share loses the certificate in one night`(share: Double) throws {
    let inputs = try scenario(share).inputs()
    let lapsing = inputs.training.certifications.filter {
      $0.course == "aml" && $0.lapses == ScenarioFixtures.time("2026-03-31T00:00")
    }
    #expect(Set(lapsing.map(\.employee)).count >= Int(60 * share))
    #expect(Set(lapsing.map(\.employee)).count <= Int(60 * share) + 2)
  }

  @Test func `about one in seven needs a second attempt`() throws {
    let scenario = try scenario()
    let inputs = scenario.inputs()
    let records = scenario.records(for: inputs)
    let cycles = AttemptCycles(TrainingBook(inputs: inputs, records: records)).cycles
    let share = Double(cycles.count(where: \.isPassedFirst)) / Double(cycles.count)
    #expect(cycles.count > 100)
    #expect((0.78...0.94).contains(share))
    #expect(!records.attendances.isEmpty && !records.performance.isEmpty)
  }

  @Test func `every report has something to show`() throws {
    let scenario = try scenario()
    let inputs = scenario.inputs()
    let records = scenario.records(for: inputs)
    let monday = ScenarioFixtures.week.monday
    let soon = inputs.training.certifications.filter {
      $0.lapses.map { (monday...monday.adding(days: 90)).contains($0.date) } ?? false
    }
    #expect(Set(soon.map(\.course)).count > 1)
    let book = TrainingBook(inputs: inputs, records: records)
    #expect(!AttemptCycles(book, through: monday).failedTwice.isEmpty)
    let due = TrainingDueList(book, on: monday).due(until: monday.adding(days: 90))
    #expect(Set(due.map(\.kind)) == [.renewal, .drill])
    #expect(records.assessments.contains { $0.course == "service_drill" })
    let taught = records.assessments.compactMap(\.session)
    let trainers = Dictionary(
      uniqueKeysWithValues: inputs.training.sessions.map { ($0.id, $0.trainer) }
    )
    #expect(taught.count > 100)
    #expect(taught.allSatisfy { trainers[$0] != .some(nil) && trainers[$0] != nil })
    #expect(
      inputs.training.curricula.allSatisfy {
        $0.stages.contains { $0.courses.contains { $0 != "aml" } }
      }
    )
  }

  @Test(arguments: [nil, 0.4])
  func `nobody passes before being hired, nor sits after the week`(share: Double?) throws {
    let scenario = try scenario(share)
    let inputs = scenario.inputs()
    let hired = Dictionary(uniqueKeysWithValues: inputs.employees.map { ($0.id, $0.hired) })
    let night = ScenarioFixtures.date("2025-03-31")
    for attempt in scenario.records(for: inputs).assessments
    where share == nil || attempt.sat.date > night {
      let first = try #require(hired[attempt.employee] ?? nil)
      #expect(first <= attempt.sat.date, "\(attempt)")
      #expect(attempt.sat.date <= ScenarioFixtures.week.monday.adding(days: 6))
    }
  }
}
