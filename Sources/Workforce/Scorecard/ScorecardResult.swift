/// The service that a plan's simulation expects of a queue in a week to come; nothing measured.
public struct ExpectedService: Hashable, Sendable {
  /// The run folder, as the user named it.
  public var run: String
  /// The week.
  public var week: ISOWeek
  /// The queue.
  public var queue: String
  /// The share answered in the target's time.
  public var share: Double
  /// The lower end of its 95 % interval.
  public var low: Double
  /// The upper end.
  public var high: Double

  /// Makes a figure.
  public init(
    run: String,
    week: ISOWeek,
    queue: String,
    share: Double,
    low: Double,
    high: Double
  ) {
    self.run = run
    self.week = week
    self.queue = queue
    self.share = share
    self.low = low
    self.high = high
  }
}

/// Goals, tickets and escalation of a center on a day.
public struct ScorecardResult: Hashable, Sendable {
  /// Complaints of some weeks.
  public struct Escalation: Hashable, Sendable {
    /// What the row is about: a week, or all.
    public var label: String
    /// Complaints received.
    public var complaints: Int
    /// One entry per step.
    public var levels: [EscalationLevel]

    /// Makes a row.
    public init(label: String, complaints: Int, levels: [EscalationLevel]) {
      self.label = label
      self.complaints = complaints
      self.levels = levels
    }
  }

  /// The center's name.
  public var title: String
  /// The last day that counts.
  public var date: LocalDate
  /// The weeks with which changes are compared; `nil` without figures.
  public var baseline: ClosedRange<ISOWeek>?
  /// The day from which months are counted.
  public var start: LocalDate
  /// The goals.
  public var goals: [GoalOutlook]
  /// Every ticket ever raised, by week of opening.
  public var tickets: [ImprovementTicket]
  /// How each group stands.
  public var standings: [GroupStanding]
  /// Weeks of groups that were compared with their peers.
  public var judgedWeeks: Int
  /// The row of all complaints, then of the last weeks; empty without complaints.
  public var escalation: [Escalation]
  /// What plans expect.
  public var expected: [ExpectedService]
  /// What must be known to read it right.
  public var notes: [String]

  /// Makes a result.
  public init(
    title: String,
    date: LocalDate,
    baseline: ClosedRange<ISOWeek>?,
    start: LocalDate,
    goals: [GoalOutlook],
    tickets: [ImprovementTicket],
    standings: [GroupStanding],
    judgedWeeks: Int,
    escalation: [Escalation],
    expected: [ExpectedService],
    notes: [String]
  ) {
    self.title = title
    self.date = date
    self.baseline = baseline
    self.start = start
    self.goals = goals
    self.tickets = tickets
    self.standings = standings
    self.judgedWeeks = judgedWeeks
    self.escalation = escalation
    self.expected = expected
    self.notes = notes
  }

  /// The tickets that are open.
  public var open: [ImprovementTicket] { tickets.filter { $0.closed == nil } }
}
