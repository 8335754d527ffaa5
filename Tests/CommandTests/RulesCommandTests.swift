import Foundation
import Testing

/// `shiftwright rules`.
@Suite struct RulesCommandTests {
  @Test func `lists, shows and adds what ships`() async throws {
    try await Workplace.with { place in
      let list = try await place.succeed(["rules", "list"]).output
      let names = list.split(separator: "\n").compactMap {
        $0.firstMatch(of: /^([a-z-]+)  +[A-Z]/).map { String($0.1) }
      }
      #expect(names == ["eu-working-time", "china-labor", "us-california", "us-new-york"])
      #expect(list.contains("No legal advice"))
      for name in names {
        let text = try await place.succeed(["rules", "show", name]).output
        #expect(text.contains("no legal advice"))
        #expect(text.contains("labor_rules:"))
      }
      let before = try place.text("small/scenario.yaml")
      let added = try await place.succeed(["rules", "add", "us-new-york", "small"])
      #expect(added.output.contains("us-new-york.yaml is in small"))
      let after = try place.text("small/scenario.yaml")
      #expect(after == before + "rule_sets: [us-new-york.yaml]\n")
      let file = try place.text("small/us-new-york.yaml")
      #expect(try await place.succeed(["rules", "show", "us-new-york"]).output == file)
      let again = try await place.run(["rules", "add", "us-new-york", "small"])
      #expect(again.exitCode == 1)
      #expect(again.errors.contains("small/us-new-york.yaml exists already."))
      #expect(try place.text("small/scenario.yaml") == after)
    }
  }
}
