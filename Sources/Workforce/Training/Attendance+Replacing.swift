extension Attendance {
  private static let mark = " replaces "

  /// What the reference begins with: the number by which a later row names this one.
  public var number: String {
    guard let mark = reference.firstRange(of: Self.mark) else { return reference }
    return String(reference[..<mark.lowerBound])
  }

  /// The number of the row of the same person and class that this one replaces; `nil` for none.
  ///
  /// Such a row has a reference like `attendance-5 replaces attendance-3: left early`.
  public var replaced: String? {
    guard let mark = reference.firstRange(of: Self.mark) else { return nil }
    let rest = reference[mark.upperBound...]
    return String(rest.firstRange(of: ": ").map { rest[..<$0.lowerBound] } ?? rest)
  }

  /// The reference of a row that replaces this one.
  public func replacement(_ number: String, because reason: String) -> String {
    "\(number)\(Self.mark)\(self.number): \(reason)"
  }
}
