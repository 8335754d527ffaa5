import Foundation
import Workforce

/// Reads a nurse instance; names everything that is wrong in it at once.
struct NrpReader {
  /// A line with something to read.
  struct Line {
    let number: Int
    let fields: [String]
  }

  /// The sections in the order in which they are read.
  private static let sections = [
    "SECTION_HORIZON", "SECTION_SHIFTS", "SECTION_STAFF", "SECTION_DAYS_OFF",
    "SECTION_SHIFT_ON_REQUESTS", "SECTION_SHIFT_OFF_REQUESTS", "SECTION_COVER",
  ]
  /// Longest horizon, most kinds and most people.
  private static let (mostDays, mostKinds, mostPeople) = (400, 80, 2000)

  private let path: String
  private var instance: NrpInstance
  private var problems: [String] = []
  private var kindsByName: [String: Int] = [:]
  private var peopleByName: [String: Int] = [:]

  private init(path: String) {
    self.path = path
    let name = URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
    instance = NrpInstance(name: name)
  }

  /// The instance of a file.
  static func read(_ path: String) throws(ShiftwrightError) -> NrpInstance {
    let text: String
    do {
      text = try String(contentsOf: URL(fileURLWithPath: path), encoding: .utf8)
    } catch {
      throw ShiftwrightError("\(path): cannot be read.\nGive a nurse instance, a text file.")
    }
    return try instance(text, path: path)
  }

  /// The instance of a text; `path` names it in messages.
  static func instance(_ text: String, path: String) throws(ShiftwrightError) -> NrpInstance {
    var reader = NrpReader(path: path)
    let sections = reader.split(text)
    reader.readHorizon(sections[0])
    for line in sections[1] { reader.readKind(line) }
    reader.linkKinds(sections[1])
    for line in sections[2] { reader.readPerson(line) }
    for line in sections[3] { reader.readDaysOff(line) }
    for line in sections[4] { reader.readRequest(line, isWanted: true) }
    for line in sections[5] { reader.readRequest(line, isWanted: false) }
    for line in sections[6] { reader.readCover(line) }
    guard reader.problems.isEmpty else {
      throw ShiftwrightError(
        reader.problems.joined(separator: "\n")
          + "\nCorrect the file, or fetch it anew from schedulingbenchmarks.org."
      )
    }
    return reader.instance
  }

  /// The lines of each section, without comments.
  private mutating func split(_ text: String) -> [[Line]] {
    var found = [[Line]](repeating: [], count: Self.sections.count)
    var current: Int?
    var isSkipping = false
    let plain = text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
    let lines = plain.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() {
      let text = line.trimmingCharacters(in: .whitespaces)
      guard !text.isEmpty, !text.hasPrefix("#") else { continue }
      if text.hasPrefix("SECTION_") {
        current = Self.sections.firstIndex(of: text)
        isSkipping = current == nil
        if isSkipping { note(index + 1, "section \(text) is not known") }
      } else if let current {
        let fields = text.split(separator: ",", omittingEmptySubsequences: false)
        found[current].append(
          Line(
            number: index + 1,
            fields: fields.map { $0.trimmingCharacters(in: .whitespaces) }
          )
        )
      } else if !isSkipping {
        note(index + 1, "\"\(text)\" comes before the first section")
      }
    }
    return found
  }

  private mutating func note(_ line: Int, _ text: String) {
    problems.append("\(path):\(line): \(text).")
  }

  private mutating func readHorizon(_ lines: [Line]) {
    guard let line = lines.first else {
      problems.append("\(path): SECTION_HORIZON has no number of days.")
      return
    }
    instance.dayCount =
      number(line, 0, "days of the horizon", 1...Self.mostDays) ?? 0
  }

  private mutating func readKind(_ line: Line) {
    guard let minutes = number(line, 1, "minutes of the shift", 1...1440) else { return }
    let name = line.fields[0]
    guard kindsByName[name] == nil, instance.kinds.count < Self.mostKinds else {
      note(line.number, "shift \(name) is there already, or one of more than \(Self.mostKinds)")
      return
    }
    kindsByName[name] = instance.kinds.count
    instance.kinds.append(NrpInstance.Kind(name: name, minutes: minutes, forbiddenNext: []))
  }

  private mutating func linkKinds(_ lines: [Line]) {
    for line in lines {
      guard let kind = kindsByName[line.fields[0]], line.fields.count > 2 else { continue }
      var next: Set<Int> = []
      for name in line.fields[2].split(separator: "|") {
        if let other = kindsByName[String(name)] {
          next.insert(other)
        } else {
          note(line.number, "shift \(name), which cannot follow, is not among the shifts")
        }
      }
      instance.kinds[kind].forbiddenNext = next.sorted()
    }
  }

