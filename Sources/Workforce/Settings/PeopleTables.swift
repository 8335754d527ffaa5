/// The people of a scenario, and all that their files say of them.
public struct PeopleTables: Hashable, Sendable {
  /// The people, in file order.
  public var employees: [Employee]
  /// Who holds which skill when.
  public var skills: [SkillGrant]
  /// When people can work.
  public var availability: [Availability]
  /// When people are away.
  public var absences: [Absence]
  /// What people would like.
  public var preferences: [Preference]
  /// The last weeks' shifts.
  public var pastDuties: [PastDuty]

  /// Makes tables.
  public init(
    employees: [Employee] = [],
    skills: [SkillGrant] = [],
    availability: [Availability] = [],
    absences: [Absence] = [],
    preferences: [Preference] = [],
    pastDuties: [PastDuty] = []
  ) {
    self.employees = employees
    self.skills = skills
    self.availability = availability
    self.absences = absences
    self.preferences = preferences
    self.pastDuties = pastDuties
  }
}

extension PlanningInputs {
  /// The people alone.
  public var people: PeopleTables {
    PeopleTables(
      employees: employees,
      skills: skills,
      availability: availability,
      absences: absences,
      preferences: preferences,
      pastDuties: pastDuties
    )
  }
}
