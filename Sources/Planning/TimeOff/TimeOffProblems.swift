import Interchange
import Storage
import Workforce

/// What was asked for on the command line.
struct TimeOffWish {
  let employee: String
  let from: String
  let until: String
  let kind: String
  /// The date that counts as today; the machine's when left out.
  let today: LocalDate?
}

/// Judges whether a request can be taken at all; finds everything at once.
struct TimeOffProblems {
  private static let longest = 366

  let books: TimeOffBooks
  private(set) var found: [Diagnostic] = []

  init(_ books: TimeOffBooks) { self.books = books }

  /// The absence that is asked for; `nil` when something is wrong.
  mutating func absence(_ wish: TimeOffWish) -> Absence? {
    let person = person(wish.employee)
    let zone = person.map { books.inputs.settings.zone(ofSite: $0.site) }
    let from = moment(wish.from, "--from", isEnd: false, zone)
    let until = moment(wish.until, "--until", isEnd: true, zone)
    check(kind: wish.kind)
    guard let from, let until else { return nil }
    guard from < until else {
      report(
        "--until is \(wish.until) but --from is \(wish.from).",
        "Write an end after the beginning; a date counts to its end."
      )
      return nil
    }
    let absence = Absence(
      employee: wish.employee,
      from: from,
      until: until,
      kind: wish.kind
    )
    check(length: absence)
    check(past: absence, today: wish.today ?? books.today(in: zone))
    if let person {
      check(employment: absence, of: person)
      check(overlap: absence)
    }
    return found.isEmpty ? absence : nil
  }

  /// A person who can be away; reports and gives `nil` otherwise.
  mutating func person(_ id: String) -> Employee? {
    guard let person = books.inputs.employees.first(where: { $0.id == id }) else {
      let names = books.inputs.employees.map(\.id)
      report(
        "\(books.path) knows no employee '\(id)'.",
        Suggestion.nearest(to: id, among: names).map { "Did you mean '\($0)'?" }
          ?? "Give an identifier on record; 'shiftwright db export' writes them to employees.csv."
      )
      return nil
    }
    guard !person.isPlaceholder else {
      report("'\(id)' is an open position: nobody is there to be away.", "Give a person.")
      return nil
    }
    return person
  }

  private mutating func report(_ message: String, _ suggestion: String) {
    found.append(Diagnostic(file: "", message: message, suggestion: suggestion))
  }

  private mutating func moment(_ text: String, _ field: String, isEnd: Bool, _ zone: Zone?)
    -> LocalDateTime?
  {
    let read = AbsenceMoment.read(text, field, isEnd: isEnd, zone: zone)
    found += read.diagnostics
    return read.value
  }

  private mutating func check(kind: String) {
    let isFine = !kind.isEmpty && kind.count <= 40 && !kind.contains { $0.isNewline }
    guard !isFine else { return }
    report("--kind is '\(kind)'.", "Write one in up to 40 characters: vacation, leave, unpaid.")
  }

  private mutating func check(length absence: Absence) {
    let days = absence.until.date.daysSinceEpoch - absence.from.date.daysSinceEpoch
    guard days > Self.longest else { return }
    report("The absence lasts \(days) days.", "Ask for at most \(Self.longest) days at a time.")
  }

  private mutating func check(past absence: Absence, today: LocalDate) {
    guard absence.from.date < today else { return }
    report(
      "The absence begins on \(absence.from.date), but today is \(today).",
      "Ask for days from today on. What was agreed before: --today with the day of the agreement."
    )
  }

  private mutating func check(employment absence: Absence, of person: Employee) {
    let last = absence.until.adding(minutes: -1).date
    guard !person.isUnderContract(on: absence.from.date) || !person.isUnderContract(on: last) else {
      return
    }
    let from = person.hired.map { "from \($0)" }
    let until = person.leaves.map { "until \($0)" }
    report(
      "\(person.id) is employed \([from, until].compactMap(\.self).joined(separator: " ")).",
      "Ask for days within."
    )
  }

  private mutating func check(overlap absence: Absence) {
    let request = books.requests.first {
      $0.state == .requested && $0.absence.overlaps(absence)
    }
    if let request {
      let other = AbsenceMoment.text(of: request.absence)
      report(
        "Request \(request.number) asks for \(other) already.",
        "Decide on it first, or ask for other days."
      )
    }
    if let known = books.inputs.absences.first(where: { $0.overlaps(absence) }) {
      report(
        "\(absence.employee) is away \(AbsenceMoment.text(of: known)) already.",
        "Ask for the other days only."
      )
    }
  }
}

extension Absence {
  /// Whether another absence of the same person shares time with it.
  func overlaps(_ other: Absence) -> Bool {
    employee == other.employee && from < other.until && other.from < until
  }
}
