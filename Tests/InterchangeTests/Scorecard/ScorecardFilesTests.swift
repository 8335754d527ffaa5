import Foundation
import Interchange
import Testing
import Workforce

/// Files of a scorecard: what they say, and everything that is wrong with them at once.
@Suite struct ScorecardFilesTests {
  /// Calls `body` with the path of a file.
  private static func with<Result>(_ text: String, _ body: (String) throws -> Result) throws
    -> Result
  {
    let path = FileManager.default.temporaryDirectory.appending(path: "sc-\(UUID().uuidString)")
    try Data(text.utf8).write(to: path)
    defer { try? FileManager.default.removeItem(at: path) }
    return try body(path.path)
  }

  private static func messages(_ diagnostics: [Diagnostic]) -> [String] {
    diagnostics.map { "\($0.line.map(String.init) ?? "-"): \($0.message)" }
  }

  @Test func `figures are read in any order and form`() throws {
    let text =
      "\u{FEFF}group,week,measure,group_kind,numerator,denominator,value,count,sd\r\n"
      + "\"team 1, north\",2026-W53,satisfaction,team,80,100,,,\r\n"
      + "anything,2026-W10,response_seconds,center,,,42.5,200,30\r\n"
      + ",2026-W11,response_seconds,center,,,,0,\r\n"
      + "ünit,2026-W09,churn,site,0,0,,,\r\n\r\n"
    let read = try Self.with(text) { FiguresFile.load($0, measures: ScorecardMeasure.standard) }
    let figures = try #require(read.value, "\(read.diagnostics)")
    #expect(figures.map(\.week.description) == ["2026-W09", "2026-W10", "2026-W11", "2026-W53"])
    #expect(figures.map(\.group) == ["ünit", "", "", "team 1, north"])
    #expect(figures.map(\.value) == [nil, 42.5, nil, 0.8])
    #expect(figures[1].total == 8500 && figures[1].deviation == 30)
  }

