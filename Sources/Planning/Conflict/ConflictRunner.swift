import Foundation
import Interchange
public import Optimization
public import Rostering
public import Workforce

/// Finds what in a week cannot hold together, and the cheapest ways out.
public struct ConflictRunner: Sendable {
  private let loaded: LoadedScenario
  private let week: FixedWeek
  private let locks: LockedDates?
  private let prices: ChangePrices
  private let solver: any LinearSolver

  /// Takes a scenario, a week, what is fixed in it and the prices of changes; the scenario's own locks where none
  /// are given.
  public init(
    _ loaded: LoadedScenario,
    week: ISOWeek,
    locks: LockedDates? = nil,
    prices: ChangePrices,
    solver: any LinearSolver
  ) {
    self.loaded = loaded
    self.week = FixedWeek(inputs: loaded.inputs, locks: locks?.locks, week: week)
    self.locks = locks
    self.prices = prices
    self.solver = solver
  }

  /// Searches the week.
  ///
  /// - Throws: `ShiftwrightError` when the week cannot be laid out or `stop` is cancelled.
  public func report(
    stop: StopSignal = StopSignal(),
    progress: (@Sendable (StageProgress) -> Void)? = nil
  ) throws -> ConflictReport {
    let found = try WeekConflicts(week, solver: solver, stop: stop).all(progress: progress)
    progress?(StageProgress(stage: "ways out"))
    let ways = WaysOut(week, prices: prices, solver: solver, stop: stop)
    let solved = try ways.solved(found)
    progress?(StageProgress(stage: "all together"))
    return ConflictReport(
      title: loaded.inputs.settings.name,
      week: week,
      conflicts: solved,
      whole: try ways.together(solved),
      places: places
    )
  }

  private var places: MemberPlaces {
    MemberPlaces(week, files: loaded.files, locks: (locks?.name ?? "", locks?.lines ?? []))
  }
}

extension ConflictRunner {
  /// The people of a week that was not planned, with their conflicts and the ways out as
  /// `shiftwright conflicts` says them.
  ///
  /// - Parameters:
  ///   - impossible: The people.
  ///   - stop: Ends the search.
  /// - Returns: The same with words.
  /// - Throws: As ``report(stop:progress:)``.
  public func explained(
    _ impossible: ImpossibleWeek,
    stop: StopSignal = StopSignal()
  ) throws -> ImpossibleWeek {
    let names = Set(impossible.people.map(\.employee))
    let found = try WeekConflicts(week, solver: solver, stop: stop).people().filter { conflict in
      if case .week(let name) = conflict.demand { names.contains(name) } else { false }
    }
    guard !found.isEmpty else { return impossible }
    let ways = WaysOut(week, prices: prices, solver: solver, stop: stop)
    let solved = try ways.solved(found)
    var explained = impossible
    explained.words =
      ConflictReport(
        title: loaded.inputs.settings.name,
        week: week,
        conflicts: solved,
        whole: try ways.together(solved),
        places: places
      ).text
    return explained
  }
}

/// Locks with the places from which they were read.
public struct LockedDates: Hashable, Sendable {
  /// The locks.
  public let locks: [RosterLock]
  let name: String
  let lines: [Int]

  /// Reads a file of locks.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - inputs: The scenario.
  /// - Throws: ``BadInput`` with every finding; `ShiftwrightError` where there is no such file.
  public init(at path: String, inputs: PlanningInputs) throws {
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw ShiftwrightError(
        "\(path): there is no such file.\n"
          + "Give a CSV file with the columns employee, date, kind and, if you like, start and end."
      )
    }
    let name = URL(fileURLWithPath: path).lastPathComponent
    let read = LocksFile.read(Array(bytes), named: name, inputs: inputs)
    guard let rows = read.value else { throw BadInput(diagnostics: read.diagnostics) }
    self.name = name
    lines = rows.map(\.line)
    locks = rows.map(\.lock)
  }
}
