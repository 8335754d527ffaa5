import Workforce

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

  /// The rules on one person that may have a price.
  static let laborChecks = checks.compactMap { $0 as? any LaborCheck.Type }

  /// Rules of which something is stated outside of the contracts, by name.
  static func statedRules(_ inputs: PlanningInputs) -> Set<String> {
    let labor = inputs.settings.labor
    var stated = Set(labor.rules.map(\.rule.name))
    if !labor.meetings.isEmpty { stated.insert(MeetingCheck.name) }
    if !labor.heads.isEmpty { stated.insert(HeadsCheck.name) }
    if inputs.settings.sites.contains(where: { $0.seats != nil }) {
      stated.insert(SiteSeatsCheck.name)
    }
    if !inputs.locks.isEmpty { stated.insert(LockCheck.name) }
    if !inputs.rotationPlaces.isEmpty { stated.insert(RotationCheck.name) }
    return stated
  }

  /// The rules that no contract holds: judged only where they are stated.
  static let ofLabor = [
    FreeRunCheck.name, HeadsCheck.name, KindBalanceCheck.name, KindCountCheck.name,
    KindOrderCheck.name, KindRunCheck.name, LockCheck.name, MealBreakCheck.name, MeetingCheck.name,
    MonthlyOvertimeCheck.name, PeriodHoursCheck.name, RestAfterCheck.name, RestBetweenCheck.name,
    RotationCheck.name, ShiftHoursCheck.name, SiteSeatsCheck.name, StartWindowCheck.name,
    WeekendsCheck.name, WeekendsInARowCheck.name, WeeklyRestCheck.name, WholeWeekendsCheck.name,
    WorkRunCheck.name,
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
    FreeRunCheck.self,
    HeadsCheck.self,
    KindBalanceCheck.self,
    KindCountCheck.self,
    KindOrderCheck.self,
    KindRunCheck.self,
    LockCheck.self,
    MealBreakCheck.self,
    MeetingCheck.self,
    MentorOverlapCheck.self,
    MinimumRestCheck.self,
    MonthlyOvertimeCheck.self,
    NeverAloneCheck.self,
    OneShiftADayCheck.self,
    OpeningHoursCheck.self,
    OvertimeBudgetCheck.self,
    PeriodHoursCheck.self,
    PresenceCheck.self,
    RestAfterCheck.self,
    RestBetweenCheck.self,
    RotationCheck.self,
    ShiftHoursCheck.self,
    ShiftLengthCheck.self,
    ShiftStartGridCheck.self,
    ShiftWindowCheck.self,
    SiteSeatsCheck.self,
    SkillsCheck.self,
    StartChangeCheck.self,
    StartWindowCheck.self,
    SupervisedWorkCheck.self,
    WeekendsCheck.self,
    WeekendsInARowCheck.self,
    WeeklyHoursCheck.self,
    WeeklyRestCheck.self,
    WholeWeekendsCheck.self,
    WorkRunCheck.self,
    WorkStretchCheck.self,
    WorkingDaysCheck.self,
  ].sorted { $0.name < $1.name }
}
