import Foundation

/// What a command left behind.
struct CommandResult: Sendable {
  let exitCode: Int32
  let output: String
  let errors: String
}

/// Runs the built `shiftwright`, or any program with it first on PATH, and waits for its end.
struct CommandRunner: Sendable {
  /// The root of the package: two levels above this file's folder.
  static let packageRoot = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The folder in which the build puts `shiftwright`, beside the test bundle.
  static var productFolder: URL {
    let bundles = Bundle.allBundles.filter { $0.bundleURL.pathExtension == "xctest" }
    let isBesideExecutable = bundles.isEmpty
    let place = isBesideExecutable ? Bundle.main.executableURL : bundles[0].bundleURL
    return (place ?? URL(filePath: CommandLine.arguments[0])).deletingLastPathComponent()
  }

  static var executable: URL { productFolder.appending(path: "shiftwright") }

  /// The folder in which commands run.
  let folder: URL

  /// Runs `shiftwright` with these arguments.
  func shiftwright(_ arguments: String...) async throws -> CommandResult {
    try await run(arguments)
  }

  /// Runs `shiftwright` with these arguments when it is its turn.
  func run(_ arguments: [String]) async throws -> CommandResult {
    try await CommandGate.shared.pass { try await start(arguments).result() }
  }

  /// Starts `shiftwright` with these arguments at once; the caller may interrupt it.
  func start(_ arguments: [String]) throws -> RunningCommand {
    try RunningCommand(Self.executable, arguments, in: folder)
  }

  /// Runs a line of shell, with errors joined to the output as on a terminal.
  func shell(_ line: String) async throws -> CommandResult {
    let bash = URL(filePath: "/bin/bash")
    let options = ["-c", "set -euo pipefail\nexec 2>&1\n" + line]
    return try await CommandGate.shared.pass {
      try await RunningCommand(bash, options, in: folder).result()
    }
  }
}

/// Lets through as many commands at once as there are processors.
///
/// Tests run all at the same time: without it dozens of commands would share two processors, and none
/// would end within its limit of time. An actor, because the commands waiting are shared.
private actor CommandGate {
  static let shared = CommandGate(places: max(2, ProcessInfo.processInfo.activeProcessorCount))

  private var places: Int
  private var waiting: [CheckedContinuation<Void, Never>] = []

  private init(places: Int) { self.places = places }

  /// Calls `body` when a place is free.
  nonisolated func pass<Result: Sendable>(
    _ body: () async throws -> Result
  ) async throws -> Result {
    await enter()
    do {
      let result = try await body()
      await leave()
      return result
    } catch {
      await leave()
      throw error
    }
  }

  private func enter() async {
    guard places == 0 else {
      places -= 1
      return
    }
    await withCheckedContinuation { waiting.append($0) }
  }

  private func leave() {
    if waiting.isEmpty { places += 1 } else { waiting.removeFirst().resume() }
  }
}

/// A command that has begun.
///
/// A class, because the process has an identity and goes on by itself.
final class RunningCommand {
  private let process = Process()
  private let captures: URL
  private let ended: AsyncStream<Void>

  init(_ executable: URL, _ arguments: [String], in folder: URL) throws {
    captures = try TemporaryFolder.make()
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = Self.environment
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try Self.handle(captures.appending(path: "output"))
    process.standardError = try Self.handle(captures.appending(path: "errors"))
    let (ended, continuation) = AsyncStream<Void>.makeStream()
    self.ended = ended
    process.terminationHandler = { _ in continuation.finish() }
    try process.run()
  }

  deinit {
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    TemporaryFolder.remove(captures)
  }

  /// Sends what Ctrl-C sends.
  ///
  /// A program that inherits an ignored interrupt, as in a background job, sees it only through its own
  /// handler.
  func interrupt() { process.interrupt() }

  /// Ends it at once, whatever it does.
  func killNow() { kill(process.processIdentifier, SIGKILL) }

  /// Waits for the end; a test that runs out of time ends the command.
  func result() async throws -> CommandResult {
    for await _ in ended {}
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    try Task.checkCancellation()
    return CommandResult(
      exitCode: process.terminationStatus,
      output: try text("output"),
      errors: try text("errors")
    )
  }

  private func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: captures.appending(path: name)), as: UTF8.self)
  }

  private static func handle(_ file: URL) throws -> FileHandle {
    try Data().write(to: file)
    return try FileHandle(forWritingTo: file)
  }

  private static var environment: [String: String] {
    var environment = ProcessInfo.processInfo.environment
    let path = environment["PATH"] ?? "/usr/bin:/bin"
    environment["PATH"] = CommandRunner.productFolder.path + ":" + path
    environment["LANG"] = "C.UTF-8"
    return environment
  }
}

/// Folders that live as long as a test.
enum TemporaryFolder {
  static func make() throws -> URL {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "shiftwright-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }

  /// Removes the folder; what is left behind is the system's to clean.
  static func remove(_ folder: URL) {
    try? FileManager.default.removeItem(at: folder)
  }

  /// Calls `body` with a fresh folder and removes it afterwards.
  static func with<Result>(_ body: (URL) async throws -> Result) async throws -> Result {
    let folder = try make()
    defer { remove(folder) }
    return try await body(folder)
  }
}
