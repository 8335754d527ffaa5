/// How much longer than the queue's mean people handle a contact, by level of their skill and by
/// tenure.
public struct ProficiencySettings: Hashable, Sendable {
  /// A level of a skill.
  public struct Level: Hashable, Sendable {
    /// The name that `skills.csv` uses.
    public var name: String
    /// Handle time ÷ the queue's mean, above 0.
    public var factor: Double

    /// Makes a level.
    public init(name: String, factor: Double) {
      self.name = name
      self.factor = factor
    }
  }

  /// A stretch of tenure.
  public struct Tenure: Hashable, Sendable {
    /// Full months of employment below which the factor holds, above 0.
    public var belowMonths: Int
    /// Handle time ÷ the queue's mean, above 0.
    public var factor: Double

    /// Makes a stretch.
    public init(belowMonths: Int, factor: Double) {
      self.belowMonths = belowMonths
      self.factor = factor
    }
  }

  /// The levels that skills may have.
  public var levels: [Level]
  /// Stretches of tenure, the shortest first; after the last the factor is 1.
  public var tenure: [Tenure]

  /// Makes factors; without any, everybody needs the queue's mean.
  public init(levels: [Level] = [], tenure: [Tenure] = []) {
    self.levels = levels
    self.tenure = tenure
  }

  /// True where everybody needs the queue's mean.
  public var isEven: Bool { levels.isEmpty && tenure.isEmpty }

  /// Handle time ÷ the queue's mean: the level's factor × that of the tenure.
  ///
  /// - Parameters:
  ///   - level: The level of the skill that the queue asks for; `nil` counts as 1.
  ///   - hired: First day of employment; `nil` counts as long ago.
  ///   - date: The day of work.
  /// - Returns: The factor, above 0.
  public func factor(level: String?, hired: LocalDate?, on date: LocalDate) -> Double {
    let skill = levels.first { $0.name == level }?.factor ?? 1
    return skill * (tenure(hired: hired, on: date)?.factor ?? 1)
  }

  /// The stretch of tenure that counts on a date; `nil` after the last one and where the first day
  /// is unknown.
  public func tenure(hired: LocalDate?, on date: LocalDate) -> Tenure? {
    guard let months = hired?.fullMonths(until: date) else { return nil }
    return tenure.first { months < $0.belowMonths }
  }

  /// Handle time ÷ the queue's mean of somebody who holds the skill at several levels at once: the
  /// quickest counts.
  ///
  /// - Parameters:
  ///   - levels: The level of each grant that holds on the date; none count as one without a level.
  ///   - hired: First day of employment; `nil` counts as long ago.
  ///   - date: The day of work.
  /// - Returns: The factor, above 0.
  public func factor(levels: [String?], hired: LocalDate?, on date: LocalDate) -> Double {
    levels.map { factor(level: $0, hired: hired, on: date) }.min()
      ?? factor(level: nil, hired: hired, on: date)
  }
}

extension LocalDate {
  /// Full calendar months from this date to a later one; 0 when it is not later.
  func fullMonths(until date: LocalDate) -> Int {
    let (from, to) = (components, date.components)
    let months = 12 * (to.year - from.year) + to.month - from.month
    return max(0, to.day < from.day ? months - 1 : months)
  }
}
