/// The place of an entry in the audit trail, and its hash.
///
/// A mark that was written down when a change was confirmed proves later that the trail still holds it.
public struct AuditMark: Hashable, Sendable, CustomStringConvertible {
  /// The entry's number, from 1.
  public var number: Int
  /// The entry's hash, 32 bytes.
  public var hash: [UInt8]

  /// Makes a mark.
  public init(number: Int, hash: [UInt8]) {
    self.number = number
    self.hash = hash
  }

  /// Reads `N:HASH` with 64 hexadecimal digits; `nil` otherwise.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let number = Int(parts[0]), number > 0, parts[1].utf8.count == 64 else {
      return nil
    }
    let digits = parts[1].compactMap(\.hexDigitValue)
    guard digits.count == 64 else { return nil }
    self.number = number
    hash = stride(from: 0, to: 64, by: 2).map { UInt8(digits[$0] * 16 + digits[$0 + 1]) }
  }

  /// `N:HASH`, the hash in 64 hexadecimal digits.
  public var description: String {
    let digits = Array("0123456789abcdef")
    let text = hash.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return "\(number):" + String(text)
  }
}

/// One entry of the audit trail, without what it says of people.
public struct AuditEntry: Hashable, Sendable {
  /// Its place and hash.
  public var mark: AuditMark
  /// When it was written.
  public var time: Instant
  /// Who asked for it: a role or an account, never a name.
  public var actor: String
  /// What was done, such as `import`.
  public var action: String
  /// More about it, as JSON.
  public var detail: String
  /// How many people's data it hashes.
  public var people: Int

  /// Makes an entry.
  public init(
    mark: AuditMark,
    time: Instant,
    actor: String,
    action: String,
    detail: String,
    people: Int
  ) {
    self.mark = mark
    self.time = time
    self.actor = actor
    self.action = action
    self.detail = detail
    self.people = people
  }
}
