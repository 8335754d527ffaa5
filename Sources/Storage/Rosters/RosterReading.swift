import Foundation
import GRDB
import Workforce

/// Reads published rosters.
struct RosterReading {
  let db: Database
  let week: ISOWeek

  /// The roster of a version, people in the order of their files.
  func roster(_ version: Int64) throws -> Roster {
    let name = try String.fetchOne(db, sql: "SELECT zone FROM center") ?? ""
    let zone = try needed(Zone(identifier: name))
    var tours: [Tour] = []
    var place = -1
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT e.id, t.zone, s.shift, s.date, s.kind, s.start, s."end", s.served
        FROM rosterSegment s JOIN employee e ON e.key = s.employee
          LEFT JOIN site t ON t.name = e.site
        WHERE s.version = ?
        ORDER BY e.position IS NULL, e.position, e.key, s.shift, s.segment
        """,
      arguments: [version]
    )
    while let row = try rows.next() {
      let (id, own): (String, String?) = (row[0], row[1])
      if tours.last?.employee != id {
        let ownZone = own == name ? nil : own.flatMap { Zone(identifier: $0) }
        tours.append(Tour(employee: id, shifts: [], zone: ownZone))
        place = -1
      }
      let isNew = row[2] != place
      place = row[2]
      try add(row, to: &tours[tours.count - 1].shifts, isNew: isNew)
    }
    return Roster(week: week, zone: zone, tours: tours)
  }

  private func add(_ row: Row, to shifts: inout [Shift], isNew: Bool) throws {
    let segment = ShiftSegment(
      kind: try needed(ShiftSegment.Kind(rawValue: row[4])),
      start: Instant(secondsSinceEpoch: row[5]),
      end: Instant(secondsSinceEpoch: row[6])
    )
    if isNew {
      let date: String = row[3]
      shifts.append(
        Shift(
          date: try needed(LocalDate(date)),
          start: segment.start,
          end: segment.end,
          segments: [],
          queues: (row[7] as String).split(separator: "+").map(String.init)
        )
      )
    }
    shifts[shifts.count - 1].segments.append(segment)
    shifts[shifts.count - 1].end = segment.end
  }

  private func needed<Value>(_ value: Value?) throws -> Value {
    guard let value else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "a roster cannot be read")
    }
    return value
  }

  /// What is said of a version.
  struct Standing: Hashable {
    var state: String
    /// The run that it came from, in hexadecimal digits; `nil` where the trail does not say.
    var run: String?
    /// Why it was taken back.
    var reason: String?
  }

  /// What the trail says of each version, by week and number.
  static func standings(_ db: Database) throws -> [String: Standing] {
    struct Detail: Decodable {
      let week: String
      let version: Int
      let run: String?
      let reason: String?
    }
    var standings: [String: Standing] = [:]
    var current: [String: String] = [:]
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT action, detail FROM audit WHERE action IN ('publish', 'withdraw') ORDER BY number
        """
    )
    for row in rows {
      let text: String = row[1]
      let detail = try JSONDecoder().decode(Detail.self, from: Data(text.utf8))
      let name = "\(detail.week) version \(detail.version)"
      if row[0] as String == "publish" {
        if let before = current[detail.week] { standings[before]?.state = "superseded" }
        standings[name] = Standing(state: "published", run: detail.run)
        current[detail.week] = name
      } else {
        standings[name, default: Standing(state: "")].state = "withdrawn"
        standings[name]?.reason = detail.reason
        current[detail.week] = nil
      }
    }
    return standings
  }
}
