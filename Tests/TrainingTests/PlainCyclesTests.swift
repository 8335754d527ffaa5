import TestSupport
import Testing
import Training
import Workforce

/// Pass rates from the compact book against a count over the rows as they stand, with strings, moments
/// and no cleverness.
@Suite struct PlainCyclesTests {
  private typealias Make = ScenarioFixtures

  /// One cycle, plainly.
  private struct Plain {
    var attempts: [AssessmentAttempt]
    var group: [String]
    var isOpen: Bool
  }

  private static let edges = [
    "2023-12-31", "2024-01-01", "2024-02-28", "2024-02-29", "2024-03-01", "2024-03-31",
    "2024-04-01", "2024-06-30", "2024-07-01", "2024-10-27", "2024-11-03", "2025-02-28",
  ]
  private static let times = ["T00:00", "T01:30", "T12:00", "T23:59"]

  private static func scenario(_ stream: inout RandomStream) -> PlanningInputs {
    var inputs = Make.inputs(people: Make.people("ada", "bo", "cy", "di", "eva", "flo"))
    inputs.settings.sites = [
      Site(name: "site"), Site(name: "apia", zone: Make.zone("Pacific/Apia")),
      Site(name: "york", zone: Make.zone("America/New_York")),
      Site(name: "london", zone: Make.zone("Europe/London")),
    ]
    for index in inputs.employees.indices {
      inputs.employees[index].site = inputs.settings.sites[stream.below(4)].name
      inputs.employees[index].team = ["red", "blue", ""][stream.below(3)]
      if stream.below(2) == 0 {
        inputs.employees[index].hired = Make.date(edges[stream.below(edges.count)])
      }
    }
    inputs.training.sessions = (0..<4).map { number in
      ClassSession(
        id: "s\(number)",
        course: "aml",
        start: Make.time("2024-01-01T09:00"),
        end: Make.time("2024-01-01T10:00"),
        trainer: ["ada", "bo", nil][stream.below(3)],
        seats: 10
      )
    }
    inputs.training.enrolments = (0..<5).map { _ in
      CurriculumEnrolment(
        employee: inputs.employees[stream.below(6)].id,
        curriculum: "agent",
        cohort: ["winter", "spring", ""][stream.below(3)],
        from: Make.date(edges[stream.below(edges.count)])
      )
    }
    inputs.training.certifications = (0..<25).map { number in
      Certification(
        employee: inputs.employees[stream.below(6)].id,
        course: ["aml", "drill", "cards"][stream.below(3)],
        attained: Make.date("2023-01-01"),
        from: Make.time("2023-01-01T00:00"),
        lapses: Make.time(edges[stream.below(edges.count)] + times[stream.below(4)]),
        reference: "c\(number)",
        isRevoked: stream.below(5) == 0
      )
    }
    return inputs
  }

  private static func attempts(_ inputs: PlanningInputs, _ stream: inout RandomStream)
    -> [AssessmentAttempt]
  {
    var attempts: [AssessmentAttempt] = []
    for number in 0..<160 {
      attempts.append(
        AssessmentAttempt(
          employee: inputs.employees[stream.below(6)].id,
          course: ["aml", "drill", "cards"][stream.below(3)],
          session: stream.below(3) == 0 ? nil : "s\(stream.below(4))",
          sat: Make.time(edges[stream.below(edges.count)] + times[stream.below(4)]),
          attempt: 1 + stream.below(3),
          score: Make.share(stream.below(3) == 0 ? 0.9 : 0.5),
          passMark: Make.share(0.8),
          source: ["lms", "paper"][stream.below(2)],
          reference: "r\(1000 + number)"
        )
      )
      // Sometimes a correction, sometimes one of a correction.
      while stream.below(6) == 0, let old = attempts.last {
        var new = old
        new.reference = old.reference + "b"
        new.corrects = old.reference
        new.reason = "misread"
        new.score = Make.share(stream.below(2) == 0 ? 0.9 : 0.5)
        attempts.append(new)
      }
    }
    for index in attempts.indices.reversed() {
      attempts.swapAt(index, stream.below(index + 1))
    }
    return attempts
  }

