public import Workforce

/// The file that asks what would come of some changes to a scenario.
///
/// `docs/reference/whatif-format.md` describes it.
public enum WhatIfFile {
  /// The name of its copy in a run folder.
  public static let name = "whatif.yaml"
  /// The folder of a scenario in which questions are kept.
  public static let folder = "whatif"
  /// Names that no what-if may have: those of the runs of the scenario as it is.
  static let ownNames = ["base", "start"]

  /// What a file says, and where.
  public struct Content: Sendable {
    /// The question.
    public var whatIf: WhatIf
    /// The line on which each change begins.
    public var lines: [Int]

    /// Makes a content.
    public init(whatIf: WhatIf, lines: [Int]) {
      self.whatIf = whatIf
      self.lines = lines
    }
  }

  /// Reads a file against the scenario that it changes.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - inputs: The scenario as it is.
  /// - Returns: The question; or everything that is wrong, with lines.
  public static func load(_ path: String, inputs: PlanningInputs) -> Loaded<Content> {
    let findings = FileFindings(file: path)
    guard let bytes = InputFile.bytes(path, findings: findings, missing: .missingWhatIf) else {
      return Loaded(nil, diagnostics: findings.diagnostics)
    }
    return read(bytes, named: path, inputs: inputs)
  }

  /// Reads the bytes of a file, which findings call `path`.
  public static func read(_ bytes: [UInt8], named path: String, inputs: PlanningInputs)
    -> Loaded<Content>
  {
    let findings = FileFindings(file: path)
    let content = WhatIfReader(inputs: inputs, findings: findings).read(bytes, stem: stem(of: path))
    return Loaded(
      findings.errorCount == 0 ? content : nil,
      diagnostics: findings.diagnostics
    )
  }

  /// The bytes of a what-if in a folder; `nil` where there is none.
  ///
  /// - Throws: `ShiftwrightError` when it cannot be read.
  public static func present(in folder: String) throws(ShiftwrightError) -> [UInt8]? {
    let path = "\(InputFile.trimmed(folder))/\(name)"
    switch InputFile.read(path) {
    case .bytes(let bytes): return bytes
    case .absent: return nil
    case .unreadable(let reason):
      throw ShiftwrightError("\(path) cannot be read: \(reason)\nCheck the file.")
    }
  }

  /// The name of a file without folder and ending.
  static func stem(of path: String) -> String {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    return file.split(separator: ".").first.map(String.init) ?? file
  }

  /// The file's text.
  public static func text(_ whatIf: WhatIf) -> String { WhatIfText(whatIf).text }

  /// A change on one line, as the file writes it.
  public static func line(_ change: WhatIfChange) -> String { WhatIfText.line(change) }
}

/// The keys of the file.
enum WhatIfKeys {
  static let top = ["name", "question", "changes"]
  static let kinds = [
    "volume", "migrate", "handle_time", "patience", "containment", "forecast", "target",
    "shrinkage", "absence", "hire", "leave", "certify", "lapse", "contract", "opening", "rule",
    "labor_rule", "terms", "price", "budget", "close",
  ]
  static let laborRule = ["change", "remove"] + ScenarioKeys.laborRule
  static let people = ["employees", "team", "site", "contract", "holding", "count", "share"]
  static let volume = ["queue", "factor", "growth_per_year", "since", "from", "until"]
  static let migrate = ["from", "to", "share", "handle_time_factor"]
  static let time = ["queue", "factor", "seconds"]
  static let hire = ["count", "skills", "level", "contract", "site", "team", "start"]
  static let target = ["queue"] + ScenarioKeys.target + ["share_in_time", "target_period"]
  static let rule = ["contract"] + ScenarioKeys.rules + ["presence"]
  static let terms = [
    "contract", "wage_per_hour", "weekly_hours", "days_per_week", "shift_templates",
    "shift_window",
  ]
  static let price = ScenarioKeys.costs.filter {
    !["understaffing", "maximum_pay"].contains($0)
  }
}
