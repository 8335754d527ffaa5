import TestSupport
import Workforce

/// Shorthand for cases of labor rules.
enum Labor {
  typealias Change = @Sendable (inout PlanningInputs) -> Void

  /// Early begins from 05:00 to 09:00, late ends from 20:00 to 24:00, night has three hours between
  /// 23:00 and 06:00.
  static let kinds = [
    ShiftKind(name: "early", starts: Make.window("05:00-09:00")),
    ShiftKind(name: "late", ends: Make.window("20:00-24:00")),
    ShiftKind(name: "night", covers: Make.window("23:00-06:00"), leastCovered: .hours(3)),
  ]

  /// States rules for everybody, then changes more.
  static func rules(_ rules: LaborRule..., also change: @escaping Change = { _ in }) -> Change {
    entries(rules.map { RuleEntry($0) }, also: change)
  }

  /// States entries, then changes more.
  static func entries(_ entries: [RuleEntry], also change: @escaping Change = { _ in }) -> Change {
    {
      $0.settings.labor.kinds = kinds
      $0.settings.labor.rules = entries
      change(&$0)
    }
  }

  /// Ada's past shifts, each from one time to another.
  static func past(_ shifts: (String, String)...) -> Change {
    let duties = shifts.map {
      PastDuty(employee: "ada", start: Make.time($0.0), end: Make.time($0.1))
    }
    return { $0.pastDuties = duties }
  }

  /// Ada's past shifts from 10:00 to 14:00, of no kind.
  static func pastDates(_ dates: String...) -> Change {
    let duties = dates.map {
      PastDuty(
        employee: "ada",
        start: Make.time("\($0)T10:00"),
        end: Make.time("\($0)T14:00")
      )
    }
    return { $0.pastDuties = duties }
  }

  /// Ada is away from midnight to midnight.
  static func away(_ from: String, until: String) -> Change {
    let absence = Absence(
      employee: "ada",
      from: Make.time("\(from)T00:00"),
      until: Make.time("\(until)T00:00"),
      kind: "leave"
    )
    return { $0.absences.append(absence) }
  }

  static func london(_ inputs: inout PlanningInputs) {
    inputs.settings.zone = Make.zone("Europe/London")
  }
}
