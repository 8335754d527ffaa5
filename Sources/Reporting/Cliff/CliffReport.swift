public import Workforce

/// What lapses do to heads and service, as a page and as text for a terminal.
public struct CliffReport: Sendable {
  /// A skill, one number per week.
  public struct Heads: Sendable {
    let skill: String
    let parts: [String]
    let without: [Double]
    let with: [Double]
    let planned: [Double]
    let need: [Double]

    /// Makes a row; `parts` are the skills of a set, whose people have any of them.
    public init(
      skill: String,
      parts: [String] = [],
      without: [Double],
      with: [Double],
      planned: [Double],
      need: [Double]
    ) {
      self.skill = skill
      self.parts = parts
      self.without = without
      self.with = with
      self.planned = planned
      self.need = need
    }

    /// Whose heads they are: `people with any of general and chat`, or the skill's name.
    var words: String { parts.isEmpty ? skill : "people with any of \(listed(parts))" }
  }

  /// A queue, one service level per week; `nil` where it was not played.
  public struct Service: Sendable {
    let queue: String
    let target: Double
    let without: [Estimate?]
    let with: [Estimate?]
    let planned: [Estimate?]

    /// Makes a row.
    public init(
      queue: String,
      target: Double,
      without: [Estimate?],
      with: [Estimate?],
      planned: [Estimate?]
    ) {
      self.queue = queue
      self.target = target
      self.without = without
      self.with = with
      self.planned = planned
    }
  }

  /// Who renews a course in a week.
  public struct Renewals: Sendable {
    let week: ISOWeek
    let course: String
    let title: String
    let employees: [String]

    /// Makes a row: the course by its name and its title, people by their identifiers.
    public init(week: ISOWeek, course: String, title: String, employees: [String]) {
      self.week = week
      self.course = course
      self.title = title
      self.employees = employees
    }
  }

  /// The cheapest renewals.
  public struct Plan: Sendable {
    let lapsing: Int
    let obliged: [(course: String, people: Int)]
    let renewals: Int
    let classes: Int
    let cost: Double
    let gap: Double
    let margin: Double
    let short: [String]
    let remedies: [String]
    let rows: [Renewals]

    /// Makes a plan.
    public init(
      lapsing: Int,
      obliged: [(course: String, people: Int)],
      renewals: Int,
      classes: Int,
      cost: Double,
      gap: Double,
      margin: Double,
      short: [String],
      remedies: [String],
      rows: [Renewals] = []
    ) {
      self.lapsing = lapsing
      self.obliged = obliged
      self.renewals = renewals
      self.classes = classes
      self.cost = cost
      self.gap = gap
      self.margin = margin
      self.short = short
      self.remedies = remedies
      self.rows = rows
    }
  }

  let title: String
  let currency: String
  let weeks: [ISOWeek]
  let skills: [Heads]
  let queues: [Service]
  let plan: Plan
  let unplayed: Int

  /// Makes a report.
  public init(
    title: String,
    currency: String,
    weeks: [ISOWeek],
    skills: [Heads],
    queues: [Service],
    plan: Plan,
    unplayed: Int
  ) {
    self.title = title
    self.currency = currency
    self.weeks = weeks
    self.skills = skills
    self.queues = queues
    self.plan = plan
    self.unplayed = unplayed
  }

  /// The deepest fall of heads that renewals would avoid: the skill and the week's position.
  var deepest: (skill: Int, week: Int)? {
    var best: (skill: Int, week: Int)?
    var most = 0.05
    for (index, skill) in skills.enumerated() {
      for week in weeks.indices where skill.with[week] - skill.without[week] > most {
        most = skill.with[week] - skill.without[week]
        best = (index, week)
      }
    }
    return best
  }

