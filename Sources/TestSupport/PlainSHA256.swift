/// SHA-256 as FIPS 180-4 writes it down, step by step; slow, and shares nothing with the program's.
public enum PlainSHA256 {
  /// The hash of bytes.
  public static func hash(_ message: [UInt8]) -> [UInt8] {
    var state = roots(of: 8, by: 2)
    let padded = padding(message)
    for block in stride(from: 0, to: padded.count, by: 64) {
      compress(Array(padded[block..<(block + 64)]), into: &state)
    }
    return state.flatMap { word in (0..<4).map { UInt8(truncatingIfNeeded: word >> (24 - 8 * $0)) }
    }
  }

  private static let constants = roots(of: 64, by: 3)

  /// The first 32 bits of the fractions of the square or cube roots of the first primes (§4.2.2, §5.3.3).
  private static func roots(of count: Int, by power: Int) -> [UInt32] {
    var primes: [UInt64] = []
    var candidate: UInt64 = 2
    while primes.count < count {
      if primes.allSatisfy({ candidate % $0 != 0 }) { primes.append(candidate) }
      candidate += 1
    }
    return primes.map { fraction(ofRoot: power, $0) }
  }

  /// By bisection in whole numbers: the root times 2³², without its whole part.
  private static func fraction(ofRoot power: Int, _ number: UInt64) -> UInt32 {
    var (low, high): (UInt64, UInt64) = (0, 1 << 37)
    while high - low > 1 {
      let middle = (low + high) / 2
      let isBelow = isPower(middle, power, atMost: number)
      (low, high) = isBelow ? (middle, high) : (low, middle)
    }
    return UInt32(truncatingIfNeeded: low)
  }

  /// Whether `root` ÷ 2³² to a power is at most a number.
  private static func isPower(_ root: UInt64, _ power: Int, atMost number: UInt64) -> Bool {
    var product = UInt128(1)
    for _ in 0..<power { product *= UInt128(root) }
    return product <= UInt128(number) << (32 * UInt128(power))
  }

  private static func padding(_ message: [UInt8]) -> [UInt8] {
    var bytes = message + [0x80]
    while bytes.count % 64 != 56 { bytes.append(0) }
    let bits = UInt64(message.count) * 8
    return bytes + (0..<8).map { UInt8(truncatingIfNeeded: bits >> (56 - 8 * UInt64($0))) }
  }

  private static func compress(_ block: [UInt8], into state: inout [UInt32]) {
    var words = (0..<16).map { index in
      (0..<4).reduce(UInt32(0)) { $0 << 8 | UInt32(block[4 * index + $1]) }
    }
    for index in 16..<64 {
      let (first, second) = (words[index - 15], words[index - 2])
      let low = turn(first, 7) ^ turn(first, 18) ^ first >> 3
      let high = turn(second, 17) ^ turn(second, 19) ^ second >> 10
      words.append(words[index - 16] &+ low &+ words[index - 7] &+ high)
    }
    var s = state
    for index in 0..<64 {
      let choice = (s[4] & s[5]) ^ (~s[4] & s[6])
      let sum = turn(s[4], 6) ^ turn(s[4], 11) ^ turn(s[4], 25)
      let first = s[7] &+ sum &+ choice &+ constants[index] &+ words[index]
      let majority = (s[0] & s[1]) ^ (s[0] & s[2]) ^ (s[1] & s[2])
      let second = (turn(s[0], 2) ^ turn(s[0], 13) ^ turn(s[0], 22)) &+ majority
      s = [first &+ second, s[0], s[1], s[2], s[3] &+ first, s[4], s[5], s[6]]
    }
    state = zip(state, s).map { $0 &+ $1 }
  }

  private static func turn(_ word: UInt32, _ count: UInt32) -> UInt32 {
    word >> count | word << (32 - count)
  }
}
