/// What entries of the labor rules are called: `labor 1` for the first, those of rule sets counted before the
/// center's own.
public enum LaborEntryName {
  /// The name of an entry by its position.
  public static func text(_ position: Int) -> String { "labor \(position + 1)" }

  /// The position of an entry by its name; `nil` where it is none.
  public static func position(_ text: String) -> Int? {
    let words = text.split(separator: " ")
    guard words.count == 2, words[0] == "labor", let number = Int(words[1]), number > 0 else {
      return nil
    }
    return number - 1
  }
}
