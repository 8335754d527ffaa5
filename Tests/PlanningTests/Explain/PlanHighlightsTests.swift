import GLPKSolver
import Interchange
import TestSupport
import Testing
import Workforce

@testable import Planning
@testable import Rostering

/// What a plan's report says of refused wishes and short intervals.
@Suite struct PlanHighlightsTests {
  private func plan(threads: Int = 2) throws -> WeekPlan {
    let sample = try SampleOptions(people: 20, queues: 2, weeks: 4)
    let planner = WeekPlanner(
      inputs: SampleScenario(options: sample).inputs(),
      findings: [],
      options: try PlanOptions(effort: 1, threads: threads, replications: 2, cover: .need),
      solver: GLPKSolver()
    )
    return try planner.plan(sample.week)
  }

  @Test func `refused wishes are the dearest, and cost what a forced re-solve says`() throws {
    let plan = try plan()
    let found = try #require(try PlanHighlights(plan: plan).highlights())
    #expect(!found.wishes.isEmpty)
    #expect(found.wishes.count <= found.refused && found.refused <= found.asked)
    let prices = found.wishes.map(\.wish.price)
    #expect(prices == prices.sorted(by: >))
    var forced = ForcedWeeks(inputs: plan.inputs, roster: plan.outcome.roster, costs: plan.costs)
    for entry in found.wishes {
      let cost = forced.cost(of: entry.employee)
      let base = try #require(cost)
      let known = forced.person(entry.employee)
      let person = try #require(known)
      let least = person.least { date, option in
        guard date == entry.wish.date, let option else { return true }
        guard case .startBetween(let low, let high) = entry.wish.wish else { return false }
        let clock = plan.inputs.settings.zone.local(at: option.start).minuteOfDay
        return low.minutes <= clock && clock <= high.minutes
      }
      #expect((least == nil) == (entry.wish.way == nil), "\(entry)")
      if let least, let way = entry.wish.way {
        #expect(abs(least - base - way.cost) < 1e-6, "\(entry)")
      }
    }
  }

  @Test func `gaps are the shortest intervals, one per queue and date`() throws {
    let plan = try plan()
    let found = try #require(try PlanHighlights(plan: plan).highlights())
    let missing = plan.requirement.queues.indices.flatMap { queue in
      zip(plan.requirement.queues[queue].intervals, plan.coverage.allocated[queue]).map {
        Double($0.rostered) - $1
      }
    }
    #expect(found.gaps.isEmpty == !missing.contains { $0 >= 0.05 })
    let first = found.gaps.first?.queues.first?.missing ?? 0
    #expect(abs(first - max(0, missing.max() ?? 0)) < 1e-6)
    for gap in found.gaps {
      #expect(gap.people.count == plan.inputs.employees.count)
      #expect(!gap.people.contains { if case .oneOf = $0.reason { true } else { false } })
    }
    let places = found.gaps.map { gap in
      let date = plan.inputs.settings.zone.local(at: gap.from).date
      return "\(gap.queues.map(\.name)) \(date)"
    }
    #expect(Set(places).count == places.count)
  }

  @Test func `the report shows them, the same for any number of threads`() throws {
    let pages = try [1, 2].map { threads in
      let files = try RunFiles(
        plan: plan(threads: threads),
        scenarioFiles: [],
        versions: RunFiles.Versions(shiftwright: "1", solver: "1")
      ).files()
      return try #require(files.first { $0.name == "report.html" }).bytes
    }
    #expect(pages[0] == pages[1])
    let text = String(decoding: pages[0], as: UTF8.self)
    #expect(text.contains("<section id=\"reasons\">"))
    #expect(text.contains("Refused wishes"))
  }
}
