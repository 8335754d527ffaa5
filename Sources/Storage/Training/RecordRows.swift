import GRDB

/// The rows of a query as values, one after the other, so that a million of them need no room.
struct RecordRows<Value> {
  let db: Database
  let sql: String
  let value: (Row) throws -> Value

  /// Calls `body` with each value, in the order of the query.
  func each(_ body: (Value) throws -> Void) throws {
    let cursor = try Row.fetchCursor(db, sql: sql)
    while let row = try cursor.next() { try body(value(row)) }
  }

  /// All values.
  func all() throws -> [Value] {
    var values: [Value] = []
    try each { values.append($0) }
    return values
  }
}
