import Interchange
import Testing
import Workforce

/// Every sentence of the rule sets that ship, by weeks that the checker judges.
@Suite struct LawTests {
  @Test(arguments: LawCase.all)
  func `a week keeps the sentence and one that is little else breaks it`(c: LawCase) throws {
    let law = try Law(c.set.text)
    let found = try law.found(c)
    #expect(found.kept == [])
    #expect(found.broken == [try law.rule(c)])
    #expect(found.without == [], "not for the entry below the sentence")
  }

  @Test(arguments: ShippedRuleSet.allCases)
  func `every sentence has a case, and every case a sentence`(set: ShippedRuleSet) throws {
    let law = try Law(set.text)
    #expect(Self.uncovered(set.text, set) == [])
    let texts = law.file.sentences.map(\.text)
    #expect(Set(texts).count == texts.count)
    for c in LawCase.all where c.set == set { #expect(texts.contains(c.sentence)) }
    #expect(law.file.strays == [])
    #expect(Self.bare(law.file) == [])
    #expect(law.file.places.count == law.labor.kinds.count + law.labor.rules.count)
  }

  @Test func `a new sentence, entry or comment is seen`() {
    let text = ShippedRuleSet.usNewYork.text
    let next = "  # In each calendar week"
    let entry = "  - {rule: whole_weekends}\n"
    let said = text.replacing(
      next,
      with: "  # Nobody works on Fridays. Note: new.\n" + entry + next
    )
    #expect(Self.uncovered(said, .usNewYork) == ["Nobody works on Fridays."])
    #expect(Self.bare(LawFile(said)) == [])
    let unsaid = LawFile(text.replacing(next, with: entry + next))
    #expect(Self.bare(unsaid) == [.rule(1)])
    let stray = LawFile(text.replacing("labor_rules:", with: "# Nobody works.\nlabor_rules:"))
    #expect(stray.strays == ["Nobody works."])
  }

  /// Were a number of a file one more or less, some case would say so.
  @Test(arguments: ShippedRuleSet.allCases)
  func `cases stand on both sides of every number`(set: ShippedRuleSet) throws {
    let cases = LawCase.all.filter { $0.set == set }
    var count = 0
    for (line, changed) in Self.mutants(of: set.text) {
      let law = try Law(changed)
      #expect(try !cases.allSatisfy { try law.holds($0) }, "unseen: \(line)")
      count += 1
    }
    #expect(count >= 8)
  }

  /// Entries without a sentence.
  private static func bare(_ file: LawFile) -> [LawFile.Place] {
    file.places.filter { place in !file.sentences.contains { $0.place == place } }
  }

  /// Sentences without a case.
  private static func uncovered(_ text: String, _ set: ShippedRuleSet) -> [String] {
    let known = LawCase.all.filter { $0.set == set }.map(\.sentence)
    return LawFile(text).sentences.map(\.text).filter { !known.contains($0) }
  }

  /// The file with one number of one entry changed by one, and the line that is changed.
  private static func mutants(of text: String) -> [(line: String, text: String)] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    return lines.indices.flatMap { index -> [(line: String, text: String)] in
      guard lines[index].hasPrefix("  - {") else { return [] }
      return lines[index].matches(of: /: (\d+)[,}]/).flatMap { match in
        [-1, 1].compactMap { step in
          guard let number = Int(match.output.1) else { return nil }
          var changed = lines
          changed[index].replaceSubrange(
            match.output.1.startIndex..<match.output.1.endIndex,
            with: "\(number + step)"
          )
          return (changed[index], changed.joined(separator: "\n"))
        }
      }
    }
  }
}
