import Workforce
import Yams

/// Reads what a center says of its future and reports everything that is wrong.
struct CapacityReader {
  let inputs: PlanningInputs
  let findings: FileFindings

  private static var price: TextValue<Double> { .number(atLeast: 0) }

  /// What the file holds; with stand-ins for what could not be read.
  func read(_ bytes: [UInt8]) -> CapacityAssumptions? {
    guard let root = YAMLFile.compose(bytes, findings: findings),
      let map = YAMLMap(root, subject: "", keys: CapacityFile.keys, findings: findings)
    else { return nil }
    var read = CapacityAssumptions(
      demand: demand(map),
      attrition: attrition(map),
      absence: map.optional("absence", .shareBelowOne)?.value,
      hiring: hiring(map),
      pipeline: pipeline(map),
      classes: part("classes", CapacityFile.classKeys, in: map).map(classes)
        ?? CapacityAssumptions.Classes(),
      crossTraining: map.optionalList("cross_training").enumerated().compactMap { cross($1, $0) },
      mix: mix(map),
      missingMonth: map.optional("missing_month", .number(above: 0))
    )
    if let budget = part("budget", CapacityFile.budgetKeys, in: map) {
      let sum = TextValue<Double>.money
      read.monthlyBudget = budget.optional("per_month", sum)
      read.totalBudget = budget.optional("total", sum)
    }
    return read
  }

  private func part(_ key: String, _ keys: [String], in map: YAMLMap) -> YAMLMap? {
    map.has(key) ? map.map(key, keys: keys) : nil
  }

  private func item(_ node: Node, _ subject: String, _ keys: [String]) -> YAMLMap? {
    YAMLMap(node, subject: subject, keys: keys, findings: findings)
  }

  private func demand(_ map: YAMLMap) -> CapacityAssumptions.Demand {
    guard let map = part("demand", CapacityFile.demandKeys, in: map) else {
      return CapacityAssumptions.Demand()
    }
    return CapacityAssumptions.Demand(
      yearlyGrowth: map.optional("yearly_growth", .growth),
      queueGrowth: named(
        "queues",
        ("queue", inputs.settings.queues.map(\.name)),
        ("yearly_growth", .growth),
        CapacityFile.growthKeys,
        in: map
      ),
      yearlySpread: map.optional("yearly_spread", .share)?.value
    )
  }

  private func attrition(_ map: YAMLMap) -> CapacityAssumptions.Attrition {
    guard let map = part("attrition", CapacityFile.attritionKeys, in: map) else {
      return CapacityAssumptions.Attrition()
    }
    return CapacityAssumptions.Attrition(
      monthly: map.optional("monthly", .shareBelowOne)?.value,
      newcomers: map.optional("newcomers", .shareBelowOne)?.value,
      contracts: named(
        "contracts",
        ("contract", contracts),
        ("monthly", TextValue<Fraction>.shareBelowOne.map { $0.value }),
        CapacityFile.contractKeys,
        in: map
      )
    )
  }

  private func hiring(_ map: YAMLMap) -> CapacityAssumptions.Hiring {
    guard let map = part("hiring", CapacityFile.hiringKeys, in: map) else {
      return CapacityAssumptions.Hiring()
    }
    let positions = map.optionalList("positions").enumerated().compactMap { index, node in
      position(node, index)
    }
    return CapacityAssumptions.Hiring(
      leadMonths: map.optional("lead_months", .wholeNumber(0...24)),
      cost: map.optional("cost", Self.price),
      mostPerMonth: map.optional("most_per_month", .wholeNumber(0...10_000)),
      onCosts: map.optional("on_costs", Self.price),
      positions: positions
    )
  }

  private func position(_ node: Node, _ index: Int) -> CapacityAssumptions.Position? {
    guard let map = item(node, "position \(index + 1)", CapacityFile.positionKeys) else {
      return nil
    }
    let contract = known("contract", "contract", contracts, in: map)
    let skills = map.list("skills") == nil ? [] : names("skills", "skill", skills, in: map)
    guard let contract else { return nil }
    return CapacityAssumptions.Position(contract: contract, skills: skills)
  }

  private func pipeline(_ map: YAMLMap) -> [CapacityAssumptions.Stage] {
    var lines = FirstLines<String>()
    return map.optionalList("pipeline").enumerated().compactMap { index, node in
      guard let map = item(node, "stage \(index + 1)", CapacityFile.stageKeys) else { return nil }
      let name = map.required("name", .text)
      if let name, let line = lines.earlier(name, line: map.line(of: "name")) {
        map.report("duplicate", at: "name", .duplicateName("stage", name, line: line))
      }
      return stage(map, name)
    }
  }

  private func stage(_ map: YAMLMap, _ name: String?) -> CapacityAssumptions.Stage? {
    let weeks = map.optional("weeks", .number(above: 0))
    let months = map.optional("months", .number(above: 0))
    if map.has("weeks") == map.has("months") {
      map.report("length", at: "weeks", .weeksOrMonths(map.subject))
    }
    let rate = map.optional("pass_rate", .shareAboveZero)?.value
    let counts = counts(map)
    guard let name else { return nil }
    let length = months ?? weeks.map { $0 * 84 / 365.25 } ?? 1
    if length > 36 {
      map.report("length", at: months == nil ? "weeks" : "months", .longStage(name))
    }
    return CapacityAssumptions.Stage(
      name: name,
      months: length,
      counts: counts,
      passRate: rate ?? 1
    )
  }

