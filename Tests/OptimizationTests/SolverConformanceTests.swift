import GLPKSolver
import Optimization
import TestSupport
import Testing

@Suite struct SolverConformanceTests {
  @Test func `GLPK keeps every promise of a solver`() {
    #expect(checkSolver(GLPKSolver()) == [])
  }
}
