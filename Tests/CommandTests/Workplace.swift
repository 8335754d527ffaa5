import Foundation
import Testing

/// A fresh folder with the small scenario `small` in it, and the commands that run there.
struct Workplace: Sendable {
  static let week = "2026-W10"
  /// Options that keep a plan short.
  static let quick = ["--effort", "2", "--replications", "50"]

  let folder: URL
  var runner: CommandRunner { CommandRunner(folder: folder) }

  /// Calls `body` in a fresh folder; 24 people, 2 queues and 8 weeks of history are in `small`, which
  /// is planned for its need: one roster instead of several.
  static func with<Result>(
    _ body: (Workplace) async throws -> Result
  ) async throws -> Result {
    try await TemporaryFolder.with { folder in
      let place = Workplace(folder: folder)
      try await place.succeed([
        "sample", "--people", "24", "--queues", "2", "--weeks", "8", "small",
      ])
      let settings = try place.text("small/scenario.yaml")
      try place.write(
        "small/scenario.yaml",
        settings.replacing("  cover: service", with: "  cover: need")
      )
      return try await body(place)
    }
  }

  /// Runs `shiftwright`.
  func run(_ arguments: [String]) async throws -> CommandResult {
    try await runner.run(arguments)
  }

  /// Runs `shiftwright`, which must succeed.
  @discardableResult
  func succeed(_ arguments: [String]) async throws -> CommandResult {
    let result = try await run(arguments)
    try #require(result.exitCode == 0, "\(arguments)\n\(result.output)\n\(result.errors)")
    return result
  }

  /// Arguments that plan the week of a scenario.
  func plan(
    _ scenario: String = "small",
    out: String = "run",
    with options: [String] = quick
  ) -> [String] {
    ["plan", scenario, "--week", Self.week, "--out", out] + options
  }

  /// The path of a file.
  func path(_ name: String) -> String { folder.appending(path: name).path }

  /// A file's text.
  func text(_ name: String) throws -> String {
    try String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }

  /// Replaces a file's text.
  func write(_ name: String, _ text: String) throws {
    try Data(text.utf8).write(to: folder.appending(path: name))
  }

  /// Changes one line of a file, counted from 1.
  func edit(_ name: String, line: Int, _ change: (String) -> String) throws {
    var lines = try text(name).split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
    try #require(lines.indices.contains(line - 1))
    lines[line - 1] = change(lines[line - 1])
    try write(name, lines.joined(separator: "\n"))
  }

  /// Every file below a folder with its bytes; names are relative to it.
  func files(_ name: String) throws -> [String: Data] {
    let root = folder.appending(path: name)
    let names = FileManager.default.enumerator(atPath: root.path)?.allObjects ?? []
    var files: [String: Data] = [:]
    for case let name as String in names {
      let file = root.appending(path: name)
      var isFolder: ObjCBool = false
      let exists = unsafe FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder)
      if exists, !isFolder.boolValue { files[name] = try Data(contentsOf: file) }
    }
    return files
  }

  /// The names in the folder, hidden ones too, in order.
  func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  /// `run.json` as a dictionary.
  func record(_ run: String = "run") throws -> [String: Any] {
    let data = try Data(contentsOf: folder.appending(path: run + "/run.json"))
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }
}

extension String {
  /// The text with every run of blanks and line breaks as one blank, as if no line were broken.
  var unwrapped: String {
    split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
