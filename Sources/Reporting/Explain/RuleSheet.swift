public import Workforce

extension FigureSheet {
  /// What a rule or price costs, and who bears it.
  ///
  /// - Parameters:
  ///   - explanation: What was found.
  ///   - objective: What the roster costs that the search compares with.
  ///   - bound: What it costs at least.
  ///   - context: The roster.
  public init(
    _ explanation: RuleExplanation,
    objective: Double,
    bound: Double,
    _ context: ExplainContext
  ) {
    let sheet = RuleSheet(explanation: explanation, words: ExplainWords(context: context))
    self.init(
      kind: "What a rule costs",
      title: explanation.rule,
      context: sheet.words.context(explanation.isPrice ? "a price" : "a rule"),
      lead: sheet.lead,
      facts: sheet.facts(objective: objective, bound: bound),
      tables: [sheet.people],
      notes: [
        "Each person's gain is that of the exact best week without the rule, everybody else's as it is. Gains do not "
          + "add up: what one gains is worth less once all have it; the new search counts that.",
        "The duals are the most that a search could find, give or take the gap.",
      ]
    )
  }
}

/// The words and the table of a rule.
struct RuleSheet {
  let explanation: RuleExplanation
  let words: ExplainWords

  var lead: String {
    let search =
      explanation.resolve.map {
        $0 < ExplainWords.nothing
          ? "a new search finds nothing cheaper"
          : "a new search finds a week that costs \(words.amount($0)) less"
      } ?? "a new search finds no roster"
    let people =
      explanation.people.isEmpty
      ? "nobody has" : explanation.people.count == 1 ? "1 has" : "\(explanation.people.count) have"
    let dual =
      explanation.dual < ExplainWords.nothing
      ? "the same" : "\(words.amount(explanation.dual)) less"
    return
      "Without '\(explanation.rule)' \(search); by the duals it would cost \(dual). Of "
      + "\(explanation.headcount) people \(people) a cheaper week without it."
  }

  func facts(objective: Double, bound: Double) -> [FigureSheet.Fact] {
    var facts = [
      FigureSheet.Fact(
        "The roster costs",
        words.amount(objective),
        detail:
          "the plan's, searched again with the effort given; at least \(words.amount(bound)): a gap of "
          + words.amount(max(0, objective - bound))
      ),
      FigureSheet.Fact("By the duals", words.amount(explanation.dual)),
      FigureSheet.Fact(
        "By a new search",
        explanation.resolve.map(words.amount) ?? "none",
        detail: explanation.proved.map {
          "proved to lie in \(words.amount($0.lowerBound)) … \(words.amount($0.upperBound))"
        } ?? ""
      ),
    ]
    if let first = explanation.people.first {
      facts.append(
        FigureSheet.Fact("Binds most", first.employee, detail: words.amount(first.gain))
      )
    }
    return facts
  }

  var people: FigureTable {
    FigureTable(
      name: "people",
      title: "Whose weeks it makes dearer",
      nothing: "Nobody's, with everybody else's week as it is.",
      columns: [
        FigureTable.Column("employee", "Person"),
        FigureTable.Column("gain", "Best week costs less by", isNumber: true),
      ],
      rows: explanation.people.map { person in
        FigureTable.Row([.text(person.employee), words.number(person.gain)])
      }
    )
  }
}
