public import Workforce

extension FigureSheet {
  /// Why somebody's week is as it is.
  public init(_ explanation: PersonExplanation, _ context: ExplainContext) {
    let sheet = PersonSheet(explanation: explanation, words: ExplainWords(context: context))
    self.init(
      kind: "Why this week",
      title: explanation.employee,
      context: sheet.words.context("a person's week"),
      lead: sheet.lead,
      facts: sheet.facts,
      tables: [sheet.wishes, sheet.duties, sheet.parts, sheet.bindings],
      notes: [
        ExplainWords.exactNote, ExplainWords.searchedNote,
        "A wish costs what the best week that grants it costs more, though its price is then no longer paid. "
          + "At a price higher by that much it would be granted.",
      ]
    )
  }
}

/// The words and tables of a person's week.
struct PersonSheet {
  let explanation: PersonExplanation
  let words: ExplainWords

  private var refused: [PersonExplanation.Wish] { explanation.wishes.filter { !$0.isGranted } }

  var lead: String {
    let all = explanation.wishes.count
    let hours = decimal(Double(explanation.paidMinutes) / 60, places: 1)
    let week =
      "\(explanation.employee) works \(counted(explanation.duties.count, "shift", "shifts")), "
      + "\(hours) paid hours on contract \(explanation.contract)."
    guard all > 0 else { return week + " There are no wishes for the week." }
    let granted = "\(all - refused.count) of \(counted(all, "wish", "wishes")) granted."
    let near = refused.compactMap { wish in wish.way.map { (wish, $0) } }
      .min { $0.1.cost < $1.1.cost }
    guard let (wish, way) = near else { return "\(week) \(granted)" }
    return "\(week) \(granted) Of the refused ones \(wish.text) is nearest: granted, the roster "
      + "\(words.difference(way.cost)) (\(words.parts(way))).\(words.searched(way))"
  }

  var facts: [FigureSheet.Fact] {
    let queues = zip(words.context.queues, explanation.queues)
      .filter { abs($1) >= ExplainWords.nothing }.map { "\($0) \(words.amount($1))" }
    var facts = [
      FigureSheet.Fact(
        "The week costs",
        words.amount(own.map(\.value).total),
        detail: explanation.overtimeMinutes > 0
          ? "\(explanation.overtimeMinutes) minutes of overtime" : "no overtime"
      ),
      FigureSheet.Fact(
        "Its service is worth",
        words.amount(explanation.queues.total),
        detail: listed(queues)
      ),
    ]
    if explanation.slack >= ExplainWords.nothing {
      facts.append(
        FigureSheet.Fact(
          "Not the best week",
          "another one would cost \(words.amount(explanation.slack)) less"
        )
      )
    }
    let first = explanation.bindings.first
    facts.append(
      FigureSheet.Fact(
        "Binds most",
        first?.rule ?? "nothing",
        detail: first.map { "without it the week would cost \(words.amount($0.gain)) less" } ?? ""
      )
    )
    return facts
  }

  /// The parts of the week's cost that are not cover.
  private var own: [(name: String, value: Double)] {
    Array(words.parts(explanation.costs, []).dropLast())
  }

  var wishes: FigureTable {
    FigureTable(
      name: "wishes",
      title: "Wishes",
      lead: "What each refused wish would cost, with the best week that grants it.",
      nothing: "No wishes for the week.",
      columns: [
        FigureTable.Column("date", "Date"), FigureTable.Column("wish", "Wish"),
        FigureTable.Column("weight", "Weight", isNumber: true, isWide: true),
        FigureTable.Column("granted", "Granted"),
        FigureTable.Column("price", "Paid for it", isNumber: true),
        FigureTable.Column("shift", "Then", isOptional: true),
      ] + ExplainWords.costColumns,
      rows: explanation.wishes.map(row)
    )
  }

  private func row(_ wish: PersonExplanation.Wish) -> FigureTable.Row {
    let isImpossible = !wish.isGranted && wish.way == nil
    return FigureTable.Row(
      [
        .text(wish.date.shortText), .text(wish.what), .number(wish.weight, places: 1),
        .text(wish.isGranted ? "yes" : isImpossible ? "no legal week" : "no"),
        words.number(wish.price), .text(wish.way.map(words.shift) ?? ""),
      ]
        + (wish.way.map(words.costCells)
          ?? ExplainWords.costColumns.map { _ in FigureTable.Cell.none })
    )
  }

  var duties: FigureTable {
    FigureTable(
      name: "shifts",
      title: "The week",
      nothing: "No shift.",
      columns: [
        FigureTable.Column("date", "Date"), FigureTable.Column("shift", "Shift"),
        FigureTable.Column("breaks", "Breaks"),
      ],
      rows: explanation.duties.map { duty in
        FigureTable.Row([
          .text(duty.shift.date.shortText),
          .text("\(duty.template) \(words.time(duty.shift, of: explanation.employee))"),
          .text(words.pauses(duty.shift, of: explanation.employee)),
        ])
      }
    )
  }

  var parts: FigureTable {
    FigureTable(
      name: "costs",
      title: "What the week costs",
      columns: [
        FigureTable.Column("part", "Part"), FigureTable.Column("cost", "Cost", isNumber: true),
      ],
      rows: own.filter { abs($0.value) >= ExplainWords.nothing }
        .map { FigureTable.Row([.text($0.name), words.number($0.value)]) }
    )
  }

  var bindings: FigureTable {
    FigureTable(
      name: "rules",
      title: "What binds",
      lead: "What the person's best week without each rule or price would cost less.",
      nothing: "No rule or price makes the week dearer.",
      columns: [
        FigureTable.Column("rule", "Rule or price"),
        FigureTable.Column("gain", "Costs", isNumber: true),
      ],
      rows: explanation.bindings.map { binding in
        FigureTable.Row([.text(binding.rule), words.number(binding.gain)])
      }
    )
  }
}

extension PersonExplanation.Wish {
  /// `Wed 4 Mar off`, `Tue 3 Mar start 09:00–10:00`.
  var text: String { "\(date.shortText) \(what)" }

  /// `off`, `start 09:00–10:00`.
  var what: String {
    switch wish {
    case .dayOff: "off"
    case .startBetween(let low, let high): "start \(low)–\(high)"
    }
  }
}
