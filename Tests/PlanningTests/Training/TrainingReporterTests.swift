import Foundation
import Interchange
import Planning
import TestSupport
import Testing
import Workforce

/// What HR reads, from a folder of files.
@Suite struct TrainingReporterTests {
  private typealias Make = ScenarioFixtures

  private static func ask<Result>(
    _ asker: Asker = .trainingLead,
    on date: String = "2026-02-02",
    _ body: (TrainingReporter) throws -> Result
  ) throws -> Result {
    try TrainingScenario.with { folder in
      try body(
        TrainingReporter(TrainingSources.at(folder), asker: asker, on: Make.date(date))
      )
    }
  }

  /// Of 60, 45 pass at first, 7 the second time and 8 not at all.
  @Test func `an overview has the rates, what is due, who fails and who is covered`() throws {
    let overview = try Self.ask { try $0.overview(by: [.course, .team]) }
    let total = try #require(overview.tables.first?.total)
    #expect(total.first.passed == 45 && total.final.passed == 52 && total.final.sat == 60)
    #expect(total.open == 8)
    #expect(overview.tables[0].rows.map { $0.group[1] } == ["blue", "red", "tiny"])
    let failing = ["p00", "p08", "p16", "p24", "p32", "p40", "p48", "p56"]
    #expect(overview.failing?.map(\.employee) == failing)
    #expect(overview.compliance.covered == 52 && overview.compliance.employed == 60)
    let due = Dictionary(uniqueKeysWithValues: overview.due.map { ($0.course, $0) })
    // The first stage was over on 12 January; the second is on 12 February.
    #expect(due["aml"]?.overdue == 8)
    #expect(due["cards"]?.overdue == 0 && due["cards"]?.within30 == 60)
    let stage = try #require(overview.competence.first)
    #expect(stage.people == 52 && stage.median == 7)
  }

  @Test func `managers see no group of fewer than five, and no names`() throws {
    let overview = try Self.ask(.manager, on: "2026-04-01") { try $0.overview() }
    #expect(overview.failing == nil && overview.failingCount == 8)
    for table in overview.tables {
      #expect(table.rows.allSatisfy { $0.final.sat >= 5 })
      #expect(table.rows.reduce(0) { $0 + $1.final.sat } == 60)
    }
    let teams = try #require(overview.tables.first { $0.keys == [.team] })
    // Three of team tiny are joined with the next smallest group.
    #expect(teams.rows.map(\.group) == [["red"], ["others"]])
  }

