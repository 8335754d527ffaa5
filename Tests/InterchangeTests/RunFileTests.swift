import Foundation
import Testing
import Workforce

@testable import Interchange

@Suite struct RunFileTests {
  private func inputs() throws -> PlanningInputs {
    try #require(ScenarioTexts.load(ScenarioTexts.files).value)
  }

  private func grid(_ week: String) throws -> TimeGrid {
    let zone = try inputs().settings.zone
    let week = try #require(ISOWeek(week))
    return try #require(TimeGrid(week: week, stepMinutes: 30, zone: zone))
  }

  private func band(_ count: Int, _ random: inout RandomStream) -> QueueForecast.Band {
    var columns: [[Double]] = []
    for _ in 0..<5 {
      columns.append((0..<count).map { _ in Double(random.next() >> 11) / Double(1 << 45) })
    }
    return .init(
      mean: columns[0],
      low95: columns[1],
      low80: columns[2],
      high80: columns[3],
      high95: columns[4]
    )
  }

  private func handleTimes() -> QueueForecast.HandleTimeBand {
    let days = (0..<7).map(Double.init)
    return QueueForecast.HandleTimeBand(
      mean: days.map { .seconds(240.1 + $0 / 3) },
      low80: days.map { .seconds(230.7 + $0 / 7) },
      high80: days.map { .seconds(250.9 + $0 / 9) }
    )
  }

  private func forecast(_ week: String) throws -> Forecast {
    let grid = try grid(week)
    var random = RandomStream(seed: 7, name: "forecast")
    let queues = ["phone", "chat"].map { name in
      QueueForecast(
        queue: name,
        method: name == "phone" ? .weeklyNaive : .weekdayMean,
        intervals: band(grid.count, &random),
        days: band(7, &random),
        averageHandleTime: (0..<grid.count).map { .seconds(200 + Double($0) / 8) },
        dayVariation: name == "phone" ? 0.0123 : 0,
        pastError: name == "phone" ? 0.1 + 0.2 : nil,
        isOpen: (0..<grid.count).map { $0 % 3 == 0 },
        handleTimes: name == "phone" ? handleTimes() : nil,
        handleTimeVariation: name == "phone" ? 0.1 + 0.7 : nil,
        patience: name == "phone" ? nil : .seconds(91.3),
        containment: name == "phone" ? nil : (0..<7).compactMap { Fraction(Double($0) / 70) }
      )
    }
    return Forecast(grid: grid, queues: queues)
  }

  /// Weeks of 336, 334 and 338 half hours.
  @Test(arguments: ["2026-W10", "2026-W13", "2026-W43"])
  func `forecasts read back to the last digit`(week: String) throws {
    let forecast = try forecast(week)
    let folder = try TemporaryFolder()
    for file in ForecastFile.files(forecast) {
      try folder.write(file.name, String(decoding: file.bytes, as: UTF8.self))
    }
    for path in [folder.path, folder.path + "/forecast.csv"] {
      let loaded = try ForecastFile.load(path, inputs: inputs())
      #expect(loaded.diagnostics.map(\.description) == [])
      #expect(loaded.value == forecast)
    }
  }

  private func requirement(_ week: String) throws -> Requirement {
    let grid = try grid(week)
    var random = RandomStream(seed: 9, name: "requirement")
    let queues = ["phone", "chat"].map { name in
      QueueRequirement(
        queue: name,
        intervals: (0..<grid.count).map { index in
          IntervalRequirement(
            agents: index % 50,
            rostered: index % 55,
            offeredLoad: Double(random.next() >> 11) / Double(1 << 48),
            serviceLevel: Double(random.next() >> 11) / Double(1 << 53),
            occupancy: Double(random.next() >> 11) / Double(1 << 53),
            bindingTarget: BindingTarget.allCases[index % 7]
          )
        }
      )
    }
    return Requirement(grid: grid, queues: queues)
  }

  @Test(arguments: ["2026-W10", "2026-W13", "2026-W43"])
  func `requirements read back to the last digit`(week: String) throws {
    let requirement = try requirement(week)
    let folder = try TemporaryFolder()
    let path = try folder.write("requirement.csv", RequirementFile.csv(requirement))
    let loaded = try RequirementFile.load(path, inputs: inputs())
    #expect(loaded.diagnostics.map(\.description) == [])
    #expect(loaded.value == requirement)
  }

