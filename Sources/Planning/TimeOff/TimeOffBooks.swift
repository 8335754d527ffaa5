import Storage
import Workforce

/// What a database says at one moment of people, absences, requests and published rosters.
struct TimeOffBooks {
  let path: String
  /// The end of the trail before anything was read; what is written later must follow it.
  let head: AuditMark
  let now: Instant
  let loaded: LoadedScenario
  let requests: [TimeOffRequest]
  let versions: [RosterVersion]

  var inputs: PlanningInputs { loaded.inputs }

  init(_ database: CenterDatabase) throws {
    let read = try database.open { store throws(ShiftwrightError) in
      (try store.head(), try store.timeOff(), try store.rosterVersions())
    }
    path = database.path
    head = read.0
    requests = read.1
    versions = read.2.filter { $0.state == .published }
    now = StoreSurroundings.system.now()
    loaded = try LoadedScenario(database.path)
  }

  /// The date on a person's clock; on the center's where the person is not known.
  func today(in zone: Zone?) -> LocalDate { (zone ?? inputs.settings.zone).local(at: now).date }

  /// The days that an absence takes from a person's allowances, beside those of others.
  ///
  /// - Parameters:
  ///   - absence: The absence, not among those on record.
  ///   - number: The request's own number, where it has one.
  ///   - allowances: Days by year.
  /// - Returns: The years of the absence, ascending; none for kinds without allowance.
  func accounts(_ absence: Absence, number: Int?, _ allowances: [Int: Double])
    -> [TimeOffAnswer.Account]
  {
    guard LeaveDays.counts(absence),
      let person = inputs.employees.first(where: { $0.id == absence.employee })
    else { return [] }
    let last = absence.until.adding(minutes: -1).date
    let years = absence.from.date.components.year...last.components.year
    var days = LeaveDays(inputs, person)
    let taken = Self.sum(inputs.absences.filter { $0.employee == person.id }, &days)
    let takes = days.take(absence)
    let others = requests.filter {
      $0.state == .requested && $0.absence.employee == person.id && $0.number != number
    }
    let asked = Self.sum(others.map(\.absence), &days)
    return years.map { year in
      TimeOffAnswer.Account(
        year: year,
        takes: takes[year] ?? 0,
        allowance: allowances[year],
        taken: taken[year] ?? 0,
        asked: asked[year] ?? 0
      )
    }
  }

  /// How a person's year stands.
  func account(of person: Employee, year: Int, allowance: Double?) -> TimeOffAnswer.Account {
    var days = LeaveDays(inputs, person)
    let taken = Self.sum(inputs.absences.filter { $0.employee == person.id }, &days)
    let asked = Self.sum(
      requests.filter { $0.state == .requested && $0.absence.employee == person.id }
        .map(\.absence),
      &days
    )
    return TimeOffAnswer.Account(
      year: year,
      takes: 0,
      allowance: allowance,
      taken: taken[year] ?? 0,
      asked: asked[year] ?? 0
    )
  }

  private static func sum(_ absences: [Absence], _ days: inout LeaveDays) -> [Int: Int] {
    var sum: [Int: Int] = [:]
    for absence in absences { sum.merge(days.take(absence)) { $0 + $1 } }
    return sum
  }
}
