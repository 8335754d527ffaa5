import Workforce

/// A place where a labor rule is missed.
struct Miss {
  /// The date that is meant, if one is.
  var date: LocalDate?
  /// By how much it is missed, in the units of its price.
  var units: Double
  /// Price of a unit; `nil` where the rule must be kept.
  var price: Double?
  /// What is given and what would be allowed.
  var detail: String
}

/// A rule on one person that may have a price: then to miss it is dear, and no violation.
protocol LaborCheck: PersonCheck {
  /// Every place where the person's shifts miss the rule.
  static func misses(of person: CheckedPerson, in week: CheckedWeek) -> [Miss]
}

extension LaborCheck {
  static func findings(on person: CheckedPerson, in week: CheckedWeek) -> [Finding] {
    guard person.mustWork else { return [] }
    return misses(of: person, in: week).filter { $0.price == nil }.map {
      Finding(date: $0.date, detail: $0.detail)
    }
  }

  /// What the person's misses cost.
  static func price(of person: CheckedPerson, in week: CheckedWeek) -> Double {
    guard person.mustWork else { return 0 }
    return misses(of: person, in: week).reduce(0) { $0 + ($1.price ?? 0) * $1.units }
  }
}

/// By how much a count is outside its limits; what past dates alone have is allowed.
func missed(_ count: Int, _ limits: Limits<Int>, past: Int = 0) -> Int {
  if let least = limits.least, count < least { return least - count }
  if let most = limits.most, count > max(most, past) { return count - max(most, past) }
  return 0
}

/// `2 to 4 are allowed`, `at least 2 required`, `at most 4 allowed`.
func words(least: String?, most: String?) -> String {
  guard let least else { return "at most \(most ?? "any") allowed" }
  guard let most else { return "at least \(least) required" }
  return "\(least) to \(most) are allowed"
}

/// The same for counts.
func words(_ limits: Limits<Int>) -> String {
  words(least: limits.least.map { "\($0)" }, most: limits.most.map { "\($0)" })
}

/// The same for minutes.
func words(minutes limits: Limits<Int>) -> String {
  words(least: limits.least.map(text(minutes:)), most: limits.most.map(text(minutes:)))
}
