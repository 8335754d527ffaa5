import Foundation
import Interchange
public import Optimization
public import Workforce

/// Verifies a run folder from its own files: every byte against the recorded hashes, then what
/// follows from the inputs by making it again.
///
/// Forecast and need are made again from the inputs; people per queue, check, simulation and
/// certificate from forecast and roster. The roster itself is taken as given, unless the week is to be
/// planned again.
public struct RunVerifier: Sendable {
  private let folder: String
  private let threads: Int
  private let solver: any LinearSolver
  private let versions: RunFiles.Versions

  /// Takes a run folder and the versions of the program that verifies.
  public init(
    folder: String,
    threads: Int,
    solver: any LinearSolver,
    versions: RunFiles.Versions
  ) {
    self.folder = folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    self.threads = threads
    self.solver = solver
    self.versions = versions
  }

  /// Verifies everything.
  ///
  /// With `plansAgain` the roster too is made again from the inputs, which takes as long as the plan
  /// did; else it is taken as given. Throws when there is no run in the folder, when it cannot be
  /// planned again, and when `stop` is cancelled.
  public func verify(
    plansAgain: Bool = false,
    stop: StopSignal = StopSignal(),
    progress: (@Sendable (StageProgress) -> Void)? = nil
  ) throws -> Verification {
    var found = Verification()
    guard let text = text(RunRecord.fileName) else {
      throw ShiftwrightError.noRun(at: folder, without: RunRecord.fileName)
    }
    let record: RunRecord
    do {
      record = try RunRecord.read(text)
    } catch {
      found.note(
        RunRecord.fileName,
        "is no record that this version reads; plan the week again with it"
      )
      return found
    }
    if plansAgain, let reason = record.reasonNotToPlanAgain { throw ShiftwrightError(reason) }
    compareFiles(record, text: text, &found)
    do {
      let run = try PublishedRun(folder)
      var repetition = RunRepetition(
        run: run,
        record: record,
        threads: threads,
        solver: solver,
        found: found,
        bytes: bytes
      )
      try repetition.repeatAll(plansAgain: plansAgain, stop: stop, progress: progress)
      found = repetition.found
    } catch {
      // files that were changed may not even be readable
      guard stop.reason != .cancelled else { throw error }
      found.note("the run", "cannot be made again: \(error)")
    }
    if !found.isConfirmed { compareVersions(record, &found) }
    return found
  }

  /// Says when another version wrote the run, since that may be why something differs.
  private func compareVersions(_ record: RunRecord, _ found: inout Verification) {
    let (writer, own) = (
      "shiftwright \(record.shiftwright) with \(record.solver)",
      "shiftwright \(versions.shiftwright) with \(versions.solver)"
    )
    guard writer != own else { return }
    found.note(RunRecord.fileName, "written by \(writer), verified by \(own)")
  }

  private func text(_ name: String) -> String? {
    bytes(name).map { String(decoding: $0, as: UTF8.self) }
  }

  private func bytes(_ name: String) -> [UInt8]? {
    FileManager.default.contents(atPath: folder + "/" + name).map { Array($0) }
  }

  /// The recorded hashes against the files, and files that nobody recorded.
  private func compareFiles(_ record: RunRecord, text: String, _ found: inout Verification) {
    if record.hash(of: text) != record.recordSha256 {
      found.note(RunRecord.fileName, "its bytes are not those that its own hash was taken of")
    }
    let inputs = record.inputs.map { (name: "inputs/\($0.file)", hash: $0.sha256) }
    let all = inputs + record.outputs.map { (name: $0.file, hash: $0.sha256) }
    for (name, hash) in all {
      guard let bytes = bytes(name) else {
        found.note(name, "the file is missing")
        continue
      }
      if OutputFile(name: name, bytes: bytes).sha256 == hash {
        found.confirmedFiles += 1
      } else {
        found.note(name, "its bytes are not those that \(RunRecord.fileName) has the hash of")
      }
    }
    let known = Set(all.map(\.name) + [RunRecord.fileName])
    for name in present().sorted() where !known.contains(name) {
      found.note(name, "\(RunRecord.fileName) does not list the file")
    }
  }

  /// The files in the folder and its inputs.
  private func present() -> [String] {
    let manager = FileManager.default
    let names = { (path: String) -> [String] in
      guard let found = manager.enumerator(atPath: path) else { return [] }
      return found.compactMap { $0 as? String }
    }
    var isFolder: ObjCBool = false
    return names(folder).filter { name in
      let exists = unsafe manager.fileExists(
        atPath: folder + "/" + name,
        isDirectory: &isFolder
      )
      return exists && !isFolder.boolValue
    }
  }
}
