import Foundation
import Workforce

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// The file of a database, before SQLite sees it.
struct DatabaseFile {
  /// Marks the file as one of this program: `SHWT`.
  static let applicationID = 0x5348_5754
  private static let magic = Array("SQLite format 3\0".utf8)

  let path: String

  /// True when a regular file is there that begins as an SQLite database does.
  var isDatabase: Bool {
    guard case .file(let head) = kind else { return false }
    return head.starts(with: Self.magic)
  }

  private enum Kind {
    case absent
    case folder
    case unreadable(String)
    case file([UInt8])
  }

  private var kind: Kind {
    var isFolder: ObjCBool = false
    guard unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      return .absent
    }
    if isFolder.boolValue { return .folder }
    do {
      let handle = try FileHandle(forReadingFrom: URL(filePath: path))
      let head = try handle.read(upToCount: 100) ?? Data()
      try handle.close()
      return .file(Array(head))
    } catch {
      return .unreadable(error.localizedDescription)
    }
  }

  /// Refuses everything but a database of this program that is not newer than `latest`; reads only.
  func check(latest: Int) throws(ShiftwrightError) {
    switch kind {
    case .absent: throw Self.absent(path)
    case .folder: throw Self.strange(path, "a folder")
    case .unreadable(let reason):
      throw ShiftwrightError("\(path) cannot be read: \(reason)\nCheck the file's permissions.")
    case .file(let head):
      guard head.starts(with: Self.magic), head.count == 100 else {
        throw Self.strange(path, Self.name(of: head))
      }
      guard Self.number(head[68..<72]) == Self.applicationID else {
        throw Self.strange(path, "an SQLite database of another program")
      }
      let version = Self.number(head[60..<64])
      guard version <= latest else { throw Self.newer(path, version, latest) }
    }
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.reduce(0) { $0 << 8 | Int($1) }
  }

  /// What a file seems to be.
  private static func name(of head: [UInt8]) -> String {
    if head.isEmpty { return "an empty file" }
    if head.starts(with: magic) { return "the beginning of an SQLite database" }
    if head.starts(with: [0x50, 0x4B, 3, 4]) { return "a zip archive, such as an .xlsx file" }
    let isText = head.allSatisfy { $0 >= 32 || (9...13).contains($0) }
    return isText ? "a text file" : "a file of another kind"
  }

  private static func absent(_ path: String) -> ShiftwrightError {
    ShiftwrightError(
      "\(path): there is no such file.\nMake a database: shiftwright db init --db \(path)"
    )
  }

  private static func strange(_ path: String, _ what: String) -> ShiftwrightError {
    ShiftwrightError(
      "\(path) is no database of Shiftwright but \(what).\n"
        + "Give a file that 'shiftwright db init' made; this one was not touched."
    )
  }

  static func newer(_ path: String, _ version: Int, _ latest: Int) -> ShiftwrightError {
    ShiftwrightError(
      "\(path) was written by a newer Shiftwright: it has schema \(version), this program knows "
        + "up to \(latest).\nUse the newer program; nothing was changed."
    )
  }

  /// Makes an empty file that only its owner may read and write; replaces what a killed program left.
  func makeEmpty() throws(ShiftwrightError) {
    try remove()
    let descriptor = unsafe open(path, O_CREAT | O_EXCL | O_RDWR, 0o600)
    guard descriptor >= 0 else { throw failure() }
    close(descriptor)
  }

  /// Removes the file and what SQLite may have left beside it.
  func remove() throws(ShiftwrightError) {
    for name in [path, path + "-wal", path + "-shm", path + "-journal"] {
      guard unsafe unlink(name) != 0, errno != ENOENT else { continue }
      throw failure()
    }
  }

  /// Refuses a name beside which a log lies that belongs to no database here: SQLite would take its
  /// pages for the new file's.
  func checkNoLog() throws(ShiftwrightError) {
    for name in [path + "-wal", path + "-journal"]
    where FileManager.default.fileExists(atPath: name) {
      throw ShiftwrightError(
        "\(name) was left by another database of that name.\n"
          + "Put that database back beside it, or move the file away; nothing was changed."
      )
    }
  }

  /// Waits until the file's content is on the disk, gives it its final name, and waits for that too.
  func move(to final: String) throws(ShiftwrightError) {
    try synchronize(path)
    guard unsafe rename(path, final) == 0 else { throw failure() }
    try synchronize(URL(filePath: final).deletingLastPathComponent().path)
  }

  /// The same, but fails when something has the name by then: of two programs that make a database at
  /// once, the second must not replace what the first has confirmed.
  func publish(as final: String) throws(ShiftwrightError) {
    try synchronize(path)
    guard unsafe link(path, final) == 0 else {
      guard errno == EEXIST else { throw failure() }
      throw ShiftwrightError("\(final) exists already.\nChoose another name, or use it as it is.")
    }
    guard unsafe unlink(path) == 0 else { throw failure() }
    try synchronize(URL(filePath: final).deletingLastPathComponent().path)
  }

  /// Removes drafts of the file that programs left which run no more.
  func sweepDrafts() throws(ShiftwrightError) {
    let url = URL(filePath: path)
    let folder = url.deletingLastPathComponent()
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    } catch {
      throw ShiftwrightError(
        "\(folder.path) cannot be read: \(error.localizedDescription)\nCheck the folder's permissions."
      )
    }
    let prefix = ".\(url.lastPathComponent)."
    for name in names.sorted() where name.hasPrefix(prefix) && name.hasSuffix(".new") {
      let middle = name.dropFirst(prefix.count).dropLast(".new".count)
      guard let process = Int32(middle), process > 0 else { continue }
      guard kill(process, 0) != 0, errno == ESRCH else { continue }
      try DatabaseFile(path: folder.appending(path: name).path).remove()
    }
  }

  private func synchronize(_ name: String) throws(ShiftwrightError) {
    let descriptor = unsafe open(name, O_RDONLY)
    guard descriptor >= 0 else { throw failure() }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw failure() }
  }

  private func failure() -> ShiftwrightError {
    let reason = POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO).localizedDescription
    return ShiftwrightError(
      "\(path) cannot be written: \(reason)\nCheck the disk and the folder's permissions."
    )
  }

  /// A name beside the file for a draft of it.
  var draft: DatabaseFile {
    let url = URL(filePath: path)
    let name = ".\(url.lastPathComponent).\(ProcessInfo.processInfo.processIdentifier).new"
    return DatabaseFile(path: url.deletingLastPathComponent().appending(path: name).path)
  }

  /// True when anything has the file's name.
  var exists: Bool { FileManager.default.fileExists(atPath: path) }
}
