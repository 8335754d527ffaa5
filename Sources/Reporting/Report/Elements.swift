import Workforce

/// A part of the page with its heading and a sentence on what it shows.
func section(_ id: String, _ title: String, lead: Markup, _ body: [Markup]) -> Markup {
  let sentence: Markup = lead.source.isEmpty ? .none : "<p class=\"lead\">\(lead)</p>"
  return "<section id=\"\(id)\"><h2>\(title)</h2>\(sentence)\(body)</section>\n"
}

/// A column of a table.
struct TableColumn {
  var title: Markup
  /// The class of its cells, if any.
  var style: Markup

  /// Text, to the left.
  static func text(_ title: Markup) -> Self { Self(title: title, style: .none) }
  /// Sentences, which need room.
  static func sentence(_ title: Markup) -> Self { Self(title: title, style: " class=\"wide\"") }
  /// Figures, to the right.
  static func number(_ title: Markup) -> Self { Self(title: title, style: " class=\"n\"") }
}

/// A table that scrolls inside its own box where the screen is narrow; `name` says what it holds.
func table(_ name: String, _ columns: [TableColumn], _ rows: [[Markup]]) -> Markup {
  let head = columns.map { column -> Markup in
    "<th scope=\"col\"\(column.style)>\(column.title)</th>"
  }
  let body = rows.map { row -> Markup in
    let cells = zip(columns, row).map { column, cell -> Markup in
      "<td\(column.style)>\(cell)</td>"
    }
    return "<tr>\(cells)</tr>\n"
  }
  return """
    <div class="scroll" tabindex="0" role="region" aria-label="\(name)"><table>\
    <thead><tr>\(head)</tr></thead><tbody>\(body)</tbody></table></div>
    """
}

/// Names with what they stand for.
func definitions(_ entries: [(name: String, text: Markup)]) -> Markup {
  let rows = entries.map { entry -> Markup in
    "<div><dt>\(entry.name)</dt><dd>\(entry.text)</dd></div>"
  }
  return "<dl>\(rows)</dl>"
}

/// A paragraph for a part that has nothing to show.
func nothing(_ text: String) -> Markup { "<p class=\"nothing\">\(text)</p>" }

/// A word that says how something came out, told apart by its form as well as its color.
func badge(_ verdict: TargetVerdict) -> Markup {
  switch verdict {
  case .met: "<span class=\"badge good\">✓ met</span>"
  case .missed: "<span class=\"badge bad\">✗ missed</span>"
  case .unproven: "<span class=\"badge open\">? not proved</span>"
  case .notJudged: "<span class=\"badge none\">– not judged</span>"
  }
}
