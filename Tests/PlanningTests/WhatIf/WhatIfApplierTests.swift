import Interchange
import Planning
import TestSupport
import Testing
import Workforce

@Suite struct WhatIfApplierTests {
  private typealias Make = ScenarioFixtures

  private func inputs(training: Bool = false) throws -> PlanningInputs {
    let options = try SampleOptions(people: 30, queues: 3, weeks: 4, hasTraining: training)
    return SampleScenario(options: options).inputs()
  }

  private func applied(
    _ changes: [WhatIfChange],
    to inputs: PlanningInputs
  ) -> WhatIfApplier.Outcome {
    let content = WhatIfFile.Content(
      whatIf: WhatIf(name: "test", changes: changes),
      lines: changes.indices.map { $0 + 2 }
    )
    return WhatIfApplier(seed: 42, week: SampleOptions.standardWeek)
      .applied(content, to: inputs, file: "test.yaml")
  }

  private var tuesday: LocalDate { SampleOptions.standardWeek.monday.adding(days: 1) }

  @Test func `nothing and nobody hired change nothing`() throws {
    let inputs = try inputs()
    #expect(applied([], to: inputs).inputs == refreshed(inputs))
    let nobody = WhatIfChange.hire(WhatIfHire(count: 0, skills: ["general"]))
    #expect(applied([nobody], to: inputs).inputs == refreshed(inputs))
  }

  /// The inputs as a plan would take them.
  private func refreshed(_ inputs: PlanningInputs) -> PlanningInputs {
    applied([], to: inputs).inputs
  }

  @Test(arguments: 1...60)
  func `two what-ifs, one after the other, are one with both`(seed: Int) throws {
    let inputs = refreshed(try inputs(training: seed % 3 == 0))
    var random = RandomStream(seed: UInt64(seed), name: "compose")
    var all = changes(inputs)
    random.shuffle(&all)
    let cut = random.below(5)
    // A closed site leaves nobody to be drawn on its days, so it comes last.
    let drawn = Array(all.prefix(5))
    let some = drawn.filter { !isClosing($0) } + drawn.filter(isClosing)
    let first = applied(Array(some.prefix(cut)), to: inputs)
    let second = applied(Array(some.dropFirst(cut)), to: first.inputs)
    let both = applied(some, to: inputs)
    #expect(both.isSound, "\(both.findings)")
    #expect(second.inputs == both.inputs)
    #expect(first.words + second.words == both.words)
  }

  private func isClosing(_ change: WhatIfChange) -> Bool {
    if case .close = change { true } else { false }
  }

  private func changes(_ inputs: PlanningInputs) -> [WhatIfChange] {
    let some = WhatIfPeople(amount: .count(4))
    let team = WhatIfPeople(team: inputs.employees[0].team, amount: .share(Make.share(0.5)))
    let skill = inputs.settings.queues[1].skill
    var rule = WhatIfRule()
    rule.minimumRest = .set(.hours(9))
    return [
      .assume(.volume(queue: nil, factor: 1.2, dates: nil)), .shrinkage(Make.share(0.2)),
      .absence(team, dates: tuesday...tuesday, kind: "sick"),
      .absence(some, dates: tuesday...tuesday.adding(days: 2), kind: "sick"),
      .hire(WhatIfHire(count: 2, skills: [skill])), .leave(some, lastDay: tuesday),
      .certify(some, skill: skill, from: tuesday),
      .lapse(WhatIfPeople(amount: .share(Make.share(0.4))), skill: skill, on: tuesday), .rule(rule),
      .close(site: inputs.settings.sites[0].name, dates: tuesday...tuesday),
    ]
  }

  @Test func `more people drawn are those before and others`() throws {
    let inputs = try inputs()
    let absent = { (count: Int) -> Set<String> in
      let outcome = applied(
        [.absence(WhatIfPeople(amount: .count(count)), dates: tuesday...tuesday, kind: "flu")],
        to: inputs
      )
      return Set(outcome.inputs.absences.filter { $0.kind == "flu" }.map(\.employee))
    }
    for count in 1...8 { #expect(absent(count).isSubset(of: absent(count + 4))) }
    #expect(absent(3) != Set(inputs.employees.prefix(3).map(\.id)))
  }

  @Test func `too many people are too many`() throws {
    let inputs = try inputs()
    let outcome = applied(
      [.leave(WhatIfPeople(amount: .count(31)), lastDay: tuesday)],
      to: inputs
    )
    #expect(!outcome.isSound)
    #expect(outcome.inputs == inputs)
    #expect(outcome.findings.first?.line == 2)
    #expect(
      outcome.findings.first?.message.hasPrefix("31 people are asked for, but there are 30 people")
        == true,
      "\(outcome.findings)"
    )
  }

  @Test func `the last who has a skill is named`() throws {
    let inputs = try inputs()
    let queue = inputs.settings.queues[1]
    let holders = Set(inputs.skills.filter { $0.skill == queue.skill }.map(\.employee)).sorted()
    let all = applied(
      [.leave(WhatIfPeople(employees: holders), lastDay: tuesday)],
      to: inputs
    )
    let next = tuesday.adding(days: 1)
    let sentence = "From \(next) on nobody has \(queue.skill): nobody serves \(queue.name)."
    #expect(all.words.first?.contains(sentence) == true, "\(all.words)")
    let most = applied(
      [.leave(WhatIfPeople(employees: Array(holders.dropLast())), lastDay: tuesday)],
      to: inputs
    )
    #expect(most.words.first?.contains("nobody has") == false)
    let lapse = applied([.lapse(WhatIfPeople(), skill: queue.skill, on: next)], to: inputs)
    #expect(lapse.words.first?.contains(sentence) == true, "\(lapse.words)")
  }

