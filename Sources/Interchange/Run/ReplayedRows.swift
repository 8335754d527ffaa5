import Workforce

/// Takes the rows of contacts that are to be played again, with what a trace or a log with names
/// tells beyond the record.
struct ReplayedRows {
  /// The contacts of each queue.
  private(set) var queues: [[PastContact]]
  /// Handle times that the scenario's factors cannot be taken out of.
  private(set) var withoutPerson = 0
  /// Per queue, handle times in which other contacts in hand may be.
  private(set) var besideOthers: [Int]

  private let settings: ScenarioSettings
  private let hasFactors: Bool
  private let known: Set<String>
  private let held: SkillLevels
  private let employee, work, segment, arrivedFraction, dueFraction: CSVColumn

  init(_ table: CSVTable, _ inputs: PlanningInputs) {
    settings = inputs.settings
    hasFactors = !settings.proficiency.isEven
    known = Set(inputs.employees.map(\.id))
    held = SkillLevels(inputs)
    queues = settings.queues.map { _ in [] }
    besideOthers = settings.queues.map { _ in 0 }
    employee = table.column("employee")
    work = table.column("work_seconds")
    segment = table.column("segment")
    arrivedFraction = table.column("arrived_fraction")
    dueFraction = table.column("due_fraction")
  }

  /// Adds the contact of the current row; a wrong cell is reported.
  mutating func append(_ record: ContactRecord, queue: Int, of table: CSVTable) {
    let person = person(record, queue, table)
    let work = table.optional(work, .number(above: 0))
    if work == nil, record.handleTime != nil, !record.isUnfinished {
      if hasFactors, person == nil { withoutPerson += 1 }
      let settings = settings.queues[queue]
      if settings.channel == .chat, settings.concurrency > 1, settings.slowdown > 0 {
        besideOthers[queue] += 1
      }
    }
    queues[queue].append(
      PastContact(
        record,
        employee: person,
        work: work.map { .seconds($0) },
        segment: segment(queue, table),
        arrivedFraction: table.optional(arrivedFraction, .partOfSecond) ?? 0,
        dueFraction: table.optional(dueFraction, .partOfSecond) ?? 0
      )
    )
  }

  /// The segment, empty for none; `nil` where none is recorded.
  private func segment(_ queue: Int, _ table: CSVTable) -> String? {
    guard segment.index != nil else { return nil }
    guard !table.range(segment).isEmpty else { return "" }
    return table.reference(segment, "segment", settings.queues[queue].segments.map(\.name))
  }

  /// Who handled it, if the scenario knows them as somebody who held the queue's skill that day.
  private func person(_ record: ContactRecord, _ queue: Int, _ table: CSVTable) -> String? {
    let name = table.text(employee)
    guard known.contains(name) else { return nil }
    let skill = settings.queues[queue].skill
    let date = settings.zone.local(at: record.arrived).date
    return held.levels(of: name, skill, on: date).isEmpty ? nil : name
  }

  /// Says which handle times are longer or shorter than what they are taken for.
  func report(to findings: FileFindings) {
    if withoutPerson > 0 {
      findings.report("nameless", severity: .warning, .nameless(withoutPerson))
    }
    for (queue, count) in zip(settings.queues, besideOthers) where count > 0 {
      findings.report("beside others", severity: .warning, .besideOthers(count, queue.name))
    }
  }
}

extension TextValue where Value == Double {
  fileprivate static var partOfSecond: Self {
    Self(
      accepted: "a number from 0 to below 1",
      read: { Numbers.number($0).flatMap { $0 >= 0 && $0 < 1 ? $0 : nil } }
    )
  }
}

extension Problem {
  fileprivate static func nameless(_ count: Int) -> Problem {
    Problem(
      "\(count == 1 ? "1 handle time names" : "\(count) handle times name") nobody who holds the "
        + "queue's skill then, so whose it is cannot be taken into account.",
      "Give the column employee, or work_seconds as a trace has it; proficiency counts twice else."
    )
  }

  fileprivate static func besideOthers(_ count: Int, _ queue: String) -> Problem {
    Problem(
      "\(count == 1 ? "1 handle time" : "\(count) handle times") of '\(queue)' may be longer for "
        + "other contacts in hand.",
      "Give the column work_seconds as a trace has it; slowdown counts twice else."
    )
  }
}