  @Test func `all that is wrong with figures is said at once`() throws {
    let text = """
      week,measure,group_kind,group,numerator,denominator,value,count,sd
      2026-W10,satisfacton,center,,1,2,,,
      2027-W53,satisfaction,crew,a,1,2,,,
      2026-W10,satisfaction,team,,3,2,,,
      2026-W10,response_seconds,center,,1,2,30,5,
      2026-W11,satisfaction,team,a,1,2,,,
      2026-W11,satisfaction,team,a,1,2,,,
      2026-W12,response_seconds,center,,,,0,5,
      2026-W13,satisfaction,team,b,x,,,,
      """
    let read = try Self.with(text) { FiguresFile.load($0, measures: ScorecardMeasure.standard) }
    #expect(read.value == nil)
    #expect(
      Self.messages(read.diagnostics) == [
        "2: unknown measure 'satisfacton'.",
        "3: week is '2027-W53'.",
        "3: group_kind is 'crew'.",
        "4: group is empty.",
        "4: numerator is 3 but denominator is 2.",
        "5: numerator is given, but response_seconds is a mean.",
        "7: satisfaction of team 'a' in 2026-W11 stands a second time (the first is in line 6).",
        "8: value is 0.",
        "9: numerator is 'x'.",
      ]
    )
    #expect(
      read.diagnostics.first?.suggestion.hasPrefix("Did you mean 'satisfaction'? ") ?? false
    )
    let none = try Self.with("week,measure,group_kind,group\n") {
      FiguresFile.load($0, measures: [])
    }
    #expect(Self.messages(none.diagnostics) == ["-: the file has a header and no rows."])
    let absent = FiguresFile.load("/nowhere/figures.csv", measures: [])
    #expect(Self.messages(absent.diagnostics) == ["-: there is no such file."])
  }

  @Test func `every second row is told, also where its figures or the first's are wrong`() throws {
    let text = """
      week,measure,group_kind,group,numerator,denominator
      2026-W10,satisfaction,team,a,9,2
      2026-W10,satisfaction,team,a,1,2
      2026-W10,satisfaction,team,b,1,2
      2026-W10,satisfaction,team,b,x,2
      2026-W10,satisfaction,team,b,1,2
      2026-W10,satisfaction,center,north,1,2
      2026-W10,satisfaction,center,,1,2
      """
    let read = try Self.with(text) { FiguresFile.load($0, measures: ScorecardMeasure.standard) }
    let second = "stands a second time (the first is in line"
    #expect(
      Self.messages(read.diagnostics) == [
        "2: numerator is 9 but denominator is 2.",
        "3: satisfaction of team 'a' in 2026-W10 \(second) 2).",
        "5: satisfaction of team 'b' in 2026-W10 \(second) 4).", "5: numerator is 'x'.",
        "6: satisfaction of team 'b' in 2026-W10 \(second) 4).",
        "8: satisfaction of the center in 2026-W10 \(second) 7).",
      ]
    )
  }

  @Test func `the run of a what-if is refused`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "run-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(
      at: folder.appending(path: "inputs"),
      withIntermediateDirectories: true
    )
    let rows =
      "queue,scope,start,service_level,service_level_low,service_level_high\n"
      + "phone,week,2026-W10,0.83,0.81,0.85\n"
    try Data(rows.utf8).write(to: folder.appending(path: "simulation.csv"))
    #expect(ExpectedServiceFile.load(folder.path).value?.count == 1)
    try Data("changes: []\n".utf8).write(to: folder.appending(path: "inputs/whatif.yaml"))
    let read = ExpectedServiceFile.load(folder.path + "/")
    #expect(read.value == nil)
    #expect(
      Self.messages(read.diagnostics) == [
        "-: the run answers a what-if: what it expects is not expected of the center as it is."
      ]
    )
    #expect(read.diagnostics.first?.file == folder.path + "/inputs/whatif.yaml")
  }

  @Test func `complaints stand on the clock of the center`() throws {
    let zone = try #require(Zone(identifier: "Europe/London"))
    let text = """
      complaint,received,first_contact,supervisor,head_of_unit,closed
      c1,2026-03-28T09:00,2026-03-28T09:30,,,2026-03-29T09:00
      """
    let read = try Self.with(text) { ComplaintsFile.load($0, zone: zone) }
    let complaint = try #require(read.value?.first)
    #expect(complaint.closed?.minutes(since: complaint.received) == 23 * 60)
    #expect(complaint.supervisor == nil)
    let bad = """
      complaint,received,first_contact,closed
      c1,2026-03-29T01:30,,
      c2,2026-03-02T09:00,2026-03-02T08:59,
      c3,2026-03-02T09:00,soon,
      c4,2026-03-02T09:00,,
      c4,2026-03-02T09:00,,
      """
    let found = try Self.with(bad) { ComplaintsFile.load($0, zone: zone) }
    #expect(found.value == nil)
    let lines = found.diagnostics.map(\.line)
    #expect(lines == [2, 3, 4, 6])
    #expect(
      found.diagnostics[1].message
        == "first_contact is 2026-03-02T08:59, before received, 2026-03-02T09:00."
    )
  }

  @Test func `goals keep what they do not say`() throws {
    let text = """
      title: Bank
      baseline: {from: 2025-W52, to: 2026-W05}
      owners: {team: floor manager}
      measures: [{name: smiles, form: share, better: higher}]
      goals: [{name: a, measure: smiles, change: 0.1, date: 2026-08-31}]
      """
    let read = try Self.with(text) { GoalsFile.load($0) }
    #expect(read.diagnostics.isEmpty)
    #expect(read.settings.owners.team == "floor manager")
    #expect(read.settings.owners.site == "site lead")
    #expect(read.settings.dueWeeks == 8)
    #expect(read.settings.goals.map(\.title) == ["smiles"])
    #expect(read.settings.baseline?.lowerBound.description == "2025-W52")
    #expect(try Self.with("title: x") { GoalsFile.load($0) }.settings.goals.count == 5)
  }

  @Test func `all that is wrong with goals is said at once`() throws {
    let text = """
      titel: Bank
      baseline: {from: 2026-W05, to: 2026-W01}
      due_weeks: 2
      measures: [{name: churn, form: share, better: lower}]
      goals:
        - {name: a, measure: churn, change: 0.2, month: 6}
        - {name: a, measure: satisfaction, bound: 85, month: 6, date: 2026-01-01}
        - {name: b, measure: smiles, bound: 0.5, month: 6}
        - {name: c, measure: churn}
      """
    let read = try Self.with(text) { GoalsFile.load($0) }
    let lines = read.diagnostics.map { $0.line ?? 0 }
    #expect(lines == [1, 2, 3, 4, 6, 7, 7, 7, 8, 9, 9], "\(read.diagnostics)")
    #expect(read.diagnostics[5].message.contains("both month and date"))
    #expect(
      read.diagnostics[7].message == "a second goal is named 'a' (the first is in line 6)."
    )
    #expect(read.diagnostics[8].message == "unknown measure 'smiles'.")
  }

  @Test func `the service of a run is read from its simulation`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "run-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let missing = ExpectedServiceFile.load(folder.path)
    #expect(Self.messages(missing.diagnostics) == ["-: there is no simulation.csv."])
    let text = """
      queue,scope,start,service_level,service_level_low,service_level_high
      phone,week,2026-W10,0.83,0.81,0.85
      phone,day,2026-03-02,0.8,0.7,0.9
      """
    try Data(text.utf8).write(to: folder.appending(path: "simulation.csv"))
    let read = ExpectedServiceFile.load(folder.path)
    #expect(read.value?.map(\.queue) == ["phone"])
    #expect(read.value?.first?.high == 0.85)
  }

  /// The examples of docs/reference/scorecard-format.md.
  @Test func `the page's examples are read without findings`() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let page = try String(
      contentsOf: root.appending(path: "docs/reference/scorecard-format.md"),
      encoding: .utf8
    )
    let blocks = page.components(separatedBy: "\n```").dropFirst().enumerated()
      .filter { $0.offset % 2 == 0 }
      .map { $0.element.split(separator: "\n", maxSplits: 1).last.map(String.init) ?? "" }
    try #require(blocks.count == 3)
    let figures = try Self.with(blocks[0]) {
      FiguresFile.load($0, measures: ScorecardMeasure.standard)
    }
    #expect(figures.value?.count == 3, "\(figures.diagnostics)")
    let complaints = try Self.with(blocks[1]) { ComplaintsFile.load($0, zone: .utc) }
    #expect(complaints.value?.count == 1, "\(complaints.diagnostics)")
    let goals = try Self.with(blocks[2]) { GoalsFile.load($0) }
    #expect(goals.diagnostics.isEmpty && goals.settings.goals.count == 2)
    for measure in ScorecardMeasure.standard { #expect(page.contains("`\(measure.name)`")) }
  }
}
