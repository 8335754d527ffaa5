/// What must show in the figures before a ticket is closed.
public struct AcceptanceCriterion: Hashable, Sendable {
  /// Weeks in a row after the opening that count together.
  public var weeks: Int
  /// How much worse than its peers the group may be in these weeks, at least 0.
  ///
  /// A difference of shares, or, for a mean, a factor less 1.
  public var margin: Double

  /// Makes a criterion.
  public init(weeks: Int, margin: Double) {
    self.weeks = weeks
    self.margin = margin
  }
}

/// A group that was worse than its peers two weeks in a row, and what is to come of it.
public struct ImprovementTicket: Hashable, Sendable {
  /// What one week showed.
  public struct Evidence: Hashable, Sendable {
    /// The week.
    public var week: ISOWeek
    /// The group's figure.
    public var value: Double
    /// What it rests on.
    public var cases: Double
    /// The figure of all others of its kind together.
    public var peers: Double
    /// How many standard deviations worse than expected.
    public var score: Double
    /// The score above which a week counts.
    public var limit: Double

    /// Makes evidence.
    public init(
      week: ISOWeek,
      value: Double,
      cases: Double,
      peers: Double,
      score: Double,
      limit: Double
    ) {
      self.week = week
      self.value = value
      self.cases = cases
      self.peers = peers
      self.score = score
      self.limit = limit
    }
  }

  /// The same whenever the same figures are looked at: measure, kind, group and week of opening.
  public var id: String { "\(measure.name):\(kind.rawValue):\(group):\(opened)" }
  /// The measure.
  public var measure: ScorecardMeasure
  /// The kind of group.
  public var kind: FigureGroupKind
  /// The group.
  public var group: String
  /// The second of the two weeks.
  public var opened: ISOWeek
  /// The two weeks.
  public var evidence: [Evidence]
  /// The role that answers for it.
  public var owner: String
  /// When it is due.
  public var due: LocalDate
  /// What closes it.
  public var criterion: AcceptanceCriterion
  /// The last of the weeks that met the criterion; `nil` while it is open.
  public var closed: ISOWeek?

  /// Makes a ticket.
  public init(
    measure: ScorecardMeasure,
    kind: FigureGroupKind,
    group: String,
    opened: ISOWeek,
    evidence: [Evidence],
    owner: String,
    due: LocalDate,
    criterion: AcceptanceCriterion,
    closed: ISOWeek? = nil
  ) {
    self.measure = measure
    self.kind = kind
    self.group = group
    self.opened = opened
    self.evidence = evidence
    self.owner = owner
    self.due = due
    self.criterion = criterion
    self.closed = closed
  }
}

/// How a group stood beside its peers in the last weeks, whether or not that raised a ticket.
public struct GroupStanding: Hashable, Sendable {
  /// The measure.
  public var measure: ScorecardMeasure
  /// The kind of group.
  public var kind: FigureGroupKind
  /// The group.
  public var group: String
  /// The last week.
  public var week: ISOWeek
  /// Its figure over the last four weeks together.
  public var value: Double
  /// What it rests on.
  public var cases: Double
  /// The others' figure over the same weeks.
  public var peers: Double
  /// The last week's score; `nil` where it was not judged.
  public var score: Double?
  /// The limit of that score.
  public var limit: Double?
  /// The smallest decline that raises a ticket within three weeks in nine of ten cases.
  ///
  /// From what is usual for the group, with the last week's cases; a difference of shares, or a part of a
  /// mean. `nil` where no decline does, or where the last week was not judged.
  public var leastDecline: Double?

  /// Makes a standing.
  public init(
    measure: ScorecardMeasure,
    kind: FigureGroupKind,
    group: String,
    week: ISOWeek,
    value: Double,
    cases: Double,
    peers: Double,
    score: Double?,
    limit: Double?,
    leastDecline: Double? = nil
  ) {
    self.measure = measure
    self.kind = kind
    self.group = group
    self.week = week
    self.value = value
    self.cases = cases
    self.peers = peers
    self.score = score
    self.limit = limit
    self.leastDecline = leastDecline
  }
}

/// How fast complaints reached a level.
public struct EscalationLevel: Hashable, Sendable {
  /// A step of the way up.
  public enum Step: String, CaseIterable, Sendable {
    /// Somebody answers.
    case firstContact = "first_contact"
    /// A supervisor has it.
    case supervisor
    /// The head of a unit has it.
    case headOfUnit = "head_of_unit"

    /// Hours from the complaint until it must be there.
    public var hours: Int {
      switch self {
      case .firstContact: 1
      case .supervisor: 4
      case .headOfUnit: 24
      }
    }
  }

  /// The step.
  public var step: Step
  /// Complaints that had to take it: not settled within its hours.
  public var needed: Int
  /// Those of them that took it in time.
  public var inTime: Int
  /// Those that took it later.
  public var late: Int
  /// The ends of the share's 95 % interval.
  public var interval: ClosedRange<Double>
  /// The median of the minutes until it was taken, over all complaints that took it.
  public var medianMinutes: Double?

  /// Makes figures of a step.
  public init(
    step: Step,
    needed: Int,
    inTime: Int,
    late: Int,
    interval: ClosedRange<Double>,
    medianMinutes: Double?
  ) {
    self.step = step
    self.needed = needed
    self.inTime = inTime
    self.late = late
    self.interval = interval
    self.medianMinutes = medianMinutes
  }

  /// The share in time; `nil` when no complaint had to take the step.
  public var share: Double? { needed == 0 ? nil : Double(inTime) / Double(needed) }
}
