public import Rostering
public import Workforce

/// Prices of changes as they are given on the command line.
public enum ConflictPrices {
  /// Reads texts such as `rest_hour=20`; kinds that are not named keep their standard price.
  ///
  /// - Parameter given: The texts.
  /// - Returns: The prices.
  /// - Throws: `ShiftwrightError` where a text is no price of a kind.
  public static func read(_ given: [String]) throws(ShiftwrightError) -> ChangePrices {
    var points: [ChangePrices.Kind: Double] = [:]
    for text in given {
      let parts = text.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 2, let price = Double(parts[1]),
        let kind = ChangePrices.Kind(rawValue: parts[0])
      else { throw ShiftwrightError(accepted(text)) }
      points[kind] = price
    }
    return try ChangePrices(points)
  }

  private static func accepted(_ text: String) -> String {
    let names = ChangePrices.Kind.allCases.map(\.rawValue)
    let given = String(text.prefix { $0 != "=" })
    let nearest = names.contains(given) ? nil : Suggestion.nearest(to: given, among: names)
    return
      "price '\(text)' is no price of a kind.\(nearest.map { " Did you mean '\($0)'?" } ?? "")\n"
      + "Write a kind and its points, such as rest_hour=20; kinds are \(Suggestion.listing(names))."
  }
}
