import Yams

/// The files of rules that are part of the program.
public enum ShippedRuleSet: String, CaseIterable, Sendable {
  /// The working time directive of the European Union.
  case euWorkingTime = "eu-working-time"
  /// The labor law of China.
  case chinaLabor = "china-labor"
  /// The labor code of California.
  case usCalifornia = "us-california"
  /// The labor law of New York.
  case usNewYork = "us-new-york"

  /// The name of the file.
  public var fileName: String { rawValue + ".yaml" }

  /// The file.
  public var bytes: [UInt8] {
    switch self {
    case .euWorkingTime: PackageResources.eu_working_time_yaml
    case .chinaLabor: PackageResources.china_labor_yaml
    case .usCalifornia: PackageResources.us_california_yaml
    case .usNewYork: PackageResources.us_new_york_yaml
    }
  }

  /// The file as text.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// What it is called, for lists.
  public var title: String { value("name") }

  /// What is to be known before it is used.
  public var notice: String { value("notice") }

  private func value(_ key: String) -> String {
    let root = YAMLFile.compose(bytes, findings: FileFindings(file: fileName))
    return root?.mapping?[Node(key)]?.string ?? ""
  }
}
