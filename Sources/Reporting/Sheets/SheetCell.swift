import Workforce

extension FigureTable.Cell {
  /// The field on a terminal: names and times as commands take them.
  var words: String {
    switch self {
    case .none: "–"
    case .text(let text): text
    case .named(let name, let title): title.isEmpty ? "" : name
    case .date(let date): date.description
    case .moment(let time): time.secondOfDay == 0 ? time.date.description : time.description
    case .verdict(let verdict): verdict.words
    case .count(let count): grouped(count)
    case .number(let value, let places): decimal(value, places: places)
    case .share(let share): percent(share)
    case .interval(_, let low, let high, _): intervalText(low, high)
    case .bar(let share): percent(share, places: 0)
    }
  }

  /// The field on a page: names and times as people say them.
  var markup: Markup {
    switch self {
    case .named(let name, let title):
      return title == name || title.isEmpty ? "\(title)" : "\(title) <small>\(name)</small>"
    case .date(let date): return "<span class=\"nowrap\">\(date.mediumText)</span>"
    case .moment(let time): return "<span class=\"nowrap\">\(time.mediumText)</span>"
    case .verdict(let verdict): return verdict.badge
    case .interval(let share, let low, let high, let goal):
      return RatePlot.markup(share, low, high, goal: goal)
    case .bar(let share): return BarMark(share: share, title: percent(share)).markup
    default: return "\(words)"
    }
  }

  /// True for a word or two, which are not to be broken.
  var isShort: Bool {
    guard case .text(let text) = self else { return false }
    return text.count <= 12
  }

  /// True where nothing is said.
  var isEmpty: Bool {
    switch self {
    case .none: true
    case .text(let text): text.isEmpty
    case .named(_, let title): title.isEmpty
    default: false
    }
  }
}

extension FigureTable {
  /// Positions of the columns that say something to people.
  var shownColumns: [Int] {
    columns.indices.filter { column in
      !columns[column].isOptional || rows.contains { !$0.cells[column].isEmpty }
    }
  }
}

extension PassRate.Verdict {
  /// What is said of it, where there is little room.
  var words: String {
    switch self {
    case .above: "above"
    case .below: "below"
    case .open: "open"
    case .small: "small"
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
