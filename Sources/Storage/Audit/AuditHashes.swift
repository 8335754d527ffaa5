/// How entries and parts are hashed; the chain writes by it and the verifier reads by it.
struct AuditHashes {
  let digest: @Sendable ([UInt8]) -> [UInt8]

  /// The hash of a part: salted, so that nobody finds out by trying what an erased person's data were.
  ///
  /// h₀ hashes the salt, the source and the person; each row is then hashed with what came before.
  func part(
    salt: [UInt8],
    source: String,
    employee: Int64?,
    payload: [UInt8]
  ) -> [UInt8] {
    add(payload, to: start(salt: salt, source: source, employee: employee))
  }

  /// h₀ of a part.
  func start(salt: [UInt8], source: String, employee: Int64?) -> [UInt8] {
    let person = employee.map { StoredValue.integer($0) } ?? .null
    return digest(
      Array("shiftwright part 1\0".utf8) + salt + CanonicalBytes.row([.text(source), person])
    )
  }

  /// The hash after one more row.
  func add(_ row: [UInt8], to hash: [UInt8]) -> [UInt8] { digest(hash + row) }

  /// The hash of an entry's parts.
  func parts(_ hashes: [[UInt8]]) -> [UInt8] {
    digest(Array("shiftwright parts 1\0".utf8) + hashes.flatMap(\.self))
  }

  /// The hash of an entry: number, time, actor, action, detail, hash of its parts, the hash before.
  func entry(_ values: [StoredValue]) -> [UInt8] {
    digest(Array("shiftwright entry 1\0".utf8) + CanonicalBytes.row(values))
  }
}
