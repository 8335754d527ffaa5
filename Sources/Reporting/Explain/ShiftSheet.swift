public import Workforce

extension FigureSheet {
  /// Why somebody works a shift.
  public init(_ explanation: ShiftExplanation, _ context: ExplainContext) {
    let sheet = ShiftSheet(explanation: explanation, words: ExplainWords(context: context))
    self.init(
      kind: "Why this shift",
      title: "\(explanation.employee), \(explanation.date.shortText)",
      context: sheet.words.context("a shift"),
      lead: sheet.lead,
      facts: sheet.facts,
      tables: [sheet.ways, sheet.people, sheet.options],
      notes: [
        ExplainWords.exactNote, ExplainWords.searchedNote,
        "Another person: the one has the best week with the date off, the other, who is off that date, "
          + "the best week with half of the shift's time at least. Service by queue splits a cost that "
          + "people with several skills share.",
      ]
    )
  }
}

/// The words and tables of a shift.
struct ShiftSheet {
  let explanation: ShiftExplanation
  let words: ExplainWords

  private var shift: Shift { explanation.shift }
  private var id: String { explanation.employee }

  var lead: String {
    let own =
      "\(id) works \(explanation.template) \(words.time(shift, of: id)) on "
      + "\(explanation.date.shortText)."
    guard let next = explanation.nextBest else {
      return own + " \(alone)"
    }
    let kind = next.kind == .dayOff ? "" : "\(next.kind.rawValue), "
    return own + " The next best for the date, \(kind)\(words.words(next)), "
      + "\(words.difference(next.cost)): \(words.parts(next)).\(words.searched(next))"
  }

  /// Why there is nothing to choose.
  private var alone: String {
    let isLocked = words.context.locks.contains {
      $0.employee == id && $0.date == explanation.date
    }
    return isLocked
      ? "The date is settled by a lock, and no legal week has anything else that keeps it."
      : "No legal week has anything else on that date."
  }

  var facts: [FigureSheet.Fact] {
    let queues = zip(words.context.queues, explanation.queues)
      .filter { abs($1) >= ExplainWords.nothing }
      .map { "\($0) \(words.amount($1))" }
    var facts = [
      FigureSheet.Fact("Breaks", words.pauses(shift, of: id)),
      FigureSheet.Fact(
        "Its hours are worth",
        words.amount(explanation.queues.total),
        detail: queues.isEmpty ? "no queue needs them" : listed(queues)
      ),
    ]
    if explanation.idle >= ExplainWords.nothing {
      facts.append(FigureSheet.Fact("Nothing to do", words.amount(explanation.idle)))
    }
    facts.append(contentsOf: answers)
    return facts
  }

  /// A line for each question.
  private var answers: [FigureSheet.Fact] {
    var facts = explanation.ways.map { way in
      FigureSheet.Fact(
        way.kind.rawValue.prefix(1).uppercased() + way.kind.rawValue.dropFirst(),
        "\(words.words(way)) \(words.difference(way.cost))",
        detail: words.parts(way)
      )
    }
    if let other = explanation.people.first {
      facts.append(
        FigureSheet.Fact(
          "Another person",
          "\(words.words(other)) \(words.difference(other.cost))",
          detail: words.parts(other)
        )
      )
    } else {
      facts.append(FigureSheet.Fact("Another person", "nobody else could come that day"))
    }
    return facts
  }

  var ways: FigureTable {
    FigureTable(
      name: "ways",
      title: "Other ways",
      lead: "The best week of each kind, and what it costs more in \(words.context.currency).",
      nothing: alone,
      columns: [
        FigureTable.Column("kind", "Way"), FigureTable.Column("shift", "Shift"),
        FigureTable.Column("breaks", "Breaks", isWide: true),
      ] + ExplainWords.costColumns,
      rows: explanation.ways.map { way in
        FigureTable.Row(
          [
            .text(way.kind.rawValue), .text(words.shift(way)),
            .text(way.shift.map { words.pauses($0, of: way.employee) } ?? ""),
          ] + words.costCells(way)
        )
      }
    )
  }

  var people: FigureTable {
    FigureTable(
      name: "people",
      title: "Other people",
      lead: "Who could come instead, cheapest first.",
      nothing: "Nobody else could come that day.",
      columns: [FigureTable.Column("employee", "Person"), FigureTable.Column("shift", "Shift")]
        + ExplainWords.costColumns,
      rows: explanation.people.map { way in
        FigureTable.Row([.text(way.employee), .text(words.shift(way))] + words.costCells(way))
      }
    )
  }

  var options: FigureTable {
    FigureTable(
      name: "starts",
      title: "Every start",
      lead: "What the best week with each start costs more.",
      nothing: "The person has no other start that day.",
      columns: [
        FigureTable.Column("template", "Template"), FigureTable.Column("time", "Time"),
        FigureTable.Column("cost", "Cost", isNumber: true),
        FigureTable.Column("note", "", isOptional: true),
      ],
      rows: explanation.options.map { option in
        let note =
          option.isChosen
          ? "in the roster" : option.cost == nil ? "no legal week" : ""
        return FigureTable.Row([
          .text(option.template), .text(words.time(option.start, option.end, of: id)),
          option.cost.map(words.number) ?? FigureTable.Cell.none, .text(note),
        ])
      },
      isForPageOnly: true
    )
  }
}
