import Workforce

/// `skills.csv`.
enum SkillsFile {
  static let name = "skills.csv"
  static let required = ["employee", "skill"]
  static let optional = ["from", "until", "level"]

  static func read(_ bytes: [UInt8], findings: FileFindings, _ context: FolderContext)
    -> [SkillGrant]
  {
    guard
      var table = CSVTable(bytes, required: required, optional: optional, findings: findings)
    else { return [] }
    let (employees, skills) = (table.column("employee"), table.column("skill"))
    let (froms, untils) = (table.column("from"), table.column("until"))
    let levels = table.column("level")
    let known = context.draft?.settings.proficiency.levels.map(\.name)
    var grants: [SkillGrant] = []
    while table.next() {
      let employee = table.employee(employees, context)
      let skill = table.reference(skills, "skill", context.draft?.skills)
      let from = table.optional(froms, .date)
      let until = table.optional(untils, .date)
      if let from, let until, until < from {
        table.report("until before from", .untilBeforeFrom("\(from)", "\(until)"))
      }
      let level = table.text(levels)
      if let known, !level.isEmpty, !known.contains(level) {
        table.report("unknown level", .unknownLevel(level, known))
      }
      guard let employee, let skill else { continue }
      grants.append(
        SkillGrant(
          employee: employee,
          skill: skill,
          from: from,
          until: until,
          level: level.isEmpty ? nil : level
        )
      )
    }
    return grants
  }

  /// The file's text; levels are written where somebody has one.
  static func text(_ grants: [SkillGrant]) -> [UInt8] {
    let hasLevels = grants.contains { $0.level != nil }
    var csv = CSVText(header: required + (hasLevels ? optional : optional.dropLast()))
    for grant in grants {
      let cells = [
        grant.employee, grant.skill, grant.from?.description ?? "",
        grant.until?.description ?? "",
      ]
      csv.append(hasLevels ? cells + [grant.level ?? ""] : cells)
    }
    return csv.bytes
  }
}
