/// Finds the name that someone most likely meant.
package enum Suggestion {
  /// The nearest of some names; `nil` when none is near.
  package static func nearest(to given: String, among names: [String]) -> String? {
    let allowed = max(1, min(3, (given.count + 1) / 3))
    var best: (name: String, distance: Int)?
    for name in names where !differOnlyInDigits(given, name) {
      let distance = distance(given.lowercased(), name.lowercased())
      if distance <= min(allowed, (best?.distance ?? Int.max) - 1) { best = (name, distance) }
    }
    return best?.name ?? completion(of: given, among: names)
  }

  /// True for `E01` and `E03`: numbers are seldom misspelled into one another.
  private static func differOnlyInDigits(_ first: String, _ second: String) -> Bool {
    let letters = { (text: String) in text.lowercased().filter { !$0.isNumber } }
    return letters(first) == letters(second) && first.contains(where: \.isNumber)
      && second.contains(where: \.isNumber)
  }

  /// The only name that begins with what was given.
  private static func completion(of given: String, among names: [String]) -> String? {
    guard given.count >= 4 else { return nil }
    let longer = names.filter { $0.lowercased().hasPrefix(given.lowercased()) }
    return longer.count == 1 ? longer[0] : nil
  }

  /// `Did you mean 'night'? ` with a space at the end, or nothing.
  package static func didYouMean(_ given: String, among names: [String]) -> String {
    nearest(to: given, among: names).map { "Did you mean '\($0)'? " } ?? ""
  }

  /// Single letters that are wrong, missing, too many or swapped with a neighbor: optimal string
  /// alignment (Boytsov 2011, §2.2).
  package static func distance(_ first: String, _ second: String) -> Int {
    let (a, b) = (Array(first.unicodeScalars), Array(second.unicodeScalars))
    if abs(a.count - b.count) > 3 { return abs(a.count - b.count) }
    var before: [Int] = []
    var row = Array(0...b.count)
    for i in a.indices {
      var next = [i + 1]
      for j in b.indices {
        var cost = min(row[j] + (a[i] == b[j] ? 0 : 1), row[j + 1] + 1, next[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, before[j - 1] + 1) }
        next.append(cost)
      }
      (before, row) = (row, next)
    }
    return row[b.count]
  }

  /// `a, b or c`.
  package static func listing(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " or " + last
  }

  /// `one of a, b or c`, or how many there are when that would be long.
  package static func choice(_ names: [String], of what: String) -> String {
    if names.isEmpty { return "There are no \(what): take it out, or add it first." }
    return names.count <= 12
      ? "The \(what) are: \(names.joined(separator: ", "))."
      : "See the \(names.count) \(what)."
  }
}