  private mutating func readPerson(_ line: Line) {
    let limit = 0...1_000_000
    guard let most = mostOfKind(line),
      let mostMinutes = number(line, 2, "most minutes", limit),
      let leastMinutes = number(line, 3, "least minutes", limit),
      let mostRun = number(line, 4, "most consecutive shifts", 1...1_000_000),
      let leastRun = number(line, 5, "least consecutive shifts", limit),
      let leastOff = number(line, 6, "least consecutive days off", limit),
      let weekends = number(line, 7, "most weekends", limit)
    else { return }
    let name = line.fields[0]
    guard peopleByName[name] == nil, instance.people.count < Self.mostPeople else {
      note(line.number, "employee \(name) is there already, or one of more than \(Self.mostPeople)")
      return
    }
    peopleByName[name] = instance.people.count
    instance.people.append(
      NrpInstance.Person(
        name: name,
        mostOfKind: most,
        mostMinutes: mostMinutes,
        leastMinutes: leastMinutes,
        mostConsecutive: min(mostRun, Self.mostDays),
        leastConsecutive: min(leastRun, Self.mostDays),
        leastDaysOff: min(leastOff, Self.mostDays),
        mostWeekends: weekends
      )
    )
  }

  /// The second field of a person, such as `E=14|L=0`; kinds that are not named are not limited.
  private mutating func mostOfKind(_ line: Line) -> [Int]? {
    guard line.fields.count > 1 else {
      note(line.number, "the most shifts of each kind are missing")
      return nil
    }
    var most = instance.kinds.map { _ in Self.mostDays }
    for part in line.fields[1].split(separator: "|") {
      let pair = part.split(separator: "=", maxSplits: 1)
      guard pair.count == 2, let kind = kindsByName[String(pair[0])], let count = Int(pair[1]),
        count >= 0
      else {
        note(line.number, "\"\(part)\" is not a shift with its most, such as E=14")
        return nil
      }
      most[kind] = count
    }
    return most
  }

  private mutating func readDaysOff(_ line: Line) {
    guard let person = person(line) else { return }
    for field in line.fields.indices.dropFirst() where !line.fields[field].isEmpty {
      guard let day = number(line, field, "day off", 0...max(0, instance.dayCount - 1)) else {
        continue
      }
      instance.people[person].daysOff.append(day)
    }
    instance.people[person].daysOff = Set(instance.people[person].daysOff).sorted()
  }

  private mutating func readRequest(_ line: Line, isWanted: Bool) {
    guard let person = person(line),
      let day = number(line, 1, "day", 0...max(0, instance.dayCount - 1)),
      let kind = kind(line, 2), let weight = number(line, 3, "weight", 0...1_000_000)
    else { return }
    let request = NrpInstance.Request(person: person, day: day, kind: kind, weight: weight)
    if isWanted { instance.wanted.append(request) } else { instance.unwanted.append(request) }
  }

  private mutating func readCover(_ line: Line) {
    guard let day = number(line, 0, "day", 0...max(0, instance.dayCount - 1)),
      let kind = kind(line, 1), let required = number(line, 2, "requirement", 0...100_000),
      let under = number(line, 3, "weight for under", 0...1_000_000),
      let over = number(line, 4, "weight for over", 0...1_000_000)
    else { return }
    guard !instance.cover.contains(where: { $0.day == day && $0.kind == kind }) else {
      note(line.number, "day \(day) has cover of shift \(line.fields[1]) already")
      return
    }
    instance.cover.append(
      NrpInstance.Cover(
        day: day,
        kind: kind,
        required: required,
        underWeight: under,
        overWeight: over
      )
    )
  }
}

extension NrpReader {
  private mutating func person(_ line: Line) -> Int? {
    if let person = peopleByName[line.fields[0]] { return person }
    note(line.number, "employee \(line.fields[0]) is not in SECTION_STAFF")
    return nil
  }

  private mutating func kind(_ line: Line, _ field: Int) -> Int? {
    guard line.fields.count > field else {
      note(line.number, "the shift is missing")
      return nil
    }
    if let kind = kindsByName[line.fields[field]] { return kind }
    note(line.number, "shift \(line.fields[field]) is not in SECTION_SHIFTS")
    return nil
  }

  private mutating func number(
    _ line: Line,
    _ field: Int,
    _ name: String,
    _ range: ClosedRange<Int>
  ) -> Int? {
    let text = line.fields.count > field ? line.fields[field] : ""
    if let value = Int(text), range.contains(value) { return value }
    note(
      line.number,
      "\(name) is \(text.isEmpty ? "missing" : text), a whole number from \(range.lowerBound) to "
        + "\(range.upperBound) is wanted"
    )
    return nil
  }
}
