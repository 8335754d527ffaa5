import Interchange
import Storage
public import Workforce

extension TrainingRecorder {
  /// The courses and curricula in force, as `training.yaml`.
  ///
  /// - Throws: `ShiftwrightError` when the database holds none.
  public func curriculum() throws -> String {
    let scenario = try LightScenario(database)
    guard let file = scenario.stored.courseFile else {
      throw ShiftwrightError(
        "\(database.path) holds no training.yaml.\n"
          + "Give one: shiftwright training curriculum FILE --db \(database.path)"
      )
    }
    return String(decoding: file, as: UTF8.self)
  }

  /// Replaces `training.yaml`; versions that have begun must stay as they are, but for their trainers.
  ///
  /// - Parameters:
  ///   - path: The new file.
  ///   - now: The present; decides which versions have begun.
  /// - Returns: What was done.
  /// - Throws: ``BadInput`` when the file has errors; `ShiftwrightError` naming every version that would
  ///   change, and records whose names would go.
  public func replaceCurriculum(_ path: String, now: Instant? = nil) throws -> Outcome {
    let bytes = try RecordReader.bytes(of: path)
    let old = try LightScenario(database)
    let new: PlanningInputs
    do {
      new = try LightScenario(old.stored, courseFile: bytes, database.path).inputs
    } catch let bad as BadInput {
      throw BadInput(diagnostics: bad.diagnostics.map { Self.renamed($0, path) })
    }
    let moment = now ?? StoreSurroundings.system.now()
    let today = new.settings.zone.local(at: moment).date
    let faults = VersionHistory(today: today).faults(from: old.inputs.training, to: new.training)
    guard faults.isEmpty else {
      throw ShiftwrightError(
        "\(path) changes what has begun:\n" + faults.joined(separator: "\n")
          + "\nWrite a change as a new version, below, with a from of \(today) or later."
      )
    }
    let isSame = old.stored.courseFile == bytes
    let change = try record("curriculum") { writer in
      guard !isSame else { return }
      try writer.checkNames(new.training, sites: new.settings.sites)
      try writer.register(courses: new.training.courses.map(\.name))
      try writer.replaceFile(TrainingFolder.settingsName, bytes)
    }
    let courses = Set(new.training.courses.map(\.name)).count
    let curricula = Set(new.training.curricula.map(\.name)).count
    return Outcome(
      text: "\(path) is in force: \(Self.count(courses, "course", "courses")), "
        + "\(Self.count(curricula, "curriculum", "curricula")).",
      mark: change.mark
    )
  }

  private static func renamed(_ finding: Diagnostic, _ path: String) -> Diagnostic {
    guard finding.file.hasSuffix(TrainingFolder.settingsName) else { return finding }
    var renamed = finding
    renamed.file = path
    return renamed
  }
}

/// Sees that versions of courses and curricula that have begun stay as they were.
struct VersionHistory {
  /// Versions from an earlier day on have begun.
  let today: LocalDate

  /// A line for each version that another file changes, takes away or puts into the past.
  func faults(from old: TrainingInputs, to new: TrainingInputs) -> [String] {
    let courses = { (training: TrainingInputs) in
      training.courses.map { course in
        var course = course
        course.trainers = []
        return (name: course.name, from: course.from, value: course)
      }
    }
    let curricula = { (training: TrainingInputs) in
      training.curricula.map { (name: $0.name, from: $0.from, value: $0) }
    }
    return faults("course", courses(old), courses(new))
      + faults("curriculum", curricula(old), curricula(new))
  }

  private func faults<Value: Equatable>(
    _ what: String,
    _ old: [(name: String, from: LocalDate?, value: Value)],
    _ new: [(name: String, from: LocalDate?, value: Value)]
  ) -> [String] {
    let names = Set(old.map(\.name))
    let gone = old.filter { hasBegun($0.from) }.compactMap { version -> String? in
      let same = new.first { $0.name == version.name && $0.from == version.from }
      guard let same else { return "\(label(what, version)) is gone." }
      return same.value == version.value ? nil : "\(label(what, version)) is not as it was."
    }
    let added = new.filter { names.contains($0.name) && hasBegun($0.from) && $0.from != today }
      .filter { version in !old.contains { $0.name == version.name && $0.from == version.from } }
      .map { "\(label(what, $0)) is new, and begins in the past." }
    return gone + added
  }

  private func hasBegun(_ from: LocalDate?) -> Bool { from.map { $0 <= today } ?? true }

  private func label<Value>(
    _ what: String,
    _ version: (name: String, from: LocalDate?, value: Value)
  ) -> String {
    "\(what) '\(version.name)'" + (version.from.map { " from \($0)" } ?? "")
  }
}