  @Test func `reports rows that are doubled, outside the week or wrong`() throws {
    let folder = try TemporaryFolder()
    var lines = RequirementFile.csv(try requirement("2026-W10")).split(separator: "\n").map(
      String.init
    )
    lines[2] = lines[1]
    lines[3] = lines[3].replacing("2026-03-02", with: "2026-03-09")
    lines[4] = lines[4].replacing("phone", with: "phne")
    lines[5] = lines[5].replacing("T02:00", with: "T02:10")
    let path = try folder.write("requirement.csv", lines.joined(separator: "\n"))
    let findings = try RequirementFile.load(path, inputs: inputs()).diagnostics
    #expect(
      findings.map { $0.description.replacing(folder.path + "/", with: "") } == [
        """
        requirement.csv:3: queue 'phone' has a second row for 2026-03-02T00:00+00:00 (the first \
        is in line 2).
        Delete one of them.
        """,
        """
        requirement.csv:4: interval_start 2026-03-09T01:00+00:00 is not an interval of 2026-W10.
        Write the start of a 30-minute interval of that week, or delete the row.
        """,
        """
        requirement.csv:5: unknown queue 'phne'.
        Did you mean 'phone'? The queues are: phone, chat.
        """,
        """
        requirement.csv:6: interval_start 2026-03-02T02:10+00:00 is not an interval of 2026-W10.
        Write the start of a 30-minute interval of that week, or delete the row.
        """,
      ]
    )
  }

  @Test func `reports rows that are missing`() throws {
    let folder = try TemporaryFolder()
    let lines = RequirementFile.csv(try requirement("2026-W10")).split(separator: "\n")
    let path = try folder.write("requirement.csv", lines.dropLast(2).joined(separator: "\n"))
    let findings = try RequirementFile.load(path, inputs: inputs()).diagnostics
    #expect(
      findings.map { $0.description.replacing(folder.path + "/", with: "") } == [
        """
        requirement.csv: queue 'chat' has no row for 2 times, first 2026-03-08T23:00+00:00.
        Add the missing rows, or make the file again.
        """
      ]
    )
  }

  @Test func `names both forecast files when they are missing`() throws {
    let folder = try TemporaryFolder()
    let findings = try ForecastFile.load(folder.path, inputs: inputs()).diagnostics
    #expect(
      findings.map { $0.file } == [
        folder.path + "/forecast.csv", folder.path + "/forecast_days.csv",
      ]
    )
  }

  @Test func `writes coverage against the requirement`() throws {
    let inputs = try inputs()
    let requirement = try requirement("2026-W10")
    var allocated = Array(repeating: Array(repeating: 0.0, count: 336), count: 2)
    allocated[0][3] = 2.5
    allocated[1][4] = 4.25
    var idle = Array(repeating: 0.0, count: 336)
    idle[0] = 1.5
    let text = CoverageFile.csv(
      Coverage(grid: requirement.grid, allocated: allocated, idle: idle),
      requirement: requirement,
      settings: inputs.settings
    )
    let lines = text.split(separator: "\n")
    #expect(lines.count == 1 + 3 * 336)
    #expect(lines[0] == "queue,interval_start,required,allocated,shortfall,surplus")
    #expect(lines[4] == "phone,2026-03-02T01:30+00:00,3,2.5,0.5,0")
    #expect(lines[1 + 336 + 4] == "chat,2026-03-02T02:00+00:00,4,4.25,0,0.25")
    #expect(lines[1 + 2 * 336] == "(idle),2026-03-02T00:00+00:00,0,1.5,0,1.5")
  }

  @Test func `writes the simulation by week, day and interval`() throws {
    let grid = try grid("2026-W13")
    let measures = ServiceMeasures(
      arrivals: 100,
      answeredInTarget: 81.5,
      abandoned: 2.25,
      abandonedInTarget: 0.5,
      serviceLevel: Estimate(mean: 0.75, halfWidth: 0.25),
      averageSpeedOfAnswer: Estimate(mean: 12.5, halfWidth: 1),
      abandonmentShare: Estimate(mean: 0.0225, halfWidth: 0.125)
    )
    var week = measures
    (week.medianSpeedOfAnswer, week.slowestTenth) = (0, 37.5)
    let queue = QueueSimulation(
      queue: "phone",
      intervals: Array(repeating: measures, count: grid.count),
      days: Array(repeating: measures, count: 7),
      total: week,
      target: ServiceTarget(serviceLevel: try #require(Fraction(0.8)), threshold: .seconds(20)),
      period: .week,
      occupancy: Estimate(mean: 0.8, halfWidth: 0.01),
      dayOccupancy: Array(repeating: Estimate(mean: 0.8, halfWidth: 0.02), count: 7),
      isOpen: Array(repeating: true, count: grid.count),
      agents: Array(repeating: 3, count: grid.count)
    )
    let result = SimulationResult(
      grid: grid,
      replications: 10,
      seed: 1,
      queues: [queue],
      occupancy: Estimate(mean: 0.8, halfWidth: 0.01)
    )
    let lines = SimulationFile.csv(result).split(separator: "\n")
    #expect(lines.count == 1 + 1 + 7 + 334)
    let rest = "11.5,13.5,0.5,0.0225,0,0.1475"
    #expect(lines[1] == "phone,week,2026-W13,100,81.5,2.25,0.75,0.5,1,12.5,\(rest),0,37.5")
    #expect(lines[8] == "phone,day,2026-03-29,100,81.5,2.25,0.75,0.5,1,12.5,\(rest),,")
    #expect(
      lines[342] == "phone,interval,2026-03-29T23:30+01:00,100,81.5,2.25,0.75,0.5,1,12.5,\(rest),,"
    )
  }
}
