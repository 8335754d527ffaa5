/// A date of a person on which a published roster was changed, and why.
public struct RosterChange: Hashable, Sendable {
  /// What is different.
  public enum Kind: String, CaseIterable, Sendable {
    /// The shift falls away because the person is away.
    case absent
    /// A shift on a date that was off.
    case added
    /// The date is off now.
    case removed
    /// The shift starts at another time.
    case moved
    /// The shift starts as before and ends at another time.
    case resized
    /// Only breaks are at other times.
    case breaksMoved = "breaks_moved"
  }

  /// A stretch of time.
  public struct Span: Hashable, Sendable {
    /// The first moment.
    public var start: Instant
    /// The first moment after it.
    public var end: Instant

    /// Makes a stretch.
    public init(start: Instant, end: Instant) {
      self.start = start
      self.end = end
    }
  }

  /// The person's identifier.
  public var employee: String
  /// The date.
  public var date: LocalDate
  /// The published shift; `nil` on a date off.
  public var was: Span?
  /// The shift now; `nil` on a date off.
  public var becomes: Span?
  /// What is different.
  public var kind: Kind
  /// Why, in words.
  public var reason: String

  /// Makes a change.
  public init(
    employee: String,
    date: LocalDate,
    was: Span?,
    becomes: Span?,
    kind: Kind,
    reason: String
  ) {
    self.employee = employee
    self.date = date
    self.was = was
    self.becomes = becomes
    self.kind = kind
    self.reason = reason
  }
}

/// What became of a published roster.
public struct RosterRevision: Hashable, Sendable {
  /// How well a roster does.
  public struct Standing: Hashable, Sendable {
    /// Its cost, without the price of changes; `nil` when it breaks rules that make a price
    /// meaningless.
    public var cost: Double?
    /// Person-hours missing per queue, in the order of the settings.
    public var missingHours: [Double]

    /// Makes a standing.
    public init(cost: Double?, missingHours: [Double]) {
      self.cost = cost
      self.missingHours = missingHours
    }
  }

  /// Who changes when and why, by person and date.
  public var changes: [RosterChange]
  /// What changes cost.
  public var prices: ChangeRequest.Prices
  /// What these changes cost at the prices; absences cost nothing.
  public var changePrice: Double
  /// The roster as it was published, against the need of that time.
  public var published: Standing
  /// The roster if nobody did anything, against the need now.
  public var unrepaired: Standing
  /// The roster now.
  public var repaired: Standing

  /// Makes a revision.
  public init(
    changes: [RosterChange],
    prices: ChangeRequest.Prices,
    changePrice: Double,
    published: Standing,
    unrepaired: Standing,
    repaired: Standing
  ) {
    self.changes = changes
    self.prices = prices
    self.changePrice = changePrice
    self.published = published
    self.unrepaired = unrepaired
    self.repaired = repaired
  }

  /// Changes of shifts that planning made: all but absences and moved breaks.
  public var shiftChanges: [RosterChange] {
    changes.filter { $0.kind != .absent && $0.kind != .breaksMoved }
  }

  /// The people whose shifts planning changed, in order.
  public var changedPeople: [String] {
    shiftChanges.map(\.employee).reduce(into: []) { people, employee in
      if people.last != employee { people.append(employee) }
    }
  }
}
