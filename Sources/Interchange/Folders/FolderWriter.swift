import Foundation
import Workforce

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Fills a folder beside its final place and moves it there.
struct FolderWriter {
  private let target: URL
  private let draft: URL
  private let retired: URL
  private let stop: StopSignal?
  /// The folders above the target that did not exist before, deepest first.
  private let madeAncestors: [URL]

  init(target: URL, stop: StopSignal?) {
    self.target = target
    self.stop = stop
    let parent = target.deletingLastPathComponent()
    let mark = ".\(target.lastPathComponent).\(ProcessInfo.processInfo.processIdentifier)"
    draft = parent.appendingPathComponent(mark + ".new")
    retired = parent.appendingPathComponent(mark + ".old")
    madeAncestors = Self.missing(parent)
  }

  private static func missing(_ folder: URL) -> [URL] {
    var missing: [URL] = []
    var current = folder
    while !FileManager.default.fileExists(atPath: current.path), current.path != "/" {
      missing.append(current)
      current = current.deletingLastPathComponent()
    }
    return missing
  }

  /// Writes the files into the draft and makes them durable.
  func write(_ files: [StreamedFile]) throws {
    let manager = FileManager.default
    if manager.fileExists(atPath: draft.path) { try manager.removeItem(at: draft) }
    try manager.createDirectory(at: draft, withIntermediateDirectories: true)
    var folders: Set<String> = [draft.path]
    for file in files {
      try checkStop()
      let url = draft.appendingPathComponent(file.name)
      let folder = url.deletingLastPathComponent()
      if folders.insert(folder.path).inserted {
        try manager.createDirectory(at: folder, withIntermediateDirectories: true)
      }
      try write(file, to: url)
    }
    for folder in folders.sorted() { try synchronize(folder) }
    try checkStop()
  }

  private func write(_ file: StreamedFile, to url: URL) throws {
    let descriptor = unsafe open(url.path, O_WRONLY | O_CREAT | O_TRUNC, 0o666)
    guard descriptor >= 0 else { throw posixError() }
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    try file.content { piece in
      try checkStop()
      try handle.write(contentsOf: Data(piece))
    }
    try flush(descriptor)
    try handle.close()
  }

  private func checkStop() throws(ShiftwrightError) {
    guard stop?.reason == .cancelled else { return }
    throw ShiftwrightError("Stopped before anything was written.")
  }

  /// Waits until a file or a folder's entries are on the disk.
  private func synchronize(_ path: String) throws {
    let descriptor = unsafe open(path, O_RDONLY)
    guard descriptor >= 0 else { throw posixError() }
    defer { close(descriptor) }
    try flush(descriptor)
  }

  private func flush(_ descriptor: Int32) throws {
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw posixError() }
  }

  private func posixError() -> any Error {
    POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
  }

  /// Gives the draft its final name; an existing folder is set aside first, put back if that
  /// fails, and removed at the end.
  func move(replacing isTaken: Bool) throws {
    let manager = FileManager.default
    if isTaken { try manager.moveItem(at: target, to: retired) }
    do {
      try manager.moveItem(at: draft, to: target)
    } catch {
      if isTaken { try manager.moveItem(at: retired, to: target) }
      throw error
    }
    try synchronize(target.deletingLastPathComponent().path)
    guard isTaken else { return }
    do {
      try manager.removeItem(at: retired)
    } catch {
      throw ShiftwrightError(
        "\(target.path) is written, but the folder before it could not be removed: "
          + "\(error.localizedDescription)\nRemove \(retired.path)."
      )
    }
  }

  /// Removes the draft, and the folders that were made for it while they are empty.
  func cleanUp() {
    let manager = FileManager.default
    do {
      if manager.fileExists(atPath: draft.path) { try manager.removeItem(at: draft) }
    } catch {
      return  // The first failure is what the user is told; a leftover draft does no harm.
    }
    for folder in madeAncestors where unsafe rmdir(folder.path) != 0 { return }
  }
}
