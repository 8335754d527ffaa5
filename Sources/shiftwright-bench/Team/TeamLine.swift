import Foundation
import Rostering
import Workforce

/// The line of JSON that a run prints.
struct TeamLine: Encodable {
  struct Stage: Encodable {
    let name: String
    let objective: Double?
    let bound: Double?
    let detail: String
  }

  let instance: String
  let objective: Double
  let bound: Double
  let gap: Double
  let controllableGap: Double
  let seconds: Double
  let secondsToFirstRoster: Double?
  let peakMb: Double
  let legal: Bool
  /// Why no roster is legal, where that is proved; else which limits are not kept.
  let reasons: [String]
  let repeatable: Bool
  let stages: [Stage]

  init(
    _ result: RosterResult,
    instance: String,
    seconds: Double,
    secondsToFirstRoster: Double?,
    reasons: [String] = []
  ) {
    self.instance = instance
    objective = result.objective
    bound = result.bound
    let missing = result.objective - result.bound
    // without people and need nothing costs anything
    gap = missing == 0 ? 0 : missing / result.objective
    controllableGap = missing == 0 ? 0 : missing / (result.objective - result.contractPay)
    self.seconds = seconds
    self.secondsToFirstRoster = secondsToFirstRoster
    peakMb = PeakMemory.megabytes
    legal = result.isLegal
    self.reasons = reasons
    repeatable = !result.isCutShort
    stages = result.stages.map {
      Stage(name: $0.name, objective: $0.objective, bound: $0.bound, detail: $0.detail)
    }
  }
}

/// The most memory that the process has held.
enum PeakMemory {
  /// In megabytes of 1,048,576 bytes.
  static var megabytes: Double {
    var usage = rusage()
    #if canImport(Darwin)
    unsafe getrusage(RUSAGE_SELF, &usage)
    return Double(usage.ru_maxrss) / 1_048_576
    #else
    unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return Double(usage.ru_maxrss) / 1024
    #endif
  }
}
