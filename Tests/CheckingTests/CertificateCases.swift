import TestSupport
import Workforce

extension RuleTests {
  private static func certify(_ inputs: inout PlanningInputs, until lapses: String?) {
    inputs.training.certifications.append(
      Certification(
        employee: "ada",
        course: "aml",
        attained: Make.date("2025-03-04"),
        from: Make.time("2025-03-04T00:00"),
        lapses: lapses.map(Make.time),
        reference: "c\(inputs.training.certifications.count)"
      )
    )
  }

  private static func add(_ course: (inout Course) -> Void, to inputs: inout PlanningInputs) {
    var made = Course(name: "aml", lengthMinutes: 60, passMark: Make.share(0.8))
    course(&made)
    inputs.training.courses.append(made)
  }

  /// A certificate that lapses on Tuesday, with two days of supervised grace.
  private static func grace(_ inputs: inout PlanningInputs) {
    add(
      {
        $0.guards = ["phone"]
        $0.grace = Course.Grace(days: 2, mode: .supervised)
      },
      to: &inputs
    )
    certify(&inputs, until: "2026-03-03T00:00")
  }

  /// Rules about certificates.
  static let certificateCases: [RuleCase] = [
    RuleCase(
      rule: "certificates",
      reason: "lapses at the end of a night shift",
      strips: ["|....................####"],
      change: {
        add({ $0.guards = ["all"] }, to: &$0)
        certify(&$0, until: "2026-03-04T00:00")
      }
    ),
    RuleCase(
      rule: "certificates",
      reason: "lapses on Wednesday 00:00, in the middle of a night and before a day",
      strips: ["|......................##|##|........####"],
      change: {
        add({ $0.guards = ["phone"] }, to: &$0)
        certify(&$0, until: "2026-03-04T00:00")
      },
      expected: [
        "ada 2026-03-03 certificates: queue phone needs skill phone from 2026-03-04 00:00 until "
          + "2026-03-04 02:00; not in force then: aml",
        "ada 2026-03-05 certificates: queue phone needs skill phone from 2026-03-05 08:00 until "
          + "2026-03-05 12:00; not in force then: aml",
      ]
    ),
    RuleCase(
      rule: "certificates",
      reason: "a granted skill needs no row in skills.csv",
      strips: ["........####"],
      change: {
        add({ $0.grants = [Course.Grant(skill: "phone")] }, to: &$0)
        $0.skills = []
        certify(&$0, until: nil)
      }
    ),
    RuleCase(
      rule: "certificates",
      reason: "a row in skills.csv does not stand for the certificate",
      strips: ["........####"],
      change: { add({ $0.grants = [Course.Grant(skill: "phone")] }, to: &$0) },
      expected: [
        "ada 2026-03-02 certificates: queue phone needs skill phone from 2026-03-02 08:00 until "
          + "2026-03-02 12:00; not in force then: aml"
      ]
    ),
    RuleCase(
      rule: "certificates",
      reason: "full grace lasts to midnight",
      strips: ["|........####|........####|........####"],
      change: {
        add(
          {
            $0.guards = ["all"]
            $0.grace = Course.Grace(days: 2, mode: .full)
          },
          to: &$0
        )
        certify(&$0, until: "2026-03-03T00:00")
      },
      expected: [
        "ada 2026-03-05 certificates: queue phone needs skill phone from 2026-03-05 08:00 until "
          + "2026-03-05 12:00; not in force then: aml"
      ]
    ),
    RuleCase(
      rule: "certificates",
      reason: "a revoked one holds nothing, an open position needs none",
      strips: ["........####"],
      change: {
        add({ $0.guards = ["all"] }, to: &$0)
        certify(&$0, until: nil)
        $0.training.certifications[0].isRevoked = true
      },
      expected: [
        "ada 2026-03-02 certificates: queue phone needs skill phone from 2026-03-02 08:00 until "
          + "2026-03-02 12:00; not in force then: aml"
      ]
    ),
    RuleCase(
      rule: "certificates",
      reason: "an open position needs none",
      strips: ["........####"],
      change: {
        add({ $0.guards = ["all"] }, to: &$0)
        $0.employees[0].isPlaceholder = true
      }
    ),
    RuleCase(
      rule: "supervised work",
      reason: "before the lapse nobody is needed",
      strips: ["........####"],
      change: { grace(&$0) }
    ),
    RuleCase(
      rule: "supervised work",
      reason: "under grace with nobody beside",
      strips: ["|........####"],
      change: { grace(&$0) },
      expected: [
        "ada 2026-03-03 supervised work: queue phone from 2026-03-03 08:00 until 2026-03-03 12:00 "
          + "under grace; nobody at site who holds its skill in full works on it then"
      ]
    ),
  ]
}
