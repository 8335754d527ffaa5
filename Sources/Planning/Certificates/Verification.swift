/// What came of verifying a run.
public struct Verification: Hashable, Sendable {
  /// Something that is not as recorded, or not as recomputed.
  public struct Difference: Hashable, Sendable, CustomStringConvertible {
    /// The file below the run folder.
    public var file: String
    /// The line, counted from 1; `nil` when the whole file is meant.
    public var line: Int?
    /// What differs, in words.
    public var message: String

    /// `file:line: message`.
    public var description: String {
      "\(file)\(line.map { ":\($0)" } ?? ""): \(message)"
    }
  }

  /// Files whose bytes are those recorded.
  public internal(set) var confirmedFiles = 0
  /// Files that were made again from the others and came out the same.
  public internal(set) var repeatedFiles: [String] = []
  /// What was taken as given, because the files do not tell how it came about.
  public internal(set) var takenAsGiven: [String] = []
  /// All differences, by file and line.
  public internal(set) var differences: [Difference] = []

  /// True when nothing differs.
  public var isConfirmed: Bool { differences.isEmpty }
}

extension Verification {
  /// Most differing lines of one file that are listed.
  private static let lineLimit = 5

  mutating func note(_ file: String, line: Int? = nil, _ message: String) {
    differences.append(Difference(file: file, line: line, message: message))
  }

  /// Compares a file's text with the one made again, line by line.
  mutating func compare(_ file: String, recorded: String, again: String) {
    guard recorded != again else {
      repeatedFiles.append(file)
      return
    }
    let (old, new) = (Self.lines(recorded), Self.lines(again))
    var count = 0
    for index in 0..<max(old.count, new.count) {
      let was = index < old.count ? old[index] : nil
      let now = index < new.count ? new[index] : nil
      guard was != now else { continue }
      count += 1
      guard count <= Self.lineLimit else { continue }
      note(file, line: index + 1, "recorded \(Self.shown(was)), recomputed \(Self.shown(now))")
    }
    if count > Self.lineLimit { note(file, "\(count - Self.lineLimit) more lines differ") }
  }

  private static func lines(_ text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  private static func shown(_ line: Substring?) -> String {
    guard let line else { return "nothing" }
    let text = line.trimmingPrefix { $0 == " " }
    return text.count > 160 ? "'\(text.prefix(160))…'" : "'\(text)'"
  }
}
