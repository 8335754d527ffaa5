import Foundation
import Workforce

/// A file that a command reads or writes.
struct JSONFile {
  let path: String

  /// Its content; says which file and field are wrong and what to do.
  func content<Value: Decodable>(
    as type: Value.Type,
    keys: JSONDecoder.KeyDecodingStrategy = .useDefaultKeys
  ) throws(ShiftwrightError) -> Value {
    let data = try data()
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = keys
    do {
      return try decoder.decode(type, from: data)
    } catch {
      throw ShiftwrightError("\(path): \(Self.reason(error))")
    }
  }

  /// The bytes.
  func data() throws(ShiftwrightError) -> Data {
    do {
      return try Data(contentsOf: URL(fileURLWithPath: path))
    } catch {
      throw ShiftwrightError("\(path): cannot be read.\nGive a JSON file that is there.")
    }
  }

  /// Throws when the folder to write into is not there; to be asked before long work.
  func checkFolder() throws(ShiftwrightError) {
    var isFolder: ObjCBool = false
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    let exists = unsafe FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder)
    guard exists, isFolder.boolValue else { throw unwritable }
  }

  /// Writes the file at once.
  func write(_ data: Data) throws(ShiftwrightError) {
    do {
      try data.write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw unwritable
    }
  }

  private var unwritable: ShiftwrightError {
    ShiftwrightError("\(path): cannot be written.\nGive a file in a folder that is there.")
  }

  private static func reason(_ error: any Error) -> String {
    switch error {
    case DecodingError.keyNotFound(let key, let context):
      "\(name(context.codingPath + [key])) is missing.\nAdd it."
    case DecodingError.valueNotFound(_, let context):
      "\(name(context.codingPath)) has no value.\nGive one."
    case DecodingError.typeMismatch(let type, let context):
      "\(name(context.codingPath)) is not of the right kind (\(kind(type)) wanted).\nChange it."
    default:
      "is not JSON.\nGive a file in the format of the team instances."
    }
  }

  private static func kind(_ type: any Any.Type) -> String {
    switch type {
    case is Int.Type: "whole number"
    case is Double.Type: "number"
    case is String.Type: "text"
    case is [Any].Type: "list"
    default: "object"
    }
  }

  /// A path such as `agents[3].paid_min`.
  private static func name(_ path: [any CodingKey]) -> String {
    let text = path.reduce(into: "") { text, key in
      if let index = key.intValue {
        text += "[\(index)]"
      } else {
        text += (text.isEmpty ? "" : ".") + snake(key.stringValue)
      }
    }
    return text.isEmpty ? "the content" : text
  }

  private static func snake(_ name: String) -> String {
    name.reduce(into: "") { $0 += $1.isUppercase ? "_\($1.lowercased())" : "\($1)" }
  }
}
