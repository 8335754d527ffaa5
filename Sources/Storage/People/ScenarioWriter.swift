import Foundation
import GRDB
import Workforce

/// Writes a scenario over the one before, inside a transaction.
struct ScenarioWriter {
  let db: Database
  let path: String
  let digest: ([UInt8]) -> [UInt8]

  func write(_ parts: ScenarioParts) throws {
    try writeCenter(parts.settings)
    try writeNames(parts)
    try writeEmployees(parts.people.employees)
    let keys = try employeeKeys()
    try clear()
    try PeopleWriter(db: db, keys: keys).write(parts.people)
    try dropUnusedNames(parts)
    try writeFiles(parts.files)
  }

  private func writeCenter(_ settings: ScenarioSettings) throws {
    try db.execute(
      sql: "UPDATE center SET name = ?, zone = ?",
      arguments: [settings.name, settings.zone.identifier]
    )
  }

  private func writeNames(_ parts: ScenarioParts) throws {
    let settings = parts.settings
    for site in settings.sites {
      try db.execute(
        sql: """
          INSERT INTO site(name, zone) VALUES (?, ?)
          ON CONFLICT(name) DO UPDATE SET zone = excluded.zone
          """,
        arguments: [site.name, (site.zone ?? settings.zone).identifier]
      )
    }
    for contract in settings.contracts {
      try db.execute(
        sql: "INSERT OR IGNORE INTO contract VALUES (?, 0, 0, 0, 0, 0)",
        arguments: [contract.name]
      )
      try db.execute(
        sql: """
          UPDATE contract SET wagePerHour = ?, minimumMinutes = ?, maximumMinutes = ?,
            minimumDays = ?, maximumDays = ?
          WHERE name = ?
          """,
        arguments: [
          contract.wagePerHour, contract.minimumWeeklyHours.wholeMinutes,
          contract.maximumWeeklyHours.wholeMinutes, contract.minimumDays, contract.maximumDays,
          contract.name,
        ]
      )
    }
    for skill in skills(parts) {
      try db.execute(sql: "INSERT OR IGNORE INTO skill VALUES (?)", arguments: [skill])
    }
  }

  private func skills(_ parts: ScenarioParts) -> [String] {
    Set(parts.settings.queues.map(\.skill) + parts.people.skills.map(\.skill)).sorted()
  }

  private func writeEmployees(_ employees: [Employee]) throws {
    try db.execute(sql: "UPDATE employee SET position = NULL")
    let insert = try db.cachedStatement(
      sql: """
        INSERT INTO employee(position, id, name, site, team, contract, hired, leaves,
          fullTimeEquivalent, isPlaceholder)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT(id) DO UPDATE SET position = excluded.position, name = excluded.name,
          site = excluded.site, team = excluded.team, contract = excluded.contract,
          hired = excluded.hired, leaves = excluded.leaves,
          fullTimeEquivalent = excluded.fullTimeEquivalent,
          isPlaceholder = excluded.isPlaceholder
        """
    )
    let erased = Set(
      try String.fetchAll(db, sql: "SELECT id FROM employee WHERE erasedAt IS NOT NULL")
    )
    for (position, person) in employees.enumerated() {
      guard !erased.contains(person.id) else {
        throw ShiftwrightError(
          "\(path) uses '\(person.id)' for somebody who was erased.\n"
            + "Give the employee another identifier."
        )
      }
      try insert.execute(arguments: [
        position, person.id, person.name, person.site, person.team, person.contract,
        person.hired?.description, person.leaves?.description,
        person.fullTimeEquivalent.value, person.isPlaceholder,
      ])
    }
  }

  private func employeeKeys() throws -> [String: Int64] {
    let rows = try Row.fetchAll(db, sql: "SELECT id, key FROM employee")
    return Dictionary(uniqueKeysWithValues: rows.map { ($0[0], $0[1]) })
  }

  private func clear() throws {
    for table in ["skillGrant", "availability", "absence", "preference", "pastDuty"] {
      try db.execute(sql: "DELETE FROM \(table)")
    }
  }

  /// Takes away the sites, contracts and skills that neither the scenario nor anybody's record names.
  private func dropUnusedNames(_ parts: ScenarioParts) throws {
    let names = [
      ("site", "employee", parts.settings.sites.map(\.name)),
      ("contract", "employee", parts.settings.contracts.map(\.name)),
      ("skill", "skillGrant", skills(parts)),
    ]
    for (table, user, kept) in names {
      let unused = try String.fetchAll(
        db,
        sql: """
          SELECT name FROM \(table)
          WHERE NOT EXISTS (SELECT 1 FROM \(user) u WHERE u.\(table) = \(table).name)
          """
      )
      for name in unused where !kept.contains(name) {
        try db.execute(sql: "DELETE FROM \(table) WHERE name = ?", arguments: [name])
      }
    }
  }

  /// What the names of kept forecasts begin with; an import adds to them.
  static let snapshots = "snapshots/"

  private func writeFiles(_ files: [StoredFile]) throws {
    try db.execute(
      sql: "DELETE FROM scenarioFile WHERE substr(name, 1, length(?1)) <> ?1",
      arguments: [Self.snapshots]
    )
    for file in files {
      let hash = try PeopleFile(rawValue: file.name)?.rowsHash(db, digest)
      try db.execute(
        sql: """
          INSERT INTO scenarioFile(name, bytes, rowsHash) VALUES (?, ?, ?)
          ON CONFLICT(name) DO UPDATE SET bytes = excluded.bytes
          """,
        arguments: [file.name, Data(file.bytes), hash.map { Data($0) }]
      )
    }
  }
}
