import Workforce

extension FigureTable.Cell {
  /// The field in words.
  var words: String {
    switch self {
    case .none: "–"
    case .text(let text): text
    case .verdict(let verdict): verdict.words
    case .count(let count): grouped(count)
    case .number(let value, let places): decimal(value, places: places)
    case .share(let share): percent(share)
    case .interval(_, let low, let high, _):
      "\(decimal(low * 100, places: 1))–\(decimal(high * 100, places: 1))%"
    case .bar(let share): percent(share, places: 0)
    }
  }

  /// The field on a page; `ticks` are those of its column's line.
  func markup(_ plot: RatePlot?) -> Markup {
    switch self {
    case .verdict(let verdict): return verdict.badge
    case .interval(let share, let low, let high, let goal):
      return plot?.markup(share, low, high, goal: goal) ?? "\(words)"
    case .bar(let share): return BarMark(share: share, title: percent(share)).markup
    default: return "\(words)"
    }
  }
}

extension PassRate.Verdict {
  /// What is said of it.
  var words: String {
    switch self {
    case .above: "above"
    case .below: "below"
    case .open: "open"
    case .small: "small group"
    }
  }

  /// The same, told apart by form as well as color.
  var badge: Markup {
    switch self {
    case .above: "<span class=\"badge good\">✓ above</span>"
    case .below: "<span class=\"badge bad\">✗ below</span>"
    case .open: "<span class=\"badge open\">? open</span>"
    case .small: "<span class=\"badge none\">– small group</span>"
    }
  }
}
