import Testing
import Workforce

@testable import Reporting

@Suite struct TextTests {
  @Test(arguments: [
    ("<b>&\"'", "&lt;b&gt;&amp;&quot;&#39;"), ("שרה 李 Ελ", "שרה 李 Ελ"),
    ("a\u{0}b\u{1B}[2J", "a\u{FFFD}b\u{FFFD}[2J"), ("two\nlines\t", "two lines "), ("🙂", "🙂"),
    ("\u{FFFF}", "\u{FFFD}"),
  ])
  func `escapes markup and what XML forbids`(given: String, expected: String) {
    #expect(escaped(given) == expected)
    let markup: Markup = "<i>\(given)</i>"
    #expect(markup.source == "<i>\(expected)</i>")
    #expect(XMLReading(markup.source).failure == nil)
  }

  @Test(arguments: [
    (0.0, 0, "0"), (999, 0, "999"), (1000, 0, "1,000"), (1_234_567.89, 1, "1,234,567.9"),
    (-12.34, 1, "−12.3"), (-0.01, 1, "0.0"), (0.05, 1, "0.1"), (9.996, 2, "10.00"),
    (.nan, 1, "–"), (.infinity, 0, "–"),
  ])
  func `writes numbers with separators`(value: Double, places: Int, expected: String) {
    #expect(decimal(value, places: places) == expected)
  }

  @Test func `writes shares, money, durations and lists in plain words`() {
    #expect(percent(0.8344) == "83.4%")
    #expect(percent(Estimate(mean: 0.8344, halfWidth: 0.0061)) == "83.4% ± 0.6")
    #expect(money(1234.5, "GBP") == "1,235\u{A0}GBP")
    #expect(money(-1234.5, "€", places: 2) == "−€1,234.50")
    #expect(money(3, "") == "3")
    #expect(words(.seconds(5430)) == "1 hour 30 minutes 30 seconds")
    #expect(words(.zero) == "0 seconds")
    #expect(words(.seconds(60)) == "1 minute")
    #expect(listed(["a", "b", "c"]) == "a, b and c")
    #expect(listed([]) == "")
    #expect(counted(1, "person", "people") == "1 person")
  }

  @Test(arguments: [
    ("2026-W10", "2–8 March 2026"), ("2026-W14", "30 March – 5 April 2026"),
    ("2026-W53", "28 December 2026 – 3 January 2027"),
  ])
  func `names a week by its dates`(week: String, expected: String) throws {
    #expect(try #require(ISOWeek(week)).rangeText == expected)
  }

  /// Plain letters take a quicker way than others: one letter of the slow way changes nothing else.
  @Test(arguments: 1...20)
  func `plain text is measured and printed as any other`(seed: UInt64) {
    var stream = RandomStream(seed: seed, name: "plain text")
    let letters = (0..<40).map { _ in Character(UnicodeScalar(UInt8(stream.below(128)))) }
    let text = String(letters.filter { $0 != "\r" })
    #expect(terminalWidth("Ω" + text) == 1 + terminalWidth(text))
    #expect(printable("Ω" + text) == "Ω" + printable(text))
    let expected = text.unicodeScalars.map { scalar in
      scalar == "\n" ? " " : scalar.properties.generalCategory == .control ? "?" : String(scalar)
    }
    #expect(printable(text) == expected.joined())
    #expect(terminalWidth(text) == text.count)
    let line = TextTable(head: ["a", "b"], rows: [[text, "Ω  "]], textColumns: 2).lines[1]
    #expect(line == clipped(printable(text), to: 80) + "  Ω")
  }

  @Test func `measures and cuts text by the columns of a terminal`() {
    #expect(terminalWidth("李小龙") == 6)
    #expect(terminalWidth("e\u{301}té") == 3)
    #expect(clipped("李小龙", to: 5) == "李小…")
    #expect(clipped("phone", to: 5) == "phone")
    #expect(wrapped("aa bb cccccc", to: 5) == ["aa bb", "ccccc", "c"])
    #expect(wrapped("", to: 5).isEmpty)
    #expect(printable("red \u{1B}[31m\nnext") == "red ?[31m next")
  }
}
