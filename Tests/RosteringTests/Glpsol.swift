import Foundation

/// The installed `glpsol`, as a second reader and solver of masters.
enum Glpsol {
  /// Where it is, or nil.
  static let path = ["/usr/bin/glpsol", "/usr/local/bin/glpsol", "/opt/homebrew/bin/glpsol"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  static var isPresent: Bool { path != nil }

  /// The optimum that it finds, nil when it finds none or cannot read the text.
  static func optimum(ofLP text: String, isRelaxed: Bool) throws -> Double? {
    let folder = FileManager.default.temporaryDirectory.appending(path: "lp-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer {
      do { try FileManager.default.removeItem(at: folder) } catch { print("left \(folder)") }
    }
    let (input, output) = (folder.appending(path: "m.lp"), folder.appending(path: "m.sol"))
    try text.write(to: input, atomically: true, encoding: .utf8)
    let process = Process()
    process.executableURL = URL(filePath: path ?? "")
    process.arguments =
      (isRelaxed ? ["--nomip"] : []) + ["--lp", input.path(), "-w", output.path()]
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    guard FileManager.default.fileExists(atPath: output.path()) else { return nil }
    return optimum(inSolution: try String(contentsOf: output, encoding: .utf8))
  }

  /// Reads the line `s bas rows columns primal dual objective` or `s mip rows columns status
  /// objective` of GLPK's solution format.
  private static func optimum(inSolution text: String) -> Double? {
    let words = text.split(separator: "\n").first { $0.hasPrefix("s ") }?.split(separator: " ")
    guard let words, words.count >= 6, words[4] == "f" || words[4] == "o" else { return nil }
    return words.last.flatMap { Double($0) }
  }
}