  /// What the plan comes to, in sentences.
  var planSentences: [String] {
    guard plan.lapsing > 0 else { return ["No certificate lapses in these weeks."] }
    let what =
      plan.renewals == 0
      ? "No renewal is needed to keep enough heads."
      : "The cheapest plan renews \(counted(plan.renewals, "certificate", "certificates")) of "
        + "\(grouped(plan.lapsing)) in \(counted(plan.classes, "class", "classes")) for "
        + "\(money(plan.cost, currency)) of hours away and trainers' pay"
        + (plan.gap > 5e-5 ? ", at most \(percent(plan.gap, places: 2)) above the cheapest." : ".")
    let spare = plan.margin > 0 ? " and \(percent(plan.margin, places: 0)) more" : ""
    let avoids =
      plan.short.isEmpty
      ? "It keeps the heads that are needed\(spare), as far as renewals can, in every week."
      : "No plan keeps enough heads in \(counted(plan.short.count, "case", "cases"))."
    return [what, avoids]
      + plan.obliged.map { course, people in
        let certificates = counted(people, "certificate", "certificates")
        return "Service does not need the other \(certificates) of \(course), but \(course) is "
          + "compliance training: they must be renewed as well."
      }
  }

  /// What was not simulated for want of time; `nil` for nothing.
  var unplayedText: String? {
    if unplayed > 0 {
      return "\(counted(unplayed, "week", "weeks")) not simulated: the time was over."
    }
    let isPlanPlayed = queues.contains { $0.planned.contains { $0 != nil } }
    guard plan.renewals > 0, !isPlanPlayed else { return nil }
    return "The plan was not simulated: the time was over. Whether its heads suffice on every day "
      + "is not known."
  }

  /// The text, lines of at most 80 columns.
  public func text(at location: String) -> String {
    let span = [weeks.first, weeks.last].compactMap { $0?.description }.joined(separator: " to ")
    var lines = ["Certificates of \(title), \(span).", ""]
    let played = queues.isEmpty ? [] : [lowest]
    lines += played.flatMap { $0.lines } + [""]
    lines += headTable.lines + [""]
    for sentence in planSentences { lines += wrapped(sentence, to: TextTable.columns) }
    lines += plan.short.prefix(12).map { "  \($0)" }
    if plan.short.count > 12 { lines.append("  and \(plan.short.count - 12) more") }
    lines += plan.remedies.map { "  \($0)" }
    if let unplayedText { lines += wrapped(unplayedText, to: TextTable.columns) }
    return (lines + ["", "Files: \(location)"]).joined(separator: "\n") + "\n"
  }

  /// Weeks in which heads differ by more than one in a hundred, with all skills together.
  private var headTable: TextTable {
    let changed = weeks.indices.filter { week in
      skills.contains { $0.with[week] - $0.without[week] > 0.005 * max(1, $0.with[week]) }
    }
    let rows = changed.prefix(60).flatMap { week in
      skills.filter { $0.with[week] - $0.without[week] > 0.005 * max(1, $0.with[week]) }.map {
        [
          "\(weeks[week])", $0.skill, decimal($0.without[week], places: 1),
          decimal($0.with[week], places: 1), decimal($0.planned[week], places: 1),
          decimal($0.need[week], places: 1),
        ]
      }
    }
    return TextTable(
      head: ["Week", "Skill", "Not renewed", "Renewed", "Plan", "Needed"],
      rows: rows,
      textColumns: 2
    )
  }

  /// The lowest service of each queue.
  private var lowest: TextTable {
    let rows = queues.compactMap { queue -> [String]? in
      let week = weeks.indices.filter { queue.without[$0] != nil }
        .min { (queue.without[$0]?.mean ?? 1) < (queue.without[$1]?.mean ?? 1) }
      guard let week, let without = queue.without[week], let with = queue.with[week] else {
        return nil
      }
      return [
        queue.queue, "\(weeks[week])", percent(without), percent(with),
        queue.planned[week].map { percent($0) } ?? "–", shareText(queue.target),
      ]
    }
    return TextTable(
      head: ["Worst week of", "Week", "Not renewed", "Renewed", "Plan", "Target"],
      rows: rows,
      textColumns: 2
    )
  }
}