  /// One share, or a list of them.
  private func counts(_ map: YAMLMap) -> [Double] {
    guard map.node("counts")?.sequence != nil else {
      return [map.optional("counts", .share)?.value ?? 0]
    }
    let shares = map.optionalList("counts").enumerated().compactMap { index, node -> Double? in
      let text = node.scalar?.string ?? ""
      if let share = TextValue<Fraction>.share.read(text) { return share.value }
      findings.report(
        "value",
        line: node.mark?.line ?? map.line(of: "counts"),
        TextValue<Fraction>.share.problem(
          "item \(index + 1) of \(map.label("counts"))",
          given: text
        )
      )
      return nil
    }
    return shares.isEmpty ? [0] : shares
  }

  private func classes(_ map: YAMLMap) -> CapacityAssumptions.Classes {
    CapacityAssumptions.Classes(
      seats: map.optional("seats", .wholeNumber(1...10_000)),
      perMonth: map.optional("per_month", .wholeNumber(0...1000)),
      cost: map.optional("cost", Self.price)
    )
  }
}

extension CapacityReader {
  private func cross(_ node: Node, _ index: Int) -> CapacityAssumptions.CrossTraining? {
    guard let map = item(node, "cross-training \(index + 1)", CapacityFile.crossKeys) else {
      return nil
    }
    let skill = known("skill", "skill", skills, in: map)
    let courses = inputs.training.courses
    let course =
      map.has("course") ? known("course", "course", courses.map(\.name), in: map) : nil
    if let skill, let course,
      !courses.contains(where: { $0.name == course && $0.grants.contains { $0.skill == skill } })
    {
      map.report("course", at: "course", .courseWithoutSkill(course, skill))
    }
    let from = names("from", "skill", skills, in: map)
    if let skill, from.contains(skill) { map.report("from", at: "from", .skillBefore(skill)) }
    guard let skill else { return nil }
    return CapacityAssumptions.CrossTraining(
      skill: skill,
      course: course,
      from: from,
      hours: map.optional("hours", .number(above: 0)),
      passRate: map.optional("pass_rate", .shareAboveZero)?.value,
      classes: classes(map)
    )
  }

  private func mix(_ map: YAMLMap) -> [CapacityAssumptions.ContractShare] {
    var lines = FirstLines<String>()
    let shares = map.optionalList("contract_mix").enumerated().compactMap {
      index,
      node -> CapacityAssumptions.ContractShare? in
      guard let map = item(node, "share \(index + 1) of contract_mix", CapacityFile.mixKeys) else {
        return nil
      }
      let least = map.optional("least", .share)?.value ?? 0
      let most = map.optional("most", .share)?.value ?? 1
      if least > most { map.report("contradiction", at: "least", .mixOrder(least, most)) }
      guard let contract = known("contract", "contract", contracts, in: map) else { return nil }
      if let line = lines.earlier(contract, line: map.line(of: "contract")) {
        map.report("duplicate", at: "contract", .givenTwice("contract", contract, line: line))
      }
      return CapacityAssumptions.ContractShare(contract: contract, least: least, most: most)
    }
    let least = shares.reduce(0) { $0 + $1.least }
    if least > 1 + 1e-9 { map.report("contradiction", at: "contract_mix", .mixSum(least)) }
    let most = shares.reduce(0) { $0 + $1.most }
    if Set(shares.map(\.contract)) == Set(contracts), most < 1 - 1e-9 {
      map.report("contradiction", at: "contract_mix", .mixMost(most))
    }
    return shares
  }

  private var contracts: [String] { inputs.settings.contracts.map(\.name) }

  private var skills: [String] {
    inputs.settings.queues.map(\.skill).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  private func known(_ key: String, _ what: String, _ known: [String], in map: YAMLMap) -> String? {
    guard let name = map.required(key, .text) else { return nil }
    guard !known.contains(name) else { return name }
    map.report("unknown \(what)", at: key, .unknown(what, name, known))
    return nil
  }

  private func names(_ key: String, _ what: String, _ known: [String], in map: YAMLMap) -> [String]
  {
    map.optionalList(key).compactMap { node in
      let name = node.string ?? ""
      guard !known.contains(name) else { return name }
      findings.report(
        "unknown \(what)",
        line: node.mark?.line ?? map.line(of: key),
        .unknown(what, name, known)
      )
      return nil
    }
  }

  /// Numbers that belong to names, each name once.
  private func named(
    _ key: String,
    _ name: (key: String, known: [String]),
    _ value: (key: String, reader: TextValue<Double>),
    _ keys: [String],
    in map: YAMLMap
  ) -> [CapacityAssumptions.Named] {
    var lines = FirstLines<String>()
    return map.optionalList(key).enumerated().compactMap { index, node in
      guard let map = item(node, "\(name.key) \(index + 1) of \(map.label(key))", keys) else {
        return nil
      }
      let number = map.required(value.key, value.reader)
      guard let given = known(name.key, name.key, name.known, in: map) else { return nil }
      if let line = lines.earlier(given, line: map.line(of: name.key)) {
        map.report("duplicate", at: name.key, .givenTwice(name.key, given, line: line))
      }
      return number.map { CapacityAssumptions.Named(given, $0) }
    }
  }
}

extension TextValue where Value == Double {
  /// Growth in a year as a share.
  fileprivate static var growth: Self {
    Self(
      accepted: "growth in a year as a share from -0.9 to 10, such as 0.05",
      read: { Numbers.number($0).flatMap { (-0.9...10).contains($0) ? $0 : nil } },
      hint: { $0.hasSuffix("%") ? "Write a share: 5% is 0.05." : nil }
    )
  }

  /// A sum of money, larger than other prices may be.
  fileprivate static var money: Self {
    Self(accepted: "an amount of 0 to 1000000000000") { text in
      Numbers.number(text).flatMap { (0...1e12).contains($0) ? $0 : nil }
    }
  }
}