  private static func plain(
    _ attempts: [AssessmentAttempt],
    _ inputs: PlanningInputs,
    on date: LocalDate
  ) -> [Plain] {
    let valid = attempts.filter { entry in
      !attempts.contains { $0.corrects == entry.reference && $0.source == entry.source }
    }
    var cycles: [Plain] = []
    for person in inputs.employees {
      let zone = inputs.settings.zone(ofSite: person.site)
      for course in ["aml", "drill", "cards"] {
        let own = valid.filter { $0.employee == person.id && $0.course == course }.sorted {
          let (a, b) = (zone.instant(at: $0.sat), zone.instant(at: $1.sat))
          return (a, $0.attempt, $0.reference, $0.source) < (b, $1.attempt, $1.reference, $1.source)
        }
        let lapses = inputs.training.certifications.filter {
          $0.employee == person.id && $0.course == course && !$0.isRevoked
        }.compactMap { $0.lapses.map(zone.instant(at:)) }
        var open: [AssessmentAttempt] = []
        let close = {
          guard let first = open.first else { return }
          cycles.append(plain(open, first, person, inputs, on: date))
          open = []
        }
        for attempt in own {
          if let last = open.last {
            let (from, until) = (zone.instant(at: last.sat), zone.instant(at: attempt.sat))
            if last.isPassed || lapses.contains(where: { from < $0 && $0 <= until }) { close() }
          }
          open.append(attempt)
        }
        close()
      }
    }
    return cycles
  }

  private static func plain(
    _ own: [AssessmentAttempt],
    _ first: AssessmentAttempt,
    _ person: Employee,
    _ inputs: PlanningInputs,
    on date: LocalDate
  ) -> Plain {
    let quarter = { (date: LocalDate) -> String in
      let text = date.description
      let month = Int(text.dropFirst(5).prefix(2)) ?? 0
      return "\(text.prefix(4))-Q\([1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4][month - 1])"
    }
    var cohort: (from: LocalDate, name: String)?
    for enrolment in inputs.training.enrolments
    where enrolment.employee == person.id && !enrolment.cohort.isEmpty
      && enrolment.from <= first.sat.date && (cohort.map { $0.from <= enrolment.from } ?? true)
    {
      cohort = (enrolment.from, enrolment.cohort)
    }
    let trainer = inputs.training.sessions.first { $0.id == first.session }?.trainer ?? ""
    return Plain(
      attempts: own,
      group: [
        first.course, cohort?.name ?? person.hired.map(quarter) ?? "", person.team, person.site,
        trainer, quarter(first.sat.date),
      ],
      isOpen: !(own.last?.isPassed ?? false) && date < first.sat.date.adding(days: 90)
    )
  }

  private static func words(_ row: PassRateTable.Row) -> String {
    "\(row.group) \(row.first.passed) \(row.final.passed) \(row.final.sat) \(row.open)"
  }

  @Test(arguments: 0..<30 as Range<UInt64>)
  func `the compact way gives the same rates`(seed: UInt64) {
    var stream = RandomStream(seed: seed, name: "plain cycles")
    let inputs = Self.scenario(&stream)
    let attempts = Self.attempts(inputs, &stream)
    let date = Make.date("2025-03-01")
    let plain = Self.plain(attempts, inputs, on: date)
    let book = TrainingBook(
      inputs: inputs,
      records: TrainingRecords(assessments: attempts)
    )
    let rates = PassRates(AttemptCycles(book), on: date)
    let keys = PassRateTable.Key.allCases
    for chosen in [[0], [1], [2, 4], [5, 3], [0, 1, 2, 3, 4, 5], []] {
      let groups = Dictionary(grouping: plain) { cycle in chosen.map { cycle.group[$0] } }
      let expected = groups.map { group, cycles in
        let first = cycles.count { $0.attempts.first?.isPassed ?? false }
        let final = cycles.count { $0.attempts.last?.isPassed ?? false }
        return "\(group) \(first) \(final) \(cycles.count) \(cycles.count { $0.isOpen })"
      }
      let table = rates.table(by: chosen.map { keys[$0] })
      #expect(table.rows.map(Self.words).sorted() == expected.sorted())
      #expect(table.total.final.sat == plain.count)
    }
    let failed = AttemptCycles(book).failedTwice.count
    let latest = Dictionary(grouping: plain) { cycle in
      cycle.attempts.first.map { [$0.employee, $0.course] } ?? []
    }.values.compactMap(\.last)
    let twice = latest.count { $0.attempts.count > 1 && !($0.attempts.last?.isPassed ?? true) }
    #expect(failed == twice)
  }
}
