import Foundation
public import Interchange
import Reporting
import Storage
public import Workforce

/// A roster on its way to calendars and other programs.
public struct RosterExport: Sendable {
  /// Who works when.
  public let roster: Roster
  /// What a later feed of the same week exceeds: the version; 0 for a run that nobody published.
  let sequence: Int
  /// When it was published; the week's first moment for a run, so that the same run gives the same bytes.
  let stamp: Instant
  /// Shifts that an earlier version had on dates that are off now.
  let gone: [String: [Shift]]
  private let inputs: PlanningInputs

  /// Takes the roster of a run folder.
  ///
  /// - Parameter folder: The run folder.
  /// - Throws: ``BadInput`` or `ShiftwrightError` when it is none.
  public init(run folder: String) throws {
    let run = try PublishedRun(folder)
    inputs = run.loaded.inputs
    roster = run.roster
    sequence = 0
    stamp = roster.zone.startOfDay(roster.week.monday)
    gone = [:]
  }

  /// Takes a roster that was published in a database.
  ///
  /// - Parameters:
  ///   - database: The database.
  ///   - week: The week.
  ///   - version: The version; the one that holds when left out.
  /// - Throws: `ShiftwrightError` when there is none, or the database cannot be read.
  public init(_ database: CenterDatabase, _ week: ISOWeek, version: Int?) throws {
    var inputs = try LoadedScenario(database.path).inputs
    let rosters = try database.open { store throws(ShiftwrightError) in
      let versions = try store.rosterVersions(of: week)
      let chosen = versions.first { found in
        version.map { $0 == found.version } ?? (found.state == .published)
      }
      guard let chosen else { throw Self.absent(database.path, week, version, versions) }
      var rosters: [Roster] = []
      for earlier in versions where earlier.version <= chosen.version {
        if let roster = try store.roster(week, version: earlier.version) { rosters.append(roster) }
      }
      return (chosen: chosen, all: rosters)
    }
    guard let roster = rosters.all.last else {
      throw Self.absent(database.path, week, version, [])
    }
    inputs.seatMeetings(of: roster)
    self.inputs = inputs
    self.roster = roster
    sequence = rosters.chosen.version
    stamp = rosters.chosen.time
    gone = Self.gone(rosters.all)
  }

  private static func absent(
    _ path: String,
    _ week: ISOWeek,
    _ version: Int?,
    _ versions: [RosterVersion]
  ) -> ShiftwrightError {
    let what = version.map { "no version \($0) of \(week)" } ?? "no published roster for \(week)"
    let there = versions.map { "\($0.version) (\($0.state.rawValue))" }
    return ShiftwrightError(
      "\(path) has \(what); it has: \(there.isEmpty ? "none" : there.joined(separator: ", ")).\n"
        + "Give --roster-version one that there is, or publish a run."
    )
  }

  /// What earlier versions had on dates on which the last has nothing, the newest of each date.
  private static func gone(_ rosters: [Roster]) -> [String: [Shift]] {
    var gone: [String: [LocalDate: Shift]] = [:]
    for roster in rosters {
      for tour in roster.tours {
        for shift in tour.shifts { gone[tour.employee, default: [:]][shift.date] = shift }
      }
    }
    for tour in rosters.last?.tours ?? [] {
      for shift in tour.shifts { gone[tour.employee]?[shift.date] = nil }
    }
    return gone.mapValues { days in days.values.sorted { $0.date < $1.date } }
  }

  /// A feed for each person with shifts, or with shifts that are no more; by identifier.
  public func feeds() -> [OutputFile] {
    let clocks = PersonalClocks(inputs)
    let classes = classes
    let tours = Dictionary(
      roster.tours.map { ($0.employee, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    let people = Set(tours.keys).union(gone.keys).sorted()
    return people.compactMap { id in
      let tour = tours[id]
      let events =
        (tour?.shifts ?? []).map { ShiftFeed.Event(shift: $0) }
        + (gone[id] ?? []).map { ShiftFeed.Event(shift: $0, isCancelled: true) }
      guard !events.isEmpty else { return nil }
      let zone = tour.map(roster.zone(of:)) ?? clocks.zone(of: id)
      return ShiftFeed(
        employee: id,
        zone: zone,
        events: events.sorted { $0.shift.start < $1.shift.start },
        classes: classes
      ).file(sequence: sequence, stamp: stamp)
    }
  }

  /// A line for each shift.
  public func table() -> [UInt8] {
    let paid = PaidTime(inputs)
    let table = ShiftTable.csv(roster, classes: classes) { paid.minutes(of: $0, for: $1) }
    return Array(table.utf8)
  }

  /// What people must know of classes, by identifier.
  private var classes: [String: ClassLabel] {
    let titles = inputs.training.titles(on: roster.week.monday)
    let labels = inputs.training.sessions.map { session in
      let label = ClassLabel(
        title: titles[session.course],
        room: session.room,
        trainer: session.trainer
      )
      return (session.id, label)
    }
    return Dictionary(labels) { first, _ in first }
  }
}
