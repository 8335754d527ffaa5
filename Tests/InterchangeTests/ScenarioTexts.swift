import Foundation
import Workforce

@testable import Interchange

/// A small scenario in text, to be changed by tests.
enum ScenarioTexts {
  static let yaml = """
    name: Test Center
    time_zone: Europe/London
    interval_minutes: 30
    roster_slot_minutes: 15
    shift_start_minutes: 30
    seed: 42
    currency: GBP
    forecast: {method: auto}
    shrinkage: 0.08
    queues:
      - name: phone
        channel: phone
        skill: general
        opening_hours: {mon-fri: "08:00-20:00", sat: "09:00-17:00", sun: closed}
        target: {service_level: 0.80, within_seconds: 30, maximum_occupancy: 0.88}
        patience_seconds: 120
        aht_seconds: 240
      - name: chat
        channel: chat
        skill: writing
        opening_hours: {mon-sun: ["08:00-12:00", "13:00-18:00"]}
        target: {service_level: 0.8, within_seconds: 60}
        aht_seconds: 400
        concurrency: 2
    sites:
      - {name: harbour, overtime_budget_hours: 40}
    shift_templates:
      - name: full_day
        length_minutes: 510
        breaks:
          - {kind: break, minutes: 15, paid: true}
          - {kind: lunch, minutes: 30, paid: false, earliest_share: 0.35, latest_share: 0.60}
          - {kind: break, minutes: 15, paid: true}
    rules: {minimum_rest_hours: 11, maximum_consecutive_days: 6, maximum_start_change_hours: 3}
    contracts:
      - name: full_time
        wage_per_hour: 20
        weekly_hours: {minimum: 40, maximum: 48, overtime_after: 40}
        days_per_week: {minimum: 5, maximum: 6}
        shift_templates: [full_day]
        shift_window: "07:00-22:00"
    costs:
      understaffing: [{share: 0.10, cost_per_hour: 32}, {share: 1, cost_per_hour: 180}]
      weekend_fairness: 6

    """

  static let files: [String: String] = [
    "scenario.yaml": yaml,
    "contacts.csv": """
    queue,interval_start,arrivals,handled,abandoned,answered_in_target,aht_seconds
    phone,2026-02-02T08:00,52,50,2,45,240
    phone,2026-02-02T08:30,40,40,0,40,231.5
    chat,2026-02-02T08:00,11,,,,
    chat,2026-02-02T08:30,12,,,,

    """,
    "calendar.csv": """
    date,kind,name,factor
    2026-04-03,closed,Good Friday,
    2026-04-06,holiday,Easter Monday,0.6

    """,
    "employees.csv": """
    employee,name,site,team,contract,hired,leaves,fte,placeholder
    E01,Ann Archer,harbour,red,full_time,2020-01-06,,1,no
    E02,Bob Baker,harbour,,full_time,,,,

    """,
    "skills.csv":
      "employee,skill,from,until\nE01,general,,\nE01,writing,,\nE02,general,2025-01-01,\n",
    "availability.csv": "employee,day,from,to\nE01,sun,,\nE02,every,07:00,19:00\n",
    "absences.csv": """
    employee,from,until,kind
    E01,2026-03-02,2026-03-03,leave
    E02,2026-03-04T09:00,2026-03-04T11:00,training

    """,
    "preferences.csv": """
    employee,day,wish,from,to,weight
    E01,every,start,08:00,10:00,
    E02,2026-03-06,day_off,,,2

    """,
    "history.csv": "employee,shift_start,shift_end\nE01,2026-02-27T08:00,2026-02-27T16:30\n",
  ]

  /// Loads files from memory, as the folder `center`.
  static func load(_ files: [String: String]) -> Loaded<PlanningInputs> {
    let reader = FolderReader(folder: "center") { name, findings in
      if files[name] == nil, ScenarioFolder.requiredNames.contains(name) {
        findings.report("missing file", .missingFile)
      }
      return files[name].map { Array($0.utf8) }
    }
    return reader.read()
  }
}

/// A folder of its own for a test, removed at the end.
final class TemporaryFolder {
  let path: String

  init() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("interchange-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.resolvingSymlinksInPath().path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file and gives its path.
  @discardableResult
  func write(_ name: String, _ text: String) throws -> String {
    try Data(text.utf8).write(to: URL(fileURLWithPath: "\(path)/\(name)"))
    return "\(path)/\(name)"
  }

  /// The names in the folder or one below it, hidden ones included.
  func names(in folder: String = "") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: "\(path)/\(folder)").sorted()
  }

  func text(_ name: String) throws -> String {
    try String(contentsOf: URL(fileURLWithPath: "\(path)/\(name)"), encoding: .utf8)
  }
}
