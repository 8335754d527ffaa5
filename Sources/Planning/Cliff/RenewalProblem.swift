/// Whose certificates to renew in which week, as numbers.
struct RenewalProblem: Sendable {
  /// A course that somebody must renew.
  struct Item: Hashable, Sendable {
    var course: Int
    /// The weeks in which it can be sat, with what that costs.
    var weeks: [Choice]
  }

  /// A week and its cost.
  struct Choice: Hashable, Sendable {
    var week: Int
    var cost: Double
  }

  /// Heads of a skill in a week.
  struct Heads: Hashable, Sendable {
    var skill: Int
    var week: Int
    var heads: Double
  }

  /// People who are alike.
  ///
  /// Somebody counts when all of the person's courses are renewed.
  struct Group: Sendable {
    var people: [Int]
    var items: [Item]
    /// What each adds.
    var gains: [Heads]
  }

  /// Classes of a course.
  struct CourseLimits: Sendable {
    var seats: Int
    var classCost: Double
    /// Classes that may be added, per week.
    var classesLeft: [Int]
    /// Free seats in classes that are there, per week.
    var freeSeats: [Int]
  }

  var groups: [Group]
  var courses: [CourseLimits]
  /// Heads that renewals must add at least.
  var needed: [Heads]
  /// Price of a missing head in a week.
  var shortPrice: Double
}

/// Which renewals are chosen.
struct RenewalChoice: Sendable {
  /// People renewed per group.
  var renewed: [Int]
  /// People per group, item and choice of week.
  var sitting: [[[Int]]]
  /// Classes per course and week.
  var classes: [[Int]]
  /// Heads that are still missing.
  var short: [RenewalProblem.Heads]
  /// Cost without the price of missing heads.
  var cost: Double
  /// (objective − bound) ÷ objective.
  var gap: Double
}
