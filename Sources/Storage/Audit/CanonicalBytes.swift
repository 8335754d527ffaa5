import Foundation
import GRDB

/// Values as bytes, one way only, so that a hash over them means the same for ever.
///
/// A value is a kind and its content: `00` null; `01` a 64-bit integer, `02` the bit pattern of a double
/// (negative zero as zero), both with the highest byte first; `03` text in UTF-8 and `04` bytes, each
/// after its length in four bytes. A row is `10`, its count of values in two bytes, and the values.
struct CanonicalBytes {
  private(set) var bytes: [UInt8] = []

  /// Adds a row.
  mutating func append(_ row: [StoredValue]) {
    precondition(row.count <= Int(UInt16.max), "a row has more than 65,535 values")
    bytes.append(0x10)
    append(UInt16(row.count))
    for value in row { append(value) }
  }

  private mutating func append(_ value: StoredValue) {
    switch value {
    case .null: bytes.append(0)
    case .integer(let number):
      bytes.append(1)
      append(UInt64(bitPattern: number))
    case .real(let number):
      precondition(!number.isNaN, "a database holds no NaN")
      bytes.append(2)
      append((number == 0 ? 0 : number).bitPattern)
    case .text(let text):
      bytes.append(3)
      append(counted: Array(text.utf8))
    case .bytes(let content):
      bytes.append(4)
      append(counted: content)
    }
  }

  private mutating func append(counted content: [UInt8]) {
    precondition(content.count <= Int(UInt32.max), "a value has more than 4 GB")
    append(UInt32(content.count))
    bytes += content
  }

  private mutating func append(_ number: some FixedWidthInteger & UnsignedInteger) {
    for shift in stride(from: number.bitWidth - 8, through: 0, by: -8) {
      bytes.append(UInt8(truncatingIfNeeded: number >> shift))
    }
  }

  /// The bytes of one row.
  static func row(_ values: [StoredValue]) -> [UInt8] {
    var bytes = CanonicalBytes()
    bytes.append(values)
    return bytes.bytes
  }
}

/// A value of a cell.
enum StoredValue: Hashable, Sendable {
  case null
  case integer(Int64)
  case real(Double)
  case text(String)
  case bytes([UInt8])

  init(_ value: DatabaseValue) {
    self =
      switch value.storage {
      case .null: .null
      case .int64(let number): .integer(number)
      case .double(let number): .real(number)
      case .string(let text): .text(text)
      case .blob(let data): .bytes(Array(data))
      }
  }

  /// A text that may be missing.
  static func text(_ text: String?) -> StoredValue { text.map { .text($0) } ?? .null }
}

extension Row {
  /// The values in the order of the columns.
  var storedValues: [StoredValue] { databaseValues.map(StoredValue.init) }
}
