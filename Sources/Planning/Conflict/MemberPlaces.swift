import Foundation
import Interchange
import Rostering
import Workforce

/// Where in the scenario's files the members of conflicts stand.
struct MemberPlaces {
  private let week: FixedWeek
  private let locks: (name: String, lines: [Int])
  private let settings: [Substring]
  private let training: [Substring]
  private let tables: [String: [Record]]
  private let files: [OutputFile]

  /// A row of a table with its line.
  private struct Record {
    let line: Int
    let text: Substring

    /// The first field.
    var key: Substring { text.prefix { $0 != "," } }
  }

  /// Takes a week, the scenario's files, and the lines of its locks.
  init(_ week: FixedWeek, files: [OutputFile], locks: (name: String, lines: [Int])) {
    self.week = week
    self.locks = locks
    self.files = files
    let lines = { (name: String) -> [Substring] in
      guard let file = files.first(where: { $0.name == name }) else { return [] }
      return String(decoding: file.bytes, as: UTF8.self)
        .split(omittingEmptySubsequences: false) { $0.isNewline }
    }
    settings = lines("scenario.yaml")
    training = lines("training.yaml")
    let names = [
      "employees.csv", "absences.csv", "availability.csv", "skills.csv", "certifications.csv",
      "sessions.csv", "locks.csv", "rotations.csv",
    ]
    tables = Dictionary(
      names.map { name in
        let records = lines(name).enumerated()
          .filter { !$0.element.allSatisfy(\.isWhitespace) }
          .map { Record(line: $0.offset + 1, text: $0.element) }
        return (name, Array(records.dropFirst()))
      },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// `file:line`, or the file alone where the line is not found.
  func place(of member: WeekMember) -> String {
    switch member {
    case .contract(let name, let limit): contract(name, limit)
    case .employment(let name): row("employees.csv") { $0.key == name }
    case .availability(let name): row("availability.csv") { $0.key == name }
    case .absence(let position):
      row("absences.csv", position, week.inputs.absences[position].employee)
    case .rule(let position): rule(position)
    case .rotation(let position):
      row("rotations.csv", position, week.inputs.rotationPlaces[position].employee)
    case .lock(let position): lock(position)
    case .skill(let position): row("skills.csv", position, week.inputs.skills[position].employee)
    case .certificate(let name, let skill): certificate(name, skill)
    case .attendance(let name, let course):
      week.meeting(course).map { item($0.position, of: "meetings", in: "scenario.yaml") }
        ?? row("sessions.csv") { $0.text.contains(course) && $0.text.contains(name) }
    case .seats(let id): row("sessions.csv") { $0.key == id }
    case .presence(let rule, _):
      rule < week.inputs.training.presence.count
        ? yaml("training.yaml", training, under: [], key: "presence:")
        : heads(rule - week.inputs.training.presence.count)
    case .most(.heads(let position)): heads(position)
    case .most(.site(let name)): yaml("scenario.yaml", settings, under: [name], key: "seats:")
    case .minimumAgents(let queue, _):
      yaml(
        "scenario.yaml",
        settings,
        under: [week.inputs.settings.queues[queue].name],
        key: "minimum_agents:"
      )
    case .overtimeBudget(let site):
      yaml("scenario.yaml", settings, under: [site], key: "overtime_budget_hours:")
    case .maximumPay: yaml("scenario.yaml", settings, under: [], key: "maximum_pay:")
    }
  }

  /// A row of a given file, else of the scenario's own locks.
  private func lock(_ position: Int) -> String {
    guard locks.name.isEmpty else {
      return locks.lines.indices.contains(position)
        ? "\(locks.name):\(locks.lines[position])" : locks.name
    }
    return row("locks.csv", position, week.locks[position].employee)
  }

  /// An entry of the labor rules: those of rule sets come first.
  private func rule(_ position: Int) -> String {
    // a what-if numbers entries as the files do, but its own stand in none of them
    let isChanged = week.inputs.settings.labor.sets.isEmpty
    if isChanged, files.contains(where: { $0.name == "whatif.yaml" }) { return "scenario.yaml" }
    var place = position
    for set in week.inputs.settings.labor.sets {
      if place < set.rules { return item(place, of: "labor_rules", in: set.file) }
      place -= set.rules
    }
    return item(place, of: "labor_rules", in: "scenario.yaml")
  }

  private func heads(_ position: Int) -> String {
    item(position, of: "heads", in: "scenario.yaml")
  }

  private func item(_ position: Int, of key: String, in name: String) -> String {
    guard let file = files.first(where: { $0.name == name }) else { return name }
    let lines = RuleLines.items(of: key, in: file)
    return lines.indices.contains(position) ? "\(name):\(lines[position])" : name
  }

  /// The certificate of a course that grants the skill or guards it.
  private func certificate(_ name: String, _ skill: String) -> String {
    let courses = week.inputs.training.courses.filter { course in
      course.grants.contains { $0.skill == skill } || course.guards.contains(skill)
        || course.guards.contains("all")
    }.map(\.name)
    return row("certifications.csv") { record in
      record.key == name && courses.contains { record.text.contains(",\($0),") }
    }
  }

  private func row(_ file: String, where isMeant: (Record) -> Bool) -> String {
    guard let record = tables[file]?.last(where: isMeant) else { return file }
    return "\(file):\(record.line)"
  }

  /// A row by position, if it still is about the person: databases and what-ifs add rows.
  private func row(_ file: String, _ position: Int, _ person: String) -> String {
    guard let rows = tables[file], rows.indices.contains(position), rows[position].key == person
    else { return file }
    return "\(file):\(rows[position].line)"
  }

  private func contract(_ name: String, _ limit: ContractLimit) -> String {
    switch limit {
    case .minimumRest: rule(name, "minimum_rest_hours:")
    case .consecutiveDays: rule(name, "maximum_consecutive_days:")
    case .startChange: rule(name, "maximum_start_change_hours:")
    case .shiftWindow:
      yaml("scenario.yaml", settings, under: ["contracts:", name], key: "shift_window:")
    case .leastHours, .mostHours:
      yaml("scenario.yaml", settings, under: ["contracts:", name], key: "weekly_hours:")
    case .fewestDays, .mostDays:
      yaml("scenario.yaml", settings, under: ["contracts:", name], key: "days_per_week:")
    }
  }

  /// A rule of the contract, else that of all.
  private func rule(_ name: String, _ key: String) -> String {
    let own = line(settings, under: ["contracts:", name], key: key)
    if let own { return "scenario.yaml:\(own)" }
    return yaml("scenario.yaml", settings, under: [], key: key)
  }

  private func yaml(
    _ file: String,
    _ lines: [Substring],
    under names: [String],
    key: String
  ) -> String {
    line(lines, under: names, key: key).map { "\(file):\($0)" } ?? file
  }

  /// The first line with a key after the lines with some names; for an entry of a list only inside it.
  private func line(_ lines: [Substring], under names: [String], key: String) -> Int? {
    var start = 0
    var isEntry = false
    for name in names {
      isEntry = !name.hasSuffix(":")
      let words = isEntry ? ["name: \(name)", "name: \"\(name)\"", "name: '\(name)'"] : [name]
      let found = lines.indices.dropFirst(start).first { index in
        words.contains { word in
          guard let range = lines[index].range(of: word) else { return false }
          let next = lines[index][range.upperBound...].first
          return next == nil || next == "," || next == "}" || next?.isWhitespace == true
        }
      }
      guard let found else { return nil }
      start = found
    }
    for index in lines.indices.dropFirst(start) {
      if isEntry, index > start, Self.isEnd(lines[index], of: lines[start]) { return nil }
      let text = lines[index].prefix { $0 != "#" }
      if text.contains(key) { return index + 1 }
    }
    return nil
  }

  /// Whether a line begins the next entry of a list, or something outside of it.
  private static func isEnd(_ line: Substring, of first: Substring) -> Bool {
    guard line.contains(where: { !$0.isWhitespace }) else { return false }
    let indent = { (text: Substring) in text.prefix { $0 == " " }.count }
    return indent(line) <= indent(first)
  }
}