  @Test func `personal results are refused, and the message says who may`() throws {
    for asker in [Asker.planner, .manager, .employee("p02")] {
      let error = #expect(throws: ShiftwrightError.self) {
        try Self.ask(asker) { try $0.passport(of: "p01") }
      }
      #expect(error?.message.contains("HR (--role hr) and the person may.") == true)
    }
    let own = try Self.ask(.employee("p01")) { try $0.passport(of: "p01") }
    #expect(own.record.employee.id == "p01")
    #expect(throws: ShiftwrightError.self) {
      try Self.ask(.manager) { try $0.reminders(since: nil) }
    }
    let unknown = #expect(throws: ShiftwrightError.self) {
      try Self.ask { try $0.passport(of: "q99") }
    }
    #expect(unknown?.message.contains("has nobody with the identifier 'q99'.") == true)
  }

  @Test func `what is due names people to planners and counts to managers`() throws {
    let planner = try Self.ask(.planner) { try $0.due(within: 30) }
    let needs = try #require(planner.needs)
    #expect(needs.count == 68)
    let late = try #require(needs.first)
    #expect(late.due.employee == "p00" && late.daysLeft == -21)
    #expect(late.skillsLost == ["phone"])
    #expect(needs.last?.skillsLost == ["cards"])
    let manager = try Self.ask(.manager) { try $0.due(within: 30) }
    #expect(manager.needs == nil)
    #expect(manager.counts == planner.counts)
    #expect(manager.counts.reduce(0) { $0 + $1.overdue } == 8)
  }

  @Test func `seats and weeks follow from the past and from placement`() throws {
    let question = TrainingReporter.BufferQuestion(
      subject: "aml",
      needed: 8,
      ready: Make.date("2026-06-03")
    )
    let report = try Self.ask { try $0.buffer(question) }
    let past = TrainingBufferReport.Past(course: "aml", first: 45, final: 52, sat: 60)
    #expect(report.past == [past])
    let (first, final) = (try #require(report.first), try #require(report.final))
    #expect(final.seats == 12 && first.seats > final.seats)
    // Two classes of eight in one week, one class of retakes in the next; 3 June is a Wednesday.
    let start = try #require(report.start)
    #expect(start.classes == 2 && start.start == Make.date("2026-05-18"))
    #expect(start.retakesFrom == Make.date("2026-05-25"))
    let curriculum = TrainingReporter.BufferQuestion(
      subject: "agent",
      isCurriculum: true,
      needed: 8,
      ready: Make.date("2026-06-03")
    )
    let all = try Self.ask { try $0.buffer(curriculum) }
    #expect(all.start?.start == Make.date("2026-04-26"))
    #expect(all.past.map(\.course) == ["aml", "cards"])
  }

  @Test func `reminders read back as calendars, and their bytes repeat`() throws {
    let make = {
      try Self.ask(on: "2026-02-05") { try $0.reminders(since: Make.date("2026-01-20")) }
    }
    let (count, files) = try make()
    #expect(count == 60)
    #expect(try make().files == files)
    let calendars = files.filter { $0.name.hasSuffix(".ics") }
    #expect(calendars.count == 63)
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var total = 0
    for file in calendars {
      for line in String(decoding: file.bytes, as: UTF8.self).components(separatedBy: "\r\n") {
        #expect(line.utf8.count <= 75)
      }
      let place = folder.appending(path: "one.ics")
      try Data(file.bytes).write(to: place)
      let loaded = CalendarLoader.load(place.path)
      #expect(loaded.errors.isEmpty)
      let entries = try #require(loaded.value)
      #expect(entries.map(\.date) == [Make.date("2026-02-05")])
      if file.name.contains("person-") { total += entries.count }
      if file.name == "calendars/team-tiny.ics" {
        let names = entries[0].name.components(separatedBy: " / ")
        #expect(names.count == 3)
        #expect(
          names[0] == "Zoë O’Neil; p57, team, with a name so long that its line must be "
            + "folded twice over (p57): cards is needed in 7 days"
        )
      }
    }
    #expect(total == 60)
  }

  /// Some take the course on 1 March; their handle time falls by 20 seconds, everybody's by 5 a month.
  private static func effects(trained: Int) -> (inputs: PlanningInputs, records: TrainingRecords) {
    var stream = RandomStream(seed: 3, name: "effects")
    var scenario = TrainingScenario.made()
    let date = Make.date("2026-03-01")
    for (number, person) in scenario.inputs.employees.enumerated() {
      if number < trained {
        scenario.inputs.training.certifications.append(
          Certification(
            employee: person.id,
            course: "cards",
            attained: date,
            from: LocalDateTime(date: date, secondOfDay: 0),
            reference: "k\(number)"
          )
        )
      }
      for day in stride(from: -27, to: 36, by: 3) {
        let effect = number < trained && day > 0 ? -20.0 : 0
        scenario.records.performance.append(
          PerformanceRecord(
            employee: person.id,
            date: date.adding(days: day),
            measure: .handleTime,
            cases: 40,
            mean: (300 + effect - Double(day) / 6 + stream.normal()).rounded()
          )
        )
      }
    }
    return scenario
  }

  @Test func `an effect is told against colleagues, and withheld where few people show`() throws {
    let ask = { (asker: Asker, trained: Int) in
      try TrainingScenario.with(Self.effects(trained: trained)) { folder in
        try TrainingReporter(FolderTraining(folder), asker: asker, on: Make.date("2026-05-01"))
          .effect(of: "cards")
      }
    }
    let report = try ask(.manager, 15)
    let effect = try #require(report.effects.first)
    #expect(report.effects.count == 1 && effect.trained == 15 && effect.others == 45)
    #expect(abs(effect.effect.mean + 20) < 1.5)
    #expect(effect.warnings.contains(.othersChanged))
    let few = try ask(.manager, 3)
    #expect(few.effects.isEmpty && few.withheld == [.handleTime])
    let hr = try ask(.trainingLead, 3)
    #expect(hr.effects.first?.warnings.contains(.tooFew(trained: 3, others: 57)) == true)
    let error = #expect(throws: ShiftwrightError.self) {
      try TrainingScenario.with { folder in
        try TrainingReporter(FolderTraining(folder), asker: .manager, on: Make.date("2026-05-01"))
          .effect(of: "card")
      }
    }
    #expect(error?.message.hasSuffix("has no course 'card'.\nDid you mean 'cards'?") == true)
  }

  @Test func `bad rows of results are all named`() throws {
    var scenario = TrainingScenario.made()
    scenario.records.assessments[0].corrects = "nothing"
    scenario.records.assessments[0].reason = "why"
    scenario.records.assessments[1].employee = "nobody"
    let error = #expect(throws: BadInput.self) {
      try TrainingScenario.with(scenario) { folder in
        try TrainingReporter(
          FolderTraining(folder),
          asker: .trainingLead,
          on: Make.date("2026-02-02")
        ).overview()
      }
    }
    #expect(error?.diagnostics.count { $0.severity == .error } == 2)
  }
}
