import GLPKSolver
import Interchange
import TestSupport
import Testing
import Training
import Workforce

@testable import Planning

@Suite struct ClassPlacerTests {
  private static let week = ScenarioFixtures.week

  static func inputs(
    seed: UInt64,
    share: Double = 0.3,
    on date: String = "2026-03-06",
    people: Int = 40
  ) throws -> PlanningInputs {
    let options = try SampleOptions(
      people: people,
      queues: 2,
      weeks: 4,
      seed: seed,
      hasTraining: true,
      lapse: SampleLapse(share: ScenarioFixtures.share(share), date: ScenarioFixtures.date(date))
    )
    var inputs = SampleScenario(options: options).inputs()
    inputs.skillSpans = SkillHolding(inputs).spans()
    return inputs
  }

  private func placed(_ inputs: PlanningInputs, weeks: Int = 1) throws -> PlacementResult {
    try ClassPlacer(
      inputs,
      chances: PassChances(TrainingBook(inputs: inputs, records: .none)),
      options: try PlacementOptions(weeks: weeks),
      solver: GLPKSolver()
    ).place(Self.week)
  }

  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func `a referee finds nothing wrong`(seed: UInt64) throws {
    let inputs = try Self.inputs(seed: seed)
    let result = try placed(inputs)
    #expect(PlacementReferee(inputs: inputs, result: result).faults() == [])
    let due = inputs.training.certifications.count {
      $0.course == "aml" && $0.lapses?.date == ScenarioFixtures.date("2026-03-06")
    }
    #expect(due == 12)
    #expect(
      result.placed.count {
        $0.course == "aml" && $0.by.date == ScenarioFixtures.date("2026-03-06")
      } == due
    )
    #expect(result.isComplete)
  }

  @Test func `costs no more than the same people at one hour by hand`() throws {
    let result = try placed(try Self.inputs(seed: 3))
    #expect(result.byHand.placed > 0)
    #expect(result.cost.service <= result.byHand.cost.service)
  }

  @Test func `the same inputs give the same classes`() throws {
    let inputs = try Self.inputs(seed: 2)
    let (first, second) = (try placed(inputs), try placed(inputs))
    #expect(first.sessions == second.sessions)
    #expect(first.summary(at: "x") == second.summary(at: "x"))
  }

  @Test func `says who has no seat, and what would help`() throws {
    var inputs = try Self.inputs(seed: 1, share: 0.5)
    inputs.training.placement?.sessionsPerWeek = 1
    let result = try placed(inputs)
    let left = result.unplaced.filter(\.isNeeded)
    #expect(!left.isEmpty)
    #expect(PlacementReferee(inputs: inputs, result: result).faults() == [])
    #expect(result.remedies.contains { $0.hasPrefix("One more class of a course a week") })
    // the remedy holds when it is made
    inputs.training.placement?.sessionsPerWeek = 2
    let better = try placed(inputs).unplaced.count(where: \.isNeeded)
    #expect(better < left.count)
  }

  @Test func `classes that are there are filled first and kept`() throws {
    var inputs = try Self.inputs(seed: 1)
    let trainer = try #require(inputs.training.courses.first?.trainers.first)
    let given = ClassSession(
      id: "given",
      course: "aml",
      start: ScenarioFixtures.time("2026-03-03T14:00"),
      end: ScenarioFixtures.time("2026-03-03T15:30"),
      trainer: trainer,
      seats: 5
    )
    inputs.training.sessions.append(given)
    let result = try placed(inputs)
    let kept = try #require(result.sessions.first { $0.id == "given" })
    #expect(kept.attendees.count == 5)
    #expect(kept.start == given.start && kept.trainer == given.trainer)
    #expect(PlacementReferee(inputs: inputs, result: result).faults() == [])
  }

  @Test func `a scenario without courses is refused`() throws {
    let inputs = ScenarioFixtures.inputs(people: ScenarioFixtures.people("a"))
    #expect(throws: ShiftwrightError.self) { try placed(inputs) }
  }

  @Test func `a planner gets no chances of people`() throws {
    let result = try placed(try Self.inputs(seed: 1))
    let texts = [true, false].map { mayShow in
      PlacementFiles.files(of: result, mayShowResults: mayShow).first { $0.name == "placement.csv" }
        .map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
    }
    #expect(texts[0].contains(",0.500,"))
    #expect(!texts[1].contains(",0.500,"))
    #expect(texts[1].contains(",,"))
  }
}
