/// A nurse instance of schedulingbenchmarks.org, as its text format has it.
struct NrpInstance: Hashable, Sendable {
  /// A kind of shift.
  struct Kind: Hashable, Sendable {
    let name: String
    let minutes: Int
    /// Positions of the kinds that may not be worked on the next date, ascending.
    var forbiddenNext: [Int]
  }

  /// A person with limits.
  struct Person: Hashable, Sendable {
    let name: String
    /// Most shifts by kind.
    let mostOfKind: [Int]
    let mostMinutes: Int
    let leastMinutes: Int
    let mostConsecutive: Int
    let leastConsecutive: Int
    let leastDaysOff: Int
    let mostWeekends: Int
    /// Dates that must be off, ascending.
    var daysOff: [Int] = []
  }

  /// A shift that a person asks for, or asks to be spared.
  struct Request: Hashable, Sendable {
    let person: Int
    let day: Int
    let kind: Int
    let weight: Int
  }

  /// How many are needed of a kind on a date.
  struct Cover: Hashable, Sendable {
    let day: Int
    let kind: Int
    let required: Int
    let underWeight: Int
    let overWeight: Int
  }

  /// The file's name without its ending.
  let name: String
  /// Dates; the first one is a Monday.
  var dayCount = 0
  var kinds: [Kind] = []
  var people: [Person] = []
  var wanted: [Request] = []
  var unwanted: [Request] = []
  var cover: [Cover] = []

  /// Whether a date is a Saturday or Sunday.
  static func isWeekend(_ day: Int) -> Bool { day % 7 >= 5 }
}
