import Capacity
import Training
import Workforce

/// What repetitions of a plan came to.
struct CapacityChances: Sendable {
  /// How often something happened.
  struct Chance: Hashable, Sendable {
    var met: Int
    var of: Int

    var share: Double { of > 0 ? Double(met) / Double(of) : 0 }
    var interval: WilsonInterval { WilsonInterval(passed: met, of: of) }
  }

  /// Agents per skill and month at 10, 25, 50, 75 and 90 %.
  let agents: [[[Double]]]
  /// Need per skill and month at 10, 50 and 90 %.
  let need: [[[Double]]]
  /// How often the targets were met, per skill and month.
  let met: [[Chance]]
  /// How often they were for all skills, per month.
  let allMet: [Chance]
  /// How often agents were as many as the need, per skill and month.
  let enough: [[Chance]]
  /// Agents missing on average, per skill and month.
  let missing: [[Double]]

  static let shares = [0.1, 0.25, 0.5, 0.75, 0.9]
  private static let tolerance = 1e-6

  /// Takes repetitions, and the agents that targets take, per skill and month.
  init(_ paths: [CapacitySimulation.Path], curves: [[TargetCurve]]) {
    let isMet = { (path: CapacitySimulation.Path, skill: Int, month: Int) in
      path.agents[skill][month] + Self.tolerance
        >= curves[skill][month].agents(at: path.level[skill][month])
    }
    let skills = (paths.first?.agents ?? []).indices
    let months = (paths.first?.agents.first ?? []).indices
    agents = skills.map { skill in
      months.map { month in Self.quantiles(paths.map { $0.agents[skill][month] }, Self.shares) }
    }
    need = skills.map { skill in
      months.map { month in
        Self.quantiles(paths.map { $0.need[skill][month] }, [0.1, 0.5, 0.9])
      }
    }
    met = skills.map { skill in
      months.map { month in
        Chance(met: paths.count { isMet($0, skill, month) }, of: paths.count)
      }
    }
    allMet = months.map { month in
      let count = paths.count { path in
        skills.allSatisfy { isMet(path, $0, month) }
      }
      return Chance(met: count, of: paths.count)
    }
    enough = skills.map { skill in
      months.map { month in
        let count = paths.count { $0.missing[skill][month] <= Self.tolerance }
        return Chance(met: count, of: paths.count)
      }
    }
    missing = skills.map { skill in
      months.map { month in
        paths.reduce(0) { $0 + $1.missing[skill][month] } / Double(max(1, paths.count))
      }
    }
  }

  /// Quantiles with straight lines between the values in order (type 7 of Hyndman & Fan 1996).
  private static func quantiles(_ values: [Double], _ shares: [Double]) -> [Double] {
    let sorted = values.sorted()
    guard let last = sorted.last else { return shares.map { _ in 0 } }
    return shares.map { share in
      let place = share * Double(sorted.count - 1)
      let low = Int(place)
      guard low + 1 < sorted.count else { return last }
      return sorted[low] + (place - Double(low)) * (sorted[low + 1] - sorted[low])
    }
  }
}
