import GLPKSolver
import Staffing
import TestSupport
import Testing
import Workforce

@testable import Planning

/// A new forecast asks for other agents also in later intervals: what came before is still in hand.
@Suite struct NeedRevisionTests {
  private func settings() throws -> ScenarioSettings {
    ScenarioSettings(
      name: "test",
      zone: .utc,
      intervalMinutes: 30,
      shrinkage: .zero,
      queues: [
        QueueSettings(
          name: "q",
          channel: .phone,
          skill: "q",
          openingHours: OpeningHours(windows: Array(repeating: [], count: 7)),
          target: ServiceTarget(
            serviceLevel: try #require(Fraction(0.8)),
            threshold: .seconds(20)
          ),
          averageHandleTime: .minutes(20)
        )
      ],
      sites: [],
      shiftTemplates: [],
      contracts: [],
      costs: CostSettings()
    )
  }

  private func forecast() throws -> Forecast {
    let monday = try #require(LocalDate("2026-03-02"))
    let grid = try #require(TimeGrid(from: monday, days: 2, stepMinutes: 30, zone: .utc))
    let isOpen = (0..<96).map { (16..<40).contains($0 % 48) }
    let mean = isOpen.map { $0 ? 20.0 : 0 }
    let band = QueueForecast.Band(mean: mean, low95: mean, low80: mean, high80: mean, high95: mean)
    let days = [480.0, 480]
    let queue = QueueForecast(
      queue: "q",
      method: .weeklyNaive,
      intervals: band,
      days: .init(mean: days, low95: days, low80: days, high80: days, high95: days),
      averageHandleTime: isOpen.map { _ in .minutes(20) },
      dayVariation: 0,
      pastError: nil,
      isOpen: isOpen
    )
    return Forecast(grid: grid, queues: [queue])
  }

  /// Everybody takes `factor` times as long as the forecast says.
  @Test(arguments: [1, 2.0])
  func `agents change where the forecast does and while its contacts are in hand`(factor: Double)
    throws
  {
    var inputs = PlanningInputs(settings: try settings(), employees: ScenarioFixtures.people("a"))
    inputs.skills = [SkillGrant(employee: "a", skill: "q", level: "own")]
    inputs.settings.proficiency.levels = [.init(name: "own", factor: factor)]
    let forecast = try forecast()
    let published = RequirementCalculator(inputs: inputs).requirement(for: forecast)
    let more = QueueForecast.Band(mean: [60], low95: [60], low80: [60], high80: [60], high95: [60])
    var changes = ChangeRequest(
      prices: ChangeRequest.Prices(changedShift: 0, changedStartPerHour: 0)
    )
    changes.reforecast = [
      ChangeRequest.Reforecast(queue: "q", start: forecast.grid.instant(at: 24), arrivals: more)
    ]
    let revision = try NeedRevision(
      inputs: inputs,
      published: (forecast, published),
      changes: changes,
      solver: GLPKSolver()
    )
    let whole = RequirementCalculator(inputs: inputs).requirement(for: revision.forecast)
    let (before, after) = (published.queues[0].intervals, revision.requirement.queues[0].intervals)
    #expect(after.map(\.agents) == whole.queues[0].intervals.map(\.agents))
    #expect(after[24].agents > before[24].agents)
    #expect(after[25].agents > before[25].agents)
    #expect(Array(after[..<24]) == Array(before[..<24]))
    #expect(Array(after[48...]) == Array(before[48...]))
    #expect(revision.dates == [try #require(LocalDate("2026-03-02"))])
  }
}
