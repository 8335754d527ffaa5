import Rostering
public import Workforce

/// What is asked about a roster, and with how much work.
public struct ExplainOptions: Hashable, Sendable {
  /// What is asked about.
  public enum Question: Hashable, Sendable {
    /// A shift, by person and date.
    case shift(employee: String, date: LocalDate)
    /// A planning interval.
    case interval(WorthOptions.Moment)
    /// A person.
    case person(String)
    /// A rule or price by its name.
    case rule(String)
  }

  /// What is asked about.
  public let question: Question
  /// The only queue that is meant in an interval; `nil` for all that are open.
  public let queue: String?
  /// How many refused wishes of a person are searched again.
  public let confirm: Int
  /// Seed of every random choice; `nil` takes the scenario's.
  public let seed: UInt64?
  /// Budget of each search; `nil` chooses by size.
  public let effort: Int?
  /// Threads; results do not depend on it.
  public let threads: Int

  /// The texts of the four questions, of which one must be given.
  public struct Texts: Hashable, Sendable {
    /// A shift, `E0004@2026-03-03`.
    public var shift: String?
    /// An interval, `MON10:00`.
    public var interval: String?
    /// A person.
    public var person: String?
    /// A rule.
    public var rule: String?

    /// Takes the texts.
    public init(
      shift: String? = nil,
      interval: String? = nil,
      person: String? = nil,
      rule: String? = nil
    ) {
      self.shift = shift
      self.interval = interval
      self.person = person
      self.rule = rule
    }
  }

  /// Reads the question; throws when there is none or several, or when something is out of range.
  public init(
    _ texts: Texts,
    queue: String? = nil,
    confirm: Int = 5,
    seed: UInt64? = nil,
    effort: Int? = nil,
    threads: Int = 1
  ) throws(ShiftwrightError) {
    question = try Self.question(texts)
    if let queue {
      guard case .interval = question else {
        throw ShiftwrightError(
          "--queue is \(queue), but no interval is asked about.\nGive --interval too, or leave it out."
        )
      }
    }
    guard (0...1000).contains(confirm) else {
      throw ShiftwrightError("confirm is \(confirm).\nGive a whole number from 0 to 1000.")
    }
    _ = try RosterOptions(effort: effort, threads: threads)
    self.queue = queue
    self.confirm = confirm
    self.seed = seed
    self.effort = effort
    self.threads = threads
  }

  private static func question(_ texts: Texts) throws(ShiftwrightError) -> Question {
    let given = [texts.shift, texts.interval, texts.person, texts.rule].compactMap(\.self)
    guard given.count == 1 else {
      let what = given.isEmpty ? "Nothing is asked about" : "\(given.count) things are asked about"
      throw ShiftwrightError(
        "\(what).\nGive exactly one of --shift E0004@2026-03-03, --interval MON10:00, "
          + "--person E0004 and --rule NAME."
      )
    }
    if let text = texts.shift { return try shift(text) }
    if let text = texts.interval {
      guard let moment = WorthOptions.Moment(text) else {
        throw ShiftwrightError(
          "--interval is '\(text)'.\nWrite a weekday and a time of day as DDDHH:MM, such as MON10:00."
        )
      }
      return .interval(moment)
    }
    if let text = texts.person { return .person(text) }
    return try rule(texts.rule ?? "")
  }

  private static func shift(_ text: String) throws(ShiftwrightError) -> Question {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard let last = parts.last, parts.count >= 2, let date = LocalDate(last),
      parts.count > 2 || !parts[0].isEmpty
    else {
      throw ShiftwrightError(
        "--shift is '\(text)'.\nWrite a person and a date as EMPLOYEE@YYYY-MM-DD, such as "
          + "E0004@2026-03-03."
      )
    }
    return .shift(employee: parts.dropLast().joined(separator: "@"), date: date)
  }

  private static func rule(_ text: String) throws(ShiftwrightError) -> Question {
    let names = RosterRule.allCases.map(\.name)
    guard RosterRule(name: text) != nil else {
      throw ShiftwrightError(
        "--rule is '\(text)'.\n\(Suggestion.didYouMean(text, among: names))Give one of "
          + "\(Suggestion.listing(names)), or an entry of the labor rules by its number, such as 'labor 1'."
      )
    }
    return .rule(text)
  }

  /// The work of the first search for a rule and of each other one for so many people.
  func effort(people: Int, seed: UInt64) throws(ShiftwrightError) -> WorthEffort {
    try WorthOptions(effort: effort, threads: threads).effort(
      people: people,
      seed: self.seed ?? seed
    )
  }
}
