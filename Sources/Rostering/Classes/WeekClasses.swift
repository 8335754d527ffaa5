import Workforce

/// A class of the week with its moments and its place on the roster grid.
struct PlannedClass: Sendable {
  /// The class as it is given.
  let session: ClassSession
  /// The first moment.
  let start: Instant
  /// The first moment after it.
  let end: Instant
  /// The roster slots that it touches.
  let slots: Range<Int>

  /// Whether nobody can be in both classes: they share some time, or the later one has no slot of
  /// its own.
  func excludes(_ other: PlannedClass) -> Bool {
    if start < other.end && other.start < end { return true }
    return start < other.start
      ? other.slots.upperBound <= slots.upperBound : slots.upperBound <= other.slots.upperBound
  }
}

/// The classes that begin in the week, and whom they concern.
struct WeekClasses: Sendable {
  /// The classes, in file order.
  let classes: [PlannedClass]
  /// Per person: the classes of each course that list the person.
  private let attended: [String: [[Int]]]
  /// Per person: the classes that name the person as trainer.
  private let taught: [String: [Int]]

  init(inputs: PlanningInputs, grid: TimeGrid) {
    let rooms = inputs.training.rooms
    let classes = inputs.training.sessions.compactMap { session -> PlannedClass? in
      let room = rooms.first { $0.name == session.room }
      let zone = room.map { inputs.settings.zone(ofSite: $0.site) } ?? inputs.settings.zone
      let (start, end) = (zone.instant(at: session.start), zone.instant(at: session.end))
      guard grid.start <= start, start < grid.end, start < end else { return nil }
      let last = grid.index(of: Instant(secondsSinceEpoch: end.secondsSinceEpoch - 1))
      return PlannedClass(
        session: session,
        start: start,
        end: end,
        slots: grid.index(of: start)..<last + 1
      )
    }
    self.classes = classes
    var attended: [String: [[Int]]] = [:]
    var taught: [String: [Int]] = [:]
    for (position, item) in classes.enumerated() {
      if let trainer = item.session.trainer { taught[trainer, default: []].append(position) }
      for person in item.session.attendees where person != item.session.trainer {
        let known = attended[person, default: []].firstIndex {
          classes[$0[0]].session.course == item.session.course
        }
        if let known {
          attended[person]?[known].append(position)
        } else {
          attended[person, default: []].append([position])
        }
      }
    }
    (self.attended, self.taught) = (attended, taught)
  }

  /// The classes as rows of seats.
  var sessions: [TrainingSession] {
    classes.map { TrainingSession(slots: $0.slots, seats: $0.session.seats, name: $0.session.id) }
  }

  /// Per course: the classes that list a person.
  func attended(by person: String) -> [[Int]] { attended[person] ?? [] }

  /// The classes that a person teaches.
  func taught(by person: String) -> [Int] { taught[person] ?? [] }

  /// Whether one of the person's classes begins on a date of a clock.
  func concern(_ person: String, on date: LocalDate, zone: Zone) -> Bool {
    (attended(by: person).joined() + taught(by: person)).contains {
      !classes[$0].session.isForThoseAtWork && zone.local(at: classes[$0].start).date == date
    }
  }

  /// A class with its times on a clock.
  func words(_ position: Int, zone: Zone) -> String {
    let item = classes[position]
    let (start, end) = (zone.local(at: item.start), zone.local(at: item.end))
    let until = start.date == end.date ? end.clockText : end.text
    return
      "\(item.session.id) (\(item.session.course)) on \(start.date) from \(start.clockText) until "
      + until
  }
}

extension WeekClasses {
  /// The training in a published shift: the classes that its segments name or, where they name
  /// none, that lie in them, as far as they still concern the person; -1 for none.
  func agenda(of shift: Shift, for person: String, table: inout AgendaTable) -> Int {
    let training = shift.segments.filter { $0.kind == .training }
    guard !training.isEmpty else { return -1 }
    let taught = taught(by: person)
    let own = taught + attended(by: person).joined()
    let held = own.filter { position in
      let item = classes[position]
      return training.contains { segment in
        segment.session.map { $0 == item.session.id }
          ?? (segment.start <= item.start && item.start < segment.end)
      }
    }
    return table.position(of: held, seated: held.filter { !taught.contains($0) })
  }
}

/// What training shifts hold, in order of first use.
struct AgendaTable: Sendable {
  private struct Key: Hashable {
    let sessions: [Int]
    let seated: [Int]
  }

  private(set) var agendas: [Agenda] = []
  private var positions: [Key: Int] = [:]
  private let sessions: [TrainingSession]

  /// Starts with agendas that are known.
  init(_ sessions: [TrainingSession], known: [Agenda] = []) {
    self.sessions = sessions
    agendas = known
    for (position, agenda) in known.enumerated() {
      positions[Key(sessions: agenda.sessions, seated: agenda.seated)] = position
    }
  }

  /// The position of an agenda; adds it when it is new, and is -1 for none.
  mutating func position(of chosen: [Int], seated: [Int]) -> Int {
    guard !chosen.isEmpty else { return -1 }
    let key = Key(
      sessions: chosen.sorted {
        let (first, second) = (sessions[$0].slots, sessions[$1].slots)
        return (first.lowerBound, first.upperBound, $0)
          < (second.lowerBound, second.upperBound, $1)
      },
      seated: seated.sorted()
    )
    if let known = positions[key] { return known }
    positions[key] = agendas.count
    agendas.append(Agenda(sessions: key.sessions, seated: key.seated, of: sessions))
    return agendas.count - 1
  }
}

extension LocalDateTime {
  /// `YYYY-MM-DD HH:MM`.
  fileprivate var text: String { "\(date) \(clockText)" }

  /// `HH:MM`.
  fileprivate var clockText: String {
    let two = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
    return two(minuteOfDay / 60) + ":" + two(minuteOfDay % 60)
  }
}
