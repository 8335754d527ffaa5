/// What a planner's change did to the forecast of one queue in the week.
public struct AppliedOverride: Hashable, Sendable {
  /// The change.
  public var override: ForecastOverride
  /// The queue's name.
  public var queue: String
  /// Contacts expected in the part of its span that lies in the week, before it.
  public var contactsBefore: Double
  /// Contacts expected there after it.
  public var contactsAfter: Double

  /// Makes an entry.
  public init(
    override: ForecastOverride,
    queue: String,
    contactsBefore: Double,
    contactsAfter: Double
  ) {
    self.override = override
    self.queue = queue
    self.contactsBefore = contactsBefore
    self.contactsAfter = contactsAfter
  }
}

/// What a calendar entry does to the forecast of one queue.
public struct CalendarEffect: Hashable, Sendable {
  /// The entry's date.
  public var date: LocalDate
  /// The entry's kind.
  public var kind: CalendarEntry.Kind
  /// The entry's name.
  public var name: String
  /// The queue's name.
  public var queue: String
  /// Contacts forecast for the date; 0 when it lies outside the forecast's days.
  public var contactsWith: Double
  /// Contacts that would be forecast for it without the entry.
  public var contactsWithout: Double
  /// What the entry adds on the other days of the week, such as those after a closure, which may
  /// itself lie before the week.
  public var contactsOnOtherDays: Double

  /// Makes an effect.
  public init(
    date: LocalDate,
    kind: CalendarEntry.Kind,
    name: String,
    queue: String,
    contactsWith: Double,
    contactsWithout: Double,
    contactsOnOtherDays: Double = 0
  ) {
    self.date = date
    self.kind = kind
    self.name = name
    self.queue = queue
    self.contactsWith = contactsWith
    self.contactsWithout = contactsWithout
    self.contactsOnOtherDays = contactsOnOtherDays
  }
}
