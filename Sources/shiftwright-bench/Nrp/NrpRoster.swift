import Foundation
import Workforce

/// A roster of a nurse instance: per person the kind of each date, or -1 for a day off.
///
/// Its file has one line per person: the name, then a field per date, `-` for a day off.
struct NrpRoster: Hashable, Sendable {
  var days: [[Int]]

  /// Reads a roster; names everything that is wrong in it at once.
  static func read(_ path: String, of instance: NrpInstance) throws(ShiftwrightError) -> NrpRoster {
    let text: String
    do {
      text = try String(contentsOf: URL(fileURLWithPath: path), encoding: .utf8)
    } catch {
      throw ShiftwrightError("\(path): cannot be read.\nGive a roster that `nrp --out` wrote.")
    }
    return try roster(text, path: path, of: instance)
  }

  /// The roster of a text; `path` names it in messages.
  static func roster(
    _ text: String,
    path: String,
    of instance: NrpInstance
  ) throws(ShiftwrightError) -> NrpRoster {
    var rows = [[Int]?](repeating: nil, count: instance.people.count)
    var problems: [String] = []
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() where !line.isEmpty && !line.hasPrefix("#") {
      let fields = line.split(separator: ",", omittingEmptySubsequences: false)
        .map { $0.trimmingCharacters(in: .whitespaces) }
      let place = "\(path):\(index + 1):"
      guard let person = instance.people.firstIndex(where: { $0.name == fields[0] }),
        rows[person] == nil
      else {
        problems.append("\(place) employee \(fields[0]) is not in the instance, or twice here.")
        continue
      }
      let days = fields.dropFirst().map { field in
        field == "-" ? -1 : instance.kinds.firstIndex { $0.name == field }
      }
      guard days.count == instance.dayCount, !days.contains(nil) else {
        problems.append(
          "\(place) \(instance.dayCount) shifts of the instance or - are wanted, one per day."
        )
        continue
      }
      rows[person] = days.compactMap(\.self)
    }
    for (person, row) in rows.enumerated() where row == nil && problems.isEmpty {
      problems.append("\(path): employee \(instance.people[person].name) is missing.")
    }
    guard problems.isEmpty else {
      throw ShiftwrightError(
        problems.joined(separator: "\n") + "\nGive a roster of instance \(instance.name)."
      )
    }
    return NrpRoster(days: rows.compactMap(\.self))
  }

  /// The text of the file.
  func text(of instance: NrpInstance) -> String {
    var lines = ["# Roster of \(instance.name): employee, then the shift of each day, - for off"]
    for (person, row) in zip(instance.people, days) {
      lines.append(
        ([person.name] + row.map { $0 < 0 ? "-" : instance.kinds[$0].name }).joined(separator: ",")
      )
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
