import TestSupport
import Testing
import Workforce

@testable import Storage

@Suite struct CanonicalBytesTests {
  @Test func `writes each kind in one way`() {
    let row: [StoredValue] = [
      .null, .integer(-2), .real(-0.0), .real(1.5), .text("é"), .bytes([7]),
    ]
    #expect(
      CanonicalBytes.row(row) == [
        0x10, 0, 6, 0, 1, 255, 255, 255, 255, 255, 255, 255, 254, 2, 0, 0, 0, 0, 0, 0, 0, 0,
        2, 0x3F, 0xF8, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 2, 0xC3, 0xA9, 4, 0, 0, 0, 1, 7,
      ]
    )
  }

  /// Rows that are alike when their cells are written one after the other.
  @Test func `tells rows apart`() {
    let rows: [[StoredValue]] = [
      [.text("ab"), .text("c")], [.text("a"), .text("bc")], [.text("abc")], [.bytes([97, 98, 99])],
      [.text("abc"), .null], [.integer(1)], [.real(1)], [.text("1")], [],
    ]
    #expect(Set(rows.map(CanonicalBytes.row)).count == rows.count)
  }

  /// Published examples of FIPS 180-4, and the lengths around a block.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func `hashes as published`(text: String, hash: String) {
    let mark = "1:" + hash
    #expect(AuditMark(number: 1, hash: PlainSHA256.hash(Array(text.utf8))).description == mark)
    #expect(AuditMark(mark)?.description == mark)
  }

  @Test func `reads only whole marks`() {
    let hash = String(repeating: "0f", count: 32)
    #expect(AuditMark("3:\(hash)")?.number == 3)
    for text in ["3", "3:", "3:\(hash)0", "0:\(hash)", ":\(hash)", "3:\(hash.dropLast())g"] {
      #expect(AuditMark(text) == nil, "\(text)")
    }
  }
}
