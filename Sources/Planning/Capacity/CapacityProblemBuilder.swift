import Capacity
import Training
import Workforce

/// Makes the capacity problem of a scenario.
struct CapacityProblemBuilder {
  let inputs: PlanningInputs
  let given: CapacityAssumptions
  let terms: CapacityTerms
  let skills: [String]
  let months: [CalendarMonth]
  let passes: PassChances?

  private var contracts: [ContractSettings] { inputs.settings.contracts }

  /// The problem with a need per skill and month.
  func problem(_ need: [[CapacityProblem.NeedBand]]) -> CapacityProblem {
    var sets = NumberedSets()
    let future = FutureCertificates(
      inputs,
      from: months[0].firstDay,
      through: months[months.count - 1].adding(months: 1).firstDay
    )
    let lapses = inputs.training.courses.isEmpty ? [] : future.lapses()
    let people = PeopleAhead(
      inputs: lapses.isEmpty ? inputs : future.withoutRenewals(),
      skills: skills,
      months: months
    ).people()
    let groups = groups(people.map(\.person), &sets)
    var courses = [terms.hiring.onboarding]
    let positions = positions(groups, &sets)
    let routes = routes(groups, &sets, &courses)
    let renewals = renewals(people, lapses, future, &sets, &courses)
    return CapacityProblem(
      months: months.count,
      skills: skills,
      sets: sets.sets,
      contracts: contracts.map(\.name),
      need: need,
      groups: groups,
      positions: positions,
      pipeline: terms.pipeline,
      routes: routes,
      renewals: renewals,
      courses: courses,
      mix: given.mix.compactMap { share in
        contracts.firstIndex { $0.name == share.contract }.map {
          CapacityProblem.MixBound(contract: $0, least: share.least, most: share.most)
        }
      },
      budget: CapacityProblem.Budget(month: given.monthlyBudget, total: given.totalBudget),
      prices: CapacityProblem.Prices(missing: terms.missing, mix: (terms.missing / 20).rounded())
    )
  }

  private func groups(_ people: [PeopleAhead.Person], _ sets: inout NumberedSets)
    -> [CapacityProblem.Group]
  {
    var places: [PeopleAhead.Person: Int] = [:]
    var groups: [CapacityProblem.Group] = []
    for person in people {
      if let place = places[person] {
        groups[place].count += 1
        continue
      }
      places[person] = groups.count
      groups.append(
        CapacityProblem.Group(
          count: 1,
          contract: person.contract,
          weight: terms.weight(contracts[person.contract], share: person.share),
          attrition: terms.attrition[person.contract],
          sets: person.skills.map { $0.flatMap { sets.number($0) } },
          counts: person.counts
        )
      )
    }
    return groups
  }

  /// What people can be hired for: what is given, or one position per skill in the contract that
  /// most people have.
  private func positions(_ groups: [CapacityProblem.Group], _ sets: inout NumberedSets)
    -> [CapacityProblem.Position]
  {
    let counts = contracts.indices.map { contract in
      groups.reduce(0) { $0 + ($1.contract == contract ? $1.count : 0) }
    }
    let usual = counts.indices.max { (counts[$0], $1) < (counts[$1], $0) } ?? 0
    let standard = skills.map {
      CapacityAssumptions.Position(contract: contracts[usual].name, skills: [$0])
    }
    let wanted = given.hiring.positions.isEmpty ? standard : given.hiring.positions
    return wanted.compactMap { wish in
      guard let contract = contracts.firstIndex(where: { $0.name == wish.contract }),
        let set = sets.number(skills.indices.filter { wish.skills.contains(skills[$0]) })
      else { return nil }
      return CapacityProblem.Position(
        name: "\(wish.contract) for \(wish.skills.joined(separator: " + "))",
        contract: contract,
        set: set,
        weight: terms.weight(contracts[contract]),
        attrition: terms.attrition[contract],
        monthlyPay: terms.monthlyPay(contracts[contract]),
        recruiting: terms.hiring.recruiting,
        earliest: terms.hiring.leadMonths,
        mostPerMonth: terms.hiring.mostPerMonth,
        course: 0
      )
    }
  }

