/// A part of a shift.
public struct ShiftSegment: Hashable, Sendable {
  /// What happens in it.
  public enum Kind: String, CaseIterable, Sendable {
    /// Serving contacts.
    case work
    /// A short break.
    case rest = "break"
    /// The meal.
    case lunch
    /// A class, attended or taught.
    case training
  }

  /// What happens in it.
  public var kind: Kind
  /// The first moment.
  public var start: Instant
  /// The first moment after it.
  public var end: Instant
  /// The class's identifier; `nil` but in training, and there where it is not known.
  public var session: String?

  /// Makes a part.
  public init(kind: Kind, start: Instant, end: Instant, session: String? = nil) {
    self.kind = kind
    self.start = start
    self.end = end
    self.session = session
  }

  /// True for short breaks and meals.
  public var isBreak: Bool { kind == .rest || kind == .lunch }
}

/// One continuous work period with its breaks.
public struct Shift: Hashable, Sendable {
  /// The date on which it starts, on the clock of the person's site.
  public var date: LocalDate
  /// The first moment.
  public var start: Instant
  /// The first moment after it.
  public var end: Instant
  /// The parts, ascending, without gaps.
  public var segments: [ShiftSegment]
  /// Names of the queues that the person serves in it, in the order of the settings.
  public var queues: [String]

  /// Makes a shift.
  public init(
    date: LocalDate,
    start: Instant,
    end: Instant,
    segments: [ShiftSegment],
    queues: [String]
  ) {
    self.date = date
    self.start = start
    self.end = end
    self.segments = segments
    self.queues = queues
  }
}

/// One employee's shifts over the horizon, ascending; days without one are off.
public struct Tour: Hashable, Sendable {
  /// The employee's identifier.
  public var employee: String
  /// The shifts.
  public var shifts: [Shift]
  /// The zone whose clock names the dates of the shifts; `nil` for the roster's.
  public var zone: Zone?

  /// Makes a tour.
  public init(employee: String, shifts: [Shift], zone: Zone? = nil) {
    self.employee = employee
    self.shifts = shifts
    self.zone = zone
  }
}

/// Who works when.
public struct Roster: Hashable, Sendable {
  /// The week.
  public var week: ISOWeek
  /// The zone whose clock names the dates, but for tours with their own.
  public var zone: Zone
  /// One tour per employee, in the order of `employees.csv`; people without shifts may be absent.
  public var tours: [Tour]

  /// Makes a roster.
  public init(week: ISOWeek, zone: Zone, tours: [Tour]) {
    self.week = week
    self.zone = zone
    self.tours = tours
  }

  /// The zone whose clock names the dates of a tour.
  public func zone(of tour: Tour) -> Zone { tour.zone ?? zone }
}

/// People at work against the requirement, per queue and planning interval.
public struct Coverage: Hashable, Sendable {
  /// The planning intervals.
  public var grid: TimeGrid
  /// Mean number of people given to each queue (order of the settings) per interval, by the
  /// cheapest allocation of those who serve several.
  public var allocated: [[Double]]
  /// People at work in each interval who are given to no queue.
  public var idle: [Double]

  /// Makes coverage.
  public init(grid: TimeGrid, allocated: [[Double]], idle: [Double]) {
    self.grid = grid
    self.allocated = allocated
    self.idle = idle
  }
}