  /// Whoever is away, whether somebody with the skill is there is counted here by itself.
  @Test(arguments: 1...40)
  func `when all who have a skill are away, it is said`(seed: Int) throws {
    let inputs = try inputs()
    var random = RandomStream(seed: UInt64(seed), name: "away")
    let queue = inputs.settings.queues[random.below(inputs.settings.queues.count)]
    let holders = Set(inputs.skills.filter { $0.skill == queue.skill }.map(\.employee)).sorted()
    let isLast = random.below(2) == 0
    let away = isLast ? holders : Array(holders.dropLast(1 + random.below(holders.count - 1)))
    let people = WhatIfPeople(employees: away)
    let outcome = applied([.absence(people, dates: tuesday...tuesday, kind: "ill")], to: inputs)
    let present = holders.filter { id in
      !outcome.inputs.absences.contains {
        $0.employee == id && $0.from.date <= tuesday && tuesday < $0.until.date
      }
    }
    let isSaid = outcome.words.first?.contains("nobody serves") == true
    #expect(isSaid == present.isEmpty, "\(outcome.words)")
    let site = inputs.settings.sites[0].name
    let closed = applied([.close(site: site, dates: tuesday...tuesday)], to: inputs)
    let isEverybody = inputs.employees.allSatisfy { $0.site == site }
    #expect((closed.words.first?.contains("nobody serves") == true) == isEverybody)
  }

  @Test(arguments: [false, true])
  func `a skill comes and goes at midnight`(training: Bool) throws {
    let inputs = refreshed(try inputs(training: training))
    let skill = inputs.settings.queues[1].skill
    let index = try #require(inputs.settings.queues.firstIndex { $0.skill == skill })
    let serves = { (inputs: PlanningInputs, person: String, date: LocalDate) in
      inputs.queues(servedBy: person, on: date, overMidnight: false).contains(index)
    }
    let monday = tuesday.adding(days: -1)
    let with = try #require(inputs.employees.first { serves(inputs, $0.id, monday) }).id
    let lost = applied(
      [.lapse(WhatIfPeople(employees: [with]), skill: skill, on: tuesday)],
      to: inputs
    )
    #expect(serves(lost.inputs, with, monday))
    #expect(!serves(lost.inputs, with, tuesday))
    let without = try #require(
      inputs.employees.first { person in
        !serves(inputs, person.id, tuesday)
          && !inputs.skillSpans.contains {
            $0.employee == person.id && $0.skill == skill
          }
      }
    ).id
    let gained = applied(
      [.certify(WhatIfPeople(employees: [without]), skill: skill, from: tuesday)],
      to: inputs
    )
    #expect(gained.isSound, "\(gained.findings)")
    #expect(!serves(gained.inputs, without, monday))
    #expect(serves(gained.inputs, without, tuesday))
  }

  @Test func `absences leave days alone on which somebody is away already`() throws {
    var inputs = try inputs()
    let id = inputs.employees[0].id
    inputs.absences = [
      Absence(
        employee: id,
        from: LocalDateTime(date: tuesday, secondOfDay: 0),
        until: LocalDateTime(date: tuesday.adding(days: 1), secondOfDay: 0),
        kind: "leave"
      )
    ]
    let dates = tuesday.adding(days: -1)...tuesday.adding(days: 2)
    let outcome = applied(
      [.absence(WhatIfPeople(employees: [id]), dates: dates, kind: "flu")],
      to: inputs
    )
    let spans = outcome.inputs.absences.map { "\($0.kind) \($0.from.date) \($0.until.date)" }
    #expect(
      spans == [
        "leave \(tuesday) \(tuesday.adding(days: 1))",
        "flu \(dates.lowerBound) \(tuesday)",
        "flu \(tuesday.adding(days: 1)) \(tuesday.adding(days: 3))",
      ]
    )
  }

  @Test func `an hour away does not make somebody well`() throws {
    var inputs = try inputs()
    let id = inputs.employees[0].id
    let hour = { (hour: Int) in LocalDateTime(date: tuesday, secondOfDay: hour * 3600) }
    inputs.absences = [Absence(employee: id, from: hour(10), until: hour(11), kind: "dentist")]
    let outcome = applied(
      [.absence(WhatIfPeople(employees: [id]), dates: tuesday...tuesday, kind: "flu")],
      to: inputs
    )
    let next = LocalDateTime(date: tuesday.adding(days: 1), secondOfDay: 0)
    #expect(
      outcome.inputs.absences.filter { $0.kind == "flu" } == [
        Absence(employee: id, from: hour(0), until: hour(10), kind: "flu"),
        Absence(employee: id, from: hour(11), until: next, kind: "flu"),
      ]
    )
  }

  @Test func `who is away already is not drawn again`() throws {
    let ill = WhatIfChange.absence(
      WhatIfPeople(amount: .count(3)),
      dates: tuesday...tuesday,
      kind: "flu"
    )
    let outcome = applied([ill, ill], to: try inputs())
    #expect(Set(outcome.inputs.absences.filter { $0.kind == "flu" }.map(\.employee)).count == 6)
  }

  @Test func `dates outside the week are said`() throws {
    let later = tuesday.adding(days: 30)
    let outcome = applied(
      [.absence(WhatIfPeople(), dates: later...later, kind: "flu")],
      to: try inputs()
    )
    #expect(outcome.isSound)
    #expect(outcome.findings.map(\.severity) == [.note])
  }
}
