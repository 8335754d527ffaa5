import Foundation
public import Workforce

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A file of single simulated contacts, written row by row, so that memory does not grow with it.
///
/// A class, because the open file has an identity. The file gets its name when it is complete; until
/// then it stands beside its place, and nothing is left of it when the writing ends early.
public final class TraceFile {
  static let columns = [
    "replication", "queue", "arrived", "outcome", "wait_seconds", "handle_seconds", "employee",
    "due", "work_seconds", "segment", "arrived_fraction", "due_fraction",
  ]
  /// Bytes that are collected before they are written.
  private static let chunk = 65_536

  private let path: String
  private let partial: String
  private let zone: Zone
  private let handle: FileHandle
  private var csv = CSVText(header: TraceFile.columns)
  private var failure: (any Error)?
  private var isComplete = false

  /// Begins a file; `zone` is that of its local times.
  ///
  /// Throws a `ShiftwrightError` when there is no place for it.
  public init(_ path: String, zone: Zone) throws(ShiftwrightError) {
    self.path = path
    self.zone = zone
    partial = path + ".part"
    if InputFile.isFolder(path) {
      throw ShiftwrightError("\(path) is a folder.\nGive the name of a file, such as trace.csv.")
    }
    guard FileManager.default.createFile(atPath: partial, contents: nil),
      let handle = FileHandle(forWritingAtPath: partial)
    else {
      throw ShiftwrightError(
        "\(path) cannot be written.\nCheck that its folder is there, and its permissions."
      )
    }
    self.handle = handle
  }

  /// Adds a contact.
  public func append(_ contact: TracedContact) {
    guard failure == nil else { return }
    csv.append([
      String(contact.replication), contact.queue,
      SingleContactsFile.arrivalText(contact.arrived, zone), contact.outcome.rawValue,
      contact.waitSeconds.map(Numbers.text) ?? "",
      contact.handleSeconds > 0 ? Numbers.text(contact.handleSeconds) : "",
      contact.employee ?? "",
      contact.due.map { SingleContactsFile.arrivalText($0, zone) } ?? "",
      contact.workSeconds.map(Numbers.text) ?? "", contact.segment ?? "",
      Numbers.text(contact.arrivedFraction),
      contact.due == nil ? "" : Numbers.text(contact.dueFraction),
    ])
    if csv.bytes.count >= Self.chunk { write() }
  }

  private func write() {
    do {
      try handle.write(contentsOf: Data(csv.removeAll()))
    } catch {
      failure = error
    }
  }

  /// Writes what is left and gives the file its name.
  ///
  /// Throws a `ShiftwrightError` when the disk refused any of it.
  public func close() throws(ShiftwrightError) {
    write()
    do {
      if let failure { throw failure }
      try handle.close()
      // over a file of that name in one step, so that there is always one of the two
      guard unsafe rename(partial, path) == 0 else {
        throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
      }
      isComplete = true
    } catch {
      throw ShiftwrightError(
        "\(path) cannot be written: \(error.localizedDescription)\n"
          + "Check the disk and its permissions, or choose another place."
      )
    }
  }

  deinit {
    guard !isComplete else { return }
    // reason: nothing can be done about a file that cannot be removed either
    try? FileManager.default.removeItem(atPath: partial)
  }
}
