import Foundation
import Testing
import Workforce

@testable import Interchange

@Suite struct SnapshotFolderTests {
  private func inputs() throws -> PlanningInputs {
    try #require(ScenarioTexts.load(ScenarioTexts.files).value)
  }

  private func forecast(_ week: String, mean: Double = 3, model: Double? = nil) throws -> Forecast {
    let inputs = try inputs()
    let zone = inputs.settings.zone
    let monday = try #require(ISOWeek(week))
    let grid = try #require(TimeGrid(week: monday, stepMinutes: 30, zone: zone))
    let band = { (count: Int, mean: Double) in
      QueueForecast.Band(
        mean: Array(repeating: mean, count: count),
        low95: Array(repeating: 0, count: count),
        low80: Array(repeating: mean / 2, count: count),
        high80: Array(repeating: mean * 2, count: count),
        high95: Array(repeating: mean * 3, count: count)
      )
    }
    let queues = inputs.settings.queues.map { queue in
      QueueForecast(
        queue: queue.name,
        method: .weekdayMean,
        intervals: band(grid.count, mean),
        days: band(7, mean * 48),
        averageHandleTime: Array(repeating: .seconds(240), count: grid.count),
        dayVariation: 0.01,
        pastError: nil,
        isOpen: Array(repeating: true, count: grid.count),
        modelMean: model.map { Array(repeating: $0, count: grid.count) }
      )
    }
    return Forecast(grid: grid, queues: queues)
  }

  private func record(_ week: String) throws -> SnapshotRecord {
    let inputs = try inputs()
    let change = ForecastOverride(
      queue: nil,
      from: try RichScenario.local("2026-03-02T00:00"),
      until: try RichScenario.local("2026-03-03T00:00"),
      change: .factor(1.2),
      reason: "Mailing"
    )
    let applied = AppliedOverride(
      override: change,
      queue: "phone",
      contactsBefore: 100,
      contactsAfter: 120
    )
    return SnapshotRecord(
      shiftwright: "0.1.0",
      week: try #require(ISOWeek(week)),
      asOf: try RichScenario.date("2026-02-28"),
      dataBefore: try RichScenario.date("2026-02-28"),
      settings: inputs.settings,
      queues: inputs.settings.queues.map {
        .init(queue: $0.name, method: "weekday_mean", lastData: nil)
      },
      overrides: [.init(applied)],
      inputs: [.init(file: "contacts.csv", sha256: "ab")]
    )
  }

  @Test func `keeps each forecast once, numbered, and reads it back`() throws {
    let folder = try TemporaryFolder()
    let store = SnapshotFolder(scenario: folder.path + "/")
    let first = try forecast("2026-W10")
    let changed = try forecast("2026-W10", mean: 4, model: 3)
    let record = try record("2026-W10")
    let kept = try [first, first, changed, changed, first].map { try store.add($0, record) }
    let names = ["001", "001", "002", "002", "003"]
    #expect(kept.map(\.folder) == names.map { "\(folder.path)/snapshots/2026-W10/\($0)" })
    #expect(kept.map(\.isNew) == [true, false, true, false, true])
    let other = try store.add(forecast("2026-W11"), self.record("2026-W11"))
    #expect(other.folder.hasSuffix("2026-W11/001"))

    let loaded = try store.load(nil, inputs: inputs())
    #expect(loaded.diagnostics == [])
    let snapshots = try #require(loaded.value)
    #expect(snapshots.map(\.number) == [1, 2, 3, 1])
    #expect(snapshots.map(\.week.description).suffix(2) == ["2026-W10", "2026-W11"])
    #expect(snapshots[0].forecast == first)
    #expect(snapshots[1].forecast == changed)
    #expect(snapshots[1].record == record)
    let week = try #require(ISOWeek("2026-W11"))
    #expect(try store.load(week...week, inputs: inputs()).value?.count == 1)
  }

  @Test func `a snapshot outlives changes of the scenario's queues and intervals`() throws {
    let folder = try TemporaryFolder()
    let store = SnapshotFolder(scenario: folder.path)
    _ = try store.add(forecast("2026-W10"), record("2026-W10"))
    var now = try inputs()
    now.settings.intervalMinutes = 15
    now.settings.queues.removeLast()
    now.settings.queues[0].name = "voice"
    let loaded = try store.load(nil, inputs: now)
    #expect(loaded.diagnostics == [])
    #expect(loaded.value?.first?.forecast == (try forecast("2026-W10")))
  }

  @Test func `says which file is broken`() throws {
    let folder = try TemporaryFolder()
    let store = SnapshotFolder(scenario: folder.path)
    let place = try store.add(forecast("2026-W10"), record("2026-W10")).folder
    let name = "snapshots/2026-W10/001/snapshot.json"
    let findings = { (text: String?) throws -> [String] in
      if let text { try folder.write(name, text) }
      if text == nil { try FileManager.default.removeItem(atPath: folder.path + "/" + name) }
      return try store.load(nil, inputs: inputs()).diagnostics
        .map { $0.description.replacing(place + "/", with: "") }
    }
    let advice = "Take it from a copy of the scenario, or remove the snapshot's folder."
    #expect(
      try findings("[") == [
        "snapshot.json: the file is no record of a snapshot: it is not JSON.\n" + advice
      ]
    )
    #expect(
      try findings("{}") == [
        "snapshot.json: the file is no record of a snapshot: 'shiftwright' is missing.\n" + advice
      ]
    )
    #expect(
      try findings(nil).first == """
        snapshot.json: the file is missing.
        Give the path of a file that a run wrote; docs/reference/scenario-format.md lists them.
        """
    )
  }
}
