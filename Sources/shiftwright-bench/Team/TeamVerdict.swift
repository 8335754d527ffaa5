import Foundation

/// What the checker says about a roster.
struct TeamVerdict: Equatable {
  /// The parts of the objective.
  struct Parts: Equatable {
    var pay = 0.0
    var overtime = 0.0
    var preferredStart = 0.0
    var dayOff = 0.0
    var stability = 0.0
    var weekend = 0.0
    var under = 0.0
    var over = 0.0

    var total: Double {
      pay + overtime + preferredStart + dayOff + stability + weekend + under + over
    }
  }

  let instance: String
  /// Every broken rule and limit.
  var errors: [String] = []
  var parts = Parts()
  /// Pay that no roster can avoid.
  var basePay = 0.0
  /// Missing people, summed over queues and slots.
  var missing = 0.0
  /// Needed people, likewise.
  var needed = 0
  /// Overtime in use per site, in paid slots.
  var overtimeSlots: [Int] = []

  var isFeasible: Bool { errors.isEmpty }
  var objective: Double { parts.total }
}

extension TeamVerdict {
  private struct Line: Encodable {
    let instance: String
    let feasible: Bool
    let errors: [String]
    let nErrors: Int
    let objective: Double
    let basePay: Double
    let controllable: Double
    let underSlots: Double
    let coverPct: Double
    let otSlots: [Int]
    let parts: [String: Double]
  }

  /// Errors that the line shows.
  private static let shownErrors = 20

  /// One line of JSON with the fields of `check.py`.
  func json() throws -> String {
    let share = needed == 0 ? 1 : 1 - missing / Double(needed)
    let line = Line(
      instance: instance,
      feasible: isFeasible,
      errors: Array(errors.prefix(Self.shownErrors)),
      nErrors: errors.count,
      objective: Self.rounded(objective, 4),
      basePay: Self.rounded(basePay, 4),
      controllable: Self.rounded(objective - basePay, 4),
      underSlots: Self.rounded(missing, 1),
      coverPct: Self.rounded(100 * share, 3),
      otSlots: overtimeSlots,
      parts: [
        "pay": parts.pay, "ot": parts.overtime, "pref_start": parts.preferredStart,
        "pref_off": parts.dayOff, "stability": parts.stability, "weekend": parts.weekend,
        "under": parts.under, "over": parts.over,
      ].mapValues { Self.rounded($0, 2) }
    )
    return try line.jsonLine()
  }

  private static func rounded(_ value: Double, _ digits: Int) -> Double {
    let scale = pow(10, Double(digits))
    return (value * scale).rounded() / scale
  }
}
