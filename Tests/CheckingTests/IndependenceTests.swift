import Foundation
import Testing

/// The referee works from raw records: it must not see what the optimizer sees.
@Suite struct IndependenceTests {
  @Test func `the checker reads no spans of skills`() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Sources/Checking")
    let paths = try FileManager.default.subpathsOfDirectory(atPath: root.path)
    let sources = paths.filter { $0.hasSuffix(".swift") }.sorted()
    #expect(sources.count > 20)
    for path in sources {
      let url = root.appendingPathComponent(path)
      let text = try String(contentsOf: url, encoding: .utf8)
      for word in ["skillSpans", "SkillSpan", "servedBy", "allowedBy"] {
        #expect(!text.contains(word), "\(path) reads \(word)")
      }
    }
  }
}
