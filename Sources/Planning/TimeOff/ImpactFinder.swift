import Checking
import Optimization
import Workforce

/// Finds what an absence does to published rosters.
struct ImpactFinder {
  /// Fewer people than this are no gap but the rounding of shares.
  private static let least = 0.05

  let loaded: LoadedScenario
  let solver: any LinearSolver

  private var inputs: PlanningInputs { loaded.inputs }

  /// What a roster loses, breaks and lacks when somebody is away.
  func impact(of absence: Absence, on roster: Roster, version: Int) -> WeekImpact {
    let zone = PersonalClocks(inputs).zone(of: absence.employee)
    let lost = roster.tours.filter { $0.employee == absence.employee }.flatMap(\.shifts)
      .filter { absence.hits($0, zone) }
    var impact = WeekImpact(
      week: roster.week,
      version: version,
      zone: zone,
      gridZone: inputs.settings.zone,
      lost: lost,
      broken: [],
      gaps: []
    )
    let rest = roster.without(Set(lost), of: absence.employee)
    impact.broken = broken(absence, roster, rest)
    guard !lost.isEmpty else { return impact }
    do {
      impact.gaps = try gaps(roster, rest)
    } catch {
      impact.unknownCover = "\(error)".split(separator: "\n").first.map(String.init) ?? ""
    }
    return impact
  }

  /// The rules that the rest of the roster would break, with the absence entered as a repair does.
  private func broken(_ absence: Absence, _ roster: Roster, _ rest: Roster) -> [Violation] {
    let before = Set(RosterChecker(inputs: inputs).violations(in: roster))
    var away = inputs
    away.absences = AbsenceBooking(inputs: inputs, roster: roster).booked([absence]).absences
    return RosterChecker(inputs: away).violations(in: rest).filter { !before.contains($0) }
  }

  /// Where more people are missing than before, by the week's forecast of today.
  private func gaps(_ roster: Roster, _ rest: Roster) throws -> [WeekImpact.Gap] {
    let stages = StageRunner(loaded: loaded)
    let forecast = try stages.forecast(roster.week)
    let requirement = try stages.requirement(forecast, solver: solver)
    let checker = RosterChecker(inputs: inputs)
    let (before, after) = (
      checker.coverage(of: roster, requirement: requirement),
      checker.coverage(of: rest, requirement: requirement)
    )
    let grid = requirement.grid
    return zip(grid.dates, grid.days).flatMap { date, day in
      requirement.queues.indices.compactMap { queue in
        let needs = requirement.queues[queue].intervals.map { Double($0.rostered) }
        let missing = day.map { max(0, needs[$0] - after.allocated[queue][$0]) }
        let more = zip(day, missing).map { index, now in
          now - max(0, needs[index] - before.allocated[queue][index])
        }
        return Self.gap(
          date,
          requirement.queues[queue].queue,
          grid,
          first: day.lowerBound,
          (missing, more)
        )
      }
    }
  }

  /// The gap of a queue on a date, whose intervals begin with `first`.
  private static func gap(
    _ date: LocalDate,
    _ queue: String,
    _ grid: TimeGrid,
    first: Int,
    _ people: (missing: [Double], more: [Double])
  ) -> WeekImpact.Gap? {
    let worse = people.more.indices.filter { people.more[$0] > least }
    guard let begin = worse.first, let last = worse.last else { return nil }
    let most = worse.map { people.missing[$0] }.max() ?? 0
    let worst = worse.first { people.missing[$0] == most } ?? begin
    return WeekImpact.Gap(
      date: date,
      queue: queue,
      start: grid.instant(at: first + begin),
      end: grid.instant(at: first + last + 1),
      hours: worse.reduce(0) { $0 + people.more[$1] } * Double(grid.stepMinutes) / 60,
      most: most,
      moment: grid.instant(at: first + worst)
    )
  }
}

extension Roster {
  /// The roster without some shifts of a person.
  fileprivate func without(_ shifts: Set<Shift>, of employee: String) -> Roster {
    var rest = self
    for index in rest.tours.indices where rest.tours[index].employee == employee {
      rest.tours[index].shifts.removeAll { shifts.contains($0) }
    }
    return rest
  }
}
