import Interchange
import Storage
public import Workforce

/// Changes what a database holds of training; each call is one transaction with one audit entry.
public struct TrainingRecorder: Sendable {
  /// What a change came to.
  public struct Outcome: Sendable {
    /// What was done, a sentence or more; no results of a person unless the asker may see them.
    public var text: String
    /// The entry of the trail; `nil` when all was on record already.
    public var mark: AuditMark?
    /// What is on record now and looks doubtful, each a sentence or more.
    public var warnings: [String] = []
  }

  /// The source that assessments recorded by command name.
  public static let source = "shiftwright"

  let database: CenterDatabase
  let asker: Asker

  /// Works on a database.
  ///
  /// - Parameters:
  ///   - database: The database.
  ///   - asker: Who asks: what is said of a person's results depends on it.
  public init(_ database: CenterDatabase, asker: Asker = .trainingLead) {
    self.database = database
    self.asker = asker
  }

  /// What records may name, and the records of classes.
  struct Setting {
    let inputs: PlanningInputs
    let place: String

    /// The zone on whose clock a person's times stand.
    func zone(of employee: String) -> Zone {
      let site = inputs.employees.first { $0.id == employee }?.site
      return site.map(inputs.settings.zone(ofSite:)) ?? inputs.settings.zone
    }

    /// Refuses a name that is not among those known.
    func check(_ name: String, _ what: String, among known: [String]) throws {
      guard !known.contains(name) else { return }
      let advice =
        Suggestion.nearest(to: name, among: known).map { "Did you mean '\($0)'?" }
        ?? (known.isEmpty
          ? "There is none." : "There are: \(known.prefix(20).joined(separator: ", ")).")
      throw ShiftwrightError("\(place) knows no \(what) '\(name)'.\n\(advice)")
    }

    func check(employee: String) throws {
      let known = inputs.employees.map(\.id)
      guard !known.contains(employee) else { return }
      let advice = Suggestion.nearest(to: employee, among: known).map { "Did you mean '\($0)'?" }
      throw ShiftwrightError(
        "\(place) knows no employee '\(employee)'.\n"
          + (advice ?? "Give an identifier that is on record; 'shiftwright db export' writes them "
            + "to employees.csv.")
      )
    }

    /// The version of a course on a date.
    func course(_ name: String, on date: LocalDate) throws -> Course {
      let known = inputs.training.courses.map(\.name)
      try check(name, "course", among: known.isEmpty ? [] : Array(Set(known)).sorted())
      guard let course = inputs.training.course(name, on: date) else {
        throw ShiftwrightError(
          "\(place) has no version of course '\(name)'.\nImport training.yaml."
        )
      }
      return course
    }

    /// A class, which must be of the course where one is given.
    func session(_ id: String, of course: String? = nil) throws -> ClassSession {
      let sessions = inputs.training.sessions
      try check(id, "class", among: sessions.map(\.id))
      guard let session = sessions.first(where: { $0.id == id }) else {
        throw ShiftwrightError("\(place) knows no class '\(id)'.\nImport sessions.csv first.")
      }
      guard let course, session.course != course else { return session }
      throw ShiftwrightError(
        "Class '\(id)' is of course '\(session.course)', not of '\(course)'.\n"
          + "Give that course, or another class."
      )
    }

    /// A time that exists on a person's clock.
    func check(_ time: LocalDateTime, of employee: String) throws {
      let zone = zone(of: employee)
      guard case .skipped = zone.resolve(time) else { return }
      throw ShiftwrightError(
        "\(time) does not exist in \(zone.identifier): the clock goes forward then.\n"
          + "Give a time before or after the gap."
      )
    }
  }

  /// What records may name; people without a place are among them.
  func setting() throws -> Setting {
    let scenario = try LightScenario(database)
    return Setting(inputs: scenario.withEverybody, place: database.path)
  }

  /// Calls `body` in a transaction.
  func record<Value>(
    _ action: String,
    _ body: (TrainingWriter) throws -> Value
  ) throws -> RecordedChange<Value> {
    try database.open { store throws(ShiftwrightError) in
      try store.record(action, by: database.actor, body)
    }
  }

  /// Runs all checks and throws what any of them throw, together.
  static func all(_ checks: [() throws -> Void]) throws(ShiftwrightError) {
    var messages: [String] = []
    for check in checks {
      do {
        try check()
      } catch {
        messages.append("\(error)")
      }
    }
    guard !messages.isEmpty else { return }
    throw ShiftwrightError(messages.joined(separator: "\n"))
  }

  /// Throws what a record is refused for.
  func accept(_ recorded: Recorded) throws {
    guard case .refused(let message, let advice) = recorded else { return }
    throw ShiftwrightError("\(message)\n\(advice)")
  }

  /// A number with its word.
  static func count(_ number: Int, _ one: String, _ many: String) -> String {
    "\(number) \(number == 1 ? one : many)"
  }
}
