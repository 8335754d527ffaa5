/// What people are taught and examined in, as it is from a date on.
///
/// A changed course is a new version: the same name with a later ``from``.
public struct Course: Hashable, Sendable {
  /// How a course is held.
  public enum Mode: String, CaseIterable, Sendable {
    /// Everybody at a time of their own.
    case online
    /// At set times, in a room.
    case classroom
    /// Part of each.
    case blended
  }

  /// How long a certificate holds.
  public enum Validity: Hashable, Sendable {
    /// For ever.
    case unlimited
    /// For so many calendar months, above 0.
    case months(Int)
    /// To the end of this day of each year.
    case until(month: Int, day: Int)
  }

  /// What a lapsed certificate still allows for some days.
  public struct Grace: Hashable, Sendable {
    /// How the days of grace may be used.
    public enum Mode: String, CaseIterable, Sendable {
      /// Not at all.
      case none
      /// At work beside somebody who holds the skill in full.
      case supervised
      /// As before.
      case full
    }

    /// Days after the lapse, 0 for none.
    public var days: Int
    /// How they may be used.
    public var mode: Mode

    /// Makes a grace.
    public init(days: Int = 0, mode: Mode = .none) {
      self.days = days
      self.mode = mode
    }
  }

  /// A skill that a certificate gives.
  public struct Grant: Hashable, Sendable {
    /// The skill's name.
    public var skill: String
    /// The level at which it is held; `nil` for none in particular.
    public var level: String?

    /// Makes a grant.
    public init(skill: String, level: String? = nil) {
      self.skill = skill
      self.level = level
    }
  }

  /// The name that files use.
  public var name: String
  /// First day of this version; `nil` for always.
  public var from: LocalDate?
  /// What people call it.
  public var title: String
  /// How it is held.
  public var mode: Mode
  /// Length of a class in minutes, above 0.
  public var lengthMinutes: Int
  /// People who can sit in one class; `nil` for no limit but the room's.
  public var seats: Int?
  /// Share of the points that passes.
  public var passMark: Fraction
  /// How long a certificate holds.
  public var validity: Validity
  /// Days before a lapse in which a pass counts from the lapse on, at least 0.
  public var renewalWindowDays: Int
  /// What a lapsed certificate still allows.
  public var grace: Grace
  /// Skills that are held only with this certificate.
  public var grants: [Grant]
  /// Skills that somebody who holds them may use only with this certificate; `["all"]` for all.
  public var guards: [String]
  /// Courses whose certificates must hold before this one is sat.
  public var prerequisites: [String]
  /// People who can teach it, by identifier; empty for anybody from outside.
  public var trainers: [String]
  /// Rooms in which it can be held; empty for all.
  public var rooms: [String]
  /// True for training that everybody must have.
  public var isCompliance: Bool

  /// Makes a course.
  public init(
    name: String,
    from: LocalDate? = nil,
    title: String? = nil,
    mode: Mode = .classroom,
    lengthMinutes: Int,
    seats: Int? = nil,
    passMark: Fraction,
    validity: Validity = .unlimited,
    renewalWindowDays: Int = 0,
    grace: Grace = Grace(),
    grants: [Grant] = [],
    guards: [String] = [],
    prerequisites: [String] = [],
    trainers: [String] = [],
    rooms: [String] = [],
    isCompliance: Bool = false
  ) {
    self.name = name
    self.from = from
    self.title = title ?? name
    self.mode = mode
    self.lengthMinutes = lengthMinutes
    self.seats = seats
    self.passMark = passMark
    self.validity = validity
    self.renewalWindowDays = renewalWindowDays
    self.grace = grace
    self.grants = grants
    self.guards = guards
    self.prerequisites = prerequisites
    self.trainers = trainers
    self.rooms = rooms
    self.isCompliance = isCompliance
  }
}
