/// A report as words and tables, the same for console, page, CSV and JSON.
public struct FigureSheet: Hashable, Sendable {
  /// A name with what it stands for.
  public struct Fact: Hashable, Sendable {
    /// What it is.
    public var name: String
    /// The figure or the words.
    public var text: String
    /// A few words that belong to it; may be empty.
    public var detail: String

    /// Makes a fact.
    public init(_ name: String, _ text: String, detail: String = "") {
      self.name = name
      self.text = text
      self.detail = detail
    }
  }

  /// What it is about, in a word or two.
  public var kind: String
  /// Its title.
  public var title: String
  /// What is above the title: center and day.
  public var context: String
  /// What to take from it, a sentence or two.
  public var lead: String
  /// The most important figures.
  public var facts: [Fact]
  /// The tables; the first is what the CSV file holds.
  public var tables: [FigureTable]
  /// What must not be misread.
  public var notes: [String]

  /// Makes a sheet.
  public init(
    kind: String,
    title: String,
    context: String,
    lead: String,
    facts: [Fact],
    tables: [FigureTable],
    notes: [String] = []
  ) {
    self.kind = kind
    self.title = title
    self.context = context
    self.lead = lead
    self.facts = facts
    self.tables = tables
    self.notes = notes
  }
}

/// A table of a report.
public struct FigureTable: Hashable, Sendable {
  /// A column.
  public struct Column: Hashable, Sendable {
    /// What its fields are.
    public enum Form: Hashable, Sendable {
      /// Words or figures.
      case plain
      /// Intervals; files have a column for each end.
      case interval
      /// Bars that draw what another column says; on pages only.
      case bar
      /// Words for people beside a column that identifies; in no file.
      case caption
    }

    /// Its name in files, in `snake_case`.
    public var name: String
    /// Its title for people.
    public var title: String
    /// True for figures, which stand to the right.
    public var isNumber: Bool
    /// True where the console, which is narrow, leaves it out.
    public var isWide: Bool
    /// True where it is left out, but for files, when all its fields are empty.
    public var isOptional: Bool
    /// What its fields are.
    public var form: Form

    /// Makes a column.
    public init(
      _ name: String,
      _ title: String,
      isNumber: Bool = false,
      isWide: Bool = false,
      isOptional: Bool = false,
      form: Form = .plain
    ) {
      self.name = name
      self.title = title
      self.isNumber = isNumber
      self.isWide = isWide || form == .bar
      self.isOptional = isOptional
      self.form = form
    }
  }

  /// What stands in a field.
  public enum Cell: Hashable, Sendable {
    /// Nothing.
    case none
    /// Words.
    case text(String)
    /// A name that files and commands use, with what people call it.
    case named(String, title: String)
    /// A day.
    case date(LocalDate)
    /// A moment; at midnight the day alone.
    case moment(LocalDateTime)
    /// A word for how something came out.
    case verdict(PassRate.Verdict)
    /// A number of people or things.
    case count(Int)
    /// A number with so many decimals.
    case number(Double, places: Int)
    /// A share, 0 to 1.
    case share(Double)
    /// A share with the ends of its interval beside what it should reach, as a mark on a line.
    case interval(share: Double, low: Double, high: Double, goal: Double)
    /// A share as a bar beside the longest one.
    case bar(Double)
  }

  /// A row.
  public struct Row: Hashable, Sendable {
    /// One field per column.
    public var cells: [Cell]
    /// True for what holds no longer, because another row corrects it.
    public var isReplaced: Bool
    /// True for a group too small to be judged: pages fold them, after the others.
    public var isMinor: Bool

    /// Makes a row.
    public init(_ cells: [Cell], isReplaced: Bool = false, isMinor: Bool = false) {
      self.cells = cells
      self.isReplaced = isReplaced
      self.isMinor = isMinor
    }
  }

  /// Its name in files, in `snake_case`.
  public var name: String
  /// Its title for people.
  public var title: String
  /// A sentence on what it shows; may be empty.
  public var lead: String
  /// What is said where it has no rows.
  public var nothing: String
  /// The columns.
  public var columns: [Column]
  /// The rows.
  public var rows: [Row]
  /// True where the console leaves it out.
  public var isForPageOnly: Bool

  /// Makes a table.
  public init(
    name: String,
    title: String,
    lead: String = "",
    nothing: String = "None.",
    columns: [Column],
    rows: [Row],
    isForPageOnly: Bool = false
  ) {
    self.name = name
    self.title = title
    self.lead = lead
    self.nothing = nothing
    self.columns = columns
    self.rows = rows
    self.isForPageOnly = isForPageOnly
  }
}
