import Foundation
import Testing
import Workforce

@testable import Interchange

@Suite struct AtomicFolderTests {
  private let files = [
    OutputFile(name: "run.json", text: "{}\n"),
    OutputFile(name: "inputs/scenario.yaml", text: "name: x\n"),
  ]

  private func message(_ body: () throws -> Void) -> String? {
    do {
      try body()
      return nil
    } catch {
      return "\(error)"
    }
  }

  @Test func `writes a new folder, its parents too, and nothing beside it`() throws {
    let folder = try TemporaryFolder()
    try AtomicFolder.write(files, to: folder.path + "/a/b/run/", replacingExisting: false)
    #expect(try folder.text("a/b/run/inputs/scenario.yaml") == "name: x\n")
    #expect(try folder.names(in: "a/b") == ["run"])
    #expect(try folder.names(in: "a/b/run") == ["inputs", "run.json"])
  }

  @Test func `takes an empty folder`() throws {
    let folder = try TemporaryFolder()
    try AtomicFolder.write(files, to: folder.path, replacingExisting: false)
    #expect(try folder.names() == ["inputs", "run.json"])
  }

  @Test func `refuses a folder of other files and a file`() throws {
    let folder = try TemporaryFolder()
    try folder.write("notes.txt", "keep me")
    #expect(
      message { try AtomicFolder.write(files, to: folder.path, replacingExisting: true) }
        == """
        \(folder.path) holds files that Shiftwright did not write.
        Choose a new or empty folder.
        """
    )
    let file = folder.path + "/notes.txt"
    #expect(
      message { try AtomicFolder.write(files, to: file, replacingExisting: true) }
        == "\(file) is a file.\nChoose another place, or remove it."
    )
    #expect(try folder.names() == ["notes.txt"])
  }

  @Test func `replaces a run folder only when asked`() throws {
    let folder = try TemporaryFolder()
    let run = folder.path + "/run"
    let old = [OutputFile(name: "run.json", text: "old"), OutputFile(name: "roster.csv", text: "")]
    try AtomicFolder.write(old, to: run, replacingExisting: false)
    #expect(
      message { try AtomicFolder.write(files, to: run, replacingExisting: false) }
        == "\(run) exists already.\nChoose another place, or remove it."
    )
    #expect(try folder.text("run/run.json") == "old")
    try AtomicFolder.write(files, to: run, replacingExisting: true)
    #expect(try folder.names(in: "run") == ["inputs", "run.json"])
    #expect(try folder.text("run/run.json") == "{}\n")
    #expect(try folder.names() == ["run"])
  }

  @Test func `never replaces what it would lose`() throws {
    let folder = try TemporaryFolder()
    try folder.write("run.json", "old")
    try folder.write("notes.txt", "keep me")
    #expect(
      message { try AtomicFolder.write(files, to: folder.path, replacingExisting: true) }
        == """
        \(folder.path) also holds 'notes.txt', which would be lost.
        Move it away, or choose another place.
        """
    )
    #expect(try folder.text("run.json") == "old")
  }

  @Test func `replaces files of the same names`() throws {
    let folder = try TemporaryFolder()
    try folder.write("forecast.csv", "old")
    let files = [OutputFile(name: "forecast.csv", text: "new")]
    #expect(
      message { try AtomicFolder.write(files, to: folder.path, replacingExisting: false) }
        == "\(folder.path) exists already.\nChoose another place, or remove it."
    )
    try AtomicFolder.write(files, to: folder.path, replacingExisting: true)
    #expect(try folder.text("forecast.csv") == "new")
  }

  @Test(arguments: [["forecast.csv"], ["run.json", "roster.csv"]])
  func `a scenario is never replaced by results`(names: [String]) throws {
    let folder = try TemporaryFolder()
    try folder.write("scenario.yaml", "name: x\n")
    let problem = """
      \(folder.path) also holds 'scenario.yaml', which would be lost.
      Move it away, or choose another place.
      """
    let files = names.map { OutputFile(name: $0, text: "") }
    #expect(
      message { try AtomicFolder.write(files, to: folder.path, replacingExisting: true) } == problem
    )
    #expect(
      message { try AtomicFolder.check(names, at: folder.path, replacingExisting: true) } == problem
    )
    #expect(try folder.names() == ["scenario.yaml"])
  }

  @Test func `one stage's files never replace a run`() throws {
    let folder = try TemporaryFolder()
    try folder.write("forecast.csv", "old")
    try folder.write("run.json", "old")
    let files = [OutputFile(name: "forecast.csv", text: "new")]
    #expect(
      message { try AtomicFolder.write(files, to: folder.path, replacingExisting: true) }
        == """
        \(folder.path) also holds 'run.json', which would be lost.
        Move it away, or choose another place.
        """
    )
    #expect(try folder.names() == ["forecast.csv", "run.json"])
  }

  @Test func `leaves nothing behind when cancelled`() throws {
    let folder = try TemporaryFolder()
    let stop = StopSignal()
    stop.stop(.cancelled)
    let place = folder.path + "/a/run"
    #expect(
      message {
        try AtomicFolder.write(files, to: place, replacingExisting: false, stop: stop)
      } == "Stopped before anything was written."
    )
    #expect(try folder.names() == [])
    let limit = StopSignal()
    limit.stop(.timeLimit)
    try AtomicFolder.write(files, to: place, replacingExisting: false, stop: limit)
    #expect(try folder.names(in: "a") == ["run"])
  }

  @Test func `leaves the old folder and nothing else when writing fails`() throws {
    let folder = try TemporaryFolder()
    let run = folder.path + "/run"
    try AtomicFolder.write(files, to: run, replacingExisting: false)
    // A file cannot also be a folder.
    let impossible = [
      OutputFile(name: "run.json", text: "new"), OutputFile(name: "run.json/x", text: ""),
    ]
    let failure = message {
      try AtomicFolder.write(impossible, to: run, replacingExisting: true)
    }
    #expect(failure?.hasPrefix("\(run) cannot be written: ") == true)
    #expect(try folder.names() == ["run"])
    #expect(try folder.text("run/run.json") == "{}\n")
  }

  @Test func `a backtest replaces one of other methods, and nothing else`() throws {
    let folder = try TemporaryFolder()
    let place = folder.path + "/run"
    let write = { (names: [String]) throws(ShiftwrightError) in
      try AtomicFolder.write(
        names.map { OutputFile(name: $0, text: $0) },
        to: place,
        replacingExisting: true
      )
    }
    try write(["origins.csv", "forecasts-auto.csv"])
    try write(["origins.csv", "forecasts-weekly-naive.csv"])
    #expect(try folder.names(in: "run").sorted() == ["forecasts-weekly-naive.csv", "origins.csv"])
    try write(["origins.csv", "phone/forecasts-auto.csv"])
    #expect(message { try write(["origins.csv"]) }?.contains("also holds 'phone'") == true)
    #expect(message { try write(["accuracy.csv"]) }?.contains("also holds") == true)
  }

  @Test(arguments: ["../x", "/x", "a//b", ""])
  func `refuses names that lead out of the folder`(name: String) throws {
    let folder = try TemporaryFolder()
    let place = folder.path + "/run"
    let file = OutputFile(name: name, text: "")
    #expect(
      message { try AtomicFolder.write([file], to: place, replacingExisting: false) } == """
        '\(name)' is no file name below a folder.
        Use names such as inputs/scenario.yaml.
        """
    )
    #expect(try folder.names() == [])
  }
}
