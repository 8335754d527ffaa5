/// Who can serve a queue on a date, and how much longer than its mean they take for a contact.
public struct HandleTimeMix: Hashable, Sendable {
  /// People with the same level of the skill and the same stretch of tenure.
  public struct Group: Hashable, Sendable {
    /// The level that counts; `nil` without one.
    public var level: String?
    /// The level's factor; 1 without one.
    public var levelFactor: Double
    /// The stretch of tenure that counts; `nil` after the last.
    public var tenure: ProficiencySettings.Tenure?
    /// How many they are.
    public var people: Int
    /// Their full-time equivalents, added up.
    public var fullTimeEquivalents: Double

    /// Makes a group.
    public init(
      level: String?,
      levelFactor: Double,
      tenure: ProficiencySettings.Tenure?,
      people: Int,
      fullTimeEquivalents: Double
    ) {
      self.level = level
      self.levelFactor = levelFactor
      self.tenure = tenure
      self.people = people
      self.fullTimeEquivalents = fullTimeEquivalents
    }
  }

  /// The skill that they hold.
  public var skill: String
  /// The date.
  public var date: LocalDate
  /// By level in the order of the settings, then by tenure; people without come last.
  public var groups: [Group]
  /// The mean of their factors, weighted by their full-time equivalents; 1 where nobody is there.
  public var factor: Double

  /// Makes a mix.
  public init(skill: String, date: LocalDate, groups: [Group], factor: Double) {
    self.skill = skill
    self.date = date
    self.groups = groups
    self.factor = factor
  }

  /// How many they are.
  public var people: Int { groups.reduce(0) { $0 + $1.people } }
}
