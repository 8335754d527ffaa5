import Workforce

extension WhatIfWork {
  /// The people whom a change is about, in file order; says when there are too few.
  ///
  /// - Parameters:
  ///   - people: Who is meant.
  ///   - what: What the change does, which names its draws.
  ///   - fitness: What makes a person fit, in words.
  ///   - isFit: Who can be meant.
  /// - Returns: Their positions.
  mutating func chosen(
    _ people: WhatIfPeople,
    for what: String,
    _ fitness: String,
    where isFit: (Employee) -> Bool
  ) -> [Int] {
    let named = Set(people.employees)
    let meant = inputs.employees.indices.filter { index in
      let person = inputs.employees[index]
      return (named.isEmpty || named.contains(person.id))
        && (people.team == nil || person.team == people.team)
        && (people.site == nil || person.site == people.site)
        && (people.contract == nil || person.contract == people.contract)
        && (people.holding.map { holds(person.id, $0, on: nil) } ?? true)
    }
    let fit = meant.filter { isFit(inputs.employees[$0]) }
    reportUnfit(people, meant, fit, fitness)
    let count: Int
    switch people.amount {
    case .all:
      if fit.isEmpty { nobody(people, fitness) }
      return fit
    case .count(let asked): count = asked
    case .share(let share): count = Int((share.value * Double(fit.count)).rounded())
    }
    guard count <= fit.count else {
      problems.append(
        Impossible(
          message: "\(Self.people(count)) \(count == 1 ? "is" : "are") asked for, but there "
            + "\(fit.count == 1 ? "is" : "are") \(Self.people(fit.count)) "
            + "\(description(of: people))\(fitness.isEmpty ? "" : ", " + fitness).",
          suggestion: fit.isEmpty
            ? "Mean other people, or take the change out."
            : "Write a count of at most \(fit.count), or mean more people."
        )
      )
      return []
    }
    return draw(count, of: fit, people, what)
  }

  /// Draws people; the first of a shuffle that does not depend on how many are drawn.
  private func draw(_ count: Int, of fit: [Int], _ people: WhatIfPeople, _ what: String) -> [Int] {
    let parts: [String?] = [
      what, people.team, people.site, people.contract, people.holding,
      people.employees.joined(separator: ","),
    ]
    let name = "what-if " + parts.map { $0 ?? "" }.joined(separator: "|")
    var stream = RandomStream(seed: applier.seed, name: name)
    var order = fit
    stream.shuffle(&order)
    return order.prefix(count).sorted()
  }

  /// Says who is named and cannot be meant.
  private mutating func reportUnfit(
    _ people: WhatIfPeople,
    _ meant: [Int],
    _ fit: [Int],
    _ fitness: String
  ) {
    guard !people.employees.isEmpty else { return }
    let fitting = Set(fit.map { inputs.employees[$0].id })
    let unfit = people.employees.filter { !fitting.contains($0) }
    guard !unfit.isEmpty, !fitting.isEmpty else { return }
    problems.append(
      Impossible(
        message: "\(Suggestion.listing(unfit)) cannot be meant: the change is about people "
          + "\(description(of: people, named: false))\(fitness.isEmpty ? "" : ", " + fitness).",
        suggestion: "Take the identifiers out, or change what is asked of the people."
      )
    )
  }

  private mutating func nobody(_ people: WhatIfPeople, _ fitness: String) {
    problems.append(
      Impossible(
        message:
          "there is nobody \(description(of: people))\(fitness.isEmpty ? "" : ", " + fitness).",
        suggestion: "Mean other people, or take the change out."
      )
    )
  }

  /// Whom a change is about, to stand behind their number: ` of team 1`, nothing for everybody.
  func words(_ people: WhatIfPeople) -> String {
    let words = description(of: people, named: false)
    return words == Self.everybody ? "" : " " + words
  }

  private static let everybody = "in the scenario"

  /// Whom a change is about, in words.
  private func description(of people: WhatIfPeople, named: Bool = true) -> String {
    let parts: [String?] = [
      people.team.map { "of \($0)" }, people.site.map { "at \($0)" },
      people.contract.map { "on \($0)" }, people.holding.map { "with \($0)" },
      named && !people.employees.isEmpty ? "among those named" : nil,
    ]
    let given = parts.compactMap(\.self)
    return given.isEmpty ? Self.everybody : given.joined(separator: " ")
  }

  /// Some identifiers, and how many more there are.
  func identifiers(_ indices: [Int]) -> String {
    let ids = indices.map { inputs.employees[$0].id }
    guard ids.count > 12 else { return ids.joined(separator: ", ") }
    return ids.prefix(12).joined(separator: ", ") + " and \(ids.count - 12) more"
  }

  /// Whether somebody has a skill on a date, or at any time.
  func holds(_ employee: String, _ skill: String, on date: LocalDate?) -> Bool {
    let isGranted = inputs.skills.contains {
      $0.employee == employee && $0.skill == skill && (date.map($0.isHeld) ?? true)
    }
    guard inputs.hasCertificates else { return isGranted }
    return inputs.skillSpans.contains { span in
      span.employee == employee && span.skill == skill
        && (date.map { span.contains(settings.zone.startOfDay($0)) } ?? true)
    }
  }

  func isEmployed(_ person: Employee, on date: LocalDate?) -> Bool {
    guard let date else { return true }
    return person.hired.map { $0 <= date } ?? true && person.leaves.map { date <= $0 } ?? true
  }
}
