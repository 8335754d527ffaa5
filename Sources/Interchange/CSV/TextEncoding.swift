/// Whether bytes are text in UTF-8.
enum TextEncoding {
  /// The first line that is not, and what to do; `nil` when all is well.
  static func problem(in bytes: [UInt8]) -> (line: Int, problem: Problem)? {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return (1, .utf16)
    }
    guard let index = firstInvalid(bytes) else { return nil }
    let line = 1 + bytes[..<index].count { $0 == 10 }
    return (line, .invalidUTF8(bytes[index]))
  }

  /// The position of the first byte that cannot be part of UTF-8 (RFC 3629, §4), or is zero.
  static func firstInvalid(_ bytes: [UInt8]) -> Int? {
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        if byte == 0 { return index }
        index += 1
        continue
      }
      guard let length = length(at: index, in: bytes) else { return index }
      index += length
    }
    return nil
  }

  private static func length(at index: Int, in bytes: [UInt8]) -> Int? {
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch bytes[index] {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: length = 4
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return nil
    }
    guard index + length <= bytes.count, second.contains(bytes[index + 1]) else { return nil }
    let rest = bytes[(index + 2)..<(index + length)]
    return rest.allSatisfy { (0x80...0xBF).contains($0) } ? length : nil
  }
}
