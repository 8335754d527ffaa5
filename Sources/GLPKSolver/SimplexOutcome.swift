import CGLPK

/// How `glp_simplex` ended.
enum SimplexOutcome: Hashable {
  case finished
  case unusableBasis
  case solverFailure
  case pivotLimit
  case timeLimit
  case other(Int32)

  /// Reads GLPK's code.
  init(code: Int32) {
    self =
      switch code {
      case 0: .finished
      case GLP_EBADB, GLP_ESING, GLP_ECOND: .unusableBasis
      case GLP_EFAIL: .solverFailure
      case GLP_EITLIM: .pivotLimit
      case GLP_ETMLIM: .timeLimit
      default: .other(code)
      }
  }

  /// Whether another basis may help.
  var isRepairable: Bool { self == .unusableBasis || self == .solverFailure }
}

/// How `glp_intopt` ended.
enum SearchOutcome: Hashable {
  case finished
  case gapReached
  case stopped
  case timeLimit
  case solverFailure
  case other(Int32)

  /// Reads GLPK's code.
  init(code: Int32) {
    self =
      switch code {
      case 0: .finished
      case GLP_EMIPGAP: .gapReached
      case GLP_ESTOP: .stopped
      case GLP_ETMLIM: .timeLimit
      case GLP_EFAIL: .solverFailure
      default: .other(code)
      }
  }
}

/// What GLPK says about the point it holds.
enum PointStatus: Hashable {
  case undefined
  case feasible
  case infeasible
  case noneFeasible
  case optimal
  case unbounded
  case other(Int32)

  /// Reads GLPK's code.
  init(code: Int32) {
    self =
      switch code {
      case GLP_UNDEF: .undefined
      case GLP_FEAS: .feasible
      case GLP_INFEAS: .infeasible
      case GLP_NOFEAS: .noneFeasible
      case GLP_OPT: .optimal
      case GLP_UNBND: .unbounded
      default: .other(code)
      }
  }
}
