import GLPKSolver
import Testing
import Workforce

@testable import Planning

@Suite struct RenewalModelTests {
  private func problem(seed: UInt64) -> RenewalProblem {
    var stream = RandomStream(seed: seed, name: "renewals")
    let weeks = 3
    let courses = (0..<2).map { _ in
      RenewalProblem.CourseLimits(
        seats: 1 + stream.below(2),
        classCost: Double(stream.below(20)),
        classesLeft: (0..<weeks).map { _ in stream.below(2) },
        freeSeats: (0..<weeks).map { _ in stream.below(2) }
      )
    }
    let groups = (0..<3).map { index in
      let both = stream.below(3) == 0
      return RenewalProblem.Group(
        people: [index],
        items: (both ? [0, 1] : [stream.below(2)]).map { course in
          RenewalProblem.Item(
            course: course,
            weeks: (0..<weeks).filter { _ in stream.below(4) > 0 }.map {
              RenewalProblem.Choice(week: $0, cost: Double(stream.below(40)))
            }
          )
        },
        gains: [RenewalProblem.Heads(skill: 0, week: 2, heads: Double(1 + stream.below(2)) / 2)]
      )
    }
    return RenewalProblem(
      groups: groups,
      courses: courses,
      needed: [RenewalProblem.Heads(skill: 0, week: 2, heads: Double(1 + stream.below(4)) / 2)],
      shortPrice: 300
    )
  }

  /// Every set of people, and every choice of weeks for them.
  private func best(_ problem: RenewalProblem) -> Double {
    let items = problem.groups.indices.flatMap { group in
      problem.groups[group].items.map { (group: group, item: $0) }
    }
    var best = Double.infinity
    for mask in 0..<(1 << problem.groups.count) {
      let chosen = items.filter { mask >> $0.group & 1 == 1 }
      let ways = chosen.reduce([[]] as [[(Int, RenewalProblem.Choice)]]) { partial, item in
        partial.flatMap { head in item.item.weeks.map { head + [(item.item.course, $0)] } }
      }
      let gained = problem.groups.indices.filter { mask >> $0 & 1 == 1 }
        .reduce(0.0) { $0 + problem.groups[$1].gains[0].heads }
      let fine = max(0, problem.needed[0].heads - gained) * problem.shortPrice
      for way in ways {
        guard let classes = classes(way, problem) else { continue }
        best = min(best, fine + classes + way.reduce(0) { $0 + $1.1.cost })
      }
    }
    return best
  }

  private func classes(_ way: [(Int, RenewalProblem.Choice)], _ problem: RenewalProblem) -> Double?
  {
    var cost = 0.0
    for (course, limits) in problem.courses.enumerated() {
      for week in limits.classesLeft.indices {
        let people = way.count { $0.0 == course && $0.1.week == week } - limits.freeSeats[week]
        let classes = people <= 0 ? 0 : (people + limits.seats - 1) / limits.seats
        guard classes <= limits.classesLeft[week] else { return nil }
        cost += Double(classes) * limits.classCost
      }
    }
    return cost
  }

  @Test(arguments: 0..<80 as Range<UInt64>)
  func `the plan is the cheapest of all`(seed: UInt64) throws {
    let problem = problem(seed: seed)
    let found = try #require(
      try RenewalModel(problem).solved(by: GLPKSolver(), milliseconds: 10_000)
    )
    let total = found.cost + found.short.reduce(0) { $0 + $1.heads * problem.shortPrice }
    let best = best(problem)
    #expect(total <= best * 1.0011 + 1e-6 && total >= best - 1e-6, "\(total) against \(best)")
  }
}
