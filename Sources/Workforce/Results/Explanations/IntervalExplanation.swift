/// Why an interval is staffed as it is: who is there, who could be, what stops the others.
public struct IntervalExplanation: Hashable, Sendable {
  /// One queue in the interval.
  public struct Queue: Hashable, Sendable {
    /// Its name.
    public var name: String
    /// People needed, with shrinkage.
    public var need: Int
    /// People given to it, on the average of the interval.
    public var given: Double
    /// People at work who may serve it, likewise.
    public var skilled: Double
    /// What one more person through the interval saves, everybody else's week as it is.
    public var gain: Double

    /// Makes a queue.
    public init(name: String, need: Int, given: Double, skilled: Double, gain: Double) {
      self.name = name
      self.need = need
      self.given = given
      self.skilled = skilled
      self.gain = gain
    }

    /// People missing.
    public var missing: Double { max(0, Double(need) - given) }
  }

  /// Why somebody is not at work in the interval, or that they are.
  public enum Reason: Hashable, Sendable {
    /// At work.
    case atWork
    /// In a break or a class, or at work in a part of it only.
    case partly
    /// Could be: a legal week has the interval, at a cost.
    case possible
    /// Away.
    case absent
    /// Not employed on the date.
    case notEmployed
    /// Holds none of the skills.
    case noSkill
    /// Holds a certificate that is not in force, or not all that the skill wants.
    case noCertificate
    /// Every week that has the interval breaks one of these rules, and without that one rule there is
    /// a legal one.
    case oneOf([String])
    /// Every week that has the interval breaks a rule; which is not asked.
    case stopped
    /// Only without all of these rules there is a legal week that has the interval.
    case allOf([String])
    /// Overtime, seats or presence of everybody together leave no room.
    case together
    /// No shift of the contract has the interval while the center is open.
    case noShift
    /// No week at all keeps all rules.
    case noWeek
  }

  /// One person.
  public struct Person: Hashable, Sendable {
    /// The identifier.
    public var employee: String
    /// The reason.
    public var reason: Reason
    /// The best week that has the interval, where there is one.
    public var way: RosterAlternative?

    /// Makes a person.
    public init(employee: String, reason: Reason, way: RosterAlternative? = nil) {
      self.employee = employee
      self.reason = reason
      self.way = way
    }
  }

  /// The first moment.
  public var from: Instant
  /// The first moment after it.
  public var until: Instant
  /// The queues that are meant.
  public var queues: [Queue]
  /// Everybody, in the order of the file.
  public var people: [Person]

  /// Makes an explanation.
  public init(from: Instant, until: Instant, queues: [Queue], people: [Person]) {
    self.from = from
    self.until = until
    self.queues = queues
    self.people = people
  }

  /// The ways to have one more person, cheapest first.
  public var ways: [RosterAlternative] {
    people.compactMap(\.way).enumerated().sorted {
      ($0.element.cost, $0.offset) < ($1.element.cost, $1.offset)
    }.map(\.element)
  }
}
