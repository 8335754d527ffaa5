public import Workforce

/// How many records of each kind a change added.
public struct RecordCounts: Hashable, Sendable {
  private var counts: [TrainingTable: Int] = [:]

  /// No records.
  public init() {}

  /// The number of one kind.
  public subscript(table: TrainingTable) -> Int {
    get { counts[table, default: 0] }
    set { counts[table] = newValue }
  }

  /// True when nothing was added.
  public var isEmpty: Bool { counts.values.allSatisfy { $0 == 0 } }

  /// The numbers above 0, for the trail.
  var detail: [String: AuditDraft.Detail] {
    let found = TrainingTable.allCases.filter { self[$0] > 0 }
    return Dictionary(uniqueKeysWithValues: found.map { ($0.rawValue, .integer(self[$0])) })
  }
}

/// What came of a record on its way into the database.
public enum Recorded: Hashable, Sendable {
  /// It is new.
  case added
  /// It was there, the same.
  case known
  /// It cannot be taken: what is wrong, and what to do.
  case refused(String, String)
}

/// What a change to records came to.
public struct RecordedChange<Value> {
  /// What the change gave.
  public var value: Value
  /// Which records are new.
  public var counts: RecordCounts
  /// The entry of the trail; `nil` when all was there already.
  public var mark: AuditMark?
}
