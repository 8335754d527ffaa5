/// The lines on which keys stood first.
struct FirstLines<Key: Hashable> {
  private var lines: [Key: Int] = [:]

  /// The line on which a key stood before; notes this line and gives `nil` for a new one.
  mutating func earlier(_ key: Key, line: Int) -> Int? {
    if let first = lines[key] { return first }
    lines[key] = line
    return nil
  }
}
