import Foundation
import Interchange
import Storage
public import Workforce

extension TrainingRecorder {
  /// Takes files of a learning system, all or nothing.
  ///
  /// Rows that are on record already change nothing; their passes get the certificates they lack where
  /// certificates are asked for.
  ///
  /// - Parameters:
  ///   - paths: The files; their names say what they hold, such as `assessments.csv`.
  ///   - isCertifying: Whether passes get their certificates.
  ///   - stop: Ends it; then nothing was changed.
  ///   - progress: Hears how many rows were taken.
  /// - Returns: What was done.
  /// - Throws: `ShiftwrightError` with everything that is wrong with all files.
  public func importFiles(
    _ paths: [String],
    isCertifying: Bool,
    stop: StopSignal? = nil,
    progress: @escaping @Sendable (StageProgress) -> Void = { _ in }
  ) throws -> Outcome {
    let files = try Self.sorted(paths)
    let inputs = try setting().inputs
    let change = try record("training import") { writer in
      var feed = RecordFeed(writer, inputs, stop: stop, progress: progress)
      feed.isNotingPasses = isCertifying
      for file in files {
        try feed.take(file.kind, RecordReader.bytes(of: file.path), named: file.path)
      }
      try feed.check()
      guard isCertifying else {
        return (feed.doubts.warnings, try writer.passesWithoutCertificate())
      }
      for (employee, passes) in feed.passes.sorted(by: { $0.key < $1.key }) {
        try RecordFeed.look(stop)
        _ = try issue(employee, among: passes, writer, inputs.training)
      }
      return (feed.doubts.warnings, 0)
    }
    let (warnings, lacking) = change.value
    let summary = RecordSummary(change.counts)
    let names = Self.count(files.count, "file", "files")
    return Outcome(
      text: (summary.parts.isEmpty ? "\(names): nothing new." : "\(names): \(summary.text) new.")
        + lackingText(lacking, paths),
      mark: change.mark,
      warnings: warnings
    )
  }

  /// How many passes have no certificate, and how they get one.
  private func lackingText(_ count: Int, _ paths: [String]) -> String {
    guard count > 0 else { return "" }
    return "\n\(Self.count(count, "pass has", "passes have")) no certificate. To issue them: "
      + "shiftwright training import \(paths.joined(separator: " ")) --certify --db \(database.path)"
  }

  /// The files in the order in which they refer to each other.
  private static func sorted(_ paths: [String]) throws -> [(kind: RecordFile, path: String)] {
    var files: [(kind: RecordFile, path: String)] = []
    var faults: [String] = []
    let names = RecordFile.allCases.map(\.rawValue)
    for path in paths {
      let name = URL(filePath: path).lastPathComponent
      if let kind = RecordFile(rawValue: name) {
        files.append((kind, path))
      } else {
        let hint = Suggestion.didYouMean(name, among: names)
        faults.append(
          "\(path): the name does not say what the file holds.\n"
            + "\(hint)Name it \(names.dropLast().joined(separator: ", ")) or \(names.last ?? "")."
        )
      }
      if !FileManager.default.fileExists(atPath: path) {
        faults.append("\(path): there is no such file.\nGive the path of a file.")
      }
    }
    guard faults.isEmpty else { throw ShiftwrightError(faults.joined(separator: "\n")) }
    return RecordFile.allCases.flatMap { kind in files.filter { $0.kind == kind } }
  }
}
