import Foundation
import GLPKSolver
import Optimization
import Testing
import Workforce

@Suite(.serialized) struct RobustnessTests {
  @Test func `an abort inside GLPK fails its session only`() throws {
    let small = GLPKSolver(memoryMegabytes: 1)
    let failed = try small.withSession(LinearModel()) { session in
      Self.overfill(session)
      let first = session.solveRelaxation(SolveLimits())
      session.setCost(ofVariable: 0, 1)
      return [first.termination, session.solveInteger(SolveLimits()).termination]
    }
    for termination in failed {
      guard case .failed(let reason) = termination else {
        Issue.record("ends \(termination)")
        return
      }
      #expect(reason.contains("GLPK gave up") && reason.contains("memory"))
      #expect(!reason.contains("session is over"))
    }
    #expect(try small.solve(Self.model(3)).objective == -3)
  }

  @Test func `a model that does not fit is refused`() {
    var model = LinearModel()
    for index in 0..<200 { model.addVariable("\(index)") }
    for index in 0..<200 {
      let terms = (0..<200).map { LinearModel.Term(index: $0, coefficient: 1) }
      model.addConstraint("\(index)", lower: 0, upper: 1, terms: terms)
    }
    #expect {
      try GLPKSolver(memoryMegabytes: 1).solve(model)
    } throws: {
      ($0 as? SolverError)?.code == .solverFailure
    }
  }

  @Test func `a session that escapes its scope fails`() throws {
    let escaped = try GLPKSolver().withSession(Self.model(3)) { Escaped(session: $0) }
    escaped.session.setCost(ofVariable: 0, 1)
    guard case .failed(let reason) = escaped.session.solveRelaxation(SolveLimits()).termination
    else {
      Issue.record("solves outside its scope")
      return
    }
    #expect(reason.contains("session is over"))
  }

  @Test func `threads at once give what one gives`() {
    let expected = (0..<24).map { Self.optimum($0) }
    #expect(expected.allSatisfy { $0 != nil })
    #expect(parallelMap(count: 24, threads: 4) { Self.optimum($0) } == expected)
  }

  @Test func `sessions may nest`() throws {
    let objectives = try GLPKSolver().withSession(Self.model(4)) { outer in
      let inner = try GLPKSolver().solve(Self.model(9)).objective
      return [inner, outer.solveInteger(SolveLimits()).objective]
    }
    #expect(objectives == [-9, -4])
  }

  @Test(.enabled(if: canReadMemory, "the system does not tell resident memory in /proc"))
  func `a thousand sessions leave no memory behind`() throws {
    let solver = GLPKSolver()
    func round(_ count: Int) throws {
      for index in 0..<count { _ = try solver.solve(Self.model(index % 7 + 1, size: 200)) }
    }
    try round(200)
    let before = try Self.residentMegabytes()
    try round(1_000)
    // One such problem takes about 0.2 MB.
    #expect(try Self.residentMegabytes() - before < 32)
  }

  @Test(.enabled(if: canReadMemory, "the system does not tell resident memory in /proc"))
  func `aborts leave no memory behind`() throws {
    func round(_ count: Int) throws {
      for _ in 0..<count {
        let termination = try GLPKSolver(memoryMegabytes: 1).withSession(LinearModel()) { session in
          Self.overfill(session)
          return session.solveRelaxation(SolveLimits()).termination
        }
        #expect(!termination.hasSolution)
      }
    }
    try round(20)
    let before = try Self.residentMegabytes()
    try round(100)
    // Each abort happens with 1 MB in use.
    #expect(try Self.residentMegabytes() - before < 32)
  }

  /// A market split problem, whose relaxation is worth nothing: no solver proves 40 items soon.
  @Test func `the guard's firing is reported`() throws {
    var random = RandomStream(seed: 1, name: "guard")
    var model = LinearModel("market split")
    let picks = (0..<40).map { model.variable("\($0)", upper: 1, isInteger: true) }
    for row in 0..<5 {
      var sum = LinearExpression()
      for pick in picks { sum += Double(random.below(100)) * pick }
      let half = (sum.terms.reduce(0) { $0 + $1.coefficient } / 2).rounded(.down)
      let over = model.variable("over \(row)", cost: 1)
      let under = model.variable("under \(row)", cost: 1)
      model.require("market \(row)", sum + under - over, .exactly(half))
    }
    let limits = SolveLimits(
      simplexIterations: .max,
      branchAndBoundNodes: .max,
      guardMilliseconds: 50
    )
    let solution = try GLPKSolver().solve(model, limits: limits)
    #expect(solution.stoppedByGuard && solution.termination != .optimal)
    #expect(solution.bound <= solution.objective)
  }

  private struct Escaped: @unchecked Sendable {
    let session: any SolverSession
  }

  /// Puts more into a session than one megabyte holds.
  @Sendable private static func overfill(_ session: any SolverSession) {
    session.addConstraints((0..<200).map { .init(name: "\($0)", lower: 0, upper: 1, terms: []) })
    session.addVariables(
      (0..<200).map { index in
        LinearModel.Column(
          LinearModel.Variable(name: "\(index)", cost: -1),
          terms: (0..<200).map { .init(index: $0, coefficient: Double(1 + (index * $0) % 7)) }
        )
      }
    )
  }

  private static func optimum(_ seed: Int) -> Double? {
    do { return try GLPKSolver().solve(model(seed + 1, size: 40)).objective } catch { return nil }
  }

  /// At most `limit` and a half of some items that cost −1 each.
  private static func model(_ limit: Int, size: Int = 1) -> LinearModel {
    var model = LinearModel("pick")
    let items = (0..<size).map {
      model.variable("\($0)", upper: size == 1 ? 100 : 1, cost: -1, isInteger: true)
    }
    model.require("limit", 2 * LinearExpression(summing: items), .atMost(Double(2 * limit + 1)))
    return model
  }

  private static let canReadMemory = FileManager.default.fileExists(atPath: "/proc/self/statm")

  private static func residentMegabytes() throws -> Double {
    let text = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8)
    let pages = text.split(separator: " ").dropFirst().first.flatMap { Double($0) }
    return try #require(pages) * 4_096 / 1_048_576
  }
}
