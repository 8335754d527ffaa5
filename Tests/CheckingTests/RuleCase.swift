import Checking
import TestSupport
import Testing
import Workforce

typealias Make = ScenarioFixtures

/// A roster drawn as strips, and everything that the referee says about it.
///
/// Unless changed: Ada works shifts of four hours without a break under a contract that forbids
/// nothing, on the phone, which is open day and night, in UTC, in the week from 2026-03-02.
struct RuleCase: Sendable, CustomTestStringConvertible {
  var rule: String
  var reason: String
  var strips: [String]
  var step = 60
  var week = "2026-W10"
  var queues = ["phone"]
  var impossible: [String] = []
  var change: @Sendable (inout PlanningInputs) -> Void = { _ in }
  /// The violations, as they print.
  var expected: [String] = []

  var testDescription: String { "\(rule): \(reason)" }

  var inputs: PlanningInputs {
    var inputs = Make.inputs(people: Make.people("ada"), templates: [Make.template(minutes: 240)])
    change(&inputs)
    return inputs
  }

  /// Strips all belong to the first person.
  var roster: Roster {
    let zone = inputs.settings.zone
    let strip = RosterStrip(week: Make.week(week), zone: zone, stepMinutes: step)
    return Roster(
      week: Make.week(week),
      zone: zone,
      tours: strips.map { strip.tour("ada", $0, queues: queues) }
    )
  }

  var found: [String] {
    RosterChecker(inputs: inputs).check(roster, requirement: nil, impossible: impossible)
      .violations.map(\.description)
  }
}

extension PlanningInputs {
  /// Changes the only contract.
  mutating func changeContract(_ change: (inout ContractSettings) -> Void) {
    change(&settings.contracts[0])
  }

  /// Changes the only template.
  mutating func changeTemplate(_ change: (inout ShiftTemplate) -> Void) {
    change(&settings.shiftTemplates[0])
  }
}
