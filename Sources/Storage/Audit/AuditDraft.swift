import Foundation
import Workforce

/// What a change adds to the trail; the change fills it.
struct AuditDraft {
  /// A value in the detail of an entry.
  enum Detail: Encodable, Sendable {
    case integer(Int)
    case text(String)
    case pairs([[Int]])

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      switch self {
      case .integer(let number): try container.encode(number)
      case .text(let text): try container.encode(text)
      case .pairs(let pairs): try container.encode(pairs)
      }
    }
  }

  /// Data that the entry hashes: of one person, or of nobody.
  struct Part {
    /// The person's key; `nil` for data about nobody.
    var employee: Int64?
    /// What the data are; a source without a payload is the table that holds the rows.
    var source: String
    /// The data; `nil` when they are rows of the table.
    var payload: [UInt8]?
  }

  /// The entry's number; rows of its own refer to it.
  let number: Int64
  /// About the change as a whole; never a name, an identifier, a score or a date of a person.
  var detail: [String: Detail] = [:]
  /// What it hashes, in order.
  var parts: [Part] = []
  /// False when nothing was to be changed: then nothing is written either.
  var isNeeded = true

  init(number: Int64) { self.number = number }

  /// The detail as JSON with sorted keys.
  func detailText() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(detail), as: UTF8.self)
  }
}

/// What came of a change that is in the database for good.
struct Written<Value> {
  let value: Value
  let mark: AuditMark
}
