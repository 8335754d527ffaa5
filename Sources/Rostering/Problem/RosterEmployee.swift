package import Workforce

/// A set of queues that people may serve, and how much of a full person one of them is worth.
///
/// A group can also stand for people who change from one group to another inside a shift, because a
/// skill begins or ends; then it has parts and no queues of its own.
package struct RosterGroup: Hashable, Sendable {
  /// From a slot on, people belong to that group.
  package struct Part: Hashable, Sendable {
    /// First slot.
    package let slot: Int
    /// Position of the group, which has no parts itself.
    package let group: Int

    /// From `slot` on, `group`.
    package init(slot: Int, group: Int) {
      self.slot = slot
      self.group = group
    }
  }

  /// What a full person is worth, in tenths of a person.
  package static let fullPerson = 10

  /// Positions of the queues, ascending.
  package let queues: [Int]
  /// What one of them is worth, in tenths of a person.
  package let tenths: Int
  /// The groups that it stands for, ascending by slot, the first from slot 0; mostly empty.
  package let parts: [Part]

  /// People who serve the same queues all week.
  package init(queues: [Int], tenths: Int = fullPerson) {
    self.queues = queues
    self.tenths = tenths
    parts = []
  }

  /// People who change from group to group.
  package init(parts: [Part]) {
    queues = []
    tenths = 0
    self.parts = parts
  }
}

/// What one person may do on one date.
package struct EmployeeDay: Hashable, Sendable {
  /// Position of the group served; meaningless without options.
  package let group: Int
  /// The shifts, ascending by start, then shape, then agenda.
  package let options: [ShiftOption]

  /// A date with its shifts.
  package init(group: Int, options: [ShiftOption]) {
    self.group = group
    self.options = options
  }
}

/// One person, as numbers.
package struct RosterEmployee: Sendable {
  /// The identifier.
  package let id: String
  /// Position of the site.
  package let site: Int
  /// What may be done on each date.
  package var days: [EmployeeDay]
  /// Weekly totals.
  package var totals: TotalsAutomaton
  /// Sequences of working days and days off, minimized.
  package var sequence: SequenceAutomaton
  /// Least slots between two shifts.
  package var minimumRest: Int
  /// Largest change of the start's clock time between successive dates, in minutes.
  package var maximumStartChange: Int
  /// What labor rules ask beside those numbers.
  var labor = LaborTerms()
  /// Paid minutes after which overtime begins.
  package var overtimeAfter: Int
  /// Least paid minutes.
  package var minimumPaid: Int
  /// Pay per minute.
  package let wagePerMinute: Double
  /// Weekend days worked before, or how many more than others.
  package var weekendHistory: Double
  /// Per course with a class to be chosen: the agendas that hold one; exactly one of each is had in
  /// the week.
  package var demands: [[Int]] = []
  /// Whether some shifts hold training.
  package var hasClasses = false
  /// Whether some training must be had; else whoever is off all week misses none.
  var mustAttend = true
  /// Per course attended: the sessions of which one is attended.
  var courses: [[Int]] = []
  /// The sequences before classes forced dates to be worked; `nil` where none did.
  var freeSequence: SequenceAutomaton?
  /// Position of the set of head limits in which the person counts; 0 is the empty set.
  package var headSet = 0
  /// The zone whose clock names the dates; `nil` for the grid's.
  package var zone: Zone?
  /// The rules of whole days over a horizon, which take the place of totals, sequence, rest and
  /// start change; `nil` for a week in the day's slots.
  package var horizon: HorizonRules?

  /// A person.
  package init(
    id: String,
    site: Int,
    days: [EmployeeDay],
    totals: TotalsAutomaton,
    sequence: SequenceAutomaton,
    minimumRest: Int,
    maximumStartChange: Int,
    overtimeAfter: Int,
    minimumPaid: Int,
    wagePerMinute: Double,
    weekendHistory: Int,
    demands: [[Int]] = [],
    headSet: Int = 0
  ) {
    self.id = id
    self.site = site
    self.days = days
    self.totals = totals
    self.sequence = sequence
    self.minimumRest = minimumRest
    self.maximumStartChange = maximumStartChange
    self.overtimeAfter = overtimeAfter
    self.minimumPaid = minimumPaid
    self.wagePerMinute = wagePerMinute
    self.weekendHistory = Double(weekendHistory)
    self.demands = demands
    hasClasses = !demands.isEmpty
    self.headSet = headSet
  }
}

extension RosterEmployee {
  /// Whether a week without shifts is legal.
  var mayBeOff: Bool {
    horizon == nil && !(hasClasses && mustAttend) && totals.accepts(days: 0, paid: 0)
      && (!sequence.isRuled || sequence.price(of: days.map { _ in nil }) != nil)
  }

  /// The demands that the training of a shift meets, as bits.
  func met(by agenda: Int) -> Int {
    guard agenda >= 0 else { return 0 }
    return demands.indices.reduce(0) { $0 | (demands[$1].contains(agenda) ? 1 << $1 : 0) }
  }

  /// All demands as bits.
  var allMet: Int { (1 << demands.count) - 1 }

  /// The group of most dates on which the person can work; the first of equals.
  var mainGroup: Int {
    let working = days.filter { !$0.options.isEmpty }.map(\.group)
    var best = working.first ?? 0
    for group in working
    where working.filter({ $0 == group }).count > working.filter({ $0 == best }).count {
      best = group
    }
    return best
  }
}
