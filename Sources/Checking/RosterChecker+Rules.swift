extension RosterChecker {
  /// Names of all rules, sorted.
  public static let rules = checks.map { $0.name }

  /// The rules about certificates: judged only where there are courses.
  static let ofCertificates = [CertificateCheck.name, SupervisedWorkCheck.name]

  /// The rules about classes: judged only where there are some.
  static let ofClasses = [
    ClassAttendanceCheck.name, ClassRoomCheck.name, ClassSeatsCheck.name, ClassSiteCheck.name,
    ClassTrainerCheck.name,
  ]

  /// All rules, sorted by name.
  static let checks: [any RosterCheck.Type] = [
    AbsenceCheck.self,
    AvailabilityCheck.self,
    BreakWindowCheck.self,
    CertificateCheck.self,
    ClassAttendanceCheck.self,
    ClassRoomCheck.self,
    ClassSeatsCheck.self,
    ClassSiteCheck.self,
    ClassTrainerCheck.self,
    ConsecutiveDaysCheck.self,
    EmploymentCheck.self,
    MentorOverlapCheck.self,
    MinimumRestCheck.self,
    NeverAloneCheck.self,
    OneShiftADayCheck.self,
    OpeningHoursCheck.self,
    OvertimeBudgetCheck.self,
    PresenceCheck.self,
    ShiftLengthCheck.self,
    ShiftStartGridCheck.self,
    ShiftWindowCheck.self,
    SkillsCheck.self,
    StartChangeCheck.self,
    SupervisedWorkCheck.self,
    WeeklyHoursCheck.self,
    WorkStretchCheck.self,
    WorkingDaysCheck.self,
  ].sorted { $0.name < $1.name }
}
