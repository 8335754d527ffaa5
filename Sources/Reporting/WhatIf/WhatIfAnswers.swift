public import Workforce

/// What each variant changes, as paragraphs for a terminal.
public struct WhatIfAnswers: Sendable {
  /// Variants beyond which a terminal is no place for paragraphs.
  private static let most = 20

  private let comparison: WhatIfComparison

  /// Takes a comparison.
  public init(_ comparison: WhatIfComparison) { self.comparison = comparison }

  /// The paragraphs, an empty line before each; nothing where there are many.
  public var text: String {
    guard comparison.variants.count <= Self.most else { return "" }
    return comparison.variants.map { result in
      let words = WhatIfWords(comparison: comparison, result: result)
      let changes = result.words.isEmpty ? "Nothing changes." : result.words.joined(separator: " ")
      let lines = [result.question, changes, words.sentence].filter { !$0.isEmpty }
        .flatMap { wrapped($0, to: TextTable.columns - 2) }
      return "\n\(result.name)\n" + lines.map { "  \($0)\n" }.joined()
    }.joined()
  }
}
