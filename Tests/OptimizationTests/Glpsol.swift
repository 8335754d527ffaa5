import Foundation

/// The installed `glpsol`, as a second reader of LP text.
enum Glpsol {
  /// Where it is, or nil.
  static let path = ["/usr/bin/glpsol", "/usr/local/bin/glpsol", "/opt/homebrew/bin/glpsol"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  /// The optimum that it finds, +∞ when infeasible, nil when it can't read the text.
  static func optimum(ofLP text: String) throws -> Double? {
    let folder = FileManager.default.temporaryDirectory.appending(path: "lp-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let said = Result { try answer(to: text, in: folder) }
    try FileManager.default.removeItem(at: folder)
    return try said.get().flatMap(optimum(inSolution:))
  }

  private static func answer(to text: String, in folder: URL) throws -> String? {
    let (input, output) = (folder.appending(path: "m.lp"), folder.appending(path: "m.sol"))
    try text.write(to: input, atomically: true, encoding: .utf8)
    let process = Process()
    process.executableURL = URL(filePath: path ?? "")
    process.arguments = ["--lp", input.path(), "-w", output.path()]
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    guard FileManager.default.fileExists(atPath: output.path()) else { return nil }
    return try String(contentsOf: output, encoding: .utf8)
  }

  /// Reads the line `s bas rows columns primal dual objective` or `s mip rows columns status
  /// objective` of GLPK's solution format.
  private static func optimum(inSolution text: String) -> Double? {
    let lines = text.split(separator: "\n")
    let words = lines.first { $0.hasPrefix("s ") }?.split(separator: " ") ?? []
    guard words.count >= 6, let objective = words.last.flatMap({ Double($0) }) else { return nil }
    return words[4] == "f" || words[4] == "o" ? objective : .infinity
  }
}
