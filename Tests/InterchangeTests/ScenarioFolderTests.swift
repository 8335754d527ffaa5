import Foundation
import Testing
import Workforce

@testable import Interchange

@Suite struct ScenarioFolderTests {
  @Test func `reads every value of a scenario`() throws {
    let loaded = ScenarioTexts.load(ScenarioTexts.files)
    #expect(loaded.diagnostics.map(\.description) == [])
    let inputs = try #require(loaded.value)
    let settings = inputs.settings
    #expect(settings.name == "Test Center")
    #expect(settings.zone.identifier == "Europe/London")
    #expect(settings.queues.map(\.name) == ["phone", "chat"])
    #expect(settings.queues[0].target.maximumOccupancy?.value == 0.88)
    #expect(settings.queues[0].patience == .seconds(120))
    #expect(settings.queues[0].openingHours.windows.map(\.count) == [1, 1, 1, 1, 1, 1, 0])
    #expect(
      settings.queues[1].openingHours.windows[6].map(\.description) == [
        "08:00-12:00", "13:00-18:00",
      ]
    )
    #expect(settings.queues[1].concurrency == 2)
    #expect(settings.sites == [Site(name: "harbour", overtimeBudget: .hours(40))])
    #expect(settings.shiftTemplates[0].paidLength == .hours(8))
    #expect(settings.shiftTemplates[0].breaks[1].latestStart?.value == 0.6)
    #expect(settings.contracts[0].shiftWindow?.description == "07:00-22:00")
    #expect(settings.contracts[0].rules == TourRuleSettings())
    #expect(settings.costs.understaffing.map(\.costPerHour) == [32, 180])
    #expect(settings.costs.overstaffingPerHour == 2)
    #expect(settings.costs.maximumPay == nil)
    #expect(inputs.history.map(\.intervalMinutes) == [30, 30])
    #expect(inputs.history[0].records[1].averageHandleTime == .seconds(231.5))
    #expect(inputs.history[1].records[0].handled == nil)
    #expect(inputs.calendar.map(\.factor) == [nil, 0.6])
    #expect(inputs.employees[1].fullTimeEquivalent == .one)
    #expect(inputs.skills[2].from == LocalDate("2025-01-01"))
    #expect(inputs.availability[0].window == nil)
    #expect(inputs.absences[0].until == LocalDateTime("2026-03-04T00:00"))
    #expect(inputs.preferences[1].weight == 2)
    #expect(inputs.pastDuties[0].end == LocalDateTime("2026-02-27T16:30"))
  }

  @Test func `loads what it wrote without loss`() throws {
    let inputs = try RichScenario.inputs()
    let folder = try TemporaryFolder()
    let files = try ScenarioFolder.files(for: inputs)
    #expect(files.map(\.name) == ScenarioFolder.fileNames.filter { $0 != "calendar.ics" })
    for file in files { try folder.write(file.name, String(decoding: file.bytes, as: UTF8.self)) }
    let loaded = ScenarioFolder.load(folder.path + "/")
    #expect(loaded.diagnostics.map(\.description) == [])
    let again = try #require(loaded.value)
    #expect(again.settings == inputs.settings)
    #expect(again.history == inputs.history)
    #expect(again == inputs)
    #expect(try ScenarioFolder.files(for: again) == files)
  }

  @Test func `writes yaml that a reader likes`() throws {
    let inputs = try RichScenario.inputs()
    try expectGolden(ScenarioText(inputs.settings).text, "rich-scenario.yaml")
  }

  @Test func `leaves files without content out`() throws {
    var inputs = try RichScenario.inputs()
    inputs.history = []
    inputs.calendar = []
    inputs.overrides = []
    inputs.availability = []
    inputs.absences = []
    inputs.preferences = []
    inputs.pastDuties = []
    inputs.locks = []
    inputs.rotationPlaces = []
    inputs.ledger = []
    inputs.pastOnCall = []
    inputs.meetingTimes = []
    inputs.training = .none
    let names = try ScenarioFolder.files(for: inputs).map(\.name)
    #expect(names == ["scenario.yaml", "employees.csv", "skills.csv"])
  }

  @Test func `refuses to write what would not read back`() throws {
    var inputs = try RichScenario.inputs()
    inputs.settings.shiftTemplates[0].length = .seconds(30_601)
    let error = #expect(throws: ShiftwrightError.self) {
      try ScenarioFolder.files(for: inputs)
    }
    #expect(
      error?.message == """
        The scenario cannot be written without loss: scenario.yaml would read back differently.
        Use whole minutes for shifts, whole seconds for hours, and the documented order.
        """
    )
    inputs = try RichScenario.inputs()
    inputs.employees = []
    let empty = #expect(throws: ShiftwrightError.self) { try ScenarioFolder.files(for: inputs) }
    #expect(empty?.message.contains("employees.csv: the file has no employees.") == true)
  }

  @Test func `takes byte-order marks, carriage returns and trailing blank lines`() throws {
    var files = ScenarioTexts.files
    for (name, text) in files {
      files[name] = "\u{FEFF}" + text.replacing("\n", with: "\r\n") + "\r\n\r\n"
    }
    let loaded = ScenarioTexts.load(files)
    #expect(loaded.diagnostics.map(\.description) == [])
    #expect(loaded.value == ScenarioTexts.load(ScenarioTexts.files).value)
  }

  @Test func `repeats of an ambiguous local time are the later moment`() throws {
    var files = ScenarioTexts.files
    let rows = ["00:30", "01:00", "01:30", "01:00", "01:30", "02:00"].flatMap { time in
      ["phone", "chat"].map { "\($0),2025-10-26T\(time),5" }
    }
    files["contacts.csv"] = (["queue,interval_start,arrivals"] + rows).joined(separator: "\n")
    let loaded = ScenarioTexts.load(files)
    #expect(loaded.diagnostics.map(\.description) == [])
    let starts = try #require(loaded.value).history[0].records.map(\.start)
    #expect(zip(starts, starts.dropFirst()).allSatisfy { $1.minutes(since: $0) == 30 })
    #expect(starts.count == 6)
  }

  @Test func `warns of a file whose name is nearly right`() throws {
    let folder = try TemporaryFolder()
    for (name, text) in ScenarioTexts.files { try folder.write(name, text) }
    try FileManager.default.moveItem(
      atPath: folder.path + "/absences.csv",
      toPath: folder.path + "/absence.csv"
    )
    let loaded = ScenarioFolder.load(folder.path)
    #expect(loaded.value != nil)
    #expect(
      loaded.diagnostics.map(\.description) == [
        """
        \(folder.path)/absence.csv: warning: the file is not read.
        Did you mean 'absences.csv'? Rename it.
        """
      ]
    )
  }

  @Test func `names a folder that does not exist`() {
    #expect(
      ScenarioFolder.load("no/such/place/").diagnostics.map(\.description) == [
        """
        no/such/place: there is no such folder.
        Give the path of a scenario folder, one that holds scenario.yaml.
        """
      ]
    )
  }
}
