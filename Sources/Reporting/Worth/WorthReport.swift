public import Workforce

/// What things in a roster are worth, as a page and as text for a terminal.
public struct WorthReport: Sendable {
  /// What a figure is about.
  public enum Kind: String, CaseIterable, Sendable {
    /// One more hour of somebody.
    case hour
    /// A shift of the roster.
    case shift
    /// A rule or price.
    case rule
    /// One skill more of somebody.
    case certificate
  }

  /// What one thing is worth.
  public struct Row: Sendable {
    /// What it is about.
    public var kind: Kind
    /// Queues, a person, a rule, or a person and a skill.
    public var what: String
    /// The first moment; `nil` for the whole week.
    public var from: Instant?
    /// The first moment after it; `nil` likewise.
    public var until: Instant?
    /// Worth by the duals.
    public var dual: Double
    /// Worth in this roster with all other weeks as they are; `nil` where that says nothing.
    public var marginal: Double?
    /// The part of ``marginal`` that is cover, for a shift; `nil` else.
    public var cover: Double?
    /// Worth by a new search; `nil` where none was made.
    public var resolve: Double?
    /// The difference of the certified bounds; `nil` likewise.
    public var boundDifference: Double?
    /// What the worth is proved to lie in; `nil` likewise.
    public var proved: ClosedRange<Double>?
    /// What a contact in time is worth there; `nil` where contacts have no price.
    public var contactPrice: Double?

    /// Makes a row.
    public init(
      kind: Kind,
      what: String,
      from: Instant? = nil,
      until: Instant? = nil,
      dual: Double,
      marginal: Double? = nil,
      cover: Double? = nil,
      resolve: Double? = nil,
      boundDifference: Double? = nil,
      proved: ClosedRange<Double>? = nil,
      contactPrice: Double? = nil
    ) {
      self.kind = kind
      self.what = what
      self.from = from
      self.until = until
      self.dual = dual
      self.marginal = marginal
      self.cover = cover
      self.resolve = resolve
      self.boundDifference = boundDifference
      self.proved = proved
      self.contactPrice = contactPrice
    }

    /// New search less duals; `nil` where none was made.
    public var difference: Double? { resolve.map { $0 - dual } }
  }

  /// How good the roster is.
  public struct Standing: Sendable {
    /// Objective of the roster as it was given.
    public var published: Double
    /// Objective of the roster that changes are compared with.
    public var objective: Double
    /// Certified bound on it.
    public var bound: Double
    /// The bound at the very prices that the duals are.
    public var dualBound: Double
    /// What searching again without any change still saved, the best of four.
    public var noise: Double
    /// The mean worth by the duals of an hour that somebody is at work.
    public var meanHour: Double
    /// Mean pay of an hour.
    public var wage: Double

    /// Makes a standing.
    public init(
      published: Double,
      objective: Double,
      bound: Double,
      dualBound: Double,
      noise: Double,
      meanHour: Double,
      wage: Double
    ) {
      self.published = published
      self.objective = objective
      self.bound = bound
      self.dualBound = dualBound
      self.noise = noise
      self.meanHour = meanHour
      self.wage = wage
    }

    /// What is not proved of the objective.
    public var gap: Double { max(0, objective - bound) }
  }

  let title: String
  let week: ISOWeek
  /// The currency of all figures.
  public let currency: String
  /// The planning intervals.
  public let grid: TimeGrid
  /// Names of the queues, for the heat maps.
  let queues: [String]
  /// How good the roster is.
  public let standing: Standing
  /// Everything that was valued.
  public let rows: [Row]
  /// Rows of each table on a terminal.
  let top: Int

  /// Makes a report; `grid` is that of the planning intervals.
  public init(
    title: String,
    week: ISOWeek,
    currency: String,
    grid: TimeGrid,
    queues: [String],
    standing: Standing,
    rows: [Row],
    top: Int
  ) {
    self.title = title
    self.week = week
    self.currency = currency
    self.grid = grid
    self.queues = queues
    self.standing = standing
    self.rows = rows
    self.top = top
  }

  /// Rows of a kind: those searched again first, each lot by what is worth most.
  func ranked(_ kind: Kind) -> [Row] {
    let own = rows.enumerated().filter { $0.element.kind == kind }
    return own.sorted { left, right in
      let keys = [left, right].map { entry in
        (entry.element.resolve == nil ? 1.0 : 0, -entry.element.dual, Double(entry.offset))
      }
      return keys[0] < keys[1]
    }.map(\.element)
  }

  /// Rows of a kind that were searched again.
  func confirmed(_ kind: Kind? = nil) -> [Row] {
    rows.filter { $0.resolve != nil && (kind == nil || $0.kind == kind) }
  }
}

extension WorthReport.Kind {
  /// What a table of the kind is called.
  var title: String {
    switch self {
    case .hour: "One more hour"
    case .shift: "Each shift"
    case .rule: "Each rule and price"
    case .certificate: "One more certificate"
    }
  }

  /// What the figures say.
  var lead: String {
    switch self {
    case .hour:
      "What one more person, who costs nothing, saves through the hour that begins at each interval."
    case .shift:
      "What the week costs more when the person is away all day; less than 0 where it is cheaper so."
    case .rule: "What the week costs less when nobody keeps the rule, or pays the price."
    case .certificate: "What the week costs less when the person may use one skill more."
    }
  }
}