  private func routes(
    _ groups: [CapacityProblem.Group],
    _ sets: inout NumberedSets,
    _ courses: inout [CapacityProblem.Course]
  ) -> [CapacityProblem.Route] {
    var routes: [CapacityProblem.Route] = []
    for wish in given.crossTraining {
      guard let skill = skills.firstIndex(of: wish.skill) else { continue }
      let course = wish.course.flatMap { inputs.training.course($0, on: months[0].firstDay) }
      let hours = wish.hours ?? course.map { Double($0.lengthMinutes) / 60 } ?? 40
      courses.append(
        CapacityProblem.Course(
          name: course?.name ?? "cross-training \(wish.skill)",
          seats: wish.classes.seats ?? course?.seats ?? 8,
          perMonth: wish.classes.perMonth ?? 1,
          cost: wish.classes.cost ?? 800
        )
      )
      let needed = wish.from.compactMap { skills.firstIndex(of: $0) }
      for from in sets.sets.indices {
        let before = sets.sets[from]
        guard !before.contains(skill), needed.allSatisfy(before.contains),
          let to = sets.number((before + [skill]).sorted())
        else { continue }
        let people = groups.filter { $0.sets.contains(from) }
        routes.append(
          CapacityProblem.Route(
            from: from,
            to: to,
            weight: Self.mean(people, \.weight) ?? 1 - terms.absence,
            attrition: Self.mean(people, \.attrition) ?? terms.attrition.max() ?? 0,
            passRate: wish.passRate ?? wish.course.flatMap { passes?.courses[$0] } ?? 0.85,
            away: terms.monthShare(hours: hours),
            course: courses.count - 1
          )
        )
      }
    }
    return routes
  }
}

extension CapacityProblemBuilder {
  /// The mean over people; `nil` for nobody.
  private static func mean(
    _ groups: [CapacityProblem.Group],
    _ part: (CapacityProblem.Group) -> Double
  ) -> Double? {
    let count = groups.reduce(0) { $0 + $1.count }
    guard count > 0 else { return nil }
    return groups.reduce(0) { $0 + Double($1.count) * part($1) } / Double(count)
  }

  /// A person's lapses as one renewal: the first course stands for all that lapse together.
  private func renewals(
    _ people: [(index: Int, person: PeopleAhead.Person)],
    _ lapses: [FutureCertificates.Lapse],
    _ future: FutureCertificates,
    _ sets: inout NumberedSets,
    _ courses: inout [CapacityProblem.Course]
  ) -> [CapacityProblem.Renewal] {
    guard !lapses.isEmpty else { return [] }
    let renewed = PeopleAhead(inputs: future.withRenewals(), skills: skills, months: months)
      .people()
    let lapsesOf = Dictionary(grouping: lapses, by: \.person)
    var renewals: [CapacityProblem.Renewal] = []
    var places: [CapacityProblem.Renewal: Int] = [:]
    for (person, with) in zip(people, renewed) {
      guard let lapse = lapsesOf[person.index]?.first, person.person.skills != with.person.skills,
        let course = course(lapse, &courses)
      else { continue }
      let contract = person.person.contract
      let last = CalendarMonth(containing: lapse.at.date.adding(days: -1)).months(since: months[0])
      let first = CalendarMonth(containing: lapse.windowFrom).months(since: months[0])
      let until = min(months.count - 1, max(0, last))
      let length = inputs.training.course(lapse.course, on: lapse.at.date)?.lengthMinutes ?? 60
      let renewal = CapacityProblem.Renewal(
        name: "\(lapse.course), \(CalendarMonth(containing: lapse.at.date))",
        count: 1,
        weight: terms.weight(inputs.settings.contracts[contract], share: person.person.share),
        attrition: terms.attrition[contract],
        without: person.person.skills.map { $0.flatMap { sets.number($0) } },
        with: with.person.skills.map { $0.flatMap { sets.number($0) } },
        window: min(until, max(0, first))...until,
        passRate: passes?.courses[lapse.course] ?? 0.9,
        away: terms.monthShare(hours: Double(length) / 60),
        course: course
      )
      if let place = places[renewal] {
        renewals[place].count += 1
      } else {
        places[renewal] = renewals.count
        renewals.append(renewal)
      }
    }
    return renewals
  }

  private func course(
    _ lapse: FutureCertificates.Lapse,
    _ courses: inout [CapacityProblem.Course]
  ) -> Int? {
    let name = "renewal \(lapse.course)"
    if let place = courses.firstIndex(where: { $0.name == name }) { return place }
    guard let course = inputs.training.course(lapse.course, on: lapse.at.date) else { return nil }
    let wages = inputs.settings.contracts.map(\.wagePerHour)
    let mean = wages.reduce(0, +) / Double(max(1, wages.count))
    courses.append(
      CapacityProblem.Course(
        name: name,
        seats: course.seats ?? 12,
        perMonth: 4 * (inputs.training.placement?.sessionsPerWeek ?? 2),
        cost: (mean * Double(course.lengthMinutes) / 60).rounded()
      )
    )
    return courses.count - 1
  }
}
