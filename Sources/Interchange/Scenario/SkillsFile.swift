import Workforce

/// `skills.csv`.
enum SkillsFile {
  static let name = "skills.csv"
  static let required = ["employee", "skill"]
  static let optional = ["from", "until"]

  static func read(_ bytes: [UInt8], findings: FileFindings, _ context: FolderContext)
    -> [SkillGrant]
  {
    guard
      var table = CSVTable(bytes, required: required, optional: optional, findings: findings)
    else { return [] }
    let (employees, skills) = (table.column("employee"), table.column("skill"))
    let (froms, untils) = (table.column("from"), table.column("until"))
    var grants: [SkillGrant] = []
    while table.next() {
      let employee = table.employee(employees, context)
      let skill = table.reference(skills, "skill", context.draft?.skills)
      let from = table.optional(froms, .date)
      let until = table.optional(untils, .date)
      if let from, let until, until < from {
        table.report("until before from", .untilBeforeFrom("\(from)", "\(until)"))
      }
      guard let employee, let skill else { continue }
      grants.append(SkillGrant(employee: employee, skill: skill, from: from, until: until))
    }
    return grants
  }

  /// The file's text.
  static func text(_ grants: [SkillGrant]) -> [UInt8] {
    var csv = CSVText(header: required + optional)
    for grant in grants {
      csv.append([
        grant.employee, grant.skill, grant.from?.description ?? "",
        grant.until?.description ?? "",
      ])
    }
    return csv.bytes
  }
}
