import GLPKSolver
import Optimization
import Testing
import Workforce

@testable import Capacity

@Suite struct CapacityModelTests {
  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func `the program finds what trying every plan finds`(seed: UInt64) throws {
    let tiny = TinyCapacity(seed: seed)
    let solution = try CapacityModel(tiny.problem)
      .solved(by: GLPKSolver(), effort: CapacityModel.Effort(gap: 0))
    #expect(abs(solution.objective - tiny.cheapest()) < 1e-4 * max(1, solution.objective))
    #expect(solution.gap < 1e-6)
  }

  @Test(arguments: [1, 2] as [UInt64])
  func `24 months with 6 skills are planned within a hundredth`(seed: UInt64) throws {
    let problem = CapacityExample.large(months: 24, skills: 6, people: 240, seed: seed)
    let solution = try CapacityModel(problem).solved(by: GLPKSolver())
    #expect(solution.gap <= 0.01)
    #expect(!solution.stoppedByClock)
    #expect(solution.bound <= solution.objective + 1e-6)
    #expect(solution.choice.hires.joined().reduce(0, +) > 0)
  }

  @Test func `doing nothing is a plan where nothing may be spent`() throws {
    var problem = CapacityExample.large(months: 4, skills: 2, people: 20, seed: 3)
    problem.budget = CapacityProblem.Budget(total: 0)
    problem.routes = []
    let solution = try CapacityModel(problem).solved(by: GLPKSolver())
    #expect(solution.choice.hires.joined().allSatisfy { $0 == 0 })
    #expect(solution.cost.spent == 0)
  }

  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func `seats, starts and budget are kept`(seed: UInt64) throws {
    var problem = CapacityExample.large(months: 12, skills: 3, people: 60, seed: seed)
    problem.budget = CapacityProblem.Budget(month: 60_000, total: 400_000)
    let solution = try CapacityModel(problem).solved(by: GLPKSolver())
    let forecast = CapacityForecast(problem, solution.choice)
    for month in 0..<problem.months {
      let people = solution.choice.hires.reduce(0) { $0 + $1[month] }
      #expect(people <= 12 * solution.choice.classes[0][month])
      let sent = solution.choice.moves.reduce(0) { $0 + $1[month] }
      #expect(sent <= 8 * solution.choice.classes[1][month])
      #expect(forecast.spent[month].spent <= 60_000 + 1e-3)
      #expect(solution.choice.hires.allSatisfy { $0[month] <= 10 })
    }
    #expect(forecast.cost.spent <= 400_000 + 1e-3)
    #expect(solution.choice.hires.allSatisfy { $0[0] == 0 && $0[1] == 0 })
  }

  @Test func `a renewal is bought where its lapse would cost more`() throws {
    let months = 4
    let need = CapacityProblem.NeedBand(low: 3, middle: 3, high: 3)
    let lapsing: [Int?] = [0, 0, nil, nil]
    let problem = CapacityProblem(
      months: months,
      skills: ["calls"],
      sets: [[0]],
      contracts: ["long"],
      need: [.init(repeating: need, count: months)],
      groups: [
        CapacityProblem.Group(
          count: 3,
          contract: 0,
          weight: 1,
          attrition: 0,
          sets: lapsing,
          counts: [1, 1, 1, 1]
        )
      ],
      renewals: [
        CapacityProblem.Renewal(
          name: "license",
          count: 3,
          weight: 1,
          attrition: 0,
          without: lapsing,
          with: [0, 0, 0, 0],
          window: 0...1,
          passRate: 1,
          away: 0.1,
          course: 0
        )
      ],
      courses: [CapacityProblem.Course(name: "license", seats: 2, perMonth: 1, cost: 100)],
      prices: CapacityProblem.Prices(missing: 1000, mix: 0)
    )
    let solution = try CapacityModel(problem).solved(by: GLPKSolver())
    // two in one class and one in the other: two classes, three tenths of a month away
    #expect(
      solution.choice.renewed == [[2, 1, 0, 0]] || solution.choice.renewed == [[1, 2, 0, 0]]
    )
    #expect(abs(solution.objective - (200 + 300)) < 1e-6)
    let without = try CapacityModel(changed(problem) { $0.renewals = [] }).solved(by: GLPKSolver())
    #expect(abs(without.objective - 6000) < 1e-6)
  }

  private func changed(
    _ problem: CapacityProblem,
    _ change: (inout CapacityProblem) -> Void
  ) -> CapacityProblem {
    var copy = problem
    change(&copy)
    return copy
  }
}
