import Foundation
import Testing
import Workforce

@testable import Interchange

@Suite struct CSVTests {
  private func rows(_ text: String) -> [[String]] {
    var scanner = CSVScanner(Array(text.utf8))
    var fields: [CSVField] = []
    var rows: [[String]] = []
    while case .row = scanner.next(&fields) { rows.append(fields.map(scanner.text)) }
    return rows
  }

  /// Examples of RFC 4180, §2, and what spreadsheets make of it.
  @Test(arguments: [
    ("aaa,bbb,ccc\r\nzzz,yyy,xxx\r\n", [["aaa", "bbb", "ccc"], ["zzz", "yyy", "xxx"]]),
    ("aaa,bbb\r\nzzz,yyy", [["aaa", "bbb"], ["zzz", "yyy"]]),
    ("\"aaa\",\"b\r\nbb\",\"ccc\"\r\nzzz,,\"\"", [["aaa", "b\r\nbb", "ccc"], ["zzz", "", ""]]),
    ("\"aaa\",\"b\"\"bb\",\"\"\"\"\n", [["aaa", "b\"bb", "\""]]),
    ("a, b ,\r", [["a", " b ", ""]]),
    ("\u{FEFF}a,b\n\n\n1,2\n,\n\n", [["a", "b"], ["1", "2"]]),
    ("名前,שם,اسم\nΓιώργος,Zoë,한글\n", [["名前", "שם", "اسم"], ["Γιώργος", "Zoë", "한글"]]),
    ("", []),
  ])
  func `splits rows and fields`(text: String, expected: [[String]]) {
    #expect(rows(text) == expected)
  }

  @Test(arguments: 0..<200)
  func `reads back what it wrote`(seed: Int) {
    var random = RandomStream(seed: UInt64(seed), name: "csv fields")
    let letters = ["a", ",", "\"", "\n", "\r\n", "é", "漢", " ", "1", "\u{1F600}", "x"]
    let pick = { (count: Int, random: inout RandomStream) in
      Int(random.next() % UInt64(count))
    }
    let width = 1 + pick(5, &random)
    let table = (0..<(1 + pick(8, &random))).map { _ in
      (0..<width).map { column in
        (column == 0 ? "#" : "")
          + (0..<pick(6, &random)).map { _ in letters[pick(letters.count, &random)] }.joined()
      }
    }
    var csv = CSVText(header: table[0])
    for row in table.dropFirst() { csv.append(row) }
    #expect(rows(csv.text) == table)
    #expect(rows(csv.text.replacing("\n", with: "\n") + "\r\n\r\n") == table)
  }

  @Test func `counts lines exactly, also inside quotes`() {
    let text = "\u{FEFF}a,b\r\n\"1\r\n2\r3\n4\",x\r\n\r\n5,y\r6,z\n"
    var scanner = CSVScanner(Array(text.utf8))
    var fields: [CSVField] = []
    var lines: [Int] = []
    while case .row = scanner.next(&fields) { lines.append(scanner.rowLine) }
    #expect(lines == [1, 2, 7, 8])
  }

  /// Bytes that RFC 3629 forbids: cut off, overlong, surrogates, beyond the last plane.
  @Test(arguments: [
    ([0x61, 0x0A, 0xE9], 2), ([0xC3, 0x28], 0), ([0xC0, 0xAF], 0), ([0xE0, 0x80, 0xAF], 0),
    ([0xED, 0xA0, 0x80], 0), ([0xF4, 0x90, 0x80, 0x80], 0), ([0xE2, 0x82], 0), ([0x61, 0x00], 1),
  ])
  func `finds bytes that are not text`(bytes: [UInt8], position: Int) {
    #expect(TextEncoding.firstInvalid(bytes) == position)
    #expect(String(validating: bytes, as: UTF8.self) == nil || bytes.contains(0))
  }

  @Test func `accepts all of Unicode`() {
    let text = "aé漢😀\u{10FFFF}\u{FFFF}\u{7FF}\u{800}\u{E000}"
    #expect(TextEncoding.firstInvalid(Array(text.utf8)) == nil)
  }

  @Test func `reports other encodings with their line`() {
    var files = FileFindings(file: "a.csv")
    _ = CSVTable([0x61, 0x0A, 0xE9, 0x0A], required: ["a"], findings: files)
    #expect(
      files.diagnostics.map(\.description) == [
        """
        a.csv:2: the byte 0xE9 is not UTF-8 text.
        Save the file as UTF-8. Its lines were not read.
        """
      ]
    )
    files = FileFindings(file: "a.csv")
    _ = CSVTable([0xFF, 0xFE, 0x61, 0x00], required: ["a"], findings: files)
    #expect(
      files.diagnostics.map(\.description) == ["a.csv:1: the file is in UTF-16.\nSave it as UTF-8."]
    )
  }

  @Test(arguments: [
    "0", "7", "52.5", "0.1", "123456789012345", "1234567890123456789", "0.30000000000000004",
    "1e3", "-4.25", "+1", "000.125", "9007199254740993", ".5",
  ])
  func `reads numbers like the standard library`(text: String) throws {
    #expect(Numbers.number(text) == Double(text))
  }

  @Test(arguments: ["", ".", "-", "1.", "1,5", "0x10", "nan", "inf", "1e", "1e999", "1 ", "--1"])
  func `refuses what is no number`(text: String) {
    #expect(Numbers.number(text) == nil)
  }

  @Test(arguments: 0..<50)
  func `prints numbers that read back as themselves`(seed: Int) {
    var random = RandomStream(seed: UInt64(seed), name: "numbers")
    for _ in 0..<200 {
      let bits = Double(bitPattern: random.next())
      let plain = Double(random.next() >> 40) / 100
      for value in [bits, plain] where value.isFinite {
        #expect(Numbers.number(Numbers.text(value)) == value)
      }
    }
  }
}
