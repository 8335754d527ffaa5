public import Workforce

/// `capacity.yaml`: what a center says of its future.
///
/// `docs/reference/capacity-format.md` describes it. No week's plan depends on it, so it is no part
/// of a scenario's inputs: it is read beside them.
public enum CapacityFile {
  /// Its name in a scenario's folder.
  public static let name = "capacity.yaml"

  static let keys = [
    "demand", "attrition", "absence", "hiring", "pipeline", "classes", "cross_training",
    "contract_mix", "budget", "missing_month",
  ]
  static let demandKeys = ["yearly_growth", "yearly_spread", "queues"]
  static let growthKeys = ["queue", "yearly_growth"]
  static let attritionKeys = ["monthly", "newcomers", "contracts"]
  static let contractKeys = ["contract", "monthly"]
  static let hiringKeys = ["lead_months", "cost", "most_per_month", "on_costs", "positions"]
  static let positionKeys = ["contract", "skills"]
  static let stageKeys = ["name", "weeks", "months", "counts", "pass_rate"]
  static let classKeys = ["seats", "per_month", "cost"]
  static let crossKeys = [
    "skill", "course", "from", "hours", "pass_rate", "seats", "per_month", "cost",
  ]
  static let mixKeys = ["contract", "least", "most"]
  static let budgetKeys = ["per_month", "total"]

  /// Reads a file and reports everything that is wrong in it.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - inputs: The scenario that it belongs to.
  /// - Returns: What it says, or every problem with its line.
  public static func load(_ path: String, inputs: PlanningInputs) -> Loaded<CapacityAssumptions> {
    let findings = FileFindings(file: path)
    guard let bytes = InputFile.bytes(path, findings: findings, missing: .missingCapacity) else {
      return Loaded(nil, diagnostics: findings.diagnostics)
    }
    return load(bytes, named: path, inputs: inputs)
  }

  /// Reads the bytes of a file; as ``load(_:inputs:)``.
  public static func load(_ bytes: [UInt8], named path: String, inputs: PlanningInputs) -> Loaded<
    CapacityAssumptions
  > {
    let findings = FileFindings(file: path)
    let read = CapacityReader(inputs: inputs, findings: findings).read(bytes)
    return Loaded(findings.errorCount == 0 ? read : nil, diagnostics: findings.diagnostics)
  }

  /// Whether a folder holds the file.
  public static func isPresent(in folder: String) -> Bool {
    InputFile.exists("\(InputFile.trimmed(folder))/\(name)")
  }

  /// The file of a folder.
  public static func path(in folder: String) -> String {
    "\(InputFile.trimmed(folder))/\(name)"
  }
}
