extension LinearModel {
  /// The model in the CPLEX LP format, which `glpsol --lp` and other solvers read.
  ///
  /// Names keep only letters, digits and underscores and are made unique. A constraint with two
  /// different bounds becomes two rows, one without bounds a comment. The text is the same for the
  /// same model.
  public func lpText() -> String {
    var names = LPNames()
    let text = LPText(
      model: self,
      variableNames: variables.map { names.name(for: $0.name, prefix: "x") },
      constantName: names.name(for: "objective_constant", prefix: "x")
    )
    return text.text()
  }
}

/// Writes one model.
private struct LPText {
  private static let width = 90

  let model: LinearModel
  let variableNames: [String]
  let constantName: String

  /// The whole text.
  func text() -> String {
    let sections = [
      ["\\ \(Self.oneLine(model.name))"],
      ["Minimize"] + objective(),
      ["Subject To"] + rows(),
      ["Bounds"] + bounds(),
      whole("Generals") { !Self.isBinary($0) },
      whole("Binaries", where: Self.isBinary),
      ["End", ""],
    ]
    return sections.flatMap(\.self).joined(separator: "\n")
  }

  /// The objective; it also introduces variables that nothing else mentions.
  private func objective() -> [String] {
    var mentioned = Set<Int>()
    for row in model.constraints { mentioned.formUnion(row.terms.map(\.index)) }
    var words = zip(model.variables.indices, model.variables)
      .filter { $1.cost != 0 || !mentioned.contains($0) }
      .map { Self.term($1.cost, variableNames[$0]) }
    words.append(Self.term(model.objectiveConstant, constantName))
    return Self.wrapped("objective:", words)
  }

  private func rows() -> [String] {
    var names = LPNames()
    var lines: [String] = []
    for row in model.constraints {
      let name = names.name(for: row.name, prefix: "c")
      if row.lower == row.upper {
        lines += line(name, row, "= \(Self.number(row.lower))")
        continue
      }
      if row.lower.isFinite { lines += line(name, row, ">= \(Self.number(row.lower))") }
      if row.upper.isFinite {
        let upperName = row.lower.isFinite ? names.name(for: "\(name)_most", prefix: "c") : name
        lines += line(upperName, row, "<= \(Self.number(row.upper))")
      }
      if !row.lower.isFinite, !row.upper.isFinite { lines.append("\\ \(name): no bounds") }
    }
    // The format wants at least one row.
    if !lines.contains(where: { !$0.hasPrefix("\\") }) {
      lines.append(" \(names.name(for: "nothing", prefix: "c")): 0 \(constantName) <= 0")
    }
    return lines
  }

  private func line(_ name: String, _ row: LinearModel.Constraint, _ limit: String) -> [String] {
    // A variable may appear once in a row.
    var sums: [Int: Double] = [:]
    for term in row.terms { sums[term.index, default: 0] += term.coefficient }
    let words = sums.sorted { $0.key < $1.key }.map { Self.term($0.value, variableNames[$0.key]) }
    return Self.wrapped(
      "\(name):",
      (words.isEmpty ? [Self.term(0, constantName)] : words) + [limit]
    )
  }

  private func bounds() -> [String] {
    zip(model.variables, variableNames).map { variable, name in
      switch (variable.lower, variable.upper) {
      case (-.infinity, .infinity): " \(name) free"
      case (let lower, let upper) where lower == upper: " \(name) = \(Self.number(lower))"
      case (let lower, .infinity): " \(name) >= \(Self.number(lower))"
      case (let lower, let upper): " \(Self.number(lower)) <= \(name) <= \(Self.number(upper))"
      }
    } + [" \(constantName) = 1"]
  }

  private func whole(_ title: String, where test: (LinearModel.Variable) -> Bool) -> [String] {
    let names = zip(model.variables, variableNames).filter { $0.0.isInteger && test($0.0) }
      .map(\.1)
    return names.isEmpty ? [] : [title] + Self.wrapped("", names)
  }

  private static func isBinary(_ variable: LinearModel.Variable) -> Bool {
    variable.lower == 0 && variable.upper == 1
  }

  private static func term(_ coefficient: Double, _ name: String) -> String {
    let sign = coefficient < 0 ? "-" : "+"
    let size = abs(coefficient)
    return size == 1 ? "\(sign) \(name)" : "\(sign) \(number(size)) \(name)"
  }

  /// The shortest text that reads back as the same number.
  private static func number(_ value: Double) -> String {
    if value.isInfinite { return value < 0 ? "-inf" : "+inf" }
    let text = "\(value == 0 ? 0 : value)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  private static func oneLine(_ text: String) -> String {
    String(text.map { $0.isNewline ? " " : $0 })
  }

  /// Words behind a head, broken into lines.
  private static func wrapped(_ head: String, _ words: [String]) -> [String] {
    var lines = [" \(head)"]
    for word in words {
      if lines == [" "] {
        lines = [" \(word)"]
        continue
      }
      let longer = "\(lines[lines.count - 1]) \(word)"
      if longer.count > width {
        lines.append("   \(word)")
      } else {
        lines[lines.count - 1] = longer
      }
    }
    return lines
  }
}
