import Workforce

@testable import Capacity

/// Problems for tests.
enum CapacityExample {
  /// A center of some size, drawn at random: skills in pairs, one or two contracts, classes of
  /// twelve, cross-training of neighbors, renewals, a mix and a budget.
  static func large(months: Int, skills: Int, people: Int, seed: UInt64) -> CapacityProblem {
    var stream = RandomStream(seed: seed, name: "capacity example")
    let names = (0..<skills).map { "skill\($0 + 1)" }
    let single = (0..<skills).map { [$0] }
    let pairs = (0..<skills).map { [$0, ($0 + 1) % skills].sorted() }
    let sets = single + (skills > 2 ? pairs : [Array(0..<skills)].filter { $0.count > 1 })
    let each = 0.72 * Double(people) / Double(skills)
    let need = names.map { _ -> [CapacityProblem.NeedBand] in
      let level = each * (0.85 + 0.2 * stream.unit())
      let growth = 0.02 * stream.unit()
      return (0..<months).map { month in
        let middle = level * (1 + growth * Double(month)) * (0.95 + 0.1 * stream.unit())
        let spread = 0.05 + 0.004 * Double(month)
        return CapacityProblem.NeedBand(
          low: middle * (1 - spread),
          middle: middle,
          high: middle * (1 + spread)
        )
      }
    }
    let groups = sets.indices.flatMap { set in
      (0..<2).map { contract in
        CapacityProblem.Group(
          count: max(1, people / (2 * sets.count)),
          contract: contract,
          weight: contract == 0 ? 0.9 : 0.55,
          attrition: 0.015 + 0.01 * stream.unit(),
          sets: .init(repeating: set, count: months),
          counts: .init(repeating: 1, count: months)
        )
      }
    }
    let positions = (0..<skills).flatMap { skill in
      (0..<2).map { contract in
        CapacityProblem.Position(
          name: "skill\(skill + 1) contract\(contract + 1)",
          contract: contract,
          set: skill,
          weight: contract == 0 ? 0.9 : 0.55,
          attrition: 0.02,
          monthlyPay: contract == 0 ? 2800 : 1750,
          recruiting: 3000,
          earliest: 2,
          mostPerMonth: 10,
          course: 0
        )
      }
    }
    let routes = skills > 1 ? routes(skills: skills, sets: sets) : []
    return CapacityProblem(
      months: months,
      skills: names,
      sets: sets,
      contracts: ["contract1", "contract2"],
      need: need,
      groups: groups,
      positions: positions,
      pipeline: pipeline,
      routes: routes,
      courses: [
        CapacityProblem.Course(name: "onboarding", seats: 12, perMonth: 3, cost: 2400),
        CapacityProblem.Course(name: "cross", seats: 8, perMonth: 2, cost: 900),
      ],
      mix: [CapacityProblem.MixBound(contract: 1, least: 0.3, most: 0.6)],
      budget: CapacityProblem.Budget(total: Double(people * months) * 1500),
      prices: CapacityProblem.Prices(missing: 9000, mix: 200)
    )
  }

  private static func routes(skills: Int, sets: [[Int]]) -> [CapacityProblem.Route] {
    (0..<skills).compactMap { skill in
      guard let to = sets.firstIndex(of: [skill, (skill + 1) % skills].sorted()) else {
        return nil
      }
      return CapacityProblem.Route(
        from: skill,
        to: to,
        weight: 0.8,
        attrition: 0.02,
        passRate: 0.85,
        away: 0.25,
        course: 1
      )
    }
  }

  /// One week of compliance, three of practice, six months with a mentor.
  static let pipeline = Pipeline(
    stages: [
      Pipeline.Stage(name: "compliance", months: 0.23, counts: [0], passRate: 0.97),
      Pipeline.Stage(name: "practice", months: 0.69, counts: [0], passRate: 0.92),
      Pipeline.Stage(
        name: "mentor",
        months: 6,
        counts: [0.5, 0.6, 0.7, 0.8, 0.9, 0.95],
        passRate: 0.98
      ),
    ],
    attrition: 0.03
  )
}
