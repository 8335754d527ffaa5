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

  /// Handle time ÷ the queue's mean: the level's factor × that of the tenure.
  ///
  /// - Parameters:
  ///   - level: The level of the skill that the queue asks for; `nil` counts as 1.
  ///   - hired: First day of employment; `nil` counts as long ago.
  ///   - date: The day of work.
  /// - Returns: The factor, above 0.
  public func factor(level: String?, hired: LocalDate?, on date: LocalDate) -> Double {
    let skill = levels.first { $0.name == level }?.factor ?? 1
    guard let hired else { return skill }
    let months = hired.fullMonths(until: date)
    return skill * (tenure.first { months < $0.belowMonths }?.factor ?? 1)
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
