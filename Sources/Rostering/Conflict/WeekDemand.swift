public import Workforce

/// What a week must do and cannot.
public enum WeekDemand: Hashable, Sendable {
  /// Somebody has a legal week.
  case week(employee: String)
  /// Enough people meant by a rule on presence or an entry of heads are present from one moment to another.
  case presence(rule: Int, from: Instant, until: Instant)
  /// Enough holders of a skill are present all through some dates, each of which could be kept by itself.
  case presenceTogether(rule: Int, days: [Int])
  /// Not too many people are at work from one moment to another.
  case tooMany(MostHeads, from: Instant, until: Instant)
  /// Enough agents work for queues from one moment to another.
  case agents(queues: [Int], from: Instant, until: Instant)
  /// Everybody who has to sit in a class finds a seat.
  case seats(employees: [String], sessions: [String])
  /// A site keeps its overtime budget; the least overtime of its people in minutes.
  case overtime(site: String, least: Int)
  /// The week's pay is kept; the least pay of everybody.
  case pay(least: Double)
}

/// A set of things that cannot hold together, though without any one of them the others can.
public struct WeekConflict: Hashable, Sendable {
  /// What is asked for.
  public var demand: WeekDemand
  /// The members, in the order of files and people.
  public var members: [WeekMember]
  /// True when it is proved that each member is needed; false where the search for a roster without it
  /// ended too early.
  public var isIrreducible: Bool
  /// Other people than the demand's who have no legal week because of the same members.
  public var others: [String]

  /// Makes a conflict.
  public init(
    demand: WeekDemand,
    members: [WeekMember],
    isIrreducible: Bool = true,
    others: [String] = []
  ) {
    self.demand = demand
    self.members = members
    self.isIrreducible = isIrreducible
    self.others = others
  }

  /// What is asked for, of each person.
  var demands: [WeekDemand] { [demand] + others.map { .week(employee: $0) } }

  /// The one person without a legal week; `nil` where the conflict is about several or something else.
  public var soleEmployee: String? {
    guard others.isEmpty, case .week(let name) = demand else { return nil }
    return name
  }
}
