/// Who asks for something: what may be shown depends on it.
///
/// A use case takes it as a parameter. The command line believes what it is told; a server will know
/// who has signed in.
public enum Asker: Hashable, Sendable {
  /// Somebody who makes rosters: who may work where and until when, but no personal results.
  case planner
  /// Somebody who is answerable for training: everything.
  case trainingLead
  /// Somebody who leads the center: figures of groups, no personal results.
  case manager
  /// A person: what is on record of themselves.
  case employee(String)

  /// True when scores, attempts and attendance of a person may be shown.
  public func maySeeResults(of employee: String) -> Bool {
    switch self {
    case .trainingLead: true
    case .employee(let own): own == employee
    case .planner, .manager: false
    }
  }

  /// True when it may be shown by name who needs which certificate by when.
  public var maySeeWhoIsDue: Bool {
    switch self {
    case .trainingLead, .planner: true
    case .manager, .employee: false
    }
  }
}
