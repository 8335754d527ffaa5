import Reporting
public import Workforce

/// Which classes are held, and who sits where.
public struct PlacementResult: Sendable {
  /// Somebody with a seat.
  public struct Placed: Hashable, Sendable {
    /// The person's identifier.
    public var employee: String
    /// The course's name.
    public var course: String
    /// The class.
    public var session: String
    /// The moment by which it must be had, on the clock of the person's site.
    public var by: LocalDateTime
    /// Whole days from the class to that moment.
    public var daysLeft: Int
    /// Chance of a pass at the first attempt; a personal result.
    public var passProbability: Double
    /// What the person's place costs in service.
    public var cost: Double
  }

  /// Somebody without a seat.
  public struct Unplaced: Hashable, Sendable {
    /// The person's identifier.
    public var employee: String
    /// The course's name.
    public var course: String
    /// The moment by which it must be had.
    public var by: LocalDateTime
    /// Why.
    public var reason: PlacementObstacle
    /// True when it must be had within the weeks that were placed.
    public var isNeeded: Bool
    /// What would help, confirmed by solving again; empty for nothing that was tried.
    public var help: String
  }

  /// What a placement costs.
  public struct Cost: Hashable, Sendable {
    /// People away, at what they are worth then.
    public var service = 0.0
    /// Trainers' pay.
    public var classes = 0.0
    /// The risk of sitting late.
    public var risk = 0.0

    /// Makes a cost.
    init(risk: Double) { self.risk = risk }

    /// All together.
    public var total: Double { service + classes + risk }
  }

  /// A class with people of this placement.
  public struct Held: Sendable {
    /// The class.
    public var session: ClassSession
    /// True for one that was there already.
    public var isGiven: Bool
    /// People who were seated now.
    public var seated: Int
    /// What it costs in service.
    public var cost: Double
  }

  /// The weeks.
  public let weeks: [ISOWeek]
  /// What the scenario was.
  public let inputs: PlanningInputs
  /// All classes of the scenario, those that were there first.
  public var sessions: [ClassSession]
  /// The classes that seat somebody.
  public var held: [Held]
  /// Who has a seat, by class and person.
  public var placed: [Placed]
  /// Who has none, by time and person.
  public var unplaced: [Unplaced]
  /// What it costs.
  public var cost: Cost
  /// The share of the objective by which it may miss the optimum at most.
  public var gap: Double
  /// True when the clock ended the search.
  public var isCutShort: Bool
  /// The same people placed by hand at one hour.
  public var byHand: HandPlacement
  /// Courses whose later renewals have too few seats in time.
  var shortages: [LaterCapacity.Shortage] = []
  /// What would help those without a seat, a sentence each.
  public var remedies: [String]
  /// The roster that was given, with the classes in it; `nil` without one.
  public var roster: Roster?
  /// Service in the roster that was given; `nil` without one.
  public var service: PlacementService?

  /// True when everybody who must be placed is.
  public var isComplete: Bool { unplaced.allSatisfy { !$0.isNeeded } }

  /// The people of a scenario with these classes.
  public var scenario: PlanningInputs {
    var changed = inputs
    changed.training.sessions = sessions
    return changed
  }

  /// The terminal's text.
  public func summary(at location: String) -> String {
    PlacementSummary(
      weeks: weeks,
      currency: inputs.settings.currency,
      classes: held.map { held in
        PlacementSummary.Row(
          session: held.session.id,
          course: held.session.course,
          start: held.session.start,
          room: held.session.room ?? "",
          trainer: held.session.trainer ?? "",
          people: held.seated,
          cost: held.cost,
          isGiven: held.isGiven
        )
      },
      placed: placed.count,
      left: unplaced.filter(\.isNeeded).map { ($0.employee, $0.course, $0.reason.rawValue) },
      later: unplaced.count { !$0.isNeeded },
      warnings: shortages.map(\.words),
      remedies: remedies,
      cost: (cost.service, cost.classes, cost.risk),
      gap: gap,
      isCutShort: isCutShort,
      byHand: PlacementSummary.Hand(
        hour: byHand.hour,
        people: byHand.placed,
        cost: (byHand.cost.service, byHand.cost.classes, byHand.cost.risk),
        note: byHand.note
      ),
      service: service?.figures,
      location: location
    ).text()
  }
}

extension LaterCapacity.Shortage {
  /// The shortage as a sentence with what to do.
  var words: String {
    let all =
      "\(renewals) people need \(course) by \(date), and the weeks until then have at most \(seats) "
      + "seats. "
    guard together < renewals else {
      return all + "Place \(weeks) weeks together: --weeks \(weeks)."
    }
    return all
      + "Even \(weeks) weeks together have at most \(together): allow more classes a week, larger ones "
      + "or more rooms."
  }
}

/// Everybody placed by hand at one and the same hour, as a comparison.
public struct HandPlacement: Sendable {
  /// The hour in words.
  public var hour: String
  /// The classes, beside those that were there.
  public var sessions: [ClassSession]
  /// How many people it seats.
  public var placed: Int
  /// What it costs.
  public var cost: PlacementResult.Cost
  /// What it needs that is not there; empty for nothing.
  public var note: String
  /// Who is in which of the classes when.
  var sittings: [Sitting] = []
}
