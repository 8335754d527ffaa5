/// What a measure is to reach by a date.
public struct ScorecardGoal: Hashable, Sendable {
  /// When it is to be reached.
  public enum Due: Hashable, Sendable {
    /// So many months after the start.
    case month(Int)
    /// On a date.
    case date(LocalDate)
  }

  /// The name that files use.
  public var name: String
  /// What people call it.
  public var title: String
  /// The measure.
  public var measure: String
  /// The value to reach, above 0; `nil` where only the change counts.
  public var bound: Double?
  /// The change against the baseline to reach, such as −0.2 for a fifth less; `nil` where only the
  /// bound counts.
  public var change: Double?
  /// When.
  public var due: Due

  /// Makes a goal.
  public init(
    name: String,
    title: String,
    measure: String,
    bound: Double? = nil,
    change: Double? = nil,
    due: Due
  ) {
    self.name = name
    self.title = title
    self.measure = measure
    self.bound = bound
    self.change = change
    self.due = due
  }

  /// The center's five goals.
  public static let standard: [ScorecardGoal] = [
    Self(
      name: "response",
      title: "Response within 30 s and 50% faster",
      measure: "response_seconds",
      bound: 30,
      change: -0.5,
      due: .month(6)
    ),
    Self(
      name: "satisfaction",
      title: "Satisfaction of 85%",
      measure: "satisfaction",
      bound: 0.85,
      due: .month(6)
    ),
    Self(
      name: "pass_rate",
      title: "Pass rate of 90%",
      measure: "pass_rate",
      bound: 0.9,
      due: .month(12)
    ),
    Self(
      name: "churn",
      title: "A fifth fewer customers leave",
      measure: "churn",
      change: -0.2,
      due: .month(12)
    ),
    Self(
      name: "self_service",
      title: "Self-service use of 70%",
      measure: "self_service",
      bound: 0.7,
      due: .month(12)
    ),
  ]
}

/// What a scorecard is to show.
public struct ScorecardSettings: Hashable, Sendable {
  /// Who answers for a kind of group.
  public struct Owners: Hashable, Sendable {
    /// For sites.
    public var site = "site lead"
    /// For queues.
    public var queue = "queue owner"
    /// For teams.
    public var team = "team lead"

    /// The usual roles.
    public init() {}

    /// The role for a kind.
    public subscript(kind: FigureGroupKind) -> String {
      switch kind {
      case .center: "head of the center"
      case .site: site
      case .queue: queue
      case .team: team
      }
    }
  }

  /// What the center is called; empty when nothing says.
  public var title: String
  /// The weeks with which changes are compared; the first eight of the figures when `nil`.
  public var baseline: ClosedRange<ISOWeek>?
  /// The day from which months are counted; the one after the baseline when `nil`.
  public var start: LocalDate?
  /// The measures that are known.
  public var measures: [ScorecardMeasure]
  /// The goals, in the order of the page.
  public var goals: [ScorecardGoal]
  /// Who answers for tickets.
  public var owners: Owners
  /// Weeks from a ticket's opening until it is due, at least 5.
  public var dueWeeks: Int
  /// The zone of local times, if known.
  public var zone: Zone?

  /// Makes settings.
  public init(
    title: String = "",
    baseline: ClosedRange<ISOWeek>? = nil,
    start: LocalDate? = nil,
    measures: [ScorecardMeasure] = ScorecardMeasure.standard,
    goals: [ScorecardGoal] = ScorecardGoal.standard,
    owners: Owners = Owners(),
    dueWeeks: Int = 8,
    zone: Zone? = nil
  ) {
    self.title = title
    self.baseline = baseline
    self.start = start
    self.measures = measures
    self.goals = goals
    self.owners = owners
    self.dueWeeks = dueWeeks
    self.zone = zone
  }

  /// The measure of a name.
  public func measure(_ name: String) -> ScorecardMeasure? { measures.first { $0.name == name } }
}

/// A complaint with the moments at which somebody took it up.
public struct Complaint: Hashable, Sendable {
  /// Its identifier.
  public var id: String
  /// When it came.
  public var received: Instant
  /// When somebody answered first, if they did.
  public var firstContact: Instant?
  /// When a supervisor had it, if so.
  public var supervisor: Instant?
  /// When the head of a unit had it, if so.
  public var headOfUnit: Instant?
  /// When it was settled, if it is.
  public var closed: Instant?

  /// Makes a complaint.
  public init(
    id: String,
    received: Instant,
    firstContact: Instant? = nil,
    supervisor: Instant? = nil,
    headOfUnit: Instant? = nil,
    closed: Instant? = nil
  ) {
    self.id = id
    self.received = received
    self.firstContact = firstContact
    self.supervisor = supervisor
    self.headOfUnit = headOfUnit
    self.closed = closed
  }
}
